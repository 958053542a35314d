//! Which variables from outside a function sets, or changes what they hold, when it is called.

use std::collections::BTreeSet;

use crate::named::Named;

/// So many variables of one function are told.
const MAX_SET: usize = 100;

#[derive(Debug, Default)]
pub(super) struct Reach {
    /// The names that a function has of its own, by its block.
    own: BTreeSet<(usize, String)>,
    /// What functions set, each with its block, by their names.
    set: Named<'static, Vec<(usize, String)>>,
}

impl Reach {
    pub(super) fn declares(&mut self, block: usize, name: String) {
        self.own.insert((block, name));
    }

    pub(super) fn sets(&mut self, block: usize, function: &str, name: &str) {
        let all = self.set.entry(function.to_owned());
        if !function.is_empty() && all.len() < MAX_SET {
            all.push((block, name.to_owned()));
        }
    }

    /// The variables from outside that a function sets.
    pub(super) fn of(&self, function: &str) -> impl Iterator<Item = &str> {
        let all = self.set.get(function).map(Vec::as_slice).unwrap_or_default();
        all.iter().filter(|one| !self.own.contains(*one)).map(|(_, name)| name.as_str())
    }
}
