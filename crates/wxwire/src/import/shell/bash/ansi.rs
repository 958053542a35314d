//! `$'…'`: text with the escapes of C.

use crate::import::shell::Reader;

/// `$'…'`, in which a backslash begins the escapes of C.
pub(super) fn ansi(reader: &mut Reader<'_>) {
    loop {
        let rest = reader.rest();
        let Some(plain) = rest.find(['\'', '\\']) else { return reader.unclosed() };
        reader.take(plain);
        if rest[plain..].starts_with('\'') {
            return reader.at += 1;
        }
        let escape = &rest[plain + 1..];
        if let Some((char, length)) = bytes(&rest[plain..]) {
            reader.take_as(char, length);
            continue;
        }
        let number = |from: usize, most: usize, radix: u32| {
            let digits = escape.get(from..).unwrap_or_default();
            let length = digits.chars().take(most).take_while(|char| char.is_digit(radix)).count();
            let code = digits.get(..length).and_then(|digits| u32::from_str_radix(digits, radix).ok());
            code.map(|code| (code, 1 + from + length))
        };
        let simple = |char: char| Some((char as u32, 2));
        let code = match escape.chars().next() {
            Some('n') => simple('\n'),
            Some('t') => simple('\t'),
            Some('r') => simple('\r'),
            Some('a') => simple('\x07'),
            Some('b') => simple('\x08'),
            Some('e' | 'E') => simple('\x1b'),
            Some('f') => simple('\x0c'),
            Some('v') => simple('\x0b'),
            Some(char @ ('\'' | '"' | '\\' | '?')) => simple(char),
            // Beyond ASCII it is half a character to bash; Firefox means the character of that number.
            Some('x') => number(1, 2, 16),
            Some('u') => surrogates(escape).or_else(|| number(1, 4, 16)),
            Some('U') => number(1, 8, 16),
            Some('0'..='7') => number(0, 3, 8).filter(|(code, _)| *code < 0x80),
            _ => None,
        };
        match code.and_then(|(code, length)| Some((char::from_u32(code)?, length))) {
            Some((char, length)) => reader.take_as(char, length),
            None => reader.take(1),
        }
    }
}

/// A character beyond ASCII by its bytes: `\342\200\216`, `\xe2\x80\x8e`; and their length.
fn bytes(text: &str) -> Option<(char, usize)> {
    let (mut bytes, mut at) = (Vec::new(), 0);
    while bytes.len() < 4 {
        let escape = text.get(at..)?.strip_prefix('\\')?;
        let (digits, radix, most) = match escape.strip_prefix('x') {
            Some(digits) => (digits, 16, 2),
            None => (escape, 8, 3),
        };
        let length = digits.chars().take(most).take_while(|char| char.is_digit(radix)).count();
        // Of nine bits, bash takes eight.
        let byte = u32::from_str_radix(digits.get(..length)?, radix).ok()?.to_le_bytes()[0];
        if byte < 0x80 {
            return None;
        }
        bytes.push(byte);
        at += 1 + escape.len() - digits.len() + length;
        if let Ok(char) = std::str::from_utf8(&bytes) {
            return Some((char.chars().next()?, at));
        }
    }
    None
}

/// Two halves of a character, as browsers write what stands beyond U+FFFF.
fn surrogates(escape: &str) -> Option<(u32, usize)> {
    let half = |from: usize| u32::from_str_radix(escape.get(from..from + 4)?, 16).ok();
    let (high, low) = (half(1)?, half(7).filter(|_| escape.get(5..7) == Some("\\u"))?);
    let pair = (0xd800..0xdc00).contains(&high) && (0xdc00..0xe000).contains(&low);
    pair.then(|| (0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00), 12))
}
