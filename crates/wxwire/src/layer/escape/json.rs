//! Between the quotes of a JSON string.

use super::{Escaping, Unit};
use crate::layer::json::{escape_at, quote};

pub(crate) static JSON: Escaping = Escaping {
    marks: [b'\\'; 2],
    read: |text| {
        let (char, raw) = escape_at(text);
        Unit::char(raw, char)
    },
    write: |bytes, like| Some(write(std::str::from_utf8(bytes).ok()?, like)),
};

/// Escapes what must be, and what the source escapes though it need not: `/`, and all that is not ASCII.
fn write(text: &str, like: &str) -> String {
    let quoted = quote(text);
    let plain = &quoted[1..quoted.len() - 1];
    let slashes = like.contains("\\/");
    // A writer that escapes every character beyond ASCII leaves none of them in the source.
    let ascii = like.is_ascii() && escapes_beyond_ascii(like);
    if !slashes && !ascii {
        return plain.to_owned();
    }
    let mut out = String::with_capacity(plain.len());
    for char in plain.chars() {
        match char {
            '/' if slashes => out.push_str("\\/"),
            char if ascii && !char.is_ascii() => {
                let mut units = [0; 2];
                for unit in char.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            char => out.push(char),
        }
    }
    out
}

/// Whether an escape stands for a character beyond ASCII.
fn escapes_beyond_ascii(like: &str) -> bool {
    let mut rest = like;
    while let Some(at) = rest.find('\\') {
        let (char, read) = escape_at(&rest[at..]);
        if !char.is_ascii() {
            return true;
        }
        rest = &rest[at + read..];
    }
    false
}
