//! Python, with the library `requests`.

use super::Format;
use super::literal::{headers, lines, quote};
use crate::lang::Words;
use crate::request::Preview;

pub(super) const FORMAT: Format = Format {
    name: "python",
    title: "Python",
    about: Words::new("Python 3，使用 requests 库", "Python 3, with the library requests"),
    runs: true,
    write,
};

fn write(request: &Preview) -> String {
    let mut text = String::from("import requests\n\nresponse = requests.request(\n    ");
    quote(&mut text, &request.method);
    text += ",\n    ";
    quote(&mut text, &request.url);
    text += ",\n    headers={\n";
    headers(&mut text, request, "        ");
    text += "    },\n";
    if !request.body.is_empty() {
        // Literals side by side are one. Bytes: what becomes of a text goes by the version of requests.
        text += "    data=(\n        ";
        lines(&mut text, &request.body, "\n        ");
        text += "\n    ).encode('utf-8'),\n";
    }
    text += ")\nprint(response.status_code, response.text)";
    text
}
