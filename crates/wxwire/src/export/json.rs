//! The parts of a request as a JSON document.

use super::Format;
use crate::lang::Words;
use crate::layer::json::quote;
use crate::request::Preview;

pub(super) const FORMAT: Format = Format {
    name: "json",
    title: "JSON",
    about: Words::new("各部分组成的 JSON 文档，供程序读取", "its parts as a JSON document, for programs"),
    runs: false,
    write,
};

fn write(request: &Preview) -> String {
    let headers: Vec<_> =
        request.headers.iter().map(|(name, value)| format!("\n    {}: {}", quote(name), quote(value))).collect();
    format!(
        "{{\n  \"method\": {},\n  \"url\": {},\n  \"headers\": {{{}\n  }},\n  \"body\": {}\n}}",
        quote(&request.method),
        quote(&request.url),
        headers.join(","),
        quote(&request.body)
    )
}
