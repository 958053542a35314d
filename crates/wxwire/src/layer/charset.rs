//! Texts in other encodings than UTF-8: UTF-16, as Windows writes it, and GB18030, which GBK and GB2312 are parts of.

use std::cell::Cell;

use super::change::Edit;
use super::escape::Cursor;

/// An encoding.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Charset {
    Utf16Le,
    Utf16Be,
    Gb18030,
}

impl Charset {
    /// What bytes read as, if every one of them is a part of a character.
    pub(crate) fn decode(self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::Gb18030 => gb18030_decoded(bytes),
            _ if bytes.len() % 2 == 1 => None,
            _ => char::decode_utf16(bytes.chunks_exact(2).map(|pair| self.unit(pair))).collect::<Result<_, _>>().ok(),
        }
    }

    fn encode(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Self::Utf16Le => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Self::Utf16Be => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            Self::Gb18030 => gb18030_encoded(text),
        }
    }

    fn unit(self, pair: &[u8]) -> u16 {
        let pair = [pair[0], pair[1]];
        if self == Self::Utf16Be { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    }

    /// How many bytes the next character has, here and as UTF-8.
    fn step(self, rest: &[u8]) -> (usize, usize) {
        if self == Self::Gb18030 {
            return match rest {
                [] | [..0x80, ..] => (1, 1),
                // The sign of the euro, as Windows writes it.
                [0x80, ..] => (1, '€'.len_utf8()),
                [_, b'0'..=b'9', ..] => (4, self.length(rest, 4)),
                _ => (2, self.length(rest, 2)),
            };
        }
        match rest.get(..2).map(|pair| self.unit(pair)) {
            Some(0xd800..=0xdfff) => (4, 4),
            Some(unit) => (2, char::from_u32(unit.into()).map_or(3, char::len_utf8)),
            None => (1, 1),
        }
    }

    fn length(self, rest: &[u8], count: usize) -> usize {
        rest.get(..count).and_then(|bytes| self.decode(bytes)).map_or(1, |text| text.len())
    }

    /// The place of a byte that was read, at or behind `from`.
    fn advance(self, raw: &[u8], from: Cursor, read: usize) -> Cursor {
        let mut cursor = if from.read <= read { from } else { Cursor::default() };
        while cursor.read < read && cursor.raw < raw.len() {
            let (bytes, length) = self.step(&raw[cursor.raw..]);
            cursor = Cursor { raw: (cursor.raw + bytes).min(raw.len()), read: cursor.read + length };
        }
        cursor
    }

    /// The same from the place that was asked for last.
    pub(super) fn source(self, raw: &[u8], last: &Cell<Cursor>, at: usize) -> usize {
        last.set(self.advance(raw, last.get(), at));
        last.get().raw
    }

    /// A change of the text as a change of its bytes.
    pub(crate) fn outward(self, raw: &[u8], edit: &Edit) -> Option<Edit> {
        let start = self.advance(raw, Cursor::default(), edit.range.start);
        let end = self.advance(raw, start, edit.range.end);
        Some(Edit { range: start.raw..end.raw, new: self.encode(std::str::from_utf8(&edit.new).ok()?)? })
    }
}

#[cfg(feature = "encodings")]
fn gb18030_decoded(bytes: &[u8]) -> Option<String> {
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

#[cfg(feature = "encodings")]
fn gb18030_encoded(text: &str) -> Option<Vec<u8>> {
    let (bytes, _, unmappable) = encoding_rs::GB18030.encode(text);
    (!unmappable).then(|| bytes.into_owned())
}

#[cfg(not(feature = "encodings"))]
fn gb18030_decoded(_: &[u8]) -> Option<String> {
    None
}

#[cfg(not(feature = "encodings"))]
fn gb18030_encoded(_: &str) -> Option<Vec<u8>> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever bytes are read, the steps lead through the text that they read as.
    #[test]
    fn every_step_is_a_character() {
        for first in 0..=u8::MAX {
            for second in 0..=u8::MAX {
                let raw = [b'a', first, second, b'b'];
                let Some(text) = Charset::Gb18030.decode(&raw).filter(|text| text.ends_with('b')) else { continue };
                let cursor = Charset::Gb18030.advance(&raw, Cursor::default(), text.len() - 1);
                assert_eq!((cursor.raw, cursor.read), (3, text.len() - 1), "{raw:x?} {text}");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn a_change_is_one_of_the_bytes(text in "[a你é€😀\n]{1,9}", new in "[b好😀]{0,3}", ends in (0_usize..9, 0_usize..9)) {
            for charset in [Charset::Utf16Le, Charset::Utf16Be, Charset::Gb18030] {
                let raw = charset.encode(&text).expect("it can be said");
                assert_eq!(charset.decode(&raw).as_deref(), Some(&*text));
                let places: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
                let (one, other) = (places[ends.0 % places.len()], places[ends.1 % places.len()]);
                let edit = Edit { range: one.min(other)..one.max(other), new: new.clone().into_bytes() };
                let outer = charset.outward(&raw, &edit).expect("a change").apply(&raw);
                assert_eq!(charset.decode(&outer).map(String::into_bytes), Some(edit.apply(text.as_bytes())));
            }
        }
    }
}
