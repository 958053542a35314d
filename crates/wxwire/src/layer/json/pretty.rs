//! JSON laid out in lines, every scalar as it was written.

use super::{Kind, Value};

/// A value laid out.
pub fn pretty(value: Value<'_>) -> String {
    laid_out(value, "")
}

/// A value laid out, where its first line is already indented by `indent`.
pub fn laid_out(value: Value<'_>, indent: &str) -> String {
    let mut out = String::new();
    write(value, &mut indent.to_owned(), &mut out);
    out
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
