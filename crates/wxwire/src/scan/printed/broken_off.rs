//! What languages print, broken off at the end of a line or of the text.

use super::super::string::{self, Of};
use super::super::{Form, brackets};
use super::{Print, Reader, Stopped};
use crate::layer::json::quote as json_of;

/// Reads what begins at a place as Python, Ruby or Rust print it and breaks off at the end of the text, as far as it goes.
/// `goes_on`: more lines follow, so that what ends between two members may be code.
pub(in crate::scan) fn begun(text: &str, at: usize, goes_on: bool) -> Option<Print> {
    let mut reader = Reader::new(text, at);
    let stopped = reader.value(0).err()?;
    let rest = &text[reader.at..];
    let quote = rest.chars().next().filter(|char| matches!(char, '\'' | '"'));
    let is_in_text = stopped == Stopped::Here;
    match (stopped, quote) {
        // A text that is not closed.
        (Stopped::Here, Some(quote)) => reader.json.push_str(&begun_text(rest, quote)?),
        (Stopped::Here, None) => return None,
        (Stopped::AtEnd, _) if goes_on && !reader.is_at_key && !reader.json.ends_with(':') => return None,
        (Stopped::AtEnd, _) => {}
    }
    let print = reader.closed(!is_in_text)?;
    matches!(print.manner, Some(Form::Python | Form::Ruby | Form::Rust)).then_some(print)
}

impl Reader<'_> {
    /// What was read of something that breaks off with the text, without the member that it breaks off in. None where it stopped
    /// in an earlier line, so that it is rather no print.
    pub(in crate::scan) fn broken_off(self) -> Option<Print> {
        let is_last = !self.text[self.at..].trim_ascii().contains('\n');
        is_last.then(|| self.closed(true))?
    }

    /// `is_whole`: what was read last is whole, if it is a value.
    fn closed(mut self, is_whole: bool) -> Option<Print> {
        if is_whole && !self.is_at_key && !self.json.ends_with([':', ',', '{', '[']) {
            self.json.push(',');
        }
        self.json = brackets::closed(&self.json)?;
        self.at = self.text.trim_ascii_end().len();
        Some(self.finish())
    }
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
