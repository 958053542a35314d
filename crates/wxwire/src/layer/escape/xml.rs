//! Text and attributes of XML, and text that was escaped for HTML.

use super::{Escaping, Unit};

/// The longest reference that is read: `&#x10FFFF;`, and some leading zeros.
const LONGEST: usize = 16;

/// Text between tags.
pub(crate) static TEXT: Escaping =
    Escaping { marks: [b'&'; 2], read, write: |bytes, _| write(bytes, |char| char == '>') };

/// An attribute's value, between whichever quotes.
pub(crate) static ATTRIBUTE: Escaping = Escaping {
    marks: [b'&'; 2],
    read,
    write: |bytes, _| write(bytes, |char| matches!(char, '"' | '\'' | '\t' | '\n')),
};

/// The reference that a text begins with; an `&` that begins none stands for itself.
fn read(text: &str) -> Unit {
    match reference(text) {
        Some((char, raw)) => Unit::char(raw, char),
        None => Unit::byte(1, b'&'),
    }
}

/// The character that the reference stands for which a text begins with, and its length.
pub(crate) fn reference(text: &str) -> Option<(char, usize)> {
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

fn write(bytes: &[u8], also: fn(char) -> bool) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut out = String::with_capacity(text.len());
    push(&mut out, text, also)?;
    Some(out)
}

/// Escapes `&`, `<`, a carriage return, which a reader would drop, what a strict reader would not take unescaped, and
/// what else has to be. Most control characters cannot stand in XML at all.
fn push(out: &mut String, text: &str, also: fn(char) -> bool) -> Option<()> {
    let mut rest = text;
    while let Some(at) = find(rest, is_mark) {
        out.push_str(&rest[..at]);
        let char = rest[at..].chars().next()?;
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' if also('>') => out.push_str("&gt;"),
            '"' if also('"') => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            char if also(char) => out.push_str(&format!("&#{};", char as u32)),
            '\t' | '\n' => out.push(char),
            '\u{7f}' | '\u{feff}' => out.push_str(&format!("&#{};", char as u32)),
            char if !can_stand(char) => return None,
            char => out.push(char),
        }
        rest = &rest[at + char.len_utf8()..];
    }
    out.push_str(rest);
    Some(())
}

/// The first byte of a kind. Most texts have none, and without branches many bytes are looked at at once.
fn find(text: &str, kind: impl Fn(u8) -> bool) -> Option<usize> {
    let (many, _) = text.as_bytes().as_chunks::<16>();
    let any = |few: &[u8; 16]| few.iter().fold(false, |found, byte| found | kind(*byte));
    let clean = many.iter().take_while(|few| !any(few)).count() * 16;
    text.as_bytes()[clean..].iter().position(|byte| kind(*byte)).map(|at| clean + at)
}

/// A byte that a character begins with that may have to be escaped. 0xef begins U+FEFF, and much else.
fn is_mark(byte: u8) -> bool {
    let quote = (byte == b'"') | (byte == b'\'');
    quote | (byte == b'&') | (byte == b'<') | (byte == b'>') | is_strange(byte)
}

/// A byte that a character begins with that a CDATA section may not be able to hold.
fn is_strange(byte: u8) -> bool {
    (byte < 0x20) | (byte == 0x7f) | (byte == 0xef)
}

/// Whether a character can stand in XML, be it as a reference.
pub(crate) fn first_impossible(text: &str) -> Option<char> {
    text.chars().find(|char| !can_stand(*char))
}

fn can_stand(char: char) -> bool {
    char >= ' ' && !matches!(char, '\u{fffe}' | '\u{ffff}') || matches!(char, '\t' | '\n' | '\r')
}

/// Text between tags, behind what is there already; nothing where it cannot stand in XML.
pub(crate) fn push_text(out: &mut String, text: &str) -> Option<()> {
    push(out, text, |char| char == '>')
}

/// An attribute's value, likewise.
pub(crate) fn push_attribute(out: &mut String, text: &str) -> Option<()> {
    push(out, text, |char| matches!(char, '"' | '\'' | '\t' | '\n'))
}

/// The inside of a CDATA section, which is ended and begun anew inside every `]]>`; nothing where the text holds what
/// only a reference can say.
pub(crate) fn push_section(out: &mut String, text: &str) -> Option<()> {
    let plain = |char: char| can_stand(char) && char != '\r';
    if find(text, |byte| is_strange(byte) | (byte == b']')).is_none() {
        out.push_str(text);
        return Some(());
    }
    if !text.chars().all(plain) {
        return None;
    }
    let mut rest = text;
    while let Some(at) = rest.find("]]>") {
        out.push_str(&rest[..at]);
        out.push_str("]]]]><![CDATA[>");
        rest = &rest[at + "]]>".len()..];
    }
    out.push_str(rest);
    Some(())
}
