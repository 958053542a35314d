//! Which calls something may be of as far as its outermost names tell: hundreds of calls are not gone through for it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use super::{entries, state};
use crate::layer::json::Value;
use crate::operation::Entry;

/// What the names are of.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Of {
    Values,
    Reply,
}

/// So many sets of names are remembered, and none that is longer.
const MAX_KNOWN: usize = 256;
const MAX_NAMES: usize = 2048;

/// Where so many were looked up, an index is worth its making.
const WORTH: usize = 8;

/// What was looked up, in one state of the catalog.
struct Looked {
    state: usize,
    count: usize,
    /// Outermost names, and the calls that these may be of: values in a log have the same ones again and again.
    known: BTreeMap<(Of, String), Vec<&'static Entry>>,
    index: BTreeMap<Of, &'static Index>,
}

static LOOKED: Mutex<Looked> =
    Mutex::new(Looked { state: 0, count: 0, known: BTreeMap::new(), index: BTreeMap::new() });

/// The calls that a value may be of. `find` finds them among some; of the others it would find none.
pub(super) fn may(
    of: Of,
    value: Value<'_>,
    find: impl Fn(&mut dyn Iterator<Item = &'static Entry>) -> Vec<&'static Entry>,
) -> Vec<&'static Entry> {
    let names: String = value.members().flat_map(|(key, _)| [key.source(), ","]).collect();
    let (key, state) = ((of, names), state());
    let looked = || LOOKED.lock().unwrap_or_else(PoisonError::into_inner);
    let index = {
        let looked = &mut *looked();
        if looked.state != state {
            *looked = Looked { state, count: 0, known: BTreeMap::new(), index: BTreeMap::new() };
        }
        if let Some(found) = looked.known.get(&key) {
            return found.clone();
        }
        looked.count += 1;
        (looked.count > WORTH).then(|| looked.index.get(&of).copied())
    };
    let found = match index {
        None => find(&mut entries()),
        Some(index) => find(&mut index.unwrap_or_else(|| Index::kept(of, state)).holding(value)),
    };
    if key.1.len() <= MAX_NAMES {
        let known = &mut looked().known;
        if known.len() >= MAX_KNOWN {
            known.clear();
        }
        known.insert(key, found.clone());
    }
    found
}

/// The calls by the names that their values have, or their replies.
struct Index {
    all: Vec<&'static Entry>,
    named: BTreeMap<&'static str, Vec<usize>>,
    /// Those whose names are not told.
    untold: Vec<usize>,
}

impl Index {
    /// Made, and kept for others. A catalog grows a few times at most, so what is left behind is little.
    fn kept(of: Of, state: usize) -> &'static Self {
        let index: &'static Self = Box::leak(Box::new(Self::new(of)));
        let looked = &mut *LOOKED.lock().unwrap_or_else(PoisonError::into_inner);
        if looked.state == state {
            looked.index.insert(of, index);
        }
        index
    }

    fn new(of: Of) -> Self {
        let mut index = Self { all: entries().collect(), named: BTreeMap::new(), untold: vec![] };
        for (at, entry) in index.all.iter().enumerate() {
            let names = match of {
                Of::Values => entry.told.names(),
                Of::Reply => entry.told.reply_names(),
            };
            match names {
                None => index.untold.push(at),
                Some(names) => names.into_iter().for_each(|name| index.named.entry(name).or_default().push(at)),
            }
        }
        index
    }

    /// The calls that have one of a value's names, or may have it, in the order of the catalog.
    fn holding(&self, value: Value<'_>) -> impl Iterator<Item = &'static Entry> {
        let names = value.members().filter_map(|(key, _)| self.named.get(&*key.as_str()?));
        let places: BTreeSet<_> = names.flatten().chain(&self.untold).copied().collect();
        places.into_iter().map(|at| self.all[at])
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
                let found = ids(&mut values.holding(tree.root()).filter(fits));
                assert_eq!(found, ids(&mut entries().filter(fits)), "{}", entry.id);
            }
            let reply = entry.told.reply();
            let tree = Tree::parse(&reply).expect("JSON");
            let answers = |entry: &&'static Entry| entry.told.may_answer(tree.root(), entry.gateway.envelope);
            let found = ids(&mut replies.holding(tree.root()).filter(answers));
            assert_eq!(found, ids(&mut entries().filter(answers)), "{}", entry.id);
        }
    }
}
