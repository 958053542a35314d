//! Hexadecimal: digits in either case, two for a byte, be it with something between the bytes.

use super::change::Edit;

/// Bytes in hexadecimal, in lower case.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The bytes of hexadecimal digits, in either case.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if !digits.len().is_multiple_of(2) || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    digits.chunks_exact(2).map(|pair| Some(nibble(pair[0])? << 4 | nibble(pair[1])?)).collect()
}

fn nibble(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

/// How bytes are spelt: what stands before them, and between the digits of each two.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Spelling {
    prefix: usize,
    between: &'static str,
    upper: bool,
}

/// What stands between two bytes, be it the mark of the next.
const BETWEEN: [&str; 8] = ["\\x", ",0x", ", 0x", " 0x", " ", ":", "-", ""];

impl Spelling {
    /// How a text spells bytes, and the bytes; all of it does.
    pub(crate) fn read(text: &str) -> Option<(Self, Vec<u8>)> {
        let prefix = if ["0x", "0X", "\\x"].iter().any(|mark| text.starts_with(mark)) { 2 } else { 0 };
        let digits = text.as_bytes().get(prefix..)?;
        let behind = digits.get(2..).unwrap_or_default();
        let between = *BETWEEN.iter().find(|between| behind.starts_with(between.as_bytes()))?;
        let step = 2 + between.len();
        if digits.is_empty() || (digits.len() + step - 2) % step != 0 {
            return None;
        }
        let byte = |part: &[u8]| {
            let is_apart = part.len() == 2 || &part[2..] == between.as_bytes();
            Some(nibble(part[0])? << 4 | nibble(part[1])?).filter(|_| is_apart)
        };
        let bytes = digits.chunks(step).map(byte).collect::<Option<_>>()?;
        let upper = digits.iter().any(u8::is_ascii_uppercase);
        Some((Self { prefix, between, upper }, bytes))
    }

    fn step(self) -> usize {
        2 + self.between.len()
    }

    /// Where a byte stands in the text.
    pub(crate) fn source(self, raw: &str, at: usize) -> usize {
        (self.prefix + at * self.step()).min(raw.len())
    }

    /// A change of the bytes as a change of the text.
    pub(crate) fn outward(self, raw: &str, bytes: &[u8], edit: &Edit) -> Edit {
        // Up to the end, so that what stands between is right whatever comes or goes.
        let is_same_length = edit.new.len() == edit.range.len();
        let (start, end) = match is_same_length {
            true => (edit.range.start, edit.range.end),
            false => (edit.range.start, bytes.len()),
        };
        let new = [&edit.new, &bytes[edit.range.end..end]].concat();
        let spelt = |byte: &u8| if self.upper { hex(&[*byte]).to_ascii_uppercase() } else { hex(&[*byte]) };
        let mut text = new.iter().map(spelt).collect::<Vec<_>>().join(self.between);
        let mut from = self.source(raw, start);
        // What stands between two bytes comes and goes with the second.
        if start > 0 && end == bytes.len() && !is_same_length {
            match (start == bytes.len(), new.is_empty()) {
                (true, false) => text.insert_str(0, self.between),
                (false, true) => from -= self.between.len(),
                _ => {}
            }
        }
        let to = match end == bytes.len() {
            true => raw.len(),
            false => self.source(raw, end).saturating_sub(self.step() - 2).max(from),
        };
        Edit { range: from..to, new: text.into_bytes() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_change_is_spelt_as_the_rest(
            bytes in proptest::collection::vec(0_u8.., 2..9),
            new in proptest::collection::vec(0_u8.., 0..4),
            between in proptest::sample::select(BETWEEN.to_vec()),
            prefix in proptest::sample::select(vec!["", "0x", "\\x"]),
            ends in (0_usize..9, 0_usize..9),
        ) {
            let (start, end) = (ends.0.min(bytes.len()), ends.1.min(bytes.len()));
            let edit = Edit { range: start.min(end)..start.max(end), new };
            let after = edit.apply(&bytes);
            let spell = |bytes: &[u8]| {
                let digits: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
                format!("{prefix}{}", digits.join(between))
            };
            let text = spell(&bytes);
            let (spelling, read) = Spelling::read(&text).expect("hexadecimal");
            assert_eq!(read, bytes);
            let outer = spelling.outward(&text, &bytes, &edit).apply(text.as_bytes());
            assert_eq!(String::from_utf8(outer).expect("text"), spell(&after));
        }
    }
}
