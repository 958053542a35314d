//! DER: values behind their tag and their length, as keys and ids of files are written.

use std::ops::Range;

use super::MAX_DEPTH;

/// One value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Value {
    /// What it is.
    pub(crate) tag: u8,
    /// Where its length stands.
    pub(crate) length: Range<usize>,
    /// Where its content stands.
    pub(crate) content: Range<usize>,
}

impl Value {
    /// It holds values.
    pub(crate) fn is_list(&self) -> bool {
        self.tag & 0x20 != 0
    }

    /// It is a whole number.
    pub(crate) fn is_integer(&self) -> bool {
        is_integer(self.tag)
    }
}

/// Whether a tag is that of a whole number.
pub(crate) fn is_integer(tag: u8) -> bool {
    matches!(tag, 2 | 10)
}

/// The tags that are known: those of values that stand in such keys, and those that hold values.
fn is_known(tag: u8) -> bool {
    matches!(tag, 1..=6 | 10 | 12 | 19 | 20 | 22..=24 | 26 | 30 | 0x30 | 0x31 | 0xa0..=0xa9)
}

/// The values that stand one behind the other, up to the end; none where something else is there.
pub(crate) fn values(bytes: &[u8]) -> impl Iterator<Item = Option<Value>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let value = value(bytes, at);
        at = value.as_ref().map_or(bytes.len(), |value| value.content.end);
        Some(value)
    })
}

fn value(bytes: &[u8], at: usize) -> Option<Value> {
    let (tag, first) = (*bytes.get(at)?, *bytes.get(at + 1)?);
    let count = if first < 0x80 { 0 } else { usize::from(first & 0x7f) };
    if !is_known(tag) || first == 0x80 || count > 4 {
        return None;
    }
    let behind = at + 2 + count;
    let digits = bytes.get(at + 2..behind)?;
    let length = match count {
        0 => usize::from(first),
        _ => digits.iter().fold(0, |sum, digit| sum << 8 | usize::from(*digit)),
    };
    let content = behind..behind.checked_add(length)?;
    // The shortest way to say a length is the only one.
    let is_shortest = written(length).len() == count + 1;
    (is_shortest && content.end <= bytes.len()).then_some(Value { tag, length: at + 1..behind, content })
}

/// Whether bytes are one list of values to their end, at every depth.
pub(crate) fn is_whole(bytes: &[u8]) -> bool {
    let mut all = values(bytes);
    let Some(Some(first)) = all.next() else { return false };
    matches!(first.tag, 0x30 | 0x31)
        && first.content.end == bytes.len()
        && holds(&bytes[first.content], MAX_DEPTH)
        && bytes.len() >= LEAST
}

/// The least that is taken for DER unasked.
const LEAST: usize = 8;

fn holds(bytes: &[u8], levels: usize) -> bool {
    levels > 0
        && !bytes.is_empty()
        && values(bytes).all(|value| {
            value.is_some_and(|value| match value.is_list() {
                true => value.content.is_empty() || holds(&bytes[value.content], levels - 1),
                false => !value.is_integer() || !value.content.is_empty(),
            })
        })
}

/// A length as it is written.
pub(crate) fn written(length: usize) -> Vec<u8> {
    if length < 0x80 {
        return vec![length as u8];
    }
    let digits: Vec<u8> = length.to_be_bytes().into_iter().skip_while(|digit| *digit == 0).collect();
    [&[0x80 | digits.len() as u8][..], &digits].concat()
}

/// A whole number that is not negative and has at most 64 bits.
pub(crate) fn integer(content: &[u8]) -> Option<u64> {
    let digits = content.strip_prefix(&[0]).unwrap_or(content);
    let is_shortest =
        content.len() == 1 || digits.len() == content.len() || digits.first().is_some_and(|first| *first > 0x7f);
    let fits = !content.is_empty() && content[0] < 0x80 && digits.len() <= 8 && is_shortest;
    fits.then(|| digits.iter().fold(0, |sum, digit| sum << 8 | u64::from(*digit)))
}

/// A whole number as it is written.
pub(crate) fn integer_written(number: u64) -> Vec<u8> {
    let digits: Vec<u8> = number.to_be_bytes().into_iter().skip_while(|digit| *digit == 0).collect();
    match digits.first() {
        Some(0..=0x7f) => digits,
        _ => [&[0][..], &digits].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for number in [0, 1, 127, 128, 255, 256, 1 << 31, u64::MAX] {
            assert_eq!(integer(&integer_written(number)), Some(number));
        }
        assert_eq!((integer(b""), integer(b"\xff"), integer(b"\0\x01")), (None, None, None));
    }

    #[test]
    fn a_cut_anywhere_is_no_list() {
        let whole = b"\x30\x0b\x02\x01\x07\x04\x06abcdef";
        assert!(is_whole(whole));
        (0..whole.len()).for_each(|end| assert!(!is_whole(&whole[..end]), "{end}"));
        assert!(!is_whole(&[&whole[..], b"\0"].concat()));
    }
}
