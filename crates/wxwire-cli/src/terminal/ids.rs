//! Operations that something could be of, in a line.

use wxwire::lang::Lang;
use wxwire::operation::Entry;

/// How many are named.
const SHOWN: usize = 5;

/// Their ids: the first of them, then how many more there are.
pub fn ids(entries: &[&Entry], lang: Lang) -> String {
    let shown: Vec<_> = entries.iter().take(SHOWN).map(|entry| entry.id).collect();
    let shown = shown.join(", ");
    match (entries.len().saturating_sub(SHOWN), lang) {
        (0, _) => shown,
        (more, Lang::Zh) => format!("{shown} 等，还有 {more} 个"),
        (more, Lang::En) => format!("{shown} and {more} more"),
    }
}
