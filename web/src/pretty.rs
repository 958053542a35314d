//! JSON laid out in lines, every scalar as it was written.

use wxwire::layer::json::{Tree, laid_out};

/// The text of a document laid out, or as it is when it is not JSON.
pub(crate) fn pretty(text: &str) -> String {
    match Tree::parse(text) {
        Ok(tree) => laid_out(tree.root(), ""),
        Err(_) => text.to_owned(),
    }
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
