//! The calls that tests of a process or a browser try: hundreds would take minutes.

use wxwire::catalog;
use wxwire::operation::Entry;

/// The calls that have a type, and of the others the first of each sort: of a gateway, with such a method, such a body, such
/// an answer, and so many credentials.
pub fn calls() -> Vec<&'static Entry> {
    let mut sorts = Vec::new();
    let is_new = |entry: &&'static Entry| {
        let sort = (entry.gateway.name, &entry.method, entry.body, entry.answers, entry.credentials.len());
        let is_new = !sorts.contains(&sort);
        if is_new {
            sorts.push(sort);
        }
        is_new
    };
    let others = catalog::entries().filter(|entry| !catalog::typed().any(|typed| typed.id == entry.id));
    catalog::typed().chain(others.filter(is_new)).collect()
}
