//! Signs that may stand at a place of a pattern.

/// A set of characters.
#[derive(Clone, Debug, Default)]
pub(super) struct Set {
    ranges: Vec<(char, char)>,
    is_other: bool,
}

impl Set {
    pub(super) fn one(char: char) -> Self {
        Self { ranges: vec![(char, char)], is_other: false }
    }

    /// Every character but the ends of lines.
    pub(super) fn any() -> Self {
        let ends = ['\n', '\r', '\u{2028}', '\u{2029}'];
        Self { ranges: ends.map(|char| (char, char)).to_vec(), is_other: true }
    }

    /// What `\d`, `\w` and `\s` stand for, and their capitals.
    pub(super) fn named(letter: char) -> Option<Self> {
        let ranges: &[(char, char)] = match letter.to_ascii_lowercase() {
            'd' => &[('0', '9')],
            'w' => &[('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_')],
            's' => &[
                ('\t', '\r'),
                (' ', ' '),
                ('\u{a0}', '\u{a0}'),
                ('\u{1680}', '\u{1680}'),
                ('\u{2000}', '\u{200a}'),
                ('\u{2028}', '\u{2029}'),
                ('\u{202f}', '\u{202f}'),
                ('\u{205f}', '\u{205f}'),
                ('\u{3000}', '\u{3000}'),
                ('\u{feff}', '\u{feff}'),
            ],
            _ => return None,
        };
        Some(Self { ranges: ranges.to_vec(), is_other: letter.is_ascii_uppercase() })
    }

    /// Takes in a range; none where it ends before it begins.
    pub(super) fn add(&mut self, first: char, last: char) -> Option<()> {
        self.ranges.push((first, last));
        (first <= last).then_some(())
    }

    /// Takes in what another has; none where that is all but something.
    pub(super) fn extend(&mut self, other: Self) -> Option<()> {
        self.ranges.extend(other.ranges);
        (!other.is_other).then_some(())
    }

    /// All that it has not.
    pub(super) fn others(self) -> Self {
        Self { is_other: !self.is_other, ..self }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ranges.is_empty() && !self.is_other
    }

    pub(super) fn has(&self, char: char) -> bool {
        self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&char)) != self.is_other
    }

    /// A character that it has, one that can be read where it has such.
    pub(super) fn first(&self) -> char {
        let plain = ('a'..='z').chain('0'..='9').chain('A'..='Z').chain(' '..='~').find(|char| self.has(*char));
        let first = || self.ranges.first().map_or('x', |(first, _)| *first);
        plain.unwrap_or_else(first)
    }
}
