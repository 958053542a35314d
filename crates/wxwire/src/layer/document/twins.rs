//! Counting what goes by one name, so that each has a path of its own.

use std::collections::BTreeMap;

/// How many names are looked through one by one, which for so few is quicker than any order among them.
const FEW: usize = 24;

/// The names so far, and how often each was met.
#[derive(Debug)]
pub(super) struct Twins<N> {
    few: Vec<(N, usize)>,
    many: BTreeMap<N, usize>,
}

impl<N> Default for Twins<N> {
    fn default() -> Self {
        Self { few: Vec::new(), many: BTreeMap::new() }
    }
}

impl<N: Ord + Copy> Twins<N> {
    /// Counts a name: 1 when it is new.
    pub(super) fn count(&mut self, name: N) -> usize {
        if let Some((_, count)) = self.few.iter_mut().find(|(other, _)| *other == name) {
            *count += 1;
            return *count;
        }
        if self.few.len() < FEW {
            self.few.push((name, 1));
            return 1;
        }
        let count = self.many.entry(name).or_default();
        *count += 1;
        *count
    }
}
