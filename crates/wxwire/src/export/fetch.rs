//! JavaScript's `fetch`.

use super::{Format, literal};
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
    let mut text = format!(
        "const response = await fetch({}, {{\n  method: {},\n",
        literal::quote(&request.url),
        literal::quote(&request.method)
    );
    text.push_str("  headers: {\n");
    for (name, value) in &request.headers {
        text.push_str(&format!("    {}: {},\n", literal::quote(name), literal::header(value)));
    }
    text.push_str("  },\n");
    let lines: Vec<_> = literal::lines(&request.body).collect();
    match &lines[..] {
        // fetch refuses a body, even an empty one, with GET.
        [] => {}
        [line] => text.push_str(&format!("  body: {line},\n")),
        // A list, because a sum of so many lines is too deep for some engines; and no template, in which \r\n is \n.
        lines => text.push_str(&format!("  body: [\n    {},\n  ].join(''),\n", lines.join(",\n    "))),
    }
    text.push_str("});\nconsole.log(response.status, await response.text());");
    text
}
