//! Go's structs that a program declares, and the objects that are made of them: a tag says what a field is called in JSON.

use crate::import::code::{Arguments, Expr, Language};
use crate::import::found::Form;
use crate::import::text::Text;
use crate::named::Named;

/// The most fields of one.
const MAX_FIELDS: usize = 100;

/// The longest type of a field that is looked at.
const MAX_KIND: usize = 100;

/// The structs by their names; none where it is not known how one is written.
#[derive(Default)]
pub(super) struct Structs(Named<'static, Option<Vec<Field>>>);

struct Field {
    name: String,
    /// What it is called in JSON, where it is written.
    key: Option<String>,
    /// It is left out where it is empty.
    omits: bool,
    kind: String,
}

impl Structs {
    /// Those that a program declares, line by line as Go's formatter writes them.
    pub(super) fn of(text: &str, language: &Language) -> Self {
        let mut structs = Self::default();
        // What writes itself is not followed.
        if language.form != Form::Go || text.contains("MarshalJSON") || text.contains("MarshalText") {
            return structs;
        }
        let mut lines = text.lines().map(without_remark);
        while let Some(line) = lines.next() {
            let name = line.strip_prefix("type ").unwrap_or(line).strip_suffix("struct {").map(str::trim);
            let Some(name) = name.filter(|name| is_name(name)) else { continue };
            let own: Vec<_> = lines.by_ref().take_while(|line| !line.starts_with('}')).take(MAX_FIELDS + 1).collect();
            let fields = own.iter().filter(|line| !line.is_empty()).map(|line| field(line)).collect::<Option<Vec<_>>>();
            let is_once = fields.as_ref().is_some_and(|fields| {
                let mut keys = Named::default();
                fields
                    .iter()
                    .filter_map(|field| field.key.as_deref())
                    .all(|key| !std::mem::replace(keys.entry(key), true))
            });
            let is_known = structs.0.get(name).is_none() && own.len() <= MAX_FIELDS && is_once;
            structs.0.set(name.to_owned(), fields.filter(|_| is_known));
        }
        structs
    }

    /// What the object of one costs.
    pub(super) fn size(&self, name: &str) -> usize {
        self.0.get(name).and_then(Option::as_ref).map_or(0, |fields| fields.len() * 16)
    }

    /// The object that the encoder makes of one, of whose fields some are set; or code, where that is not certain.
    pub(super) fn object(&self, name: &str, set: &Arguments, place: Text) -> Expr {
        match self.members(name, set, &place) {
            Some(members) => Expr::Map(place, members),
            None => Expr::Other(place),
        }
    }

    fn members(&self, name: &str, set: &Arguments, place: &Text) -> Option<Vec<(Text, Expr)>> {
        let fields = self.0.get(name)?.as_ref()?;
        let key = |key: &Option<Text>| key.as_ref().map(|key| key.as_str().to_owned());
        let is_field = |name: &Option<Text>| fields.iter().any(|field| Some(&field.name) == key(name).as_ref());
        if set.len() > fields.len() || !set.iter().all(|(name, _)| is_field(name)) {
            return None;
        }
        let mut members = Vec::new();
        for field in fields {
            let Some(own) = &field.key else { continue };
            let given = set.iter().find(|(name, _)| key(name).as_ref() == Some(&field.name));
            let zero = self.zero(&field.kind)?;
            let is_zero = given.is_none_or(|(_, value)| is_empty(value, zero));
            if field.omits && is_zero {
                continue;
            }
            let value = match given {
                Some((_, value)) => value.clone(),
                None if zero.is_empty() => return None,
                None if zero == "\"\"" => Expr::Text(place.slice(0..0)),
                None => Expr::Other(Text::in_place_of(zero, place)),
            };
            let at = given.and_then(|(name, _)| name.as_ref()).unwrap_or(place);
            members.push((Text::in_place_of(own, at), value));
        }
        Some(members)
    }

    /// What a field of a type holds where nothing was set, as JSON; nothing for a struct, and none for what is not known.
    fn zero(&self, kind: &str) -> Option<&'static str> {
        let is_number = |name: &str| {
            ["int", "uint", "float"]
                .iter()
                .any(|one| name.strip_prefix(one).is_some_and(|bits| bits.bytes().all(|byte| byte.is_ascii_digit())))
        };
        let inner = ["[]", "*", "map[string]"].iter().find_map(|before| kind.strip_prefix(before));
        match kind {
            "string" => Some("\"\""),
            "bool" => Some("false"),
            "any" | "interface{}" => Some("null"),
            // Bytes are written in Base64.
            "[]byte" | "[]uint8" => None,
            _ if is_number(kind) => Some("0"),
            _ => match inner {
                Some(inner) => self.zero(inner).map(|_| "null"),
                None => self.0.get(kind)?.as_ref().map(|_| ""),
            },
        }
    }
}

/// A field with its type and its tag: ``Content string `json:"content,omitempty"` ``.
fn field(line: &str) -> Option<Field> {
    let (declared, tag) = match line.split_once('`') {
        Some((declared, behind)) => (declared.trim(), behind.strip_suffix('`')?),
        None => (line, ""),
    };
    let (name, kind) = declared.split_once([' ', '\t'])?;
    let kind = kind.trim();
    if !is_name(name) || kind.len() > MAX_KIND || kind.contains([' ', '\t', '"']) {
        return None;
    }
    let told = match tag.split_once("json:\"") {
        Some((_, told)) => told.split_once('"')?.0,
        None if tag.contains("json") => return None,
        None => "",
    };
    let (own, options) = told.split_once(',').unwrap_or((told, ""));
    let is_written = name.starts_with(char::is_uppercase) && told != "-";
    let own = if own.is_empty() { name } else { own };
    (matches!(options, "" | "omitempty")).then(|| Field {
        name: name.to_owned(),
        key: is_written.then(|| own.to_owned()),
        omits: !options.is_empty(),
        kind: kind.to_owned(),
    })
}

/// Whether a value is empty, so that it is left out where that is asked for.
fn is_empty(value: &Expr, zero: &str) -> bool {
    match value {
        Expr::Text(text) => text.is_empty() && zero == "\"\"",
        Expr::List(_, items) => items.is_empty(),
        Expr::Map(_, members) => members.is_empty() && zero == "null",
        Expr::Name(word, _) => word == "nil" || word == "false" && zero == "false",
        Expr::Other(number) => number.as_str() == "0" && zero == "0",
        Expr::Call(..) => false,
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|char| char.is_alphanumeric() || char == '_')
}

/// A line without the remark at its end, and without blanks around it.
fn without_remark(line: &str) -> &str {
    let behind = line.rfind('`').map_or(0, |tag| tag + 1);
    line[behind..].find("//").map_or(line, |remark| &line[..behind + remark]).trim()
}
