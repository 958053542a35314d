//! Which calls something may be of as far as its outermost names tell: hundreds of calls are not gone through for it.

use std::sync::{Mutex, PoisonError};

use super::index::{self, Of};
use super::{entries, state};
use crate::derived::derived;
use crate::layer::json::Value;
use crate::operation::Entry;

/// So many sets of names are remembered, and none that is longer.
const MAX_KNOWN: usize = 256;
const MAX_NAMES: usize = 2048;

/// The index. The page has the names of no call apart from its schema, and does without.
static INDEX: Option<fn(Of, Value<'_>) -> Vec<&'static Entry>> = derived(index::holding as _);

/// What was looked up, in one state of the catalog.
struct Looked {
    state: usize,
    /// Outermost names, and the calls that these may be of: values in a log have the same ones again and again.
    known: Vec<((Of, String), Vec<&'static Entry>)>,
}

static LOOKED: Mutex<Looked> = Mutex::new(Looked { state: 0, known: Vec::new() });

/// The calls, of all, that a request's body may be of: of those that `may_be` and their neighbours.
pub(crate) fn of_body(body: Value<'_>, may_be: impl Fn(&&'static Entry) -> bool) -> Vec<&'static Entry> {
    may(Of::Body, body, |among| super::with_neighbours(&among.filter(&may_be).collect::<Vec<_>>()))
}

/// The calls that a value may be of. `find` finds them among some; of the others it would find none.
pub(super) fn may(
    of: Of,
    value: Value<'_>,
    find: impl Fn(&mut dyn Iterator<Item = &'static Entry>) -> Vec<&'static Entry>,
) -> Vec<&'static Entry> {
    let names: String = value.members().flat_map(|(key, _)| [key.source(), ","]).collect();
    let (key, state) = ((of, names), state());
    let looked = || LOOKED.lock().unwrap_or_else(PoisonError::into_inner);
    {
        let looked = &mut *looked();
        if looked.state != state {
            *looked = Looked { state, known: Vec::new() };
        }
        if let Some((_, found)) = looked.known.iter().find(|(known, _)| *known == key) {
            return found.clone();
        }
    }
    let found = match INDEX {
        None => find(&mut entries()),
        Some(holding) => find(&mut holding(of, value).into_iter()),
    };
    if key.1.len() <= MAX_NAMES {
        let known = &mut looked().known;
        if known.len() >= MAX_KNOWN {
            known.clear();
        }
        known.push((key, found.clone()));
    }
    found
}
