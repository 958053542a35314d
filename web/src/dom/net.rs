//! The network: what serves the page, and the gateways themselves.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit, Response};
use wxwire::request::Wire;

use super::window;
use crate::outcome::Answer;

/// The body of `api/state`, if there is one.
pub(super) async fn served() -> Option<String> {
    let answer = fetch("api/state", &RequestInit::new()).await?;
    (answer.status == 200).then_some(answer.body)
}

/// Asks the command that serves the page to send.
pub(super) async fn delegate(body: String) -> Option<Answer> {
    // The header keeps other sites out: a page elsewhere may not send it.
    let headers = [("Content-Type", "application/json"), ("X-Wxwire", "1")];
    fetch("api/send", &init("POST", headers, &body)?).await
}

/// Sends a request straight to a gateway.
pub(super) async fn send(request: &Wire) -> Option<Answer> {
    let request = request.reveal();
    let headers = request.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    fetch(&request.url, &init(&request.method, headers, &request.body)?).await
}

fn init<'h>(method: &str, headers: impl IntoIterator<Item = (&'h str, &'h str)>, body: &str) -> Option<RequestInit> {
    let own = Headers::new().ok()?;
    for (name, value) in headers {
        own.append(name, value).ok()?;
    }
    let init = RequestInit::new();
    init.set_method(method);
    init.set_headers(&own);
    init.set_body(&JsValue::from_str(body));
    Some(init)
}

async fn fetch(url: &str, init: &RequestInit) -> Option<Answer> {
    let response = JsFuture::from(window().fetch_with_str_and_init(url, init)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    let retry_after = response.headers().get("Retry-After").ok()?;
    let body = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    Some(Answer { status: response.status(), retry_after, body })
}
