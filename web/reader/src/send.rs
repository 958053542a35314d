//! Sending: a call straight to its gateway, or through the command that serves the page. Nothing else in this module touches
//! the network, and nothing is sent twice.
//!
//! An answer is JSON: `{"milliseconds", "status", "body", "retry_after"}`; without a status, none came that may be read, and
//! a browser does not say why. `{"error"}` says why nothing was sent.

use gloo_net::http::{Headers, Method, Request, RequestBuilder, Response};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{ReferrerPolicy, RequestCredentials, RequestRedirect};
use wxwire::layer::json::Object;
use wxwire::request::{Payload, Wire};

use crate::account;
use crate::question::Question;

/// The header in which the command that serves the page wants its token.
const TOKEN: &str = "X-Wxwire";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Sends a call to its gateway.
pub(crate) async fn straight(question: &str) -> String {
    let wire = Question::read(question, |question| {
        let Some(entry) = question.entry() else { return Some(Err(question.text("operation").into_owned())) };
        let own = account::credentials(question);
        let wire = entry.wire(&question.text("values"), &own, &question.text("base_url"));
        Some(wire.map_err(|error| error.message(question.lang())))
    });
    answer(unread(wire).and_then(|wire| to_gateway(&wire))).await
}

/// Has the command send that serves the page.
pub(crate) async fn through(question: &str) -> String {
    let request =
        Question::read(question, |question| Some(to_command(&question.text("token"), &question.text("body"))));
    answer(unread(request)).await
}

/// The page's own questions can be read.
fn unread<T>(read: Option<Result<T, String>>) -> Result<T, String> {
    read.unwrap_or_else(|| Err("JSON".to_owned()))
}

fn to_gateway(wire: &Wire) -> Result<Request, String> {
    let wire = wire.reveal();
    let builder = RequestBuilder::new(&wire.url)
        .method(Method::from_bytes(wire.method.as_bytes()).map_err(|error| error.to_string())?)
        .headers(headers(wire.headers.iter().map(|(name, value)| (&**name, &**value)))?)
        // A redirect could send the message a second time, and the credentials to somebody else.
        .redirect(RequestRedirect::Error)
        .credentials(RequestCredentials::Omit)
        .referrer_policy(ReferrerPolicy::NoReferrer);
    let request = match &wire.body {
        Payload::Text(text) if text.is_empty() => builder.build(),
        Payload::Text(text) => builder.body(text.as_str()),
        body => builder.body(Uint8Array::from(&*body.bytes())),
    };
    request.map_err(|error| error.to_string())
}

/// The address is relative to the worker's own file, which stands beside the page.
fn to_command(token: &str, body: &str) -> Result<Request, String> {
    let headers = headers([("Content-Type", "application/json"), (TOKEN, token)])?;
    Request::post("api/send").headers(headers).body(body).map_err(|error| error.to_string())
}

/// Headers; some values cannot be sent.
fn headers<'a>(all: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Headers, String> {
    let headers = web_sys::Headers::new().map_err(|_| "Headers")?;
    for (name, value) in all {
        headers.append(name, value).map_err(|_| name)?;
    }
    Ok(Headers::from_raw(headers))
}

/// Sends, and tells what came.
async fn answer(request: Result<Request, String>) -> String {
    let request = match request {
        Ok(request) => request,
        Err(error) => return Object::new().text("error", &error).end(),
    };
    let start = now();
    let read = match request.send().await {
        Ok(response) => read(&response).await,
        Err(_) => None,
    };
    let milliseconds = (now() - start) as u32;
    let told = Object::new().number("milliseconds", milliseconds.into());
    let Some((status, retry_after, body)) = read else { return told.end() };
    told.number("status", status.into()).some("retry_after", retry_after.as_deref()).text("body", &body).end()
}

/// What of an answer counts, if it can be read to its end.
async fn read(response: &Response) -> Option<(u16, Option<String>, String)> {
    Some((response.status(), response.headers().get("Retry-After"), response.text().await.ok()?))
}
