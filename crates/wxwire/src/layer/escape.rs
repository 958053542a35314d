//! Texts that stand escaped in another text: how to read them, to find a place again, and to write a part anew.

pub(crate) mod doubled;
mod json;
mod percent;
mod xml;

use std::borrow::Cow;

pub(crate) use json::JSON;
pub(crate) use percent::{PERCENT, PLAIN_PLUS, percent_decode, percent_encode};
pub(crate) use xml::{ATTRIBUTE, TEXT, reference};
pub(crate) use xml::{first_impossible, push_attribute, push_section, push_text};

/// One way of escaping.
pub(crate) struct Escaping {
    /// The bytes that an escape can begin with.
    marks: [u8; 2],
    /// The escape that a text begins with.
    read: fn(&str) -> Unit,
    /// Bytes, escaped as `like` is; nothing where it cannot be said at all.
    write: fn(&[u8], like: &str) -> Option<String>,
}

/// What one escape stands for.
pub(crate) struct Unit {
    /// Its length in the source.
    raw: usize,
    bytes: [u8; 4],
    length: usize,
}

impl Unit {
    fn char(raw: usize, char: char) -> Self {
        let mut bytes = [0; 4];
        let length = char.encode_utf8(&mut bytes).len();
        Self { raw, bytes, length }
    }

    fn byte(raw: usize, byte: u8) -> Self {
        Self { raw, bytes: [byte, 0, 0, 0], length: 1 }
    }
}

/// A place in an escaped text: bytes of the source, and what they stand for so far. Going on from the last place is
/// what keeps asking for many places linear.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cursor {
    pub(crate) raw: usize,
    pub(crate) read: usize,
}

impl Escaping {
    /// What a source stands for.
    pub(crate) fn decode<'r>(&self, raw: &'r str) -> Cow<'r, [u8]> {
        let Some(first) = self.next_mark(raw, 0) else { return Cow::Borrowed(raw.as_bytes()) };
        let mut out = Vec::with_capacity(raw.len());
        let (mut at, mut mark) = (0, Some(first));
        while let Some(next) = mark {
            out.extend_from_slice(&raw.as_bytes()[at..next]);
            let unit = (self.read)(&raw[next..]);
            out.extend_from_slice(&unit.bytes[..unit.length]);
            at = next + unit.raw;
            mark = self.next_mark(raw, at);
        }
        out.extend_from_slice(&raw.as_bytes()[at..]);
        Cow::Owned(out)
    }

    /// The place of a byte that was read, at or behind `from`; of a byte inside an escape, the escape's end.
    pub(crate) fn advance(&self, raw: &str, from: Cursor, read: usize) -> Cursor {
        let mut cursor = if from.read <= read { from } else { Cursor::default() };
        while cursor.read < read {
            // No further than asked for: the next escape can be as far away as the end.
            let rest = &raw.as_bytes()[cursor.raw..];
            let length = rest.len().min(read - cursor.read);
            let plain = self.mark_in(&rest[..length]).unwrap_or(length);
            cursor = Cursor { raw: cursor.raw + plain, read: cursor.read + plain };
            if cursor.read == read || cursor.raw == raw.len() {
                break;
            }
            let unit = (self.read)(&raw[cursor.raw..]);
            cursor = Cursor { raw: cursor.raw + unit.raw, read: cursor.read + unit.length };
        }
        cursor
    }

    /// A text, escaped as `like` is.
    pub(crate) fn encode(&self, text: &str, like: &str) -> Option<String> {
        self.encode_bytes(text.as_bytes(), like)
    }

    /// Bytes, which only some ways of escaping can say where they are no text.
    pub(crate) fn encode_bytes(&self, bytes: &[u8], like: &str) -> Option<String> {
        (self.write)(bytes, like)
    }

    /// The next escape at or behind a place, and the character that it stands for, where it is one. A mark that begins
    /// no escape is none.
    pub(crate) fn next(&self, raw: &str, from: usize) -> Option<(std::ops::Range<usize>, char)> {
        let mut mark = self.next_mark(raw, from)?;
        loop {
            let unit = (self.read)(&raw[mark..]);
            let char = std::str::from_utf8(&unit.bytes[..unit.length]).ok().and_then(|read| read.chars().next());
            match char {
                Some(char) if unit.raw > 1 && raw.is_char_boundary(mark + unit.raw) => {
                    return Some((mark..mark + unit.raw, char));
                }
                _ => mark = self.next_mark(raw, mark + 1)?,
            }
        }
    }

    fn next_mark(&self, raw: &str, at: usize) -> Option<usize> {
        self.mark_in(&raw.as_bytes()[at..]).map(|found| at + found)
    }

    fn mark_in(&self, bytes: &[u8]) -> Option<usize> {
        let [first, second] = self.marks;
        memchr::memchr2(first, second, bytes)
    }
}
