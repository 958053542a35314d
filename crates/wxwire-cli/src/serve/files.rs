//! The files of the page, gzipped where the build has put a `.gz` beside them.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use super::{App, calls};

/// One file, found below the page's folder and nowhere else.
pub async fn file(State(app): State<Arc<App>>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let path = uri.path().trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    // What an editor or a version control hides in the folder is no part of the page.
    let is_shown = |part: Component<'_>| match part {
        Component::Normal(name) => !name.as_encoded_bytes().starts_with(b"."),
        _ => false,
    };
    if !path.components().all(is_shown) {
        return StatusCode::NOT_FOUND.into_response();
    }
    if let Some(text) = calls::listed(&app.page, path) {
        return answer(path, text.into_bytes(), false, &headers);
    }
    let plain = app.page.join(path);
    let zipped = zipped(&plain).filter(|file| accepts_gzip(&headers) && is_inside(file, &app.page));
    let file = zipped.as_ref().unwrap_or(&plain);
    if !is_inside(file, &app.page) {
        let made = calls::made(path).map(|text| answer(path, text.into_bytes(), false, &headers));
        return made.unwrap_or_else(|| StatusCode::NOT_FOUND.into_response());
    }
    match fs::read(file) {
        Ok(bytes) => answer(path, bytes, zipped.is_some(), &headers),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn is_inside(file: &Path, page: &Path) -> bool {
    let inside = || Some(file.canonicalize().ok()?.starts_with(page.canonicalize().ok()?));
    inside() == Some(true)
}

/// The gzipped form of a file, unless the file was changed after it was made.
fn zipped(plain: &Path) -> Option<PathBuf> {
    let mut name = plain.as_os_str().to_owned();
    name.push(".gz");
    let zipped = PathBuf::from(name);
    let written = |path: &Path| fs::metadata(path).ok()?.modified().ok();
    (written(&zipped)? >= written(plain)?).then_some(zipped)
}

/// Whether the client takes gzip: `gzip` or `*` is named, and not with the weight 0.
fn accepts_gzip(headers: &HeaderMap) -> bool {
    let weight = |wanted: &str| {
        let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
        lines.flat_map(|line| line.split(',')).find_map(|coding| {
            let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
            let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok());
            name.trim().eq_ignore_ascii_case(wanted).then(|| weight.unwrap_or(0.0))
        })
    };
    weight("gzip").or_else(|| weight("*")).is_some_and(|weight: f32| weight > 0.0)
}

/// The bytes, or that the client has them already.
fn answer(path: &Path, bytes: Vec<u8>, is_zipped: bool, request: &HeaderMap) -> Response {
    let tag = tag(&bytes, is_zipped);
    let known = request.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let is_known =
        known.flat_map(|line| line.split(',')).map(str::trim).any(|known| known == "*" || bare(known) == tag);
    let mut response = if is_known { StatusCode::NOT_MODIFIED.into_response() } else { bytes.into_response() };
    let headers = response.headers_mut();
    if is_known {
        headers.remove(header::CONTENT_TYPE);
    } else {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(path)));
        if is_zipped {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Ok(tag) = HeaderValue::try_from(tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// A strong tag: the same bytes, and only they, have it.
fn tag(bytes: &[u8], is_zipped: bool) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("\"{:x}-{:016x}{}\"", bytes.len(), hasher.finish(), if is_zipped { "-gz" } else { "" })
}

/// A tag without the mark of a weak one: whether a file is known is asked weakly.
fn bare(tag: &str) -> &str {
    tag.strip_prefix("W/").unwrap_or(tag)
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
