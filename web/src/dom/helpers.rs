//! What answers in its own time, reached through `ask.js`: the reader in its worker, servers, the clipboard. Each answers
//! with a call, so the page needs nothing that runs futures.

use std::cell::OnceCell;

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::outcome::Answer;
use crate::question::Said;

#[wasm_bindgen]
extern "C" {
    /// The functions of `ask.js`.
    pub type Helpers;

    #[wasm_bindgen(method)]
    fn ask(this: &Helpers, take: JsValue, name: &str, question: &str, source: JsValue, calls: &str);

    #[wasm_bindgen(method)]
    fn request(this: &Helpers, take: JsValue, url: &str, method: &str, headers: &Array, body: JsValue, abroad: bool);

    #[wasm_bindgen(method)]
    fn copy(this: &Helpers, take: JsValue, text: &str);
}

thread_local! {
    static HELPERS: OnceCell<Helpers> = const { OnceCell::new() };
}

/// What is done with an answer, once.
pub(super) type Take<T> = Box<dyn FnOnce(T)>;

/// Takes the functions.
pub(super) fn open(helpers: Helpers) {
    HELPERS.with(|own| _ = own.set(helpers));
}

/// Asks a function of the reader's, which must know these files of calls; a source goes to it as it is.
pub(super) fn ask(name: &str, question: &str, source: JsValue, calls: &str, take: Take<Said>) {
    let take = move |answer: Option<String>, error: Option<String>| take(error.map_or(Ok(answer), Err));
    with(|helpers| helpers.ask(Closure::once_into_js(take), name, question, source, calls));
}

/// Makes a request: of the server that the page is from, or abroad; nothing comes where there is no answer that may be
/// read.
pub(super) fn request(
    method: &str,
    url: &str,
    headers: &Array,
    body: JsValue,
    abroad: bool,
    take: Take<Option<Answer>>,
) {
    let take = move |body: Option<String>, status: u16, retry_after: Option<String>| {
        take(body.map(|body| Answer { status, retry_after, body }));
    };
    with(|helpers| helpers.request(Closure::once_into_js(take), url, method, headers, body, abroad));
}

/// Puts a text into the clipboard, and says whether that was done.
pub(super) fn copy(text: &str, take: Take<bool>) {
    with(|helpers| helpers.copy(Closure::once_into_js(take), text));
}

fn with(call: impl FnOnce(&Helpers)) {
    HELPERS.with(|helpers| helpers.get().map(call));
}
