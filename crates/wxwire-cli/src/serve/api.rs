//! What the page asks: who can send, and to send.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use wxwire::catalog;
use wxwire::lang::Lang;
use wxwire::layer::MAX_BYTES;
use wxwire::layer::json::Tree;
use wxwire::operation::Entry;
use wxwire::request::{BuildError, is_base_url};
use wxwire::token::Fetch;
use wxwire::verdict::Level;

use super::App;
use crate::account::{self, Account};
use crate::exit::Failure;
use crate::transmit::transmit;
use crate::{session, terminal};

/// How long a question may take to arrive.
const BODY_TIME: Duration = Duration::from_secs(30);

/// What stands around the values in a question, at the most.
const ENVELOPE: usize = 1024;

/// Answers only who has the token, and lets nobody keep an answer.
pub async fn guard(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let mut response = if app.token.is_in(request.headers()) {
        next.run(request).await
    } else {
        let words = ("请用 wxwire serve 打印的地址打开", "open the address that wxwire serve printed");
        refusal(StatusCode::FORBIDDEN, "token", app.options.say(words.0, words.1))
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Which credentials and addresses there are; never what they are.
pub async fn state(State(app): State<Arc<App>>) -> Response {
    let profiles = if app.mock.is_some() { vec![] } else { account::profile_names() };
    let accounts: Map<_, _> =
        profiles.iter().map(|profile| (profile.clone(), gateways(&app, Some(profile)).into())).collect();
    let gateways = gateways(&app, None);
    let mock = app.mock.is_some();
    let state = json!({"served": true, "mock": mock, "profiles": profiles, "gateways": gateways, "accounts": accounts});
    answer(StatusCode::OK, state.to_string())
}

/// What is set for each gateway, in a profile or without one.
fn gateways(app: &App, profile: Option<&str>) -> Map<String, Value> {
    let mut gateways = Map::new();
    for gateway in catalog::gateways() {
        let first = catalog::entries().find(|entry| entry.gateway.name == gateway.name);
        let account = first.and_then(|entry| account(app, entry, profile).ok()).unwrap_or_default();
        let login =
            catalog::login(&gateway).filter(|_| first.is_some_and(|entry| session::is_kept(&account, entry, profile)));
        // What can be fetched is as good as set.
        let own = &account.credentials;
        let is_set = |name| {
            own.find(name).is_some()
                || Fetch::ways(&gateway, name).any(|fetch| fetch.can(own))
                || login.is_some_and(|login| login.credential == name)
        };
        let set = catalog::credentials(&gateway).into_iter().filter(|one| is_set(one.name));
        // What is no base URL may hold a secret.
        let base_url = account.base_url.as_deref().or(gateway.base_url).filter(|url| is_base_url(url));
        let known: Vec<_> = set.map(|one| one.name).collect();
        gateways.insert(gateway.name.to_owned(), json!({"base_url": base_url, "credentials": known}));
    }
    gateways
}

/// Sends what the page composed: `{"operation", "values", "profile"?, "lang"?}`.
pub async fn send(State(app): State<Arc<App>>, body: Body) -> Response {
    // A page that went away in the middle of its question must not hold the connection for good.
    let body = match tokio::time::timeout(BODY_TIME, to_bytes(body, MAX_BYTES + ENVELOPE)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => {
            let words = app.options.say("内容太大，没有发送", "too large; nothing was sent");
            return refusal(StatusCode::PAYLOAD_TOO_LARGE, Level::NotSent.name(), words);
        }
        Err(_) => {
            let words =
                app.options.say("内容没有按时收全，没有发送", "the values did not arrive in time; nothing was sent");
            return refusal(StatusCode::REQUEST_TIMEOUT, Level::NotSent.name(), words);
        }
    };
    match try_send(&app, &body).await {
        Ok(json) => answer(StatusCode::OK, json),
        Err((level, message)) => refusal(StatusCode::BAD_REQUEST, level.name(), &message),
    }
}

/// Sends, or says why nothing was sent, and on which level of the ladder that leaves it.
async fn try_send(app: &App, body: &[u8]) -> Result<String, (Level, String)> {
    let not_sent = |message| (Level::NotSent, message);
    let tree = Tree::read(body).map_err(|problem| not_sent(problem.message(app.options.lang())))?;
    let text = |key: &str| tree.root().get(key).and_then(|value| Some(value.as_str()?.into_owned()));
    let lang = match text("lang").as_deref() {
        Some("zh") => Lang::Zh,
        Some("en") => Lang::En,
        _ => app.options.lang(),
    };
    let id = text("operation").unwrap_or_default();
    let entry = catalog::find(&id).ok_or_else(|| not_sent(format!("{id:?}?")))?;
    // The values go out as they stand in the text: numbers keep every digit.
    let values = tree.root().get("values").map(|values| values.source()).unwrap_or_default();
    // What is wrong is told in the page's language, not in that of the terminal.
    let failed = |failure: Failure| not_sent(failure.message(lang).to_owned());
    let profile = text("profile");
    let account = account(app, entry, profile.as_deref()).map_err(failed)?;
    let address = account.address(entry, None).map_err(failed)?;
    let (account, address) = session::with_login(account, entry, profile.as_deref(), address);
    // A page that goes away is no reason to break off: what was sent is sent.
    let end = std::future::pending();
    let sent = transmit(entry, values, &account, &address, &app.link, end).await.map_err(|error| {
        let level = if let BuildError::Invalid(_) = error { Level::Invalid } else { Level::NotSent };
        (level, error.message(lang))
    })?;
    sent.notes.iter().for_each(|note| terminal::note(note.get(app.options.lang())));
    Ok(sent.to_json(&Value::Null, lang))
}

fn account(app: &App, entry: &Entry, profile: Option<&str>) -> Result<Account, Failure> {
    match &app.mock {
        Some(mock) => Ok(mock.account(entry)),
        None => Account::find(&entry.gateway, profile),
    }
}

/// What this server itself says no to, before anything left.
fn refusal(status: StatusCode, code: &str, message: &str) -> Response {
    answer(status, json!({"error": {"code": code, "message": message}}).to_string())
}

fn answer(status: StatusCode, json: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], json).into_response()
}
