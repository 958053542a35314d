//! One listener for each kind of event, on the document; elements say by `data-action` what they mean.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent, UiEvent};

use super::target::{on, target};
use super::{COMPOSING, STATE, address, dispatch, document, focus, intake, keep, pause, press, upload, window};
use crate::event::Event;
use crate::state::Sending;
use crate::typed::Typed;

/// As many milliseconds without typing end a burst of it.
const PAUSE: f64 = 1000.0;

thread_local! {
    /// When something was typed last.
    static TYPED: Cell<f64> = const { Cell::new(0.0) };
}

pub(super) fn listen(document: &Document) {
    on(document, "input", |event| {
        if !COMPOSING.get() {
            typed(&event);
        }
    });
    on(document, "compositionstart", |_| COMPOSING.set(true));
    on(document, "compositionend", |event| {
        COMPOSING.set(false);
        typed(&event);
    });
    on(document, "click", |event| {
        let Some(button) = target(&event).filter(|element| element.tag_name() == "BUTTON") else { return };
        if !press::is_meant(&button, &event) {
            return;
        }
        match action(&button).as_str() {
            "forget" => return intake::forget(),
            "read" => return intake::source(),
            _ => {}
        }
        act(&button, button.get_attribute("data-value").unwrap_or_default().into());
        // Who works by the keyboard goes on from the button, as long as it can be pressed.
        let keyboard = event.dyn_ref::<UiEvent>().is_some_and(|click| click.detail() == 0);
        if keyboard && matches!(button.id().as_str(), "undo" | "redo") {
            focus(&[button.id()]);
        } else if action(&button) == "take" {
            focus(&["undo".into()]);
        }
    });
    on(document, "keydown", |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| !key.is_composing()) {
            if press::is_repeated(key) {
                key.prevent_default();
            } else {
                pressed(key);
            }
        }
    });
    on(document, "visibilitychange", |_| keep::save());
    on(&window(), "pagehide", |_| keep::save());
    // Who leaves while a message is out does not learn what became of it, and may send it again.
    on(&window(), "beforeunload", |event| {
        if STATE.with_borrow(|state| state.as_ref().is_some_and(|state| matches!(state.sending, Sending::Busy(_)))) {
            event.prevent_default();
        }
    });
    on(&window(), "hashchange", |_| dispatch(Event::Operation(address())));
}

fn typed(event: &web_sys::Event) {
    let element = target(event);
    if let Some(field) = element.as_ref().filter(|field| action(field) == "explain") {
        intake::changed(field);
    } else if let Some(field) = element.as_ref().filter(|field| action(field) == "file") {
        upload::chosen(field);
    } else if let Some(element) = element
        && let Some(value) = value(&element)
    {
        // Whoever pauses begins another step of undo.
        let now = event.time_stamp();
        if now - TYPED.replace(now) > PAUSE {
            pause();
        }
        act(&element, Typed { text: value, caret: caret(&element) });
    }
}

fn act(element: &Element, value: Typed) {
    let action = action(element);
    let path = element.get_attribute("data-path").unwrap_or_default();
    if let Some(event) = Event::of(&action, &path, value) {
        dispatch(event);
    }
}

fn action(element: &Element) -> String {
    element.get_attribute("data-action").unwrap_or_default()
}

/// Ctrl+Enter sends, Escape cancels, Ctrl+Z undoes; with Shift, or Ctrl+Y, it is done again. The browser has an undo of its
/// own for fields, letter by letter here, for what is drawn after a letter parts it from the next. Only what is no part of
/// the values is left to it.
fn pressed(key: &KeyboardEvent) {
    let control = key.ctrl_key() || key.meta_key();
    let settings = target(key).is_some_and(|element| element.closest(".settings").is_ok_and(|found| found.is_some()));
    let finding = target(key).is_some_and(|element| element.id() == "find");
    let event = match key.key().to_ascii_lowercase().as_str() {
        "arrowdown" if finding => Event::Step(true),
        "arrowup" if finding => Event::Step(false),
        "enter" if finding => return choose(),
        "k" if control => Event::Palette,
        "enter" if control => {
            press::asked(key);
            Event::Send
        }
        "escape" => Event::Cancel,
        _ if !control || settings => return,
        "z" if key.shift_key() => Event::Redo,
        "z" => Event::Undo,
        "y" => Event::Redo,
        _ => return,
    };
    if !matches!(event, Event::Cancel) {
        key.prevent_default();
    }
    dispatch(event);
}

/// Takes the row of the palette that is chosen, as a click does.
fn choose() {
    if let Some(row) = document().get_element_by_id("chosen") {
        act(&row, row.get_attribute("data-value").unwrap_or_default().into());
    }
}

/// Where the caret stands in a field.
fn caret(element: &Element) -> Option<usize> {
    let end = match element.dyn_ref::<HtmlTextAreaElement>() {
        Some(area) => area.selection_end(),
        None => element.dyn_ref::<HtmlInputElement>()?.selection_end(),
    };
    usize::try_from(end.ok()??).ok()
}

/// What a person typed or chose.
fn value(element: &Element) -> Option<String> {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return Some(if input.type_() == "checkbox" { input.checked().to_string() } else { input.value() });
    }
    if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
        return Some(select.value());
    }
    Some(element.dyn_ref::<HtmlTextAreaElement>()?.value())
}
