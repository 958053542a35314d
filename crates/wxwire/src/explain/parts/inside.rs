//! Payloads inside of JSON that is nobody's: the record of a log, a list of callbacks, what a browser recorded.

use super::{Part, behind, queries, status};
use crate::explain::{Kind, explain, kind_of};
use crate::layer::base64;
use crate::layer::document::Around;
use crate::layer::json::{Kind as Json, Tree, Value};
use crate::scan;
use crate::verdict::integer;

/// How deep it is looked.
const MAX_LEVELS: usize = 12;

/// So many values are looked at.
const MAX_VALUES: usize = 10_000;

/// So many payloads are found.
const MAX_FOUND: usize = 1000;

/// What some gateway sent or is sent, outermost first.
pub(super) fn parts(bytes: &[u8]) -> Vec<Part<'_>> {
    let start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let Ok(tree) = Tree::read(&bytes[start..]) else { return vec![] };
    let mut look = Look { found: vec![], left: MAX_VALUES, start, status: None };
    look.below(tree.root(), MAX_LEVELS);
    behind::judge_record(&mut look.found);
    let is_cut = look.left == 0 || look.found.len() >= MAX_FOUND;
    if let Some(last) = look.found.last_mut().filter(|_| is_cut) {
        last.explanation.more = true;
    }
    look.found
}

/// Whether something that was found is an object of the JSON itself, and not in a text that a log's record quotes.
pub(super) fn holds_object(found: &[Part<'_>]) -> bool {
    found.iter().any(|part| part.form.is_none())
}

/// Whether an object says itself that something went wrong, so that what is inside of it is not all that there is to say.
pub(super) fn says_no(bytes: &[u8]) -> bool {
    Tree::read(bytes).is_ok_and(|tree| {
        tree.root().members().take(MAX_VALUES).any(|(key, value)| {
            let name = key.as_str().unwrap_or_default().to_ascii_lowercase();
            let text = value.as_str().unwrap_or_default();
            match name.as_str() {
                "errcode" | "ret" | "code" | "errno" | "err_code" | "error_code" => {
                    match integer(value).or_else(|| text.parse().ok()) {
                        Some(code) => code != 0 && code != 200,
                        // In words: `SUCCESS`, `InvalidParameter`.
                        None => !text.is_empty() && !WELL.iter().any(|word| text.eq_ignore_ascii_case(word)),
                    }
                }
                "error" | "err" => value.kind() == Json::Object || !text.is_empty(),
                "success" | "ok" => value.as_bool() == Some(false),
                "status" => ["fail", "failed", "failure", "error"].iter().any(|word| text.eq_ignore_ascii_case(word)),
                _ => false,
            }
        })
    })
}

/// Codes in words that say that all went well.
const WELL: [&str; 4] = ["success", "succeeded", "ok", "succeed"];

struct Look {
    found: Vec<Part<'static>>,
    left: usize,
    /// Where the JSON begins.
    start: usize,
    /// The HTTP status that an object around says.
    status: Option<u16>,
}

impl Look {
    fn below(&mut self, value: Value<'_>, levels: usize) {
        let around = self.status;
        self.status = status::of(value).or(around);
        for (_, member) in value.members() {
            self.at(member, levels);
        }
        for item in value.items() {
            self.at(item, levels);
        }
        self.status = around;
    }

    fn at(&mut self, value: Value<'_>, levels: usize) {
        if levels == 0 || self.left == 0 || self.found.len() >= MAX_FOUND {
            return;
        }
        self.left -= 1;
        match value.kind() {
            Json::Object if value.members().next().is_some() && self.take(value, value.source(), true) => {}
            Json::Object | Json::Array => self.below(value, levels - 1),
            Json::String => {
                let text = value.as_str().unwrap_or_default();
                // A request that was asked by its query alone.
                for part in queries::parts(&text) {
                    self.push(value, part, false);
                }
                if text.len() > 8 && memchr::memchr2(b'{', b'<', text.as_bytes()).is_some() {
                    self.text(value, &text, levels);
                } else if let Some(text) = encoded(&text) {
                    self.text(value, &text, levels);
                }
            }
            _ => {}
        }
    }

    /// A text that is a payload, or holds some.
    fn text(&mut self, value: Value<'_>, text: &str, levels: usize) {
        if self.take(value, text, false) {
            return;
        }
        if let Ok(tree) = Tree::parse(text) {
            return self.nested(value, tree.root(), levels);
        }
        let mut parts = Vec::new();
        for payload in scan::payloads(text) {
            match Tree::parse(&payload.text) {
                Ok(tree) if !is_kind(&payload.text) => self.nested(value, tree.root(), levels),
                _ => parts.extend(super::of_payload(payload)),
            }
        }
        behind::judge(text, &mut parts);
        for part in parts.into_iter().filter(|part| is_sent(part.explanation.kind)) {
            self.push(value, part.owned(), false);
        }
    }

    /// What is in JSON that stands in a text.
    fn nested(&mut self, value: Value<'_>, root: Value<'_>, levels: usize) {
        let mut inner = Look { found: vec![], left: self.left, start: 0, status: self.status };
        inner.below(root, levels.saturating_sub(1));
        self.left = inner.left;
        for part in inner.found {
            self.push(value, part, false);
        }
    }

    /// Takes a value that is one as a whole.
    fn take(&mut self, value: Value<'_>, text: &str, is_verbatim: bool) -> bool {
        let is_taken = text.trim_ascii_start().starts_with(['{', '<', '[']) && is_kind(text);
        if is_taken && let Ok(explanation) = explain(text.as_bytes(), None) {
            self.push(value, Part::new(explanation, text.as_bytes().to_vec()), is_verbatim);
        }
        is_taken
    }

    fn push(&mut self, value: Value<'_>, part: Part<'static>, is_verbatim: bool) {
        let span = value.span();
        let span = span.start + self.start..span.end + self.start;
        let form = part.form.or((!is_verbatim).then_some(scan::Form::Escaped));
        let at = part.at.clone().map_or_else(|| value.pointer(), |inner| format!("{}!{inner}", value.pointer()));
        let mut part = part.placed(&span, is_verbatim);
        (part.at, part.form, part.status) = (Some(at), form, part.status.or(self.status));
        status::judge(&mut part);
        self.found.push(part);
    }
}

/// What a text says that stands in base64, as recordings keep a body; none where that is no JSON and no XML.
fn encoded(text: &str) -> Option<String> {
    // `{"` and `<` begin so.
    let begins =
        text.len() >= 16 && ["ey", "PD", "PH", "PG", "PE", "PF", "PC", "W3"].iter().any(|sign| text.starts_with(sign));
    let bytes = begins.then(|| base64::decode(text).ok())??;
    String::from_utf8(bytes).ok().filter(|text| text.starts_with(['{', '<', '[']))
}

/// Whether a text is something of that kind, and nothing around it.
fn is_kind(text: &str) -> bool {
    kind_of(text).is_some_and(|(kind, around)| is_sent(kind) && around == Around::Nothing)
}

/// Whether it is what gateways are sent or send: a card in a list is one of its values.
fn is_sent(kind: Kind) -> bool {
    matches!(kind, Kind::Reply | Kind::Callback | Kind::Request | Kind::PassiveReply)
}
