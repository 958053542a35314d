//! Text and attributes of XML, and text that was escaped for HTML.

use super::{Escaping, Unit};

/// The longest reference that is read: `&#x10FFFF;`, and some leading zeros.
const LONGEST: usize = 16;

/// Text between tags.
pub(crate) static TEXT: Escaping =
    Escaping { mark: |byte| byte == b'&', read, write: |text, _| write(text, |char| char == '>') };

/// An attribute's value, between whichever quotes.
pub(crate) static ATTRIBUTE: Escaping = Escaping {
    mark: |byte| byte == b'&',
    read,
    write: |text, _| write(text, |char| matches!(char, '"' | '\'' | '\t' | '\n')),
};

/// The reference that a text begins with; an `&` that begins none stands for itself.
fn read(text: &str) -> Unit {
    match reference(text) {
        Some((char, raw)) => Unit::char(raw, char),
        None => Unit::byte(1, b'&'),
    }
}

fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let char = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?).filter(|char| *char != '\0')?
        }
    };
    Some((char, end + 1))
}

/// Escapes `&`, `<`, a carriage return, which a reader would drop, and what else has to be. Most control characters
/// cannot stand in XML at all.
fn write(text: &str, also: fn(char) -> bool) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' if also('>') => out.push_str("&gt;"),
            '"' if also('"') => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            char if also(char) => out.push_str(&format!("&#{};", char as u32)),
            '\t' | '\n' => out.push(char),
            char if char < ' ' || matches!(char, '\u{fffe}' | '\u{ffff}') => return None,
            char => out.push(char),
        }
    }
    Some(out)
}
