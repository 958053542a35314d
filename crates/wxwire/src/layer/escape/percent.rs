//! A value in the query of a URL.

use super::{Escaping, Unit};

pub(crate) static PERCENT: Escaping = Escaping {
    marks: [b'%', b'+'],
    read: |text| if text.starts_with('+') { Unit::byte(1, b' ') } else { read(text) },
    write: |bytes, like| Some(write(bytes, like)),
};

/// The same where a `+` is a `+`, as scripts escape.
pub(crate) static PLAIN_PLUS: Escaping =
    Escaping { marks: [b'%'; 2], read, write: |bytes, like| Some(write(bytes, like)) };

/// What a query may hold unescaped differs from reader to reader; all of them take what is escaped. What the source has
/// as it is, such as the padding of base64, stays so.
fn write(bytes: &[u8], like: &str) -> String {
    let is_raw = |byte: u8| byte.is_ascii_punctuation() && !b"%+&#".contains(&byte) && like.as_bytes().contains(&byte);
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || is_raw(byte);
    let mut raw = [false; 128];
    (0..128).for_each(|byte| raw[usize::from(byte)] = is_plain(byte));
    escaped(bytes, |byte| raw.get(usize::from(byte)).copied().unwrap_or_default())
}

fn read(text: &str) -> Unit {
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
    escaped(text.as_bytes(), |byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

fn escaped(bytes: &[u8], is_plain: impl Fn(u8) -> bool) -> String {
    let byte = |byte: &u8| match is_plain(*byte) {
        true => char::from(*byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    bytes.iter().map(byte).collect()
}
