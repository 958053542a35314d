//! The network: what serves the page, and the gateways themselves.

use gloo_net::http::{Method, Request, RequestBuilder, Response};
use js_sys::Uint8Array;
use web_sys::{RequestCredentials, RequestRedirect};
use wxwire::request::{Payload, Wire};

use super::window;
use crate::outcome::Answer;
use crate::served::Asked;

/// The header in which the token goes.
const TOKEN: &str = "X-Wxwire";

/// What stands beside the page under a name, if there is anything.
pub(super) async fn file(name: &str) -> Option<String> {
    let response = Request::get(name).send().await.ok()?;
    if response.status() == 200 { response.text().await.ok() } else { None }
}

/// Asks who serves the page.
pub(super) async fn state() -> Asked {
    let Ok(response) = Request::get("api/state").header(TOKEN, &token()).send().await else { return Asked::Silent };
    let status = response.status();
    response.text().await.map_or(Asked::Silent, |body| Asked::Answered(status, body))
}

/// Asks the command that serves the page to send.
pub(super) async fn delegate(body: String) -> Option<Answer> {
    let request = Request::post("api/send").header("Content-Type", "application/json").header(TOKEN, &token());
    answer(request.body(body).ok()?.send().await.ok()?).await
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

/// Sends a request straight to a gateway.
pub(super) async fn send(request: Box<Wire>) -> Option<Answer> {
    let request = request.reveal();
    let mut builder = RequestBuilder::new(&request.url)
        .method(Method::from_bytes(request.method.as_bytes()).ok()?)
        // A redirect could send the message a second time, and the credentials to somebody else.
        .redirect(RequestRedirect::Error)
        .credentials(RequestCredentials::Omit);
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let request = match &request.body {
        Payload::Text(text) if text.is_empty() => builder.build(),
        Payload::Text(text) => builder.body(text.as_str()),
        body => builder.body(Uint8Array::from(&*body.bytes())),
    };
    answer(request.ok()?.send().await.ok()?).await
}

async fn answer(response: Response) -> Option<Answer> {
    let (status, retry_after) = (response.status(), response.headers().get("Retry-After"));
    Some(Answer { status, retry_after, body: response.text().await.ok()? })
}
