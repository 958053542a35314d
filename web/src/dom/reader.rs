//! The reader, in its worker.

use wasm_bindgen::JsValue;

use super::STATE;
use super::helpers::{self, Take};
use crate::question::{Question, Said};

/// Asks it. What it is to read, a text or a file, goes to the worker as it is; the reader knows the calls that the page
/// knows.
pub(super) fn ask(question: &Question, source: Option<JsValue>, take: Take<Said>) {
    let calls = STATE.with(|state| {
        let state = state.try_borrow().ok()?;
        state.as_ref().map(|state| state.calls.taken.join(" "))
    });
    let (source, calls) = (source.unwrap_or(JsValue::UNDEFINED), calls.unwrap_or_default());
    helpers::ask(question.ask.name(), &question.text, source, &calls, take);
}
