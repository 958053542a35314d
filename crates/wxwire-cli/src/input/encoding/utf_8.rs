//! Bytes that are not whole UTF-8, and whether they are such with broken places.

use super::is_chinese;

/// Whether bytes that are not whole UTF-8 are UTF-8 with broken places.
pub fn is_utf_8(bytes: &[u8]) -> bool {
    let count = Count::of(bytes);
    // Three bytes that fit by chance are rare, and many never do.
    count.whole >= 2 * count.broken || is_cut(bytes)
}

/// Whether all that is broken is the last character of some words in Chinese, as where a text is cut to so many bytes: the
/// first bytes of such a character can be one of GBK, and those before it cannot. A byte by itself is an accented letter.
fn is_cut(bytes: &[u8]) -> bool {
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        let (words, rest) = (chunk.valid(), chunk.invalid());
        let is_last = chunks.peek().is_none_or(|next| next.valid().starts_with(|char: char| char.is_ascii()));
        let is_part = rest.len() > 1 || words.ends_with(|char: char| !char.is_ascii());
        let is_end = rest.is_empty() || is_last && is_part;
        if !is_end || !words.chars().all(|char| char.is_ascii() || is_chinese(char)) {
            return false;
        }
    }
    true
}

/// Characters of UTF-8 of several bytes, and places that are none.
pub(super) struct Count {
    pub(super) whole: usize,
    pub(super) broken: usize,
}

impl Count {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let (mut whole, mut broken) = (0, 0);
        for chunk in bytes.utf8_chunks() {
            whole += chunk.valid().chars().filter(|char| !char.is_ascii()).count();
            broken += usize::from(!chunk.invalid().is_empty());
        }
        Self { whole, broken }
    }
}
