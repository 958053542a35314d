//! The server behind the playground: its files, and the two questions that it asks.
//!
//! It listens on loopback only, and answers its own page only. Another site's page in the same browser can reach
//! loopback too, so a request must name this server as its host and come from its own origin. Another user of this
//! machine can as well, with any program, so the two questions also need the token that `wxwire serve` printed.

mod api;
mod calls;
mod files;
mod token;

pub use token::Token;

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use crate::link::Link;
use crate::options::Options;
use crate::running::Running;

/// What the server knows.
#[derive(Debug)]
pub struct App {
    pub page: PathBuf,
    pub mock: Option<Running>,
    pub link: Link,
    pub port: u16,
    pub token: Token,
    pub options: Options,
}

/// What every answer carries. The page may load and ask only what this server has: it never talks to a gateway itself.
const FIXED: [(HeaderName, &str); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
         connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    ),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// All that the server answers.
pub fn router(app: App) -> Router {
    let app = Arc::new(app);
    let api = Router::new()
        .route("/api/state", get(api::state))
        .route("/api/send", post(api::send))
        .layer(middleware::from_fn_with_state(Arc::clone(&app), api::guard));
    api.fallback(files::file).layer(middleware::from_fn_with_state(Arc::clone(&app), own_page_only)).with_state(app)
}

async fn own_page_only(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let mut response = if is_own_page(&request, app.port) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "this server answers its own page only").into_response()
    };
    response.headers_mut().extend(FIXED.map(|(name, value)| (name, HeaderValue::from_static(value))));
    response
}

fn is_own_page(request: &Request, port: u16) -> bool {
    // A header that stands twice, or cannot be read, is none of our page's.
    let named = |name: HeaderName| {
        let mut values = request.headers().get_all(name).iter();
        match (values.next(), values.next()) {
            (None, _) => None,
            (Some(value), None) => Some(value.to_str().unwrap_or("?")),
            (Some(_), Some(_)) => Some("?"),
        }
    };
    let own = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    let is_own = |host: &str| own.iter().any(|own| own == host);
    let host = named(header::HOST).is_some_and(is_own);
    let origin = named(header::ORIGIN).is_none_or(|origin| origin.strip_prefix("http://").is_some_and(is_own));
    host && origin
}
