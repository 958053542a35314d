//! Strings in single quotes, as JavaScript and Python read them alike.

use std::fmt::Write;

use super::is_hidden;

/// A text as a literal on one line.
pub(super) fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('\'');
    for char in text.chars() {
        match char {
            '\'' | '\\' => out.extend(['\\', char]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // None of these lies beyond the first plane.
            char if is_hidden(char) => write!(out, "\\u{:04x}", u32::from(char)).expect("a string takes all"),
            char => out.push(char),
        }
    }
    out.push('\'');
    out
}

/// One literal for each line of a text, its line end in it.
pub(super) fn lines(text: &str) -> impl Iterator<Item = String> {
    text.split_inclusive('\n').map(quote)
}

/// A header's value: both languages send the characters up to U+00FF as one byte each, and take no others.
pub(super) fn header(value: &str) -> String {
    match value.is_ascii() {
        true => quote(value),
        false => quote(&value.bytes().map(char::from).collect::<String>()),
    }
}
