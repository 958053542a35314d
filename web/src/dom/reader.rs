//! The reader, in its worker: asked through `ask.js`, which starts it with the first question.

use std::cell::OnceCell;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::STATE;
use crate::question::{Question, Said};

thread_local! {
    static ASK: OnceCell<Function> = const { OnceCell::new() };
}

/// Takes what asks it.
pub(super) fn open(ask: Function) {
    ASK.with(|own| _ = own.set(ask));
}

/// Asks it. What it is to read, a text or a file, goes to the worker as it is; the reader knows the calls that the page
/// knows.
pub(super) async fn ask(question: &Question, source: Option<JsValue>) -> Said {
    let calls = STATE.with(|state| {
        let state = state.try_borrow().ok()?;
        state.as_ref().map(|state| state.calls.taken.join(" "))
    });
    let arguments = Array::of4(
        &question.ask.name().into(),
        &question.text.as_str().into(),
        &source.unwrap_or(JsValue::UNDEFINED),
        &calls.unwrap_or_default().into(),
    );
    let promise = ASK.with(|ask| ask.get().map(|ask| ask.apply(&JsValue::NULL, &arguments)));
    let Some(Ok(promise)) = promise else { return Err("ask.js".into()) };
    match JsFuture::from(promise.unchecked_into::<Promise>()).await {
        Ok(answer) => Ok(answer.as_string()),
        Err(error) => Err(error.as_string().unwrap_or_default()),
    }
}
