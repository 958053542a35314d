//! The network: what serves the page, and the gateways themselves.

use gloo_net::http::{Method, Request, RequestBuilder, Response};
use js_sys::Uint8Array;
use web_sys::{RequestCredentials, RequestRedirect};
use wxwire::request::{Payload, Wire};

use crate::outcome::Answer;

/// What stands beside the page under a name, if there is anything.
pub(super) async fn file(name: &str) -> Option<String> {
    let response = Request::get(name).send().await.ok()?;
    if response.status() == 200 { response.text().await.ok() } else { None }
}

/// Asks the command that serves the page to send.
pub(super) async fn delegate(body: String) -> Option<Answer> {
    // The header keeps other sites out: a page elsewhere may not send it.
    let request = Request::post("api/send").header("Content-Type", "application/json").header("X-Wxwire", "1");
    answer(request.body(body).ok()?.send().await.ok()?).await
}

/// Sends a request straight to a gateway.
pub(super) async fn send(request: &Wire) -> Option<Answer> {
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
