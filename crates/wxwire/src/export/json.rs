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
};

pub(super) fn write(request: &Preview) -> String {
    let mut text = String::from("{\n  \"method\": ");
    text += &quote(&request.method);
    text += ",\n  \"url\": ";
    text += &quote(&request.url);
    text += ",\n  \"headers\": {";
    for (at, (name, value)) in request.headers.iter().enumerate() {
        text += if at == 0 { "\n    " } else { ",\n    " };
        text += &quote(name);
        text += ": ";
        text += &quote(value);
    }
    text += "\n  },\n  \"body\": ";
    text += &quote(&request.body.shown());
    text += "\n}";
    text
}
