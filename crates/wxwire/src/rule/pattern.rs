//! Patterns of texts, as far as they can be held to in one pass over a text, whatever that text is: classes, signs and
//! how often each stands, in several ways at most. A pattern with groups, or one that looks ahead, is not read.

mod parse;
mod set;

use std::sync::OnceLock;

use set::Set;

/// So many signs in a pattern, each as often as it may stand.
const MAX_UNITS: usize = 1000;

/// So many steps are taken for a text; a longer one is not held to its pattern.
const MAX_STEPS: usize = 20_000_000;

/// A pattern that was read.
#[derive(Clone, Debug)]
pub struct Pattern {
    source: String,
    /// Read when a text is first held to it.
    ways: OnceLock<Vec<Way>>,
}

/// One of the ways that a text may be.
#[derive(Clone, Debug, Default)]
struct Way {
    units: Vec<Unit>,
    /// It begins where the text begins.
    at_start: bool,
    /// It ends where the text ends.
    at_end: bool,
}

/// Signs that may stand at a place.
#[derive(Clone, Debug)]
struct Unit {
    set: Set,
    times: Times,
}

/// How often.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Times {
    Once,
    AtMostOnce,
    Any,
}

impl Pattern {
    /// Reads a pattern; none where it cannot be held to.
    pub fn read(source: &str) -> Option<Self> {
        let ways = read(source)?;
        Some(Self { source: source.to_owned(), ways: ways.into() })
    }

    /// A pattern that is not read yet. One that cannot be held to is held to by every text.
    pub(crate) fn unread(source: &str) -> Self {
        Self { source: source.to_owned(), ways: OnceLock::new() }
    }

    fn ways(&self) -> &[Way] {
        self.ways.get_or_init(|| read(&self.source).unwrap_or_default())
    }

    /// The pattern as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether a text is as the pattern wants it.
    pub fn holds(&self, text: &str) -> bool {
        self.ways().is_empty()
            || self.ways().iter().any(|way| text.len().saturating_mul(way.units.len()) > MAX_STEPS || way.holds(text))
    }

    /// A text as the pattern wants it, of so many characters where it can be.
    pub fn example(&self, least: usize) -> String {
        self.ways().first().map(|way| way.example(least)).unwrap_or_default()
    }
}

fn read(source: &str) -> Option<Vec<Way>> {
    let ways = parse::ways(source)?;
    let units: usize = ways.iter().map(|way| way.units.len()).sum();
    (units <= MAX_UNITS).then_some(ways)
}

impl Way {
    fn holds(&self, text: &str) -> bool {
        let end = self.units.len();
        let mut here = vec![false; end + 1];
        self.reach(&mut here, 0);
        for char in text.chars() {
            if here[end] && !self.at_end {
                return true;
            }
            let mut next = vec![false; end + 1];
            for (at, unit) in self.units.iter().enumerate().filter(|(at, _)| here[*at]) {
                if unit.set.has(char) {
                    self.reach(&mut next, if unit.times == Times::Any { at } else { at + 1 });
                }
            }
            if !self.at_start {
                self.reach(&mut next, 0);
            }
            here = next;
        }
        here[end]
    }

    /// Marks a place, and those behind it that nothing has to stand before.
    fn reach(&self, places: &mut [bool], mut at: usize) {
        while !places[at] {
            places[at] = true;
            match self.units.get(at) {
                Some(unit) if unit.times != Times::Once => at += 1,
                _ => return,
            }
        }
    }

    fn example(&self, least: usize) -> String {
        let once = self.units.iter().filter(|unit| unit.times == Times::Once).count();
        let mut lacking = least.saturating_sub(once);
        let mut text = String::new();
        for unit in &self.units {
            let count = match unit.times {
                Times::Once => 1,
                Times::AtMostOnce => lacking.min(1),
                Times::Any => lacking,
            };
            lacking -= if unit.times == Times::Once { 0 } else { count };
            text.extend(std::iter::repeat_n(unit.set.first(), count));
        }
        if !self.at_end {
            text.extend(std::iter::repeat_n('x', lacking));
        }
        text
    }
}

#[cfg(test)]
mod tests;
