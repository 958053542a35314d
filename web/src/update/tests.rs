//! What events do.

mod files;
mod inner;
mod outcome;
mod reader;
mod sending;
mod typing;

use wxwire::layer::json::quote;

use super::*;
use crate::edit::Edit;
use crate::explained;
use crate::outcome::{Answer, Reply};
use crate::served::Asked;
use crate::state::{Mode, Sending};

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
