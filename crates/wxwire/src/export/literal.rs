//! Strings in single quotes, as JavaScript and Python read them alike.

use super::{escape, is_hidden, rewrite};
use crate::request::{Payload, Preview};

/// Writes a text as a literal on one line.
pub(super) fn quote(out: &mut String, text: &str) {
    out.push('\'');
    rewrite(out, text, &|out, char| match char {
        char if is_hidden(char) => escape(out, char),
        char => {
            if matches!(char, '\'' | '\\') {
                out.push('\\');
            }
            out.push(char);
        }
    });
    out.push('\'');
}

/// Writes a body as one literal for each of its lines; `between` stands between them.
pub(super) fn lines(out: &mut String, body: &str, between: &str) {
    for (at, line) in body.split_inclusive('\n').enumerate() {
        if at > 0 {
            *out += between;
        }
        quote(out, line);
    }
}

/// Writes the headers, each on a line. Both languages send the characters up to U+00FF as one byte each, and take no
/// others.
pub(super) fn headers(out: &mut String, request: &Preview, indent: &str) {
    // What stands between parts is the library's own to choose.
    let is_own =
        |name: &str| matches!(request.body, Payload::Multipart(_)) && name.eq_ignore_ascii_case("content-type");
    for (name, value) in request.headers.iter().filter(|(name, _)| !is_own(name)) {
        *out += indent;
        quote(out, name);
        *out += ": ";
        quote(out, &value.bytes().map(char::from).collect::<String>());
        *out += ",\n";
    }
}
