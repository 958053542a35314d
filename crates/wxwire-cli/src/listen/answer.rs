//! Answers to callbacks.

use std::time::{SystemTime, UNIX_EPOCH};

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use wxwire::operation::Fresh;

use crate::chance;
use crate::exit::Failure;

/// A success with a text. Each connection brings one callback: what comes slowly holds up nothing else.
pub fn answer(content_type: &'static str, body: Vec<u8>) -> Response {
    let type_header = (header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    ([type_header, (header::CONNECTION, HeaderValue::from_static("close"))], body).into_response()
}

/// A status, and nothing that tells a stranger why.
pub fn empty(status: StatusCode) -> Response {
    (status, [(header::CONNECTION, "close")]).into_response()
}

/// Chance and time for a reply that is sealed.
pub fn fresh() -> Result<Fresh, Failure> {
    let nonce = u64::from_le_bytes(*chance::bytes()?.first_chunk().expect("16 bytes hold 8")).to_string();
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_err(std::io::Error::other)?;
    Ok(Fresh { random: chance::bytes()?, nonce, timestamp: since.as_secs().to_string() })
}
