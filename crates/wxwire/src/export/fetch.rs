//! JavaScript's `fetch`.

use super::Format;
use super::literal::{headers, lines, quote};
use crate::lang::Words;
use crate::request::{Content, Part, Payload, Preview};

pub(super) const FORMAT: Format = Format {
    name: "fetch",
    title: "fetch",
    about: Words::new("JavaScript 的 fetch，用于浏览器与 Node.js", "JavaScript's fetch, for browsers and Node.js"),
    runs: true,
};

pub(super) fn write(request: &Preview) -> String {
    let mut text = String::new();
    if let Payload::Multipart(parts) = &request.body {
        form(&mut text, parts);
    }
    text += "const response = await fetch(";
    quote(&mut text, &request.url);
    text += ", {\n  method: ";
    quote(&mut text, &request.method);
    text += ",\n  headers: {\n";
    headers(&mut text, request, "    ");
    text += "  },\n";
    // fetch refuses a body, even an empty one, with GET.
    if let Payload::Multipart(_) = &request.body {
        text += "  body: form,\n";
    } else if let Some(body) = request.body.text().filter(|body| !body.is_empty()) {
        // A list, because a sum of so many lines is too deep for some engines; and no template, in which \r\n is \n.
        text += "  body: [\n    ";
        lines(&mut text, body, ",\n    ");
        text += ",\n  ].join(''),\n";
    }
    text += "});\nconsole.log(response.status, await response.text());";
    text
}

/// Writes a form; the bytes of a file are read from a file of its name.
fn form(out: &mut String, parts: &[Part]) {
    *out += "import { openAsBlob } from 'node:fs';\n\nconst form = new FormData();\n";
    for Part { name, content } in parts {
        *out += "form.append(";
        quote(out, name);
        *out += ", ";
        match content {
            Content::Text(text) => quote(out, text),
            Content::File { name, media_type, .. } => {
                *out += "await openAsBlob(";
                quote(out, name);
                *out += ", { type: ";
                quote(out, media_type);
                *out += " }), ";
                quote(out, name);
            }
        }
        *out += ");\n";
    }
}
