//! The network: what serves the page, and the gateways themselves.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wxwire::request::{Payload, Wire};

use super::helpers::{self, Take};
use super::window;
use crate::outcome::Answer;
use crate::served::Asked;

/// The header in which the token goes.
const TOKEN: &str = "X-Wxwire";

/// A request does not go to what serves the page.
const ABROAD: bool = true;

/// Fetches what stands beside the page under a name, if there is anything.
pub(super) fn file(name: &str, take: Take<Option<String>>) {
    let text = |answer: Answer| if answer.status == 200 { Some(answer.body) } else { None };
    own("GET", name, &Array::new(), None, Box::new(move |answer| take(answer.and_then(text))));
}

/// Asks who serves the page.
pub(super) fn state(take: Take<Asked>) {
    let asked = |answer: Answer| Asked::Answered(answer.status, answer.body);
    let headers = Array::of1(&header(TOKEN, &token()));
    own("GET", "api/state", &headers, None, Box::new(move |answer| take(answer.map_or(Asked::Silent, asked))));
}

/// Asks the command that serves the page to send.
pub(super) fn delegate(body: &str, take: Take<Option<Answer>>) {
    let headers = Array::of2(&header("Content-Type", "application/json"), &header(TOKEN, &token()));
    own("POST", "api/send", &headers, Some(body), take);
}

/// Sends a request straight to a gateway.
pub(super) fn send(request: &Wire, take: Take<Option<Answer>>) {
    let request = request.reveal();
    let headers: Array = request.headers.iter().map(|(name, value)| header(name, value)).collect();
    let body = match &request.body {
        Payload::Text(text) if text.is_empty() => JsValue::UNDEFINED,
        Payload::Text(text) => text.into(),
        body => Uint8Array::from(&*body.bytes()).into(),
    };
    helpers::request(&request.method, &request.url, &headers, body, ABROAD, take);
}

/// What proves that a person opened the page at the address that the command printed: kept by `boot.js`, or, where a
/// browser keeps nothing, still in the address.
fn token() -> String {
    let window = window();
    let kept = window.local_storage().ok().flatten().and_then(|storage| storage.get_item("wxwire-token").ok()?);
    let search = window.location().search().unwrap_or_default();
    let named = search.trim_start_matches('?').split('&').find_map(|part| part.strip_prefix("token="));
    let token = named.map(str::to_owned).or(kept).unwrap_or_default();
    token.chars().filter(char::is_ascii_hexdigit).collect()
}

/// Asks what serves the page.
fn own(method: &str, path: &str, headers: &Array, body: Option<&str>, take: Take<Option<Answer>>) {
    helpers::request(method, path, headers, body.map_or(JsValue::UNDEFINED, JsValue::from), !ABROAD, take);
}

fn header(name: &str, value: &str) -> JsValue {
    Array::of2(&name.into(), &value.into()).into()
}
