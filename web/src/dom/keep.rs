//! The browser's storage: what is kept of the work on each operation when the page is left.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Storage;

use super::{STATE, dispatch, window};
use crate::event::Event;
use crate::kept::{Keep, keep};

/// As many milliseconds after the last event the work is written.
const DELAY: i32 = 500;

thread_local! {
    static TIMER: Cell<Option<i32>> = const { Cell::new(None) };
}

/// Keeps the work in a moment.
pub(super) fn later() {
    if let Some(timer) = TIMER.take() {
        window().clear_timeout_with_handle(timer);
    }
    let save = Closure::once_into_js(save);
    TIMER.set(window().set_timeout_with_callback_and_timeout_and_arguments_0(save.unchecked_ref(), DELAY).ok());
}

/// Keeps the work on the operation that is open.
pub(super) fn save() {
    let done = STATE.with(|state| {
        let state = state.try_borrow().ok()?;
        let state = state.as_ref()?;
        let key = key(state.entry.id);
        let (kept, storage) = (keep(state), storage());
        let done = match (&kept, &storage) {
            (Keep::Text(text), Some(storage)) => storage.set_item(&key, text).is_ok(),
            (Keep::Forget, _) => true,
            _ => false,
        };
        // An earlier draft would come back in the place of the one that is not kept.
        if let Some(storage) = storage.filter(|_| !done || kept == Keep::Forget) {
            _ = storage.remove_item(&key);
        }
        (state.kept != Some(done)).then_some(done)
    });
    if let Some(done) = done {
        dispatch(Event::Kept(done));
    }
}

/// What was kept of an operation.
pub(super) fn recall(id: &str) {
    if let Some(Ok(Some(text))) = storage().map(|storage| storage.get_item(&key(id))) {
        dispatch(Event::Recall(id.to_owned(), text));
    }
}

fn key(id: &str) -> String {
    format!("wxwire-draft:{id}")
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
