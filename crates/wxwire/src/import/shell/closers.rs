//! Where what is open in a command is closed. What was looked for is not looked for again: a text of nothing but beginnings is
//! not read to its end for each of them.

use std::ops::Range;

/// What is known of a text that is read from its beginning to its end.
#[derive(Default)]
pub(super) struct Closers {
    /// Signs that do not stand in the rest of the text.
    missing: Vec<char>,
    /// The line whose brackets are paired, from the first of them on.
    line: Range<usize>,
    /// Where each round bracket that is closed there begins and ends, in the order of the beginnings.
    pairs: Vec<Range<usize>>,
}

impl Closers {
    /// How far behind a place a sign stands, if it does.
    pub(super) fn find(&mut self, text: &str, from: usize, sign: char) -> Option<usize> {
        if self.missing.contains(&sign) {
            return None;
        }
        let found = text.get(from..)?.find(sign);
        if found.is_none() {
            self.missing.push(sign);
        }
        found
    }

    /// The length of what stands in the round brackets that open at a place, with both of them, if they close in its line.
    pub(super) fn bracketed(&mut self, text: &str, at: usize) -> Option<usize> {
        if !self.line.contains(&at) {
            self.pair(text, at);
        }
        let pair = self.pairs.binary_search_by_key(&at, |pair| pair.start).ok()?;
        Some(self.pairs[pair].len())
    }

    /// Pairs all brackets of the rest of a line.
    fn pair(&mut self, text: &str, from: usize) {
        let line = text[from..].lines().next().unwrap_or_default();
        self.line = from..from + line.len();
        self.pairs.clear();
        let mut open = Vec::new();
        for (at, sign) in line.match_indices(['(', ')']) {
            match sign {
                "(" => open.push(from + at),
                // What closes nothing says nothing of what opens behind it.
                _ => self.pairs.extend(open.pop().map(|start| start..from + at + 1)),
            }
        }
        crate::order::sort_by_key(&mut self.pairs, |pair| (pair.start, 0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_is_closed_in_its_line() {
        let text = "$((a) (b)\n) (c";
        let mut closers = Closers::default();
        let found = text.match_indices('(').map(|(at, _)| closers.bracketed(text, at));
        assert_eq!(found.collect::<Vec<_>>(), [None, Some(3), Some(3), None]);
    }

    #[test]
    fn what_stands_nowhere_is_not_looked_for_twice() {
        let (text, mut closers) = ("${a} ${b", Closers::default());
        assert_eq!([0, 1, 5, 6].map(|from| closers.find(text, from, '}')), [Some(3), Some(2), None, None]);
        assert_eq!(closers.missing, ['}']);
    }
}
