//! An operation by its id.

use wxwire::catalog;
use wxwire::lang::Words;
use wxwire::operation::Entry;

use crate::exit::{Failure, Fault};
use crate::text::Text;

/// The operation of an id, or a failure that names those that are near.
pub fn find(id: &str) -> Result<&'static Entry, Failure> {
    catalog::find(id).ok_or_else(|| {
        let near = catalog::near(id);
        let width = near.iter().map(|entry| entry.id.len()).max().unwrap_or_default();
        let words = Words::new("没有这个操作：", "no such operation: ");
        let ask = Words::new("用 `wxwire list --search 词语` 查找", "look for it with `wxwire list --search WORDS`");
        let text = Text::of(|lang| {
            let names = near.iter().map(|entry| format!("\n  {:width$}  {}", entry.id, entry.title.get(lang)));
            format!("{}{id}{}\n{}", words.get(lang), names.collect::<String>(), ask.get(lang))
        });
        Failure::new(Fault::NoSuchOperation, text)
    })
}
