//! The cell of a table as CSV writes it, between quotes (RFC 4180), and a C# string behind `@`: each quote in it is two.

use super::{Escaping, Unit};

/// Text between the quotes of a cell. A quote that stands alone ends it, and is none of this text.
pub(crate) static CELL: Escaping = Escaping {
    marks: [b'"'; 2],
    read: |text| Unit::char(if text.starts_with("\"\"") { 2 } else { 1 }, '"'),
    write: |bytes, _| Some(std::str::from_utf8(bytes).ok()?.replace('"', "\"\"")),
};

/// Whether the inside of a cell goes on here with a quote and a name or a text behind it: `""name""`. An empty text of JSON has
/// something else behind it.
pub(crate) fn is_quote(text: &str) -> bool {
    // A cell that was one before has more of them.
    let rest = text.trim_start_matches("\"\"");
    rest.len() < text.len()
        && rest.starts_with(|char: char| char.is_alphanumeric() || matches!(char, '_' | '$' | '@' | '-'))
}

/// Where the cell ends that a place is inside of: at its closing quote. None where the text ends before.
pub(crate) fn end(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += memchr::memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_ends_at_a_quote_that_stands_alone() {
        let text = r#""{""a"":""say """"hi""""""}",next"#;
        assert!(is_quote(&text[2..]) && !is_quote("\"\":1") && !is_quote("\"\", 1") && !is_quote("\"a"));
        let end = end(text, 1).expect("it ends");
        assert_eq!(&text[end..], "\",next");
        assert_eq!(CELL.decode(&text[1..end]).as_ref(), br#"{"a":"say ""hi"""}"#);
        assert_eq!(super::end("{\"\"a\"\"", 1), None);
    }
}
