//! A text as it was before somebody escaped all of it.

use super::report::{Fix, Repair};
use super::text::Text;
use crate::layer::escape::{Escaping, JSON, TEXT};
use crate::layer::json::Tree;

/// How often a text may be escaped as a whole.
const MAX_ESCAPED: usize = 3;

/// How many quotes are looked at to tell whether a text is escaped in part.
const MAX_QUOTES: usize = 1000;

/// The text as it was before somebody escaped it for HTML: told by quotes that are escaped, all of them or those from the
/// first bracket on.
pub(crate) fn unescaped(mut text: Text, repairs: &mut Vec<Repair>) -> Text {
    for _ in 0..MAX_ESCAPED {
        let source = text.as_str();
        let quoted = |text: &str| {
            ["&quot;", "&#34;", "&#x22;", "&#39;", "&amp;quot;", "&amp;#34;", "&amp;amp;quot;"]
                .iter()
                .any(|quote| text.starts_with(quote))
        };
        let behind_bracket = source.find(['{', '[']).is_some_and(|at| quoted(source[at + 1..].trim_start()));
        let escaped = || source.match_indices('&').map(|(at, _)| at).filter(|at| quoted(&source[*at..]));
        let none_plain = !source.contains('"') && escaped().next().is_some();
        // Where only some quotes are escaped, nobody knows what else is: a value may hold `&lt;` as it stands.
        let in_json = |at: usize| source[..at].trim_end().ends_with(['{', '[', ':', ',']);
        let mixed = escaped().next().is_some_and(|first| {
            source[first..].match_indices('"').take(MAX_QUOTES).any(|(at, _)| in_json(first + at))
        });
        if mixed || !behind_bracket && !none_plain {
            break;
        }
        text = whole(&text, &TEXT, Fix::HtmlEscaped, repairs);
    }
    text
}

/// A body that is the inside of a JSON string, or a JSON string with its quotes.
pub(crate) fn opened(body: Text, repairs: &mut Vec<Repair>) -> Text {
    let source = body.as_str();
    let trimmed = source.trim();
    let begins = trimmed.strip_prefix(['{', '[']).is_some_and(|rest| rest.trim_start().starts_with("\\\""));
    if begins && is_inside(trimmed) {
        return whole(&body, &JSON, Fix::JsonEscaped, repairs);
    }
    let string = trimmed.starts_with('"') && trimmed.len() > 1 && Tree::parse(trimmed).is_ok();
    if !string {
        return body;
    }
    let start = source.len() - source.trim_start().len();
    whole(&body.slice(start + 1..start + trimmed.len() - 1), &JSON, Fix::JsonEscaped, repairs)
}

/// Whether a text could stand between the quotes of a JSON string, line breaks aside.
fn is_inside(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let right = match byte {
            b'"' => false,
            b'\\' => bytes.next().is_some_and(|byte| b"\"\\/bfnrtu".contains(&byte)),
            _ => true,
        };
        if !right {
            return false;
        }
    }
    true
}

/// The text without the escapes of all of it, told as one repair.
pub(super) fn whole(text: &Text, how: &Escaping, fix: Fix, repairs: &mut Vec<Repair>) -> Text {
    let first = how.next(text.as_str(), 0);
    let (plain, count) = text.unescaped(how);
    if let Some((escape, char)) = first {
        let before = text.as_str().get(escape.clone()).unwrap_or_default();
        repairs.push(Repair::whole(fix, text.span(escape), before, char.encode_utf8(&mut [0; 4]), count));
    }
    plain
}
