//! The browser: the one place that touches the document, the network and the clock.

mod helpers;
mod intake;
mod keep;
mod listen;
mod morph;
mod net;
mod press;
mod reader;
mod target;
mod upload;

use std::cell::{Cell, RefCell};

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Window};
use wxwire::catalog;
use wxwire::lang::Lang;

use crate::event::Event;
use crate::outcome::Reply;
use crate::question::Question;
use crate::request;
use crate::rules;
use crate::state::State;
use crate::typed;
use crate::update::{Effect, ancestors, update};
use crate::view;
pub(crate) use helpers::Helpers;

/// Where the language is remembered.
const LANGUAGE: &str = "wxwire-lang";

thread_local! {
    static STATE: RefCell<Option<State>> = const { RefCell::new(None) };
    /// An input method is composing: its element must not be touched until it is done.
    static COMPOSING: Cell<bool> = const { Cell::new(false) };
}

/// Takes the catalog in, draws the page and begins to listen. Whether the catalog can be read.
pub(crate) fn open(catalog: String, helpers: Helpers) -> bool {
    if !catalog::load(catalog) {
        return false;
    }
    helpers::open(helpers);
    let entry = State::entry_of(&address());
    STATE.with(|state| *state.borrow_mut() = Some(State::new(language(), entry)));
    keep::recall(entry.id);
    render();
    if address() != entry.id {
        dispatch(Event::Operation(address()));
    }
    listen::listen(&document());
    intake::listen(&document());
    ask_for_forms();
    ask_the_reader();
    perform(Effect::Ask);
    true
}

/// Takes in that nothing was typed for a while. It draws nothing: the letter that ended the pause is in no state yet.
fn pause() {
    STATE.with(|state| {
        if let Ok(mut state) = state.try_borrow_mut()
            && let Some(state) = state.as_mut()
        {
            update(state, Event::Pause);
        }
    });
    ask_the_reader();
}

/// Takes an event in, draws, and does what it asks for.
fn dispatch(event: Event) {
    if let Event::Operation(id) = &event {
        keep::save();
        keep::recall(id);
    }
    let in_palette = matches!(event, Event::Find(_) | Event::Step(_));
    let retried = matches!(event, Event::ReadAgain);
    if !matches!(event, Event::Kept(_) | Event::Explain(_) | Event::Said(..)) {
        keep::later();
    }
    let effect = STATE.with(|state| {
        // An event that comes while another is taken in was caused by drawing, not by a person.
        let mut state = state.try_borrow_mut().ok()?;
        Some(update(state.as_mut()?, event))
    });
    let Some(effect) = effect else { return };
    if in_palette {
        palette();
    } else if !COMPOSING.get() {
        render();
    }
    let is_again = matches!(effect, Effect::Remember(_)) || retried;
    perform(effect);
    ask_for_calls();
    ask_for_forms();
    ask_the_reader();
    if is_again {
        intake::again();
    }
}

/// Fetches the file with calls that is wanted now.
fn ask_for_calls() {
    let wanted = STATE.with(|state| {
        let mut state = state.try_borrow_mut().ok()?;
        let State { calls, palette, .. } = state.as_mut()?;
        calls.ask(palette.is_some())
    });
    if let Some(name) = wanted {
        fetch(name, Event::Calls);
    }
}

/// Fetches a file, and takes it in.
fn fetch(name: &'static str, event: fn(&'static str, Option<String>) -> Event) {
    net::file(name, Box::new(move |text| dispatch(event(name, text))));
}

/// Makes the palette what the view says; nothing else can be used as long as it is open. Its rows are drawn anew with
/// each key: the browser does that faster than they are compared.
fn palette() {
    let document = document();
    let named = |id: &str| document.get_element_by_id(id);
    let (Some(root), Some(app)) = (named("palette"), named("app")) else { return };
    STATE.with(|state| {
        let Ok(state) = state.try_borrow() else { return };
        let Some(state) = state.as_ref() else { return };
        let is_open = state.palette.is_some();
        if is_open != app.has_attribute("inert") {
            _ = if is_open { app.set_attribute("inert", "") } else { app.remove_attribute("inert") };
            root.set_inner_html(&if is_open { view::palette(state).into_string() } else { String::new() });
            if !is_open {
                focus(&["operation".into()]);
            }
        }
        if let (Some(matches), Some(calls)) = (named("matches"), named("calls")) {
            matches.set_inner_html(&view::matches(state).into_string());
            calls.set_inner_html(&view::rows(state).into_string());
            // The one that is chosen stays in the middle.
            let Some(chosen) = named("chosen").and_then(|row| row.dyn_into::<HtmlElement>().ok()) else { return };
            calls.set_scroll_top(chosen.offset_top() - calls.client_height() / 2);
        }
    });
}

/// Fetches what XML forms are drawn from, the first time that one is to be drawn.
fn ask_for_forms() {
    let wanted = STATE.with(|state| {
        let mut state = state.try_borrow_mut().ok()?;
        let state = state.as_mut().filter(|state| state.wants_forms())?;
        state.forms_asked = true;
        Some(())
    });
    if wanted.is_some() {
        fetch("forms.json", |_, text| Event::Forms(text));
    }
}

/// Has the reader check the text by its rules, and tell the request, where that is its affair.
fn ask_the_reader() {
    for ask in [rules::ask, request::ask] {
        let question = STATE.with(|state| ask(state.try_borrow_mut().ok()?.as_mut()?));
        if let Some(question) = question {
            read(question, None);
        }
    }
}

/// Asks the reader, and takes in what it says.
fn read(question: Question, source: Option<JsValue>) {
    let asked = question.clone();
    reader::ask(&question, source, Box::new(|said| dispatch(Event::Said(asked, said))));
}

/// Makes the document what the view says.
fn render() {
    STATE.with(|state| {
        let Ok(state) = state.try_borrow() else { return };
        let Some(state) = state.as_ref() else { return };
        let document = document();
        if let Some(root) = document.document_element() {
            let lang = if state.lang == Lang::Zh { "zh-CN" } else { "en" };
            _ = root.set_attribute("lang", lang);
        }
        document.set_title(&format!("{} · wxwire", state.entry.title.get(state.lang)));
        if let Some(app) = document.get_element_by_id("app") {
            morph::morph(&document, &app, &view::page(state).into_string());
        }
        intake::draw(state);
        // What was typed or chosen may be something else than what it came to.
        if let Some(active) = document.active_element() {
            morph::settle(&active);
        }
        if let Some(source) = source().filter(|source| source.value() != *typed::shown(&state.text)) {
            source.set_value(&typed::shown(&state.text));
        }
    });
    palette();
}

fn perform(effect: Effect) {
    match effect {
        Effect::None => {}
        Effect::Focus(ids) => focus(&ids),
        Effect::Select(start, end) => select(start, end),
        Effect::Caret { path, field, source } => caret(path.as_deref(), field, source),
        Effect::Copy(text) => helpers::copy(&text, Box::new(|done| dispatch(Event::Copied(done)))),
        Effect::Remember(lang) => {
            if let Ok(Some(storage)) = window().local_storage() {
                _ = storage.set_item(LANGUAGE, lang.code());
            }
        }
        Effect::Open(id) => dispatch(Event::Operation(id)),
        Effect::Address(id) => _ = window().location().set_hash(id),
        Effect::Ask => net::state(Box::new(|asked| dispatch(Event::Served(asked)))),
        Effect::AskLater(failed) => later(failed),
        Effect::Delegate(body) => send(&Question::delegate(&net::token(), &body)),
        Effect::Read(question) => read(question, None),
        Effect::Send(question) => send(&question),
    }
}

/// Asks again who serves the page: after a second, and after twice as long each time, up to half a minute.
fn later(failed: u32) {
    let wait = (1000 << failed.saturating_sub(1).min(5)).min(30_000);
    after(wait, Box::new(move || dispatch(Event::AskAgain(failed))));
}

/// Does something after so many milliseconds; returns what stops that.
fn after(wait: i32, then: Box<dyn FnOnce()>) -> Option<i32> {
    let then = Closure::once_into_js(then);
    window().set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), wait).ok()
}

/// Has the reader send, and takes in what came of it.
fn send(question: &Question) {
    reader::send(question, Box::new(|said| dispatch(Event::Replied(Reply::read(said)))));
    // The question, which had the focus, is gone.
    if document().active_element().is_none_or(|active| active.tag_name() == "BODY") {
        focus(&["send".into()]);
    }
}

/// Puts the focus on the first of these that can have it.
fn focus(ids: &[String]) {
    let document = document();
    let usable = |id: &String| document.get_element_by_id(id).filter(|element| !element.has_attribute("disabled"));
    if let Some(element) = ids.iter().find_map(usable).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What is folded away cannot have the focus.
        if let Ok(Some(details)) = element.closest("details") {
            _ = details.set_attribute("open", "");
        }
        _ = element.focus();
        element.scroll_into_view_with_bool(false);
    }
}

/// Puts the caret where a change was: into the source for who is there, or else into the field. The focus is never lost,
/// not even by the button of the last step, which cannot be pressed any more.
fn caret(path: Option<&str>, field: usize, at: usize) {
    let document = document();
    let in_source = document.active_element().is_some_and(|active| active.id() == "source");
    match path {
        Some(path) if !in_source => {
            let ids = ancestors(path);
            focus(&ids);
            let own = ids.first().and_then(|own| document.get_element_by_id(own));
            if let Some(area) = own.as_ref().and_then(|own| own.dyn_ref::<HtmlTextAreaElement>()) {
                _ = area.set_selection_range(field as u32, field as u32);
            } else if let Some(input) = own.as_ref().and_then(|own| own.dyn_ref::<HtmlInputElement>()) {
                _ = input.set_selection_range(field as u32, field as u32);
            }
        }
        _ => select(at, at),
    }
    let lost = |active: web_sys::Element| active.tag_name() == "BODY" || active.has_attribute("disabled");
    if document.active_element().is_none_or(lost) {
        focus(&["undo".into(), "redo".into(), "example".into()]);
    }
}

/// Selects units of UTF-16 of the source, as the document counts.
fn select(start: usize, end: usize) {
    let Some(source) = source() else { return };
    let text = source.value();
    _ = source.focus();
    _ = source.set_selection_range(start as u32, end as u32);
    // A text area does not scroll to a selection that a script made.
    let before = text.encode_utf16().take(start).filter(|unit| *unit == u16::from(b'\n')).count();
    let (line, lines) = (before, text.lines().count());
    let height = source.scroll_height() * i32::try_from(line).unwrap_or(0) / i32::try_from(lines.max(1)).unwrap_or(1);
    source.set_scroll_top((height - source.client_height() / 2).max(0));
}

fn source() -> Option<HtmlTextAreaElement> {
    document().get_element_by_id("source")?.dyn_into().ok()
}

/// The language that was chosen before, or else the browser's.
fn language() -> Lang {
    let window = window();
    let stored = window.local_storage().ok().flatten().and_then(|storage| storage.get_item(LANGUAGE).ok()?);
    Lang::of_locale(&stored.or_else(|| window.navigator().language()).unwrap_or_default())
}

/// What the address says after `#`.
fn address() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

fn window() -> Window {
    web_sys::window().expect("this runs in a page")
}

fn document() -> Document {
    window().document().expect("a page has a document")
}

/// The nearest element with an action, from here outward.
fn actor(element: &Element) -> Option<Element> {
    element.closest("[data-action]").ok()?
}
