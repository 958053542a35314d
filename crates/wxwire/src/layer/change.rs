//! A change of some bytes.

use std::ops::Range;

/// A change of some bytes: what is there, and what comes instead.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) new: Vec<u8>,
}

impl Edit {
    /// The least change that makes one content of another.
    pub(crate) fn between(old: &[u8], new: &[u8]) -> Self {
        let same = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        let start = floor(old, new, same);
        let (old_rest, new_rest) = (&old[start..], &new[start..]);
        let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(old, new)| old == new).count();
        let end = ceil(old, old.len() - tail);
        Self { range: start..end, new: new[start..new.len() - (old.len() - end)].to_vec() }
    }

    /// The bytes after the change.
    pub(crate) fn apply(&self, bytes: &[u8]) -> Vec<u8> {
        [&bytes[..self.range.start], &self.new, &bytes[self.range.end..]].concat()
    }
}

/// The last beginning of a character in both texts, at or before a place.
fn floor(old: &[u8], new: &[u8], at: usize) -> usize {
    let inside = |bytes: &[u8], at: usize| bytes.get(at).is_some_and(|byte| byte & 0xc0 == 0x80);
    (0..=at).rev().find(|&at| !inside(old, at) && !inside(new, at)).unwrap_or(0)
}

/// The first beginning of a character at or behind a place.
fn ceil(bytes: &[u8], at: usize) -> usize {
    (at..bytes.len()).find(|&at| bytes[at] & 0xc0 != 0x80).unwrap_or(bytes.len())
}
