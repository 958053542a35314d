//! The status in a log that puts the same before each line of an answer: a time, a level, the name of what writes.

use super::{is_of_answer, line};

/// The status in the lines before a reply, the nearest first, by what stands before it in its own.
pub(super) fn before<'t>(own: &str, lines: impl Iterator<Item = &'t str>) -> Option<u16> {
    let head = line::unannounced(timeless(own));
    for line in lines {
        let line = timeless(line).trim_end();
        let rest = if line == head.trim_end() { "" } else { line.strip_prefix(head)?.trim() };
        if let Some(status) = line::begun(rest) {
            return Some(status);
        }
        if !is_of_answer(rest) {
            return None;
        }
    }
    None
}

/// A line without the time that it begins with.
fn timeless(line: &str) -> &str {
    let is_time = |char: char| {
        char.is_ascii_digit()
            || char.is_ascii_whitespace()
            || matches!(char, '-' | ':' | '/' | '.' | ',' | '+' | 'T' | 'Z' | '[' | ']')
    };
    match line.trim_start_matches('[').starts_with(|char: char| char.is_ascii_digit()) {
        true => line.trim_start_matches(is_time),
        false => line,
    }
}
