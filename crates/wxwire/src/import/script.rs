//! Programs that send a request: as browsers and API tools print it, and as people write it.
//!
//! JavaScript and Python are read statement by statement (`request`), for there a request is one call with all it says in
//! it. In the other languages it is put together by many calls, and one table says what each does for it (`names`).

mod address;
mod bindings;
mod call;
mod chain;
mod change;
mod client;
mod draft;
mod functions;
mod known;
mod libraries;
mod names;
mod node;
mod prepared;
mod program;
mod query;
mod request;
mod signs;
mod unsent;
mod uses;
mod value;

pub(crate) use signs::begins;
pub(crate) use uses::{changed, changed_within};

use super::found::Found;
use super::text::Text;

/// The request, or nothing where no call sends one.
pub(crate) fn read(text: &Text) -> Option<Found> {
    match signs::program(text.as_str()) {
        Some(language) => program::read(text, language),
        None => request::read(text),
    }
}

/// The requests of a script or a program that sends several, each with where it stands.
pub(crate) fn several(text: &Text, most: usize) -> Vec<(Text, Found)> {
    if let Some(language) = signs::program(text.as_str()) {
        return program::several(text, language, most);
    }
    let all = request::all(text, most);
    all.into_iter().map(|(start, end, found)| (text.slice(start..end), found)).collect()
}
