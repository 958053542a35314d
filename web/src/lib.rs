//! The playground: composes, checks, sends and explains one message at a time.
//!
//! The text is the state: what is being composed is the text of its values. The form is drawn from the tree of that
//! text beside the operation's schema; an edit replaces one leaf in it. So form and source cannot disagree.
//!
//! What this crate does *not* do: it knows no gateway and no operation, only their entries in the catalog; it keeps no
//! secret anywhere but in memory; it sends nothing by itself, and nothing twice.
//!
//! `event` → `update::update` → `state` → `view::page` → `dom`: all but the last are pure and run natively.

mod asked;
mod calls;
mod dom;
mod edit;
mod event;
mod explained;
mod finding;
mod former;
mod history;
mod kept;
mod named;
mod outcome;
mod palette;
mod panics;
mod place;
mod pretty;
mod preview;
mod question;
mod request;
mod rules;
mod served;
mod state;
mod typed;
mod update;
mod upload;
mod view;
mod words;

use wasm_bindgen::prelude::wasm_bindgen;

/// The page's allocator: a third of the standard one's size, and every call takes the same time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Starts the page with the file `catalog.json` and with the functions of `ask.js`; the browser calls it once. Whether that file
/// can be read.
#[wasm_bindgen]
pub fn open(catalog: String, helpers: dom::Helpers) -> bool {
    panics::tell();
    dom::open(catalog, helpers)
}
