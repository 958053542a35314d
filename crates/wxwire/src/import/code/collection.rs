//! Lists and maps.

use super::language::{Collection, Holds, Types};
use super::objects::{are_properties, element, is_anonymous, is_of_class, objects};
use super::reader::{Reader, begins_name};
use super::{Expr, OBJECT, SPREAD};
use crate::import::found::Form;
use crate::import::text::Text;

impl Reader<'_> {
    /// The list or the map that begins here.
    pub(super) fn collection(&mut self) -> Option<Expr> {
        let rest = self.rest();
        let kind = self.language.collections.iter().find(|one| rest.starts_with(one.open))?;
        let start = self.at;
        self.step(kind.open.len());
        Some(self.collected(kind, start))
    }

    /// The members between these braces, such as `{ Method = x, Content = y }` behind what makes an object.
    pub(crate) fn initializer(&mut self) -> Vec<(Text, Expr)> {
        self.step(1);
        self.brackets += 1;
        let members = self.items('}', true).1;
        self.brackets -= 1;
        members
    }

    /// An object by its type and some of its fields: `Message{Content: "…"}`.
    pub(super) fn object(&mut self, name: &str, start: usize) -> Expr {
        self.step(1);
        self.brackets += 1;
        let (items, members) = self.items('}', true);
        self.brackets -= 1;
        let place = self.text.slice(start..self.at);
        if !items.is_empty() {
            return Expr::Other(place);
        }
        let fields = members.into_iter().map(|(field, value)| (Some(field), value)).collect();
        Expr::Call(format!("{name}{OBJECT}"), fields, place)
    }

    /// What stands up to the bracket that closes a collection.
    fn collected(&mut self, kind: &Collection, start: usize) -> Expr {
        let lists = std::mem::replace(&mut self.lists, true);
        self.brackets += 1;
        let value = if kind.holds == Holds::Map {
            let (members, is_closed) = self.members(kind.close);
            let place = self.text.slice(start..self.at);
            if is_closed { Expr::Map(place, members) } else { Expr::Other(place) }
        } else {
            let (items, members) = self.items(kind.close, kind.holds == Holds::Either);
            let place = self.text.slice(start..self.at);
            // `map[string]any{}`, `new Dictionary<string, object> { }`, `[:]`
            let is_typed = ["map[", "new Dictionary<"].iter().any(|kind| place.as_str().starts_with(kind));
            let is_map = !members.is_empty() || is_typed || place.as_str() == "[:]";
            if is_anonymous(place.as_str()) && !items.is_empty() {
                return self.anonymous(place, members, items, lists);
            }
            let is_mixed = !members.is_empty() && (!items.is_empty() || place.as_str().starts_with("[]"));
            match kind.holds == Holds::Either && is_map && items.is_empty() {
                // Which number an item has is not counted.
                _ if is_mixed => Expr::Other(place),
                true if self.language.numbers_items() && is_numbered(&members) => {
                    Expr::List(place, members.into_iter().map(|(_, value)| value).collect())
                }
                true => Expr::Map(place, members),
                false => Expr::List(place, items),
            }
        };
        self.brackets -= 1;
        self.lists = lists;
        value
    }

    /// Members up to a bracket; whether it was there, or the text was over.
    fn members(&mut self, close: char) -> (Vec<(Text, Expr)>, bool) {
        let shorthand = self.language.shorthand;
        let mut members = Vec::new();
        loop {
            let before = self.at;
            self.space();
            match self.peek() {
                None => return (members, true),
                Some(char) if char == close => {
                    self.step(1);
                    return (members, true);
                }
                Some(';') => self.step(1),
                Some(',' | ')' | ']' | ':') if shorthand => self.step(1),
                Some(_) if self.spreads() => {
                    let start = self.at;
                    let value = self.expression();
                    let place = self.since(start);
                    members.push((Text::default(), Expr::Call(SPREAD.to_owned(), vec![(None, value)], place)));
                }
                Some(_) => {
                    let start = self.at;
                    let word = self.is_word();
                    let key = self.key();
                    self.space();
                    let pair = self.takes_pair();
                    if let Some(pair) = pair.filter(|_| shorthand || !key.is_empty()) {
                        let key = self.named_by(key, word, pair);
                        let value = self.expression();
                        members.push((key, value));
                    } else if shorthand {
                        members.push((key.clone(), Expr::Name(key.as_str().to_owned(), key)));
                    } else {
                        self.at = before;
                        return (members, false);
                    }
                    if self.at == start {
                        self.skip();
                    }
                    if self.at == start {
                        self.step_over();
                    }
                }
            }
        }
    }

    /// The key of a member: a text or a word.
    pub(crate) fn key(&mut self) -> Text {
        if let Some(text) = self.string() {
            return text;
        }
        let start = self.at;
        self.path();
        let rest = self.rest();
        // PowerShell's words hold dashes.
        if self.language.looks_up {
            let length = rest.find(|char: char| !(char.is_alphanumeric() || "_-".contains(char)));
            self.step(length.unwrap_or(rest.len()));
        }
        self.text.slice(start..self.at)
    }

    /// Skips what stands between a key and its value, if it comes next.
    pub(super) fn takes_pair(&mut self) -> Option<&'static str> {
        let language = self.language;
        language.pairs.iter().copied().find(|pair| self.takes(pair))
    }

    /// Whether a bare word comes next that is no symbol, such as Ruby's `:a`.
    pub(super) fn is_word(&self) -> bool {
        let before = self.text.as_str().as_bytes().get(self.at.wrapping_sub(1));
        self.peek().is_some_and(begins_name) && !self.string_begins() && before != Some(&b':')
    }

    /// A key; a bare word is code where the language takes it for a variable.
    pub(super) fn named_by(&self, key: Text, is_word: bool, pair: &str) -> Text {
        if !is_word || self.language.names.contains(&pair) {
            return key;
        }
        let mut code = key.slice(0..0);
        code.push_code(&key, 0..key.len());
        code
    }

    /// Items up to a bracket, and those of them that are pairs.
    fn items(&mut self, close: char, pairs: bool) -> (Vec<Expr>, Vec<(Text, Expr)>) {
        let (mut items, mut members) = (Vec::new(), Vec::new());
        while self.budget > 0 {
            self.space();
            match self.peek() {
                None => break,
                Some(char) if char == close => {
                    self.step(1);
                    break;
                }
                Some(',' | '}' | ')' | ']' | ';' | ':') => self.step(1),
                Some(_) if self.spreads_items() => {
                    let start = self.at;
                    let value = self.expression();
                    items.push(Expr::Call(SPREAD.to_owned(), vec![(None, value)], self.since(start)));
                }
                Some(_) => {
                    let start = self.at;
                    let (key, value) = if pairs { self.item() } else { (None, self.expression()) };
                    match (key, value) {
                        (Some(key), value) => members.push((key, value)),
                        // A comma has made a list of a line of them.
                        (None, Expr::List(_, more)) if self.language.types == Types::Brackets => items.extend(more),
                        (None, one) => items.push(one),
                    }
                    if self.at == start {
                        self.step_over();
                    }
                }
            }
        }
        (items, members)
    }

    /// An item, with its key where it is a pair: `"a" => 1`, `a = 1`, `["a"] = 1`, `{"a", 1}`.
    fn item(&mut self) -> (Option<Text>, Expr) {
        let start = self.at;
        let index = self.language.types == Types::New && self.takes("[");
        let word = self.is_word();
        let key = self.key();
        let is_key = self.at > start && (!index || self.takes("]"));
        self.space();
        if is_key && let Some(pair) = self.takes_pair() {
            // A name in brackets is looked up, whatever stands behind it.
            let key = self.named_by(key, word, if index { "" } else { pair });
            return (Some(key), self.expression());
        }
        self.at = start;
        match self.expression() {
            // A pair in braces of its own.
            Expr::List(place, items) if place.as_str().starts_with('{') => match <[Expr; 2]>::try_from(items) {
                Ok([Expr::Text(key), value]) => (Some(key), value),
                Ok(other) => (None, Expr::List(place, other.into())),
                Err(items) => (None, Expr::List(place, items)),
            },
            value => (None, value),
        }
    }

    /// A list or a map behind its type: `new List<string> { … }`, `map[string]any{ … }`.
    pub(super) fn typed_literal(&mut self) -> Option<Expr> {
        let rest = self.rest();
        let begins = match self.language.types {
            Types::New => rest.starts_with("new ") || rest.starts_with("new[") || rest.starts_with("new{"),
            Types::Bare => rest.starts_with("map[") || rest.starts_with('[') || rest.starts_with("gin.H{"),
            Types::None | Types::Brackets => false,
        };
        let is_bare = self.language.types == Types::Bare;
        let is_type = |char: char| char.is_alphanumeric() || "_.<>,?[]() ".contains(char) || char == '*' && is_bare;
        let brace = rest.bytes().take(300).position(|byte| byte == b'{').filter(|_| begins)?;
        // `interface{}` is a type with a bracket of its own.
        let inner = if rest[..brace].ends_with("interface") {
            rest[brace..].strip_prefix("{}")?.find('{').map(|at| brace + 2 + at)?
        } else {
            brace
        };
        let kind = &rest[..brace];
        // A class of Java's, which has statements.
        if self.language.form == Form::Java && kind.trim_end().ends_with(')') {
            return None;
        }
        if !kind.chars().all(|char| is_type(char) || char.is_whitespace()) {
            return None;
        }
        // A bracket that is open belongs to a call: it is the call's argument that has a type.
        if kind.matches('(').count() != kind.matches(')').count() {
            return None;
        }
        let start = self.at;
        let of = self.language.has_objects().then(|| element(kind)).flatten();
        self.step(inner + 1);
        if let Some(of) = of {
            let items = self.collected(&Collection { open: "{", close: '}', holds: Holds::Either }, start);
            return Some(objects(items, of));
        }
        let made = self.collected(&Collection { open: "{", close: '}', holds: Holds::Either }, start);
        let is_unknown = self.language.form == Form::CSharp && is_of_class(kind) && are_properties(&made);
        Some(if is_unknown { Expr::Other(self.since(start)) } else { made })
    }
}

/// Whether the keys of a map count from zero.
fn is_numbered(members: &[(Text, Expr)]) -> bool {
    members.iter().enumerate().all(|(at, (key, _))| key.as_str() == at.to_string())
}
