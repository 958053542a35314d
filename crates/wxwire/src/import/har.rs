//! Requests that browsers and other tools record as JSON: HAR, collections, and what `wxwire build` prints.

use super::found::{Form, Found};
use super::repair::Origin;
use super::report::Why;
use super::text::Text;
use crate::layer::escape::JSON;
use crate::layer::json::{Kind, Value};

/// The most requests of one record that are looked at.
const MAX_REQUESTS: usize = 10_000;

/// The requests of a document that is such a record, each with the place of what it was recorded from.
pub(crate) fn requests<'t>(root: Value<'t>) -> Vec<Value<'t>> {
    let mut found = Vec::new();
    let entries = root.find("/log/entries").or_else(|| root.get("item")).unwrap_or(root);
    let items: Vec<_> =
        if entries.kind() == Kind::Array { entries.items().take(MAX_REQUESTS).collect() } else { vec![entries] };
    for item in items {
        let request = item.get("request").unwrap_or(item);
        let object = request.kind() == Kind::Object && url(request).is_some();
        if object && (request.get("method").is_some() || request.get("headers").is_some()) {
            found.push(request);
        }
    }
    found
}

/// A recorded request.
pub(crate) fn read(text: &Text, request: Value<'_>, others: &[Value<'_>]) -> Found {
    let mut found = Found::new(Form::Har);
    found.url = url(request).map(|url| inner(text, url));
    found.method = request.get("method").map(|method| inner(text, method));
    let headers = request.get("headers").or_else(|| request.get("header"));
    for header in headers.into_iter().flat_map(Value::items) {
        let name = header.get("name").or_else(|| header.get("key"));
        if let (Some(name), Some(value)) = (name, header.get("value")) {
            found.headers.push((inner(text, name), inner(text, value)));
        }
    }
    for (name, value) in headers.into_iter().flat_map(Value::members) {
        found.headers.push((inner(text, name), inner(text, value)));
    }
    found.body = body(request).map(|body| (inner(text, body), Origin::Body));
    for other in others.iter().filter(|other| other.span() != request.span()) {
        found.drop(Why::Rest, &url(*other).map(|url| inner(text, url)).unwrap_or_default());
    }
    found
}

pub(crate) fn body(request: Value<'_>) -> Option<Value<'_>> {
    let body = request.find("/postData/text").or_else(|| request.find("/body/raw")).or_else(|| request.get("body"));
    // Without a body there is none, or an empty one.
    body.filter(|body| body.kind() != Kind::Null && !body.is_str(""))
}

pub(crate) fn url(request: Value<'_>) -> Option<Value<'_>> {
    let url = request.get("url")?;
    [Some(url), url.get("raw")].into_iter().flatten().find(|url| url.kind() == Kind::String)
}

/// What a string says; of anything else, its source.
fn inner(text: &Text, value: Value<'_>) -> Text {
    let span = value.span();
    match value.kind() {
        Kind::String => text.slice(span.start + 1..span.end - 1).unescaped(&JSON).0,
        _ => text.slice(span),
    }
}
