//! The calls by the names that their values have, or their replies.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use super::{entries, state};
use crate::layer::json::Value;
use crate::operation::Entry;

/// What the names are of.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Of {
    Values,
    /// Values with credentials among them, as a request's body has them.
    Body,
    Reply,
}

struct Index {
    all: Vec<&'static Entry>,
    named: BTreeMap<&'static str, Vec<usize>>,
    /// Those whose names are not told.
    untold: Vec<usize>,
}

/// The indices of one state of the catalog.
type Kept = (usize, BTreeMap<Of, Arc<Index>>);

static KEPT: Mutex<Kept> = Mutex::new((0, BTreeMap::new()));

/// The calls that have one of a value's names, or may have it, in the order of the catalog.
pub(super) fn holding(of: Of, value: Value<'_>) -> Vec<&'static Entry> {
    let state = state();
    let index = {
        let (kept, all) = &mut *KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        if *kept != state {
            (*kept, *all) = (state, BTreeMap::new());
        }
        all.entry(of).or_insert_with(|| Arc::new(Index::new(of))).clone()
    };
    index.holding(value)
}

impl Index {
    fn new(of: Of) -> Self {
        let mut index = Self { all: entries().collect(), named: BTreeMap::new(), untold: vec![] };
        for (at, entry) in index.all.iter().enumerate() {
            let names = match of {
                Of::Values => entry.told.indexed(),
                Of::Body => entry.told.indexed().map(|mut names| {
                    names.extend(entry.credentials.iter().map(|one| one.name));
                    names
                }),
                Of::Reply => entry.told.reply_indexed(),
            };
            match names {
                None => index.untold.push(at),
                Some(names) => names.into_iter().for_each(|name| index.named.entry(name).or_default().push(at)),
            }
        }
        index
    }

    fn holding(&self, value: Value<'_>) -> Vec<&'static Entry> {
        let names = value.members().filter_map(|(key, _)| self.named.get(&*key.as_str()?));
        let places: BTreeSet<_> = names.flatten().chain(&self.untold).copied().collect();
        places.into_iter().map(|at| self.all[at]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::json::Tree;

    /// Against what would be found without: in every tenth call's examples and reply.
    #[test]
    fn the_index_leaves_nobody_out() {
        let (values, replies) = (Index::new(Of::Values), Index::new(Of::Reply));
        let ids = |entries: &mut dyn Iterator<Item = &'static Entry>| entries.map(|entry| entry.id).collect::<Vec<_>>();
        for entry in entries().step_by(10) {
            for example in entry.examples() {
                let tree = Tree::parse(&example.values).expect("JSON");
                let fits = |entry: &&'static Entry| entry.fit_values(tree.root()).is_some();
                let found = ids(&mut values.holding(tree.root()).into_iter().filter(fits));
                assert_eq!(found, ids(&mut entries().filter(fits)), "{}", entry.id);
            }
            let reply = entry.told.reply();
            let tree = Tree::parse(&reply).expect("JSON");
            let answers = |entry: &&'static Entry| {
                let may = entry.told.may_answer(tree.root(), entry.gateway.envelope);
                may && entry.fit(tree.root()).is_some_and(|fit| fit.named > 0 || fit.own > fit.foreign)
            };
            let found = ids(&mut replies.holding(tree.root()).into_iter().filter(answers));
            assert_eq!(found, ids(&mut entries().filter(answers)), "{}", entry.id);
        }
    }
}
