//! Texts between quotes in which each such quote is two: the cells of CSV (RFC 4180), C# strings behind `@`, and with single
//! quotes the scalars of YAML and the texts of SQL.

use std::ops::Range;

use super::{Escaping, Unit};

/// Text between the quotes of a cell. A quote that stands alone ends it, and is none of this text.
pub(crate) static CELL: Escaping = Escaping {
    marks: [b'"'; 2],
    read: |text| Unit::char(if text.starts_with("\"\"") { 2 } else { 1 }, '"'),
    write: |bytes, _| Some(std::str::from_utf8(bytes).ok()?.replace('"', "\"\"")),
};

/// Text between single quotes.
pub(crate) static SINGLE: Escaping = Escaping {
    marks: [b'\''; 2],
    read: |text| Unit::char(if text.starts_with("''") { 2 } else { 1 }, '\''),
    write: |bytes, _| Some(std::str::from_utf8(bytes).ok()?.replace('\'', "''")),
};

/// So much of the line before a quote is looked at: what makes a statement of SQL of it, or a scalar of YAML.
const MAX_LINE: usize = 16 << 10;

/// Where the text ends whose single quote stands right before a place, if quotes are doubled in it: a scalar of YAML, a text of
/// SQL. A shell and Python join what stands between two such quotes.
pub(crate) fn in_single(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].strip_suffix('\'')?;
    let near = before.len().saturating_sub(MAX_LINE);
    let start = memchr::memrchr(b'\n', &before.as_bytes()[near..]).map_or(near, |line| near + line + 1);
    let line = before.get(start..).unwrap_or_default().trim_end();
    let is_yaml = line.trim_start() == "-"
        || line.strip_suffix(':').is_some_and(|key| key.ends_with(|char: char| char.is_alphanumeric() || char == '_'));
    let has = |word: &str| memchr::memmem::find(line.as_bytes(), word.as_bytes()).is_some();
    let is_sql =
        line.ends_with(['(', ',', '=']) && ["VALUES", "values", "INSERT ", "UPDATE ", "SELECT "].into_iter().any(has);
    let end = (is_yaml || is_sql).then(|| end_of(text, at, b'\''))??;
    memchr::memmem::find(&text.as_bytes()[at..end], b"''").map(|_| end)
}

/// Two single quotes beside each other in a text that stands between such quotes, right behind a place, and nobody knows whose: YAML
/// and SQL mean one by them, a shell and Python none.
pub(crate) fn in_doubt(text: &str, at: usize) -> Option<Range<usize>> {
    if !text[..at].ends_with('\'') || in_single(text, at).is_some() {
        return None;
    }
    let end = end_of(text, at, b'\'')?;
    let found = memchr::memmem::find(&text.as_bytes()[at..end], b"''")?;
    Some(at + found..at + found + 2)
}

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
    end_of(text, from, b'"')
}

/// The same of a text between single quotes.
pub(crate) fn end_of_single(text: &str, from: usize) -> Option<usize> {
    end_of(text, from, b'\'')
}

fn end_of(text: &str, from: usize, quote: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += memchr::memchr(quote, bytes.get(at..)?)?;
        if bytes.get(at + 1) != Some(&quote) {
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
