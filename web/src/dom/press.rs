//! Which presses mean it: a key that is held down and the second half of a double click send and confirm nothing.

use std::cell::Cell;

use web_sys::{Element, Event, KeyboardEvent};

use super::target::target;

/// For so many milliseconds after Send was pressed, nothing confirms: what comes then was meant for Send.
const DOUBLE: f64 = 500.0;

thread_local! {
    /// When Send was pressed last.
    static ASKED: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

/// Whether a key would send or confirm only because it is held down: Ctrl+Enter anywhere, Enter on a button.
pub(super) fn is_repeated(key: &KeyboardEvent) -> bool {
    let on_button = || target(key).is_some_and(|element| is_sending(&element));
    key.repeat() && key.key() == "Enter" && (key.ctrl_key() || key.meta_key() || on_button())
}

/// Whether a click on a button is meant.
pub(super) fn is_meant(button: &Element, event: &Event) -> bool {
    match button.get_attribute("data-action").as_deref() {
        Some("send") => asked(event),
        Some("confirm") => return event.time_stamp() - ASKED.get() > DOUBLE,
        _ => {}
    }
    true
}

/// Send was pressed.
pub(super) fn asked(event: &Event) {
    ASKED.set(event.time_stamp());
}

fn is_sending(element: &Element) -> bool {
    matches!(element.get_attribute("data-action").as_deref(), Some("send" | "confirm"))
}
