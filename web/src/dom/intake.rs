//! What is pasted, typed or dropped to be explained. Large texts and files go to the reader as they are: no field shows
//! them, and the page does not look at them.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, DataTransfer, Document, DragEvent, Element, HtmlInputElement, HtmlTextAreaElement};

use super::target::on;
use super::{STATE, dispatch, document, focus, read};
use crate::event::Event;
use crate::explained::Stage;
use crate::question::Question;
use crate::state::State;
use crate::words;

/// The longest text that a field shows, in UTF-16 units.
const SHOWN: u32 = 50_000;

/// The longest text that the source takes, unless it is an object: longer ones hold up the page, and are no values.
const LONG: u32 = 500_000;

thread_local! {
    /// What is explained, to be read again in the other language.
    static SOURCE: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Listens to what is pasted and dropped, wherever no other field takes it.
pub(super) fn listen(document: &Document) {
    on(document, "paste", |event| {
        let Some((event, shown)) = event.dyn_ref::<ClipboardEvent>().zip(shown(&event)) else { return };
        if event.clipboard_data().is_some_and(|data| take(&data, shown)) {
            event.prevent_default();
        }
    });
    on(document, "dragover", |event| {
        if shown(&event).is_some() {
            event.prevent_default();
        }
    });
    on(document, "drop", |event| {
        if shown(&event).is_some() {
            event.prevent_default();
            if let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) {
                take(&data, 0);
            }
        }
    });
}

/// Puts in what the reader told: its own markup, in which what came from outside is text.
pub(super) fn draw(state: &State) {
    if let Stage::Told(markup) = &state.explained.stage
        && let Ok(Some(empty)) = document().query_selector(".reading:empty")
    {
        empty.set_inner_html(markup);
    }
}

/// Reads what stands in the source.
pub(super) fn source() {
    if let Some(source) = super::source() {
        clear();
        text(&source.value().into());
        focus(&["explained".into()]);
    }
}

/// Takes what was typed into the field, or chosen as a file.
pub(super) fn changed(element: &Element) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        if let Some(file) = input.files().and_then(|files| files.item(0)) {
            begin(file.name(), file.into());
        }
    } else if let Some(field) = element.dyn_ref::<HtmlTextAreaElement>() {
        text(&field.value().into());
    }
}

/// Reads the same again: in another language, or where the reader did not load.
pub(super) fn again() {
    let name = || STATE.with_borrow(|state| state.as_ref().map(|state| words::READING_AGAIN.get(state.lang)));
    if let Some((source, name)) = SOURCE.with_borrow(Clone::clone).zip(name()) {
        begin(name.to_owned(), source);
    }
}

/// Forgets it.
pub(super) fn forget() {
    SOURCE.set(None);
    clear();
    dispatch(Event::Explain(String::new()));
    // The button, which had the focus, is gone.
    focus(&["paste".into()]);
}

/// Takes a file, or a text that is longer than a field shows.
fn take(data: &DataTransfer, shown: u32) -> bool {
    if let Some(file) = data.files().and_then(|files| files.item(0)) {
        clear();
        begin(file.name(), file.into());
        focus(&["explained".into()]);
        return true;
    }
    let text = data.get_data("text").map(js_sys::JsString::from).ok().filter(|text| text.length() > shown);
    let text = text.filter(|text| shown != LONG || text.char_code_at(0) != f64::from(b'{'));
    let Some(long) = text else { return false };
    clear();
    self::text(&long);
    focus(&["explained".into()]);
    true
}

fn text(text: &js_sys::JsString) {
    let lang = STATE.with_borrow(|state| state.as_ref().map(|state| state.lang));
    match (text.length(), lang) {
        (0, _) | (_, None) => dispatch(Event::Explain(String::new())),
        (length, Some(lang)) => {
            begin(format!("{length} {}", words::CHARACTERS_LONG.get(lang)), text.into());
        }
    }
}

fn begin(name: String, source: JsValue) {
    SOURCE.set(Some(source.clone()));
    dispatch(Event::Explain(name));
    if let Some(question) = STATE.with_borrow(|state| state.as_ref().map(Question::explain)) {
        read(question, Some(source));
    }
}

/// Empties the fields: what they hold is not what is explained.
fn clear() {
    for id in ["paste", "file"] {
        let field = document().get_element_by_id(id);
        if let Some(area) = field.as_ref().and_then(|field| field.dyn_ref::<HtmlTextAreaElement>()) {
            area.set_value("");
        } else if let Some(input) = field.as_ref().and_then(|field| field.dyn_ref::<HtmlInputElement>()) {
            input.set_value("");
        }
    }
}

/// How long a text is shown where something is pasted or dropped: not at all outside of fields. Other fields take it themselves.
fn shown(event: &web_sys::Event) -> Option<u32> {
    let field = event.target()?.dyn_into::<Element>().ok()?.closest("textarea, input").ok()?;
    match field {
        None => Some(0),
        Some(field) if field.id() == "source" => Some(LONG),
        Some(field) => (field.id() == "paste").then_some(SHOWN),
    }
}
