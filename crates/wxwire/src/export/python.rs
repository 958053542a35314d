//! Python, with the library `requests`.

use super::{Format, literal};
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
    let mut text = format!(
        "import requests\n\nresponse = requests.request(\n    {},\n    {},\n    headers={{\n",
        literal::quote(&request.method),
        literal::quote(&request.url)
    );
    for (name, value) in &request.headers {
        text.push_str(&format!("        {}: {},\n", literal::quote(name), literal::header(value)));
    }
    text.push_str("    },\n");
    let lines: Vec<_> = literal::lines(&request.body).collect();
    // Bytes: what becomes of a text goes by the version of requests.
    match &lines[..] {
        [] => {}
        [line] => text.push_str(&format!("    data={line}.encode('utf-8'),\n")),
        // Literals side by side are one.
        lines => text.push_str(&format!("    data=(\n        {}\n    ).encode('utf-8'),\n", lines.join("\n        "))),
    }
    text.push_str(")\nprint(response.status_code, response.text)");
    text
}
