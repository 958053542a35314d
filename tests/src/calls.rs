//! The calls that tests of a process or a browser try: hundreds would take minutes.

use std::iter::empty;

use wxwire::catalog;
use wxwire::operation::Entry;

/// The calls that have a type, and of the others the first of each sort. What answers a callback is no call.
pub fn calls() -> Vec<&'static Entry> {
    let others = catalog::entries().filter(|entry| !entry.has_type());
    typed().chain(firsts(empty(), others)).collect()
}

/// The calls that have a type.
pub fn typed() -> impl Iterator<Item = &'static Entry> {
    catalog::typed().filter(|entry| entry.replies_to.is_none())
}

/// The first call of each sort, for what is the same for all of a sort.
pub fn sorts() -> Vec<&'static Entry> {
    let typed: Vec<_> = firsts(empty(), typed()).collect();
    let others = catalog::entries().filter(|entry| entry.replies_to.is_none());
    let others: Vec<_> = firsts(typed.iter().copied(), others).collect();
    typed.into_iter().chain(others).collect()
}

/// Those that are the first of their sort: of a gateway, with such a method, such a body, such an answer, and so many
/// credentials. None is of a sort that is known already.
fn firsts(
    known: impl Iterator<Item = &'static Entry>,
    entries: impl Iterator<Item = &'static Entry>,
) -> impl Iterator<Item = &'static Entry> {
    let sort =
        |entry: &'static Entry| (entry.gateway.name, &entry.method, entry.body, entry.answers, entry.credentials.len());
    let mut sorts: Vec<_> = known.map(sort).collect();
    entries.filter(move |entry| {
        let sort = sort(entry);
        let is_new = !sorts.contains(&sort);
        if is_new {
            sorts.push(sort);
        }
        is_new
    })
}
