//! JSON laid out in lines, every scalar as it was written.

use wxwire::layer::json::{Kind, Tree, Value};

/// The text of a document laid out, or as it is when it is not JSON.
pub(crate) fn pretty(text: &str) -> String {
    match Tree::parse(text) {
        Ok(tree) => laid_out(tree.root(), ""),
        Err(_) => text.to_owned(),
    }
}

/// A value laid out, where its first line is already indented by `indent`.
pub(crate) fn laid_out(value: Value<'_>, indent: &str) -> String {
    let mut out = String::new();
    write(value, &mut indent.to_owned(), &mut out);
    out
}

/// Lays out new JSON that goes into a text, if that text has lines: `at` is a byte of the line that it follows.
pub(crate) fn like(text: &str, at: usize, new: &str) -> String {
    match (text.contains('\n'), Tree::parse(new)) {
        (true, Ok(tree)) => laid_out(tree.root(), indent(text, at)),
        _ => new.to_owned(),
    }
}

/// The white space at the beginning of a line.
fn indent(text: &str, at: usize) -> &str {
    let line = &text[text[..at].rfind('\n').map_or(0, |end| end + 1)..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

fn write(value: Value<'_>, indent: &mut String, out: &mut String) {
    let (open, close) = match value.kind() {
        Kind::Object => ('{', '}'),
        Kind::Array => ('[', ']'),
        _ => return out.push_str(value.source()),
    };
    out.push(open);
    indent.push_str("  ");
    let mut empty = true;
    let mut line = |out: &mut String, indent: &str| {
        if !std::mem::take(&mut empty) {
            out.push(',');
        }
        out.push('\n');
        out.push_str(indent);
    };
    for (key, member) in value.members() {
        line(out, indent);
        out.push_str(key.source());
        out.push_str(": ");
        write(member, indent, out);
    }
    for item in value.items() {
        line(out, indent);
        write(item, indent, out);
    }
    indent.truncate(indent.len() - 2);
    if !empty {
        out.push('\n');
        out.push_str(indent);
    }
    out.push(close);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_stay_as_they_were_written() {
        let text = r#"{"a":[1.50,{}, 12345678901234567890],"\u0061":[]}"#;
        let lines = "{\n  \"a\": [\n    1.50,\n    {},\n    12345678901234567890\n  ],\n  \"\\u0061\": []\n}";
        assert_eq!(pretty(text), lines);
        assert_eq!(pretty("{oops"), "{oops");
    }
}
