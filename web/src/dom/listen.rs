//! One listener for each kind of event, on the document; elements say by `data-action` what they mean.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Document, Element, EventTarget, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent,
};

use super::{COMPOSING, actor, address, dispatch, window};
use crate::event::Event;

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
        act(&button, button.get_attribute("data-value").unwrap_or_default());
    });
    on(document, "keydown", |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| !key.is_composing()) {
            pressed(key);
        }
    });
    on(&window(), "hashchange", |_| dispatch(Event::Operation(address())));
}

fn on(at: &EventTarget, kind: &str, take: impl Fn(web_sys::Event) + 'static) {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(take);
    _ = at.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
    // The page listens as long as it lives.
    closure.forget();
}

fn typed(event: &web_sys::Event) {
    if let Some(element) = target(event)
        && let Some(value) = value(&element)
    {
        act(&element, value);
    }
}

fn act(element: &Element, value: String) {
    let action = element.get_attribute("data-action").unwrap_or_default();
    let path = element.get_attribute("data-path").unwrap_or_default();
    if let Some(event) = Event::of(&action, &path, value) {
        dispatch(event);
    }
}

/// Ctrl+Enter sends, Escape cancels, Ctrl+Z undoes where the browser has no undo of its own.
fn pressed(key: &KeyboardEvent) {
    let control = key.ctrl_key() || key.meta_key();
    let typing = key.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|element| {
        let checkbox = element.get_attribute("type").is_some_and(|kind| kind == "checkbox");
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA") && !checkbox
    });
    let event = match key.key().as_str() {
        "Enter" if control => Event::Send,
        "Escape" => Event::Cancel,
        "z" if control && !key.shift_key() && !typing => Event::Undo,
        _ => return,
    };
    if !matches!(event, Event::Cancel) {
        key.prevent_default();
    }
    dispatch(event);
}

/// The element that an event is about, if it has an action.
fn target(event: &web_sys::Event) -> Option<Element> {
    actor(&event.target()?.dyn_into::<Element>().ok()?)
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
