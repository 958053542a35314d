//! Strings of programming languages.

/// What a string is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Of {
    Text,
    /// Python's `b'…'`: `\xE4` is a byte, and `\u4f60` is nothing.
    Bytes,
    /// Ruby's and Rust's, and those of their kin: what would begin something has a backslash, too.
    Marked,
}

/// A string whose opening quote stands at a place: what it says, and where it ends. None where it does not end, or not in its
/// line.
pub(super) fn read(text: &str, at: usize, of: Of) -> Option<(String, usize)> {
    let quote = text[at..].chars().next()?;
    let from = at + quote.len_utf8();
    let end = end(text, from, quote)?;
    Some((unescaped(&text[from..end], of), end + quote.len_utf8()))
}

/// A string of PHP's or Perl's between single quotes, which may have lines, and in which a backslash stands for itself but
/// before a quote or another.
pub(super) fn raw(text: &str, at: usize) -> Option<(String, usize)> {
    let (bytes, from) = (text.as_bytes(), at + 1);
    let (mut out, mut start, mut here) = (String::new(), from, from);
    loop {
        here += memchr::memchr2(b'\'', b'\\', bytes.get(here..)?)?;
        match bytes[here] {
            b'\'' => {
                out.push_str(&text[start..here]);
                return Some((out, here + 1));
            }
            _ => {
                if matches!(bytes.get(here + 1), Some(b'\'' | b'\\')) {
                    out.push_str(&text[start..here]);
                    start = here + 1;
                    here += 1;
                }
                here += 1;
            }
        }
    }
}

/// Where the quote stands that ends a string.
fn end(text: &str, from: usize, quote: char) -> Option<usize> {
    let (bytes, quote) = (text.as_bytes(), u8::try_from(quote).ok()?);
    let mut at = from;
    loop {
        at += memchr::memchr3(quote, b'\\', b'\n', bytes.get(at..)?)?;
        match bytes[at] {
            b'\\' => at += 2,
            // Only JavaScript's templates have lines.
            b'\n' if quote != b'`' => return None,
            b'\n' => at += 1,
            _ => return Some(at),
        }
    }
}

/// A text with the escapes resolved that Python, JavaScript and JSON have; what is none stays as it stands.
pub(super) fn unescaped(text: &str, of: Of) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    // Bytes may be parts of a character.
    let mut out: Vec<u8> = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.extend(rest[..at].bytes());
        rest = &rest[at + 1..];
        let mut chars = rest.chars();
        let Some(char) = chars.next() else {
            out.push(b'\\');
            break;
        };
        let behind = chars.as_str();
        let digits = |count: usize| behind.get(..count).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        let plain = match char {
            'n' => Some('\n'),
            't' => Some('\t'),
            'r' => Some('\r'),
            'b' => Some('\u{8}'),
            'f' => Some('\u{c}'),
            'v' => Some('\u{b}'),
            '0' => Some('\0'),
            '\\' | '\'' | '"' | '/' | '`' => Some(char),
            'e' if of == Of::Marked => Some('\u{1b}'),
            'a' if of == Of::Marked => Some('\u{7}'),
            '#' | '$' | '@' if of == Of::Marked => Some(char),
            _ => None,
        };
        let length = match (char, of) {
            ('x', _) => 2,
            ('u', Of::Text | Of::Marked) => 4,
            ('U', Of::Text | Of::Marked) => 8,
            _ => 0,
        };
        if let (true, Some((code, length))) = (of != Of::Bytes && matches!(char, 'u' | 'x'), in_braces(behind)) {
            push(&mut out, code);
            rest = &behind[length..];
            continue;
        }
        match (plain, digits(length).filter(|_| length > 0)) {
            (Some(plain), _) => {
                push(&mut out, plain);
                rest = behind;
            }
            (None, Some(byte)) if length == 2 && of == Of::Bytes => {
                out.push(byte as u8);
                rest = &behind[2..];
            }
            (None, Some(high @ 0xd800..0xdc00)) => {
                let low = behind.get(4..6).filter(|sign| *sign == "\\u").and_then(|_| behind.get(6..10));
                let low = low.and_then(|hex| u32::from_str_radix(hex, 16).ok()).filter(|low| low & 0xfc00 == 0xdc00);
                let char = low.and_then(|low| char::from_u32(0x1_0000 + ((high & 0x3ff) << 10) + (low & 0x3ff)));
                push(&mut out, char.unwrap_or(char::REPLACEMENT_CHARACTER));
                rest = &behind[if char.is_some() { 10 } else { length }..];
            }
            (None, Some(code)) => {
                push(&mut out, char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                rest = &behind[length..];
            }
            (None, None) => {
                out.push(b'\\');
                push(&mut out, char);
                rest = behind;
            }
        }
    }
    out.extend(rest.bytes());
    String::from_utf8(out).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// The character whose number stands in braces, as in `\u{1b}`, and how long that is.
fn in_braces(text: &str) -> Option<(char, usize)> {
    let (digits, _) = text.strip_prefix('{')?.split_once('}').filter(|(digits, _)| digits.len() <= MAX_DIGITS)?;
    let code = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
    Some((code, digits.len() + "{}".len()))
}

/// The most digits of a character's number.
const MAX_DIGITS: usize = 8;

fn push(out: &mut Vec<u8>, char: char) {
    out.extend(char.encode_utf8(&mut [0; 4]).bytes());
}
