//! Rows as databases dump them, with tabs between the cells and `\` before what would end one: `COPY … FROM stdin` of
//! PostgreSQL, and any row in which `\N` stands for no value, as MySQL writes it, too.

use super::{Carried, Form};

pub(super) fn read(text: &str) -> Option<Carried> {
    // Most texts have none of it.
    memchr::memchr(b'\t', text.as_bytes())?;
    let mut carried = Carried::new(Form::Copy);
    let (mut start, mut is_block, mut is_told) = (0, false, false);
    for line in text.split_inclusive('\n') {
        let row = line.trim_end_matches(['\n', '\r']);
        is_block = if is_block { row != "\\." } else { begins(row) };
        match (is_block || has_null(row)) && row.contains('\\') && row.contains('\t') {
            true => is_told |= unescape(text, start, row, &mut carried)?,
            false => carried.keep(text, start..start + row.len()),
        }
        carried.keep(text, start + row.len()..start + line.len());
        start += line.len();
    }
    is_told.then_some(carried)
}

/// Whether a line says that rows follow.
fn begins(line: &str) -> bool {
    let is_copy = line.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("copy "));
    is_copy && line.to_ascii_lowercase().trim_end().ends_with("from stdin;")
}

/// Whether a cell of a row says that it has no value.
fn has_null(row: &str) -> bool {
    row.contains("\\N") && row.split('\t').any(|cell| cell == "\\N")
}

/// Adds a row without its escapes, and whether there were any; none where a `\` is another's.
fn unescape(text: &str, start: usize, row: &str, carried: &mut Carried) -> Option<bool> {
    let (mut at, mut is_told) = (0, false);
    while let Some(length) = row[at..].find('\\') {
        let sign = at + length;
        carried.keep(text, start + at..start + sign);
        let place = start + sign..start + sign + 2;
        let byte = match row.as_bytes().get(sign + 1)? {
            b'N' => None,
            b'\\' => Some(b'\\'),
            b'n' => Some(b'\n'),
            b't' => Some(b'\t'),
            b'r' => Some(b'\r'),
            _ => return None,
        };
        match byte {
            Some(byte) => carried.put(&[byte], place),
            None => carried.keep(text, place),
        }
        is_told |= byte.is_some();
        at = sign + 2;
    }
    carried.keep(text, start + at..start + row.len());
    Some(is_told)
}
