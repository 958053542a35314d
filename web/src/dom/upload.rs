//! A file that is chosen for a field of the form.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::{STATE, dispatch, reader};
use crate::event::Event;
use crate::question::{Ask, Question, Said};
use crate::upload::{Chosen, MOST};

/// Has the reader read the file that was chosen, unless it is too large.
pub(super) fn chosen(element: &Element) {
    let Some(input) = element.dyn_ref::<HtmlInputElement>() else { return };
    let Some(file) = input.files().and_then(|files| files.item(0)) else { return };
    // The same may be chosen again, once it was undone or has changed.
    input.set_value("");
    let Some(operation) = STATE.with_borrow(|state| state.as_ref().map(|state| state.entry.id)) else { return };
    let path = element.get_attribute("data-path").unwrap_or_default();
    // A whole number: how a float is written would be a sixteenth of the page.
    let (name, size) = (file.name(), file.size() as usize);
    let done = move |said: Said| {
        let bytes = said.map(Option::unwrap_or_default);
        dispatch(Event::File(Chosen { operation, path, name, bytes }));
    };
    if size > MOST {
        return done(Err(format!("{size} B")));
    }
    reader::ask(&Question::of(Ask::File, &[]), Some(file.into()), Box::new(done));
}
