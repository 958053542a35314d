//! What a place in a request cannot hold.

use super::Entry;
use crate::layer::escape::percent_encode;
use crate::layer::json::{Kind, Value};
use crate::problem::{Code, Problem, Unit};
use crate::schema::In;

/// The most bytes of path and query, encoded. Servers take less; what no client's library can write is refused here.
const MAX_URL: usize = 60_000;

impl Entry {
    /// The problems of values at places outside of the body: what would end a header or leave its step of the path.
    pub(crate) fn check_places(&self, values: Value<'_>, problems: &mut Vec<Problem>) {
        let (mut length, mut longest) = (self.path.len(), None);
        for (key, value) in values.members() {
            let Some(name) = key.as_str() else { continue };
            let place = self.field(&name).map_or_else(|| self.rest(), |field| self.place(field));
            if place == In::Body {
                continue;
            }
            let is_joined = || self.field(&name).is_some_and(|field| self.schema().rule(field.rule).join.is_some());
            let why = match value.kind() {
                Kind::Null | Kind::Object => Some("object"),
                Kind::Array if !value.items().all(|item| is_scalar(item.kind())) => Some("object"),
                Kind::Array if is_joined() => {
                    let texts = value.items().filter_map(|item| lost(place, &item.as_str()?));
                    texts.chain((place == In::Path && value.items().next().is_none()).then_some("empty")).next()
                }
                Kind::Array => (place != In::Query).then_some("list"),
                _ => value.as_str().and_then(|text| lost(place, &text)),
            };
            if let Some(why) = why {
                problems.push(Problem::new(Code::CannotHold).expected(why).found(value.source()).on(value));
            }
            if matches!(place, In::Path | In::Query) {
                let own = percent_encode(value.source()).len() + name.len() + 2;
                length += own;
                longest = longest.max(Some((own, value.span().start, value.span().end)));
            }
        }
        if let Some((_, start, _)) = longest.filter(|_| length > MAX_URL) {
            let value = values.members().map(|(_, value)| value).find(|value| value.span().start == start);
            let problem = Problem::new(Code::TooLong).measured(MAX_URL, length, Unit::Bytes);
            problems.extend(value.map(|value| problem.on(value)));
        }
    }
}

fn is_scalar(kind: Kind) -> bool {
    matches!(kind, Kind::String | Kind::Number | Kind::Bool)
}

/// Why a place cannot hold a text: what is not encoded there must not mean anything there.
fn lost(place: In, text: &str) -> Option<&'static str> {
    match place {
        // Encoded or not, every reader takes these for a way up or for nothing.
        In::Path if text.is_empty() => Some("empty"),
        In::Path if matches!(text, "." | "..") => Some("dots"),
        // No header can hold a line break, and blanks around it do not arrive.
        In::Header if text.contains(|char: char| char.is_ascii_control()) => Some("control"),
        In::Header if text.trim() != text => Some("blank"),
        _ => None,
    }
}
