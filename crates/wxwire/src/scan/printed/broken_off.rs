//! What Python prints, broken off at the end of a line.

use super::super::string::{self, Of};
use super::super::{Form, brackets};
use super::{Print, Reader, Stopped};
use crate::layer::json::quote as json_of;

/// Reads what begins at a place as Python prints it and breaks off at the end of the text, as far as it goes. `goes_on`: more
/// lines follow, so that what ends between two members may be code.
pub(in crate::scan) fn begun(text: &str, at: usize, goes_on: bool) -> Option<Print> {
    let mut reader = Reader::new(text, at);
    let stopped = reader.value(0).err()?;
    let rest = &text[reader.at..];
    let quote = rest.chars().next().filter(|char| matches!(char, '\'' | '"'));
    match (stopped, quote) {
        // A text that is not closed.
        (Stopped::Here, Some(quote)) => reader.json.push_str(&begun_text(rest, quote)?),
        (Stopped::Here, None) => return None,
        (Stopped::AtEnd, _) if goes_on && !reader.json.ends_with(':') => return None,
        (Stopped::AtEnd, _) => {}
    }
    reader.json = brackets::closed(&reader.json)?;
    reader.at = text.len();
    let print = reader.finish();
    (print.manner == Some(Form::Python)).then_some(print)
}

/// A text of which the end is missing, as JSON of which it is. An escape that lost a part is left out.
fn begun_text(rest: &str, quote: char) -> Option<String> {
    if string::read(rest, 0, Of::Text).is_some() {
        return None;
    }
    let (text, _) = string::read(&format!("{}{quote}", &rest[..whole_escapes(rest)]), 0, Of::Text)?;
    let mut json = json_of(&text);
    json.pop();
    Some(json)
}

/// Where the last escape begins, if it lost a part; the end, if it did not.
fn whole_escapes(text: &str) -> usize {
    let mut chars = text.char_indices();
    while let Some((at, char)) = chars.next() {
        if char != '\\' {
            continue;
        }
        let digits = match chars.next() {
            Some((_, 'x')) => 2,
            Some((_, 'u')) => 4,
            Some((_, 'U')) => 8,
            Some(_) => 0,
            None => return at,
        };
        if text.len() < at + "\\x".len() + digits && digits > 0 {
            return at;
        }
    }
    text.len()
}
