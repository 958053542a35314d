//! What the page asks: who can send, and to send.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use wxwire::catalog;
use wxwire::lang::Lang;
use wxwire::layer::MAX_BYTES;
use wxwire::layer::json::Tree;
use wxwire::operation::Entry;
use wxwire::request::is_base_url;

use super::App;
use crate::account::{self, Account};
use crate::commands::{reply_json, transmit};
use crate::exit::Failure;

/// How long a question may take to arrive.
const BODY_TIME: Duration = Duration::from_secs(30);

/// What stands around the values in a question, at the most.
const ENVELOPE: usize = 1024;

/// Which credentials and addresses there are; never what they are.
pub async fn state(State(app): State<Arc<App>>) -> Response {
    let mut gateways = Map::new();
    for gateway in catalog::gateways() {
        let account = catalog::entries()
            .find(|entry| entry.gateway.name == gateway.name)
            .and_then(|entry| account(&app, entry, None).ok())
            .unwrap_or_default();
        let set = gateway.credentials.iter().filter(|one| account.credentials.find(one.name).is_some());
        // What is no base URL may hold a secret.
        let base_url = account.base_url.as_deref().or(gateway.base_url).filter(|url| is_base_url(url));
        let known: Vec<_> = set.map(|one| one.name).collect();
        gateways.insert(gateway.name.to_owned(), json!({"base_url": base_url, "credentials": known}));
    }
    let profiles = if app.mock.is_some() { vec![] } else { account::profile_names(&app.options) };
    let state = json!({"served": true, "mock": app.mock.is_some(), "profiles": profiles, "gateways": gateways});
    answer(StatusCode::OK, state.to_string())
}

/// Sends what the page composed: `{"operation", "values", "profile"?, "lang"?}`.
pub async fn send(State(app): State<Arc<App>>, body: Body) -> Response {
    // A page that went away in the middle of its question must not hold the connection for good.
    let body = match tokio::time::timeout(BODY_TIME, to_bytes(body, MAX_BYTES + ENVELOPE)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        Err(_) => return StatusCode::REQUEST_TIMEOUT.into_response(),
    };
    match try_send(&app, &body).await {
        Ok(json) => answer(StatusCode::OK, json),
        Err(message) => answer(StatusCode::BAD_REQUEST, json!({"error": {"message": message}}).to_string()),
    }
}

async fn try_send(app: &App, body: &[u8]) -> Result<String, String> {
    let tree = Tree::read(body).map_err(|problem| problem.message(app.options.lang()))?;
    let text = |key: &str| tree.root().get(key).and_then(|value| Some(value.as_str()?.into_owned()));
    let lang = match text("lang").as_deref() {
        Some("zh") => Lang::Zh,
        Some("en") => Lang::En,
        _ => app.options.lang(),
    };
    let id = text("operation").unwrap_or_default();
    let entry = catalog::find(&id).ok_or_else(|| format!("{id:?}?"))?;
    // The values go out as they stand in the text: numbers keep every digit.
    let values = tree.root().get("values").map(|values| values.source()).unwrap_or_default();
    let account = account(app, entry, text("profile").as_deref()).map_err(|failure| failure.message)?;
    let address = account.address(entry, None, &app.options).map_err(|failure| failure.message)?;
    // A page that goes away is no reason to break off: what was sent is sent.
    let end = std::future::pending();
    let sent =
        transmit(entry, values, &account, &address, app.times, end).await.map_err(|error| error.message(lang))?;
    let preview: Value = entry.preview(values, &account.credentials, &address).to_json();
    Ok(reply_json(&preview, &sent, &Value::Null, lang))
}

fn account(app: &App, entry: &Entry, profile: Option<&str>) -> Result<Account, Failure> {
    match &app.mock {
        Some(mock) => Ok(mock.account(entry)),
        None => Account::find(&entry.gateway, profile, &app.options),
    }
}

fn answer(status: StatusCode, json: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], json).into_response()
}
