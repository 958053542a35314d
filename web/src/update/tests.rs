//! What events do.

mod files;
mod inner;
mod outcome;
mod reader;
mod rules;
mod sending;
mod taken;
mod typing;

use wxwire::layer::json::{Object, array, quote};
use wxwire::problem::Problem;

use super::*;
use crate::edit::Edit;
use crate::explained;
use crate::outcome::{Answer, Reply};
use crate::served::Asked;
use crate::state::{Mode, Sending};

/// Takes an event in, with a reader beside it that checks at once by what it is asked.
fn update(state: &mut State, event: Event) -> Effect {
    let effect = super::update(state, event);
    match crate::rules::ask(state) {
        None => effect,
        Some(question) => {
            let found = found(state);
            let then = super::update(state, Event::Said(question, Ok(Some(found))));
            if let Effect::None = effect { then } else { effect }
        }
    }
}

/// What the reader finds in the text.
fn found(state: &State) -> String {
    let one = |problem: Problem| {
        let span = problem.span.map_or_else(|| "[]".into(), |span| format!("[{},{}]", span.start, span.end));
        let told = Object::new().text("path", &problem.path).text("code", problem.code.name());
        told.text("severity", problem.severity.name()).text("message", "").json("span", &span).end()
    };
    array(state.entry.check_rules(state.text.as_bytes(), None).into_iter().map(one))
}

fn state() -> State {
    State::new(Lang::En, State::entry_of("yunzhenji.send_message"))
}

fn text(path: &str, typed: &str) -> Event {
    Event::Edit(path.into(), Edit::Text(typed.into()))
}

fn served(mock: bool) -> State {
    let mut state = state();
    let own = r#"{"base_url": null, "credentials": ["app_id", "access_token"]}"#;
    let own = format!(r#"{{"yunzhenji": {own}}}"#);
    let answer = format!(r#"{{"served": true, "mock": {mock}, "gateways": {own}, "accounts": {{"shop": {own}}}}}"#);
    update(&mut state, Event::Served(Asked::Answered(200, answer)));
    state
}
