//! Python, with the library `requests`.

use super::Format;
use super::literal::{headers, lines, quote};
use crate::lang::Words;
use crate::request::{Content, Part, Payload, Preview};

pub(super) const FORMAT: Format = Format {
    name: "python",
    title: "Python",
    about: Words::new("Python 3，使用 requests 库", "Python 3, with the library requests"),
    runs: true,
};

pub(super) fn write(request: &Preview) -> String {
    let mut text = String::from("import requests\n\nresponse = requests.request(\n    ");
    quote(&mut text, &request.method);
    text += ",\n    ";
    quote(&mut text, &request.url);
    text += ",\n    headers={\n";
    headers(&mut text, request, "        ");
    text += "    },\n";
    if let Payload::Multipart(parts) = &request.body {
        form(&mut text, parts);
    } else if let Some(body) = request.body.text().filter(|body| !body.is_empty()) {
        // Literals side by side are one. Bytes: what becomes of a text goes by the version of requests.
        text += "    data=(\n        ";
        lines(&mut text, body, "\n        ");
        text += "\n    ).encode('utf-8'),\n";
    }
    text += ")\nprint(response.status_code, response.text)";
    text
}

/// Writes a form; the bytes of a file are read from a file of its name.
fn form(out: &mut String, parts: &[Part]) {
    *out += "    files=[\n";
    for Part { name, content } in parts {
        *out += "        (";
        quote(out, name);
        match content {
            Content::Text(text) => {
                // Without a name it is a field, and no file.
                *out += ", (None, ";
                quote(out, text);
            }
            Content::File { name, media_type, .. } => {
                *out += ", (";
                quote(out, name);
                *out += ", open(";
                quote(out, name);
                *out += ", 'rb'), ";
                quote(out, media_type);
            }
        }
        *out += ")),\n";
    }
    *out += "    ],\n";
}
