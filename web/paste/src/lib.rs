//! What the playground makes of whatever is pasted, typed or opened: what each payload in it is and means, and the calls in it,
//! which one click takes into the form. It runs in a worker of its own, so that no large text holds up the page, nor the
//! reader, which checks and sends meanwhile.
//!
//! What this crate does *not* do: it touches no document, keeps nothing and sends nothing. Its answer is markup in which
//! everything from outside is text, and no credential.

mod answer;
mod explanation;
mod offer;
mod offers;
mod panics;
mod parts;
mod read_as;
mod text;
mod words;

use wasm_bindgen::prelude::wasm_bindgen;
use wxwire::catalog;
use wxwire::lang::Lang;
use wxwire::layer::json::{Tree, Value};

use answer::Pasted;

/// The module's allocator: a third of the standard one's size, and every call takes the same time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Has panics told.
#[wasm_bindgen(start)]
pub fn start() {
    panics::tell();
}

/// Takes in the file `reading.json`, before anything is read, and files with more calls.
#[wasm_bindgen]
pub fn load(file: String) -> bool {
    catalog::load_to_read(file)
}

/// Whether an answer has a code in it that `codes.json` tells more of, and that is not loaded.
#[wasm_bindgen]
pub fn lacks_codes() -> bool {
    catalog::lacks_codes()
}

/// Whether it knows a call, by id.
#[wasm_bindgen]
pub fn knows(id: &str) -> bool {
    catalog::find(id).is_some()
}

/// What some bytes are, and what of them can be taken into the form: markup. `read_as` says what `decode.js` read them from,
/// the outermost first. Asked with `lang`, and with `operation`, the call that is open.
#[wasm_bindgen]
pub fn explain(question: &str, bytes: &[u8], read_as: &str) -> Option<String> {
    let tree = Tree::parse(question).ok()?;
    let text = |name| tree.root().get(name).and_then(Value::as_str).unwrap_or_default();
    let open = catalog::find(&text("operation"));
    Some(answer::markup(&Pasted { bytes, read_as, open }, Lang::of_locale(&text("lang"))).into_string())
}
