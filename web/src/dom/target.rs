//! How an event is listened to, and what it is about.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, EventTarget};

use super::actor;

/// Listens to a kind of event for as long as the page lives.
pub(super) fn on(at: &EventTarget, kind: &str, take: impl Fn(web_sys::Event) + 'static) {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(take);
    _ = at.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
    // The page listens as long as it lives.
    closure.forget();
}

/// The element that an event is about, if it has an action.
pub(super) fn target(event: &web_sys::Event) -> Option<Element> {
    actor(&event.target()?.dyn_into::<Element>().ok()?)
}
