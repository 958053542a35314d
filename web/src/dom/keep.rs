//! The browser's storage: what is kept of the work on each operation when the page is left.

use std::cell::{Cell, RefCell};

use web_sys::Storage;

use super::{STATE, after, dispatch, reader, window};
use crate::event::Event;
use crate::kept::{Keep, bounded, keep};
use crate::named::Named;
use crate::question::Said;

/// As many milliseconds after the last event the work is written.
const DELAY: i32 = 500;

thread_local! {
    static TIMER: Cell<Option<i32>> = const { Cell::new(None) };
    /// How often the work on an operation was to be kept: what the reader says of earlier work comes too late.
    static TIMES: RefCell<Named<u32>> = RefCell::default();
}

/// Keeps the work in a moment.
pub(super) fn later() {
    if let Some(timer) = TIMER.take() {
        window().clear_timeout_with_handle(timer);
    }
    TIMER.set(after(DELAY, Box::new(save)));
}

/// Keeps the work on the operation that is open.
pub(super) fn save() {
    let work = STATE.with(|state| {
        let state = state.try_borrow().ok()?;
        state.as_ref().map(|state| (state.entry.id, keep(state)))
    });
    let Some((id, keep)) = work else { return };
    let time = TIMES.with_borrow_mut(|times| {
        let time = times.or_default(id);
        *time += 1;
        *time
    });
    let Keep::Ask(question) = keep else { return write(id, &keep) };
    let take = move |said: Said| {
        if TIMES.with_borrow(|times| times.get(id) == Some(&time)) {
            write(id, &said.ok().flatten().map_or(Keep::Refuse, bounded));
        }
    };
    reader::ask(&question, None, Box::new(take));
}

/// Writes what is kept of an operation, and has it told.
fn write(id: &str, keep: &Keep) {
    let (key, storage) = (key(id), storage());
    let done = match (keep, &storage) {
        (Keep::Text(text), Some(storage)) => storage.set_item(&key, text).is_ok(),
        (Keep::Forget, _) => true,
        _ => false,
    };
    // An earlier draft would come back in the place of the one that is not kept.
    if let Some(storage) = storage.filter(|_| !done || *keep == Keep::Forget) {
        _ = storage.remove_item(&key);
    }
    let is_news = STATE.with(|state| {
        let state = state.try_borrow().ok()?;
        state.as_ref().map(|state| state.entry.id == id && state.kept != Some(done))
    });
    if is_news == Some(true) {
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
