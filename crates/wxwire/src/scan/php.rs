//! What PHP prints: `var_export`, `dd`, `var_dump`, `print_r`.
//!
//! The first have quotes around their texts, `var_dump` says how long each is, and `print_r` has one line for each value; where
//! one of its values goes on in the next line, nothing is read.

mod dumped;
mod lines;
mod rows;

use super::floor;
use super::printed::{Read, Reader, Stopped};

/// How far before its bracket the head of a value may begin.
const MAX_HEAD: usize = 200;

/// Reads what `var_dump` wrote, whose first `{` stands at a place; with the place where its head begins.
pub(super) fn dumped(text: &str, sign: usize) -> Option<Read<'_>> {
    let from = floor(text, sign.saturating_sub(MAX_HEAD));
    let head = text[from..sign].strip_suffix(' ')?;
    let start = from + ["array(", "object(", "class "].iter().filter_map(|name| head.rfind(name)).max()?;
    let mut reader = Reader::new(text, start);
    // What is no head of this bracket reads as something else, or goes on behind it.
    if reader.head()? != sign + 1 {
        return None;
    }
    reader.at = start;
    let read = reader.dumped(0);
    Some((start, reader, read))
}

/// Reads what `print_r` wrote, whose first key's `[` stands at a place.
pub(super) fn lines(text: &str, sign: usize) -> Option<Read<'_>> {
    let from = floor(text, sign.saturating_sub(MAX_HEAD));
    let head = text[from..sign].trim_ascii_end().strip_suffix('(')?.trim_ascii_end();
    let name = head.strip_suffix("Array").or_else(|| head.strip_suffix("stdClass Object"))?;
    if name.ends_with(char::is_alphanumeric) {
        return None;
    }
    let start = from + name.len();
    let mut reader = Reader::new(text, start);
    let read = reader.lines(0);
    Some((start, reader, read))
}

/// Reads what `dd` wrote, whose `[` stands at a place behind `array:2 `. Without that it is code.
pub(super) fn counted(text: &str, sign: usize) -> Option<Read<'_>> {
    let from = floor(text, sign.saturating_sub(MAX_HEAD));
    let counted =
        text[from..sign].strip_suffix(' ').map(|head| head.trim_end_matches(|char: char| char.is_ascii_digit()));
    let start = from + counted?.strip_suffix("array:")?.len();
    let mut reader = Reader::new(text, sign);
    let read = reader.rows(']', 0);
    Some((start, reader, read))
}

/// The first array in a part of a text as `var_export` writes it: where it begins, and what it is. In code it begins in one line
/// with its bracket.
pub(super) fn exported(text: &str, mut from: usize, to: usize) -> Option<Read<'_>> {
    while let Some(found) = memchr::memmem::find(&text.as_bytes()[from..to], b"array") {
        let start = from + found;
        from = start + "array".len();
        let head = [" (", "("].iter().find_map(|open| text[from..].strip_prefix(open));
        if !head.is_some_and(|inner| inner.starts_with(['\n', '\r'])) {
            continue;
        }
        let mut reader = Reader::new(text, start);
        match reader.word(0) {
            Err(Stopped::Here) => {}
            read => return Some((start, reader, read)),
        }
    }
    None
}
