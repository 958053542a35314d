//! Raw HTTP/1.1.

use super::Format;
use crate::lang::Words;
use crate::request::Preview;

pub(super) const FORMAT: Format = Format {
    name: "http",
    title: "HTTP",
    about: Words::new("请求原文（HTTP/1.1）", "the request as it stands on the wire, HTTP/1.1"),
    runs: false,
    write,
};

/// The request as it stands on the wire, with `\n` for line ends, to be read.
fn write(request: &Preview) -> String {
    let after_scheme = request.url.split_once("://").map_or(request.url.as_str(), |(_, rest)| rest);
    let (host, path) = after_scheme.split_at(after_scheme.find(['/', '?']).unwrap_or(after_scheme.len()));
    let slash = if path.starts_with('/') { "" } else { "/" };
    let mut text = format!("{} {slash}{path} HTTP/1.1\nHost: {host}\n", request.method);
    for (name, value) in &request.headers {
        text.push_str(&format!("{name}: {value}\n"));
    }
    text.push_str(&format!("Content-Length: {}\n\n{}", request.body.len(), request.body));
    text
}
