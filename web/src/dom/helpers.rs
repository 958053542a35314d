//! What answers in its own time, reached through `ask.js`: the reader in its worker, the files beside the page, the
//! clipboard. Each answers with a call, so the page needs nothing that runs futures.

use std::cell::OnceCell;

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::question::{Question, Said};

#[wasm_bindgen]
extern "C" {
    /// The functions of `ask.js`.
    pub type Helpers;

    #[wasm_bindgen(method)]
    fn ask(this: &Helpers, take: JsValue, name: &str, question: &str, source: JsValue, calls: &str);

    #[wasm_bindgen(method)]
    fn send(this: &Helpers, take: JsValue, name: &str, question: &str, calls: &str);

    #[wasm_bindgen(method)]
    fn get(this: &Helpers, take: JsValue, url: &str, headers: &Array);

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

/// Asks the reader, which must know these files of calls; a source goes to it as it is.
pub(super) fn ask(question: &Question, source: JsValue, calls: &str, take: Take<Said>) {
    with(|helpers| helpers.ask(said(take), question.ask.name(), &question.text, source, calls));
}

/// Has the reader send, which must know these files of calls: an error where it did not load, and nothing has left;
/// nothing where it is not known what became of it.
pub(super) fn send(question: &Question, calls: &str, take: Take<Said>) {
    with(|helpers| helpers.send(said(take), question.ask.name(), &question.text, calls));
}

/// Gets something of the server that the page is from: text and status, if an answer came.
pub(super) fn get(url: &str, headers: &Array, take: Take<Option<(String, u16)>>) {
    let status = |status: Option<String>| status?.parse().ok();
    let take = once(Box::new(move |body, text| take(body.zip(status(text)))));
    with(|helpers| helpers.get(take, url, headers));
}

/// Puts a text into the clipboard, and says whether that was done.
pub(super) fn copy(text: &str, take: Take<bool>) {
    let take = once(Box::new(move |done, _| take(done.is_some())));
    with(|helpers| helpers.copy(take, text));
}

/// What takes an answer or an error.
fn said(take: Take<Said>) -> JsValue {
    once(Box::new(move |answer, error| take(error.map_or(Ok(answer), Err))))
}

/// What is called once, with one or two texts or none: each other kind of call would be half a kilobyte of the page.
fn once(take: Box<dyn FnOnce(Option<String>, Option<String>)>) -> JsValue {
    Closure::once_into_js(take)
}

fn with(call: impl FnOnce(&Helpers)) {
    HELPERS.with(|helpers| helpers.get().map(call));
}
