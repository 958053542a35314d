//! The body of an HTTP message in chunks, each behind its length: what was sent is all of them, one behind the other.

use std::ops::Range;

use super::change::Edit;

/// The most digits of a chunk's length.
const MAX_DIGITS: usize = 8;

/// Where the parts of a body in chunks stand.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Chunks {
    /// In the order of the body, none of them empty.
    pub(crate) parts: Vec<Range<usize>>,
    /// How many bytes of the body come before each part.
    before: Vec<usize>,
    /// The last line, which has the length 0.
    last: usize,
    /// Behind that.
    pub(crate) end: usize,
    ending: &'static str,
}

impl Chunks {
    /// The chunks that some bytes begin with, down to the empty one behind the last; none where a length is wrong.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let (mut parts, mut before, mut all): (Vec<Range<usize>>, Vec<usize>, usize) = (vec![], vec![], 0);
        let (mut at, mut ending) = (0, "\n");
        loop {
            let (length, start) = length(bytes, at)?;
            if length == 0 {
                return Some(Self { parts, before, last: at, end: start, ending });
            }
            let end = start.checked_add(length).filter(|end| *end <= bytes.len())?;
            parts.push(start..end);
            before.push(all);
            all += length;
            ending = ["\r\n", "\n"].into_iter().find(|ending| bytes[end..].starts_with(ending.as_bytes()))?;
            at = end + ending.len();
        }
    }

    /// The body.
    pub(crate) fn joined(&self, bytes: &[u8]) -> Vec<u8> {
        self.parts.iter().flat_map(|part| &bytes[part.clone()]).copied().collect()
    }

    /// Where a byte of the body stands; what is behind its last one stands behind the last chunk.
    pub(crate) fn source(&self, at: usize) -> usize {
        let next = self.before.partition_point(|before| *before <= at);
        let Some(last) = next.checked_sub(1) else { return 0 };
        (self.parts[last].start + at - self.before[last]).min(self.parts[last].end)
    }

    /// A change of the body, which is one chunk then.
    pub(crate) fn outward(&self, body: &[u8], edit: &Edit) -> Edit {
        let (after, ending) = (edit.apply(body), self.ending);
        let new = match after.len() {
            0 => vec![],
            length => [format!("{length:x}{ending}").as_bytes(), &after, ending.as_bytes()].concat(),
        };
        Edit { range: 0..self.last, new }
    }
}

/// The length that a line has at a place, and where the next begins. A name may stand behind it, which says nothing.
fn length(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let rest = bytes.get(at..)?;
    let line = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
    let text = std::str::from_utf8(&rest[..line]).ok()?;
    let digits = text.split(';').next().unwrap_or_default().trim_end();
    let is_length = (1..=MAX_DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let length = is_length.then(|| usize::from_str_radix(digits, 16).ok())??;
    Some((length, at + (line + 1).min(rest.len())))
}

/// Whether a line is the length of a chunk.
pub(crate) fn is_length(line: &str) -> bool {
    length(line.as_bytes(), 0).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined_and_their_lengths_hold() {
        let text = "3\r\nabc\r\n2;x=y\r\n\r\n\r\n1 \r\nd\r\n0\r\n\r\n";
        let chunks = Chunks::read(text.as_bytes()).expect("chunks");
        assert_eq!(chunks.joined(text.as_bytes()), b"abc\r\nd");
        assert_eq!([0, 2, 3, 5, 6].map(|at| chunks.source(at)), [3, 5, 15, 23, 24]);
        assert_eq!(&text[chunks.end..], "\r\n");
        let edit = Edit { range: 1..2, new: b"xyz".to_vec() };
        let after = chunks.outward(b"abc\r\nd", &edit).apply(text.as_bytes());
        assert_eq!(String::from_utf8_lossy(&after), "8\r\naxyzc\r\nd\r\n0\r\n\r\n");
        assert_eq!(Chunks::read(&after).expect("chunks").joined(&after), b"axyzc\r\nd");
        for text in
            ["3\nabc\n2\ndef\n0\n", "3\nabc\n", "4\nabc\n0\n", "x\nabc\n0\n", "", "\n", "ffffffffffff\n0\n", "-1\n"]
        {
            assert_eq!(Chunks::read(text.as_bytes()), None, "{text}");
        }
        assert_eq!(Chunks::read(b"3\nabc\n0").map(|chunks| chunks.end), Some(7));
    }
}
