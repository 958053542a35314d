//! JavaScript's `fetch`.

use super::Format;
use super::literal::{headers, lines, quote};
use crate::lang::Words;
use crate::request::Preview;

pub(super) const FORMAT: Format = Format {
    name: "fetch",
    title: "fetch",
    about: Words::new("JavaScript 的 fetch，用于浏览器与 Node.js", "JavaScript's fetch, for browsers and Node.js"),
    runs: true,
    write,
};

fn write(request: &Preview) -> String {
    let mut text = String::from("const response = await fetch(");
    quote(&mut text, &request.url);
    text += ", {\n  method: ";
    quote(&mut text, &request.method);
    text += ",\n  headers: {\n";
    headers(&mut text, request, "    ");
    text += "  },\n";
    // fetch refuses a body, even an empty one, with GET.
    if !request.body.is_empty() {
        // A list, because a sum of so many lines is too deep for some engines; and no template, in which \r\n is \n.
        text += "  body: [\n    ";
        lines(&mut text, &request.body, ",\n    ");
        text += ",\n  ].join(''),\n";
    }
    text += "});\nconsole.log(response.status, await response.text());";
    text
}
