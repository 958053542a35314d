//! Callbacks that came twice.

use std::collections::BTreeMap;

/// So many are known at least; older ones are forgotten, so that a stream takes no more memory the longer it is.
const KNOWN: usize = 50_000;

/// The callbacks that were seen, by what is the same in every repeat.
#[derive(Debug, Default)]
pub(super) struct Repeats {
    new: BTreeMap<String, usize>,
    old: BTreeMap<String, usize>,
}

impl Repeats {
    /// The number of the one that was the same; else it is known from now on.
    pub(super) fn of(&mut self, key: Option<&String>, number: usize) -> Option<usize> {
        let key = key?;
        let known = self.new.get(key).or_else(|| self.old.get(key)).copied();
        if known.is_none() {
            if self.new.len() >= KNOWN {
                self.old = std::mem::take(&mut self.new);
            }
            self.new.insert(key.clone(), number);
        }
        known
    }
}
