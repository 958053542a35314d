//! Raw HTTP/1.1.

use super::Format;
use crate::lang::Words;
use crate::request::Preview;

pub(super) const FORMAT: Format = Format {
    name: "http",
    title: "HTTP",
    about: Words::new("请求原文（HTTP/1.1）", "the request as it stands on the wire, HTTP/1.1"),
    runs: false,
};

/// The request as it stands on the wire, with `\n` for line ends, to be read.
pub fn write(request: &Preview) -> String {
    // Scheme, nothing, host, path.
    let mut parts = request.url.splitn(4, '/').skip(2);
    let mut text = request.method.clone();
    let host = parts.next().unwrap_or_default();
    text += " /";
    text += parts.next().unwrap_or_default();
    text += " HTTP/1.1\nHost: ";
    text += host;
    for (name, value) in &request.headers {
        text.push('\n');
        text += name;
        text += ": ";
        text += value;
    }
    text += "\nContent-Length: ";
    text += &request.body.bytes().len().to_string();
    text += "\n\n";
    text += &request.body.shown();
    text
}
