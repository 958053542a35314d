//! The server behind the playground: its files, and the two questions that it asks.
//!
//! It listens on loopback only, and answers its own page only: another site's page in the same browser can reach
//! loopback too, so a call must name this server as its host, come from its own origin and carry a header that no other
//! origin may set.

mod api;
mod files;

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use crate::args::{Options, Times};
use crate::commands::Running;

/// What the server knows.
#[derive(Debug)]
pub struct App {
    pub page: PathBuf,
    pub mock: Option<Running>,
    pub times: Times,
    pub port: u16,
    pub options: Options,
}

/// All that the server answers.
pub fn router(app: App) -> Router {
    let app = Arc::new(app);
    Router::new()
        .route("/api/state", get(api::state))
        .route("/api/send", post(api::send))
        .fallback(files::file)
        .layer(middleware::from_fn_with_state(Arc::clone(&app), own_page_only))
        .with_state(app)
}

async fn own_page_only(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    if is_own_page(&request, app.port) {
        let mut response = next.run(request).await;
        let fixed = [(header::X_FRAME_OPTIONS, "DENY"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
        response.headers_mut().extend(fixed.map(|(name, value)| (name, HeaderValue::from_static(value))));
        response
    } else {
        (StatusCode::FORBIDDEN, "this server answers its own page only").into_response()
    }
}

fn is_own_page(request: &Request, port: u16) -> bool {
    // A header that stands twice, or cannot be read, is none of our page's.
    let named = |name: header::HeaderName| {
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
    host && origin && (request.method().is_safe() || request.headers().contains_key("x-wxwire"))
}
