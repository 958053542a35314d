//! Text broken into lines of one length, as programs print base64 and hexadecimal.

use std::borrow::Cow;

use super::change::Edit;

/// How a text is broken.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Lines {
    /// The length of each line but the last.
    width: usize,
    ending: &'static str,
    /// The last line has an ending, too.
    is_ended: bool,
}

impl Lines {
    /// How a text is broken, and the text as one line; none where it is one line, or not all but the last are as long.
    pub(crate) fn read(text: &str) -> Option<(Self, Cow<'_, str>)> {
        let feed = memchr::memchr(b'\n', text.as_bytes())?;
        let ending = if text[..feed].ends_with('\r') { "\r\n" } else { "\n" };
        let width = feed + 1 - ending.len();
        let (bare, is_ended) = text.strip_suffix(ending).map_or((text, false), |bare| (bare, true));
        let mut lines = bare.split(ending).peekable();
        let mut joined = String::with_capacity(text.len());
        while let Some(line) = lines.next() {
            let is_right = if lines.peek().is_some() { line.len() == width } else { line.len() <= width };
            if !is_right || line.is_empty() {
                return None;
            }
            joined.push_str(line);
        }
        Some((Self { width, ending, is_ended }, joined.into()))
    }

    /// Where a byte of the one line stands.
    pub(crate) fn source(self, raw: &str, at: usize) -> usize {
        (at + at.saturating_sub(1) / self.width * self.ending.len()).min(raw.len())
    }

    /// A change of the one line; from where the length changes, all is broken anew.
    pub(crate) fn outward(self, raw: &str, line: &[u8], edit: &Edit) -> Edit {
        let after = edit.apply(line);
        let mut new = after.chunks(self.width).collect::<Vec<_>>().join(self.ending.as_bytes());
        if self.is_ended {
            new.extend_from_slice(self.ending.as_bytes());
        }
        Edit::between(raw.as_bytes(), &new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_and_broken_again() {
        for text in ["abcd\nefgh\nij", "abcd\r\nefgh\r\n", "abcd\n"] {
            let (lines, joined) = Lines::read(text).expect("lines");
            assert_eq!(joined, text.replace(['\r', '\n'], ""));
            let edit = Edit { range: 3..joined.len(), new: b"xyz".to_vec() };
            let after = String::from_utf8(lines.outward(text, joined.as_bytes(), &edit).apply(text.as_bytes()));
            let again = after.expect("text");
            assert!(again.starts_with("abcx"), "{again}");
            assert_eq!(Lines::read(&again).map(|(_, joined)| joined.into_owned()).as_deref(), Some("abcxyz"));
            assert_eq!(joined.as_bytes()[2], text.as_bytes()[lines.source(text, 2)]);
        }
        for text in ["abcd", "ab\ncdef", "abcd\n\nefgh", "abcd\nef\ngh"] {
            assert_eq!(Lines::read(text), None, "{text}");
        }
    }
}
