//! Payloads in a text that was escaped once more: in the string of a log's line, in Python's `b'…'`, as nginx writes bodies,
//! for HTML, in a cell of CSV.

use super::string::{Of, unescaped};
use super::{Form, NEAR, Payload, Reading, floor, inside, line_end};
use crate::layer::escape::{Cursor, Escaping, TEXT, doubled};
use std::ops::Range;

/// The inside of a string in double quotes, from a `{` whose first quote has a backslash before it.
pub(super) fn in_string(text: &str, sign: usize, levels: usize) -> Reading<'_> {
    let end = end_of_string(text, sign, b'"');
    let inner = &text[sign..end];
    let is_bytes = inner.contains("\\x") && (is_bytes(text, sign) || holds_bytes(inner));
    found(&unescaped(inner, if is_bytes { Of::Bytes } else { Of::Text }), sign, end, levels)
}

/// Whether the escapes `\x` of a string are the bytes of UTF-8, as Redis and others write them: each character that has some begins
/// with one that can begin one, and has as many as it says.
fn holds_bytes(inner: &str) -> bool {
    let byte = |rest: &str| rest.strip_prefix("\\x")?.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
    let (mut bytes, mut at) = (Vec::new(), 0);
    while let Some(found) = inner[at..].find("\\x") {
        let is_next = found == 0;
        at += found;
        let Some(byte) = byte(&inner[at..]) else { return false };
        if !is_next {
            // What stands between parts two characters.
            bytes.push(b' ');
        }
        bytes.push(byte);
        at += 4;
    }
    bytes.iter().any(|byte| !byte.is_ascii()) && std::str::from_utf8(&bytes).is_ok()
}

/// `b'{…}'`, where there are escapes in it, from its `{` on.
pub(super) fn in_bytes(text: &str, sign: usize, levels: usize) -> Option<Reading<'_>> {
    let quote = *text.as_bytes().get(sign.checked_sub(1)?)?;
    let is_literal = matches!(quote, b'"' | b'\'') && is_bytes_at(text, sign - 1);
    let near = || floor(text, sign + NEAR);
    let is_escaped = || text[sign..line_end(&text[..near()], sign)].contains('\\');
    (is_literal && is_escaped()).then(|| of_bytes(text, sign, quote, levels))
}

/// `{\x22…`: nginx writes each byte so that is not plain.
pub(super) fn by_bytes(text: &str, sign: usize, levels: usize) -> Reading<'_> {
    of_bytes(text, sign, b'"', levels)
}

/// `{&quot;`, to the end of the line.
pub(super) fn for_html(text: &str, sign: usize, levels: usize) -> Reading<'_> {
    let end = line_end(text, sign);
    let read = TEXT.decode(&text[sign..end]);
    found(&String::from_utf8_lossy(&read), sign, end, levels)
}

/// `{""name"": …`: the rest of a cell of CSV, which may go on in the next line.
pub(super) fn in_cell(text: &str, sign: usize, is_all: bool, levels: usize) -> Reading<'_> {
    let end = match doubled::end(text, sign) {
        Some(end) if is_all || end + 1 < text.len() => end,
        _ if !is_all => return Reading::Open,
        end => end.unwrap_or(text.len()),
    };
    undoubled(&doubled::CELL, text, sign..end, levels)
}

/// `"<msg a=""b"">…"`: XML in a cell of CSV, whose quotes are doubled.
pub(super) fn in_cell_of_xml(text: &str, sign: usize, levels: usize) -> Option<Reading<'_>> {
    let before = text[..sign].strip_suffix('"')?;
    let begins = before.is_empty() || before.ends_with([',', ';', '\t', '\n']);
    let end = begins.then(|| doubled::end(text, sign))??;
    text[sign..end].contains("=\"\"").then_some(())?;
    match undoubled(&doubled::CELL, text, sign..end, levels) {
        Reading::None(_) | Reading::Open => None,
        found => Some(found),
    }
}

/// What is found between quotes that are doubled inside, with the places of its faults.
pub(super) fn undoubled<'t>(how: &Escaping, text: &str, place: Range<usize>, levels: usize) -> Reading<'t> {
    let raw = &text[place.clone()];
    let read = String::from_utf8_lossy(&how.decode(raw)).into_owned();
    let all = if levels == 0 { vec![] } else { inside(&read, levels - 1) };
    let at = |read: usize| place.start + how.advance(raw, Cursor::default(), read).raw;
    let placed = |one: Payload<'_>| {
        let fault = one.fault.as_ref().and_then(|fault| fault.span.clone()).map(|span| at(span.start)..at(span.end));
        let mut within = one.within(&place, Form::Doubled);
        if let (Some(own), Some(place)) = (&mut within.fault, fault) {
            own.span = Some(place);
        }
        within
    };
    match all.is_empty() {
        true => Reading::None(place.end),
        false => Reading::Found(all.into_iter().map(placed).collect(), place.end),
    }
}

/// Whether the string around a place is `b"…"`.
fn is_bytes(text: &str, at: usize) -> bool {
    text[..at].rfind('"').is_some_and(|quote| is_bytes_at(text, quote))
}

/// Whether a `b` stands before a quote, which is no part of a word.
fn is_bytes_at(text: &str, quote: usize) -> bool {
    let mut before = text[..quote].chars().rev();
    matches!(before.next(), Some('b' | 'B')) && before.next().is_none_or(|char| !char.is_alphanumeric() && char != '_')
}

fn of_bytes(text: &str, sign: usize, quote: u8, levels: usize) -> Reading<'_> {
    let end = end_of_string(text, sign, quote);
    found(&unescaped(&text[sign..end], Of::Bytes), sign, end, levels)
}

/// Where a string ends that a place is inside of: at its quote, or with the line.
fn end_of_string(text: &str, sign: usize, quote: u8) -> usize {
    let (bytes, mut end) = (text.as_bytes(), sign);
    while bytes.get(end).is_some_and(|byte| *byte != quote && *byte != b'\n') {
        end += if bytes[end] == b'\\' && bytes.get(end + 1) != Some(&b'\n') { 2 } else { 1 };
    }
    // A backslash may stand before the first byte of a longer character.
    (end.min(bytes.len())..=bytes.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(bytes.len())
}

/// What is found in the text as it was before.
fn found<'t>(read: &str, sign: usize, end: usize, levels: usize) -> Reading<'t> {
    if levels == 0 {
        return Reading::None(end);
    }
    let all = inside(read, levels - 1);
    let span = sign..end;
    match all.is_empty() {
        true => Reading::None(end),
        false => Reading::Found(all.into_iter().map(|one| one.within(&span, Form::Escaped)).collect(), end),
    }
}
