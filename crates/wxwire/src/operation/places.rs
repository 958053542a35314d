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
            let held = match value.kind() {
                Kind::Null | Kind::Object => false,
                Kind::Array => place == In::Query && value.items().all(|item| is_scalar(item.kind())),
                _ => value.as_str().is_none_or(|text| can_hold(place, &text)),
            };
            if !held {
                problems.push(Problem::new(Code::CannotHold).found(value.source()).on(value));
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

/// Whether a place can hold a text: what is not encoded there must not mean anything there.
fn can_hold(place: In, text: &str) -> bool {
    match place {
        // Encoded or not, every reader takes these for a way up or for nothing.
        In::Path => !matches!(text, "" | "." | ".."),
        // No header can hold a line break, and blanks around it do not arrive.
        In::Header => !text.contains(|char: char| char.is_ascii_control()) && text.trim() == text,
        _ => true,
    }
}
