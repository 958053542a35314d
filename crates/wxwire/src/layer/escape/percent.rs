//! A value in the query of a URL.

use super::{Escaping, Unit};

pub(crate) static PERCENT: Escaping = Escaping {
    mark: |byte| byte == b'%' || byte == b'+',
    read,
    // What a query may hold unescaped differs from reader to reader; all of them take what is escaped.
    write: |text, _| Some(percent_encode(text)),
};

fn read(text: &str) -> Unit {
    if text.starts_with('+') {
        return Unit::byte(1, b' ');
    }
    let digits = text.get(1..3).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
        Some(byte) => Unit::byte(3, byte),
        None => Unit::byte(1, b'%'),
    }
}

/// What a text in a URL stands for.
pub(crate) fn percent_decode(text: &str) -> String {
    String::from_utf8_lossy(&PERCENT.decode(text)).into_owned()
}

/// A text as it may stand anywhere in a URL.
pub(crate) fn percent_encode(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}
