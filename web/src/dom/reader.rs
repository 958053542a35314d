//! The reader, in its worker.

use wasm_bindgen::JsValue;

use super::STATE;
use super::helpers::{self, Take};
use crate::question::{Question, Said};

/// Asks it. What it is to read, a text or a file, goes to the worker as it is; the reader knows the calls that the page
/// knows.
pub(super) fn ask(question: &Question, source: Option<JsValue>, take: Take<Said>) {
    helpers::ask(question, source.unwrap_or(JsValue::UNDEFINED), &calls(), take);
}

/// Has it send.
pub(super) fn send(question: &Question, take: Take<Said>) {
    helpers::send(question, &calls(), take);
}

/// The files with the calls that the page knows.
fn calls() -> String {
    let calls = STATE.with(|state| {
        let state = state.try_borrow().ok()?;
        state.as_ref().map(|state| state.calls.taken.join(" "))
    });
    calls.unwrap_or_default()
}
