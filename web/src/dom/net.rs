//! What serves the page: its files, and who it is. The reader does all the sending.

use js_sys::Array;

use super::helpers::{self, Take};
use super::window;
use crate::served::Asked;

/// The header in which the token goes.
const TOKEN: &str = "X-Wxwire";

/// Fetches what stands beside the page under a name, if there is anything.
pub(super) fn file(name: &str, take: Take<Option<String>>) {
    let text = |(body, status)| if status == 200 { Some(body) } else { None };
    helpers::get(name, &Array::new(), Box::new(move |answer| take(answer.and_then(text))));
}

/// Asks who serves the page.
pub(super) fn state(take: Take<Asked>) {
    let asked = |(body, status)| Asked::Answered(status, body);
    let headers = Array::of1(&Array::of2(&TOKEN.into(), &token().into()));
    helpers::get("api/state", &headers, Box::new(move |answer| take(answer.map_or(Asked::Silent, asked))));
}

/// What proves that a person opened the page at the address that the command printed: kept by `boot.js`, or, where a
/// browser keeps nothing, still in the address.
pub(super) fn token() -> String {
    let window = window();
    let kept = window.local_storage().ok().flatten().and_then(|storage| storage.get_item("wxwire-token").ok()?);
    let search = window.location().search().unwrap_or_default();
    let named = search.trim_start_matches('?').split('&').find_map(|part| part.strip_prefix("token="));
    let token = named.map(str::to_owned).or(kept).unwrap_or_default();
    token.chars().filter(char::is_ascii_hexdigit).collect()
}
