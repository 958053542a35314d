//! JSON as mail carries it, in quoted-printable: `=E4=BD=A0`, and a `=` at the end of a line that goes on.

use std::ops::Range;

use super::{Carried, Form};
use crate::layer::hex::unhex;
use crate::layer::json::Tree;

/// The longest line, and the shortest that is broken for its length alone: an escape is not parted.
const LONGEST: usize = 76;
const SHORTEST: usize = LONGEST - 3;

/// The header that says so, in small letters.
const HEADER: &str = "content-transfer-encoding:";

pub(super) fn read(text: &str) -> Option<Carried> {
    memchr::memchr(b'=', text.as_bytes())?;
    declared(text).or_else(|| undeclared(text))
}

/// What stands below a head that says so, up to the end of its part; the head stays as it is.
fn declared(text: &str) -> Option<Carried> {
    let (mut carried, mut start) = (Carried::new(Form::Mail), 0);
    let (mut is_head, mut is_said, mut is_body, mut is_told) = (false, false, false, false);
    for line in text.split_inclusive('\n') {
        let place = start..start + line.len();
        start = place.end;
        let row = line.trim_end_matches(['\n', '\r']);
        if is_body && !is_boundary(row) {
            is_told |= row.contains('=');
            unescape(text, place, &|_| true, &mut carried)?;
            continue;
        }
        is_said = !is_body && (is_said || says_so(row));
        is_body = is_said && row.is_empty();
        is_head = is_head_line(row) || is_head && row.starts_with([' ', '\t']);
        is_said &= is_head;
        carried.keep(text, place);
    }
    is_told.then_some(carried)
}

fn says_so(row: &str) -> bool {
    let value = row.get(..HEADER.len()).filter(|name| name.eq_ignore_ascii_case(HEADER)).map(|_| &row[HEADER.len()..]);
    value.is_some_and(|value| value.trim().eq_ignore_ascii_case("quoted-printable"))
}

/// Whether a line is one of a head: a name, a colon.
fn is_head_line(row: &str) -> bool {
    let name = row.split_once(':').map(|(name, _)| name);
    name.is_some_and(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
}

/// Whether a part ends with a line: `--` and one word, which is no option of a command and nothing that mail wrote.
fn is_boundary(row: &str) -> bool {
    let is_option = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    row.strip_prefix("--").is_some_and(|word| {
        let is_word = !word.contains([' ', '\'', '"', '\\']) && (!word.contains('=') || word.contains("=_"));
        is_word && (word.starts_with('-') || !is_option(word))
    })
}

/// A text that can be nothing else as a whole.
fn undeclared(text: &str) -> Option<Carried> {
    let whole = text.trim();
    let is_escaped = ["=7B", "=5B", "=7b", "=5b"].iter().any(|bracket| whole.starts_with(bracket));
    let breaks = || whole.contains("=\n") || whole.contains("=\r\n");
    // What is JSON as it stands says what it says.
    if !(is_escaped || breaks()) || !text.is_ascii() || Tree::parse(whole).is_ok() {
        return None;
    }
    let carried = unescaped(text)?;
    let said = carried.text()?;
    let are_long = || broken(text).all(|length| length >= SHORTEST);
    let is_told = match whole.starts_with(['{', '[']) {
        true => !said.is_ascii() || are_long(),
        // In other text a sign of equality is escaped, too.
        false => is_escaped || are_long() && (!said.is_ascii() || text.contains("=3D")),
    };
    (is_told && broken(text).all(|length| length <= LONGEST)).then_some(carried)
}

/// How long the lines are that a `=` ends.
fn broken(text: &str) -> impl Iterator<Item = usize> {
    text.lines().filter(|line| line.ends_with('=')).map(str::len)
}

/// The text without its escapes, where each `=` begins one that mail needs: of a byte beyond ASCII, of a sign, of a line's end.
fn unescaped(text: &str) -> Option<Carried> {
    let mut carried = Carried::new(Form::Mail);
    let is_needed = |byte: u8| byte >= 0x80 || byte.is_ascii_punctuation() || b" \t\r\n".contains(&byte);
    unescape(text, 0..text.len(), &is_needed, &mut carried)?;
    Some(carried)
}

/// Adds a part of a text without its escapes; none where a `=` begins none, or one of another byte.
fn unescape(text: &str, part: Range<usize>, is_one: &dyn Fn(u8) -> bool, carried: &mut Carried) -> Option<()> {
    let mut at = part.start;
    while let Some(length) = memchr::memchr(b'=', &text.as_bytes()[at..part.end]) {
        let sign = at + length;
        carried.keep(text, at..sign);
        let rest = &text[sign + 1..part.end];
        let ending = ["\r\n", "\n"].iter().find(|ending| rest.starts_with(**ending));
        at = match ending {
            Some(ending) => sign + 1 + ending.len(),
            None => {
                let bytes = unhex(rest.get(..2)?)?;
                if !bytes.iter().all(|byte| is_one(*byte)) {
                    return None;
                }
                carried.put(&bytes, sign..sign + 3);
                sign + 3
            }
        };
    }
    carried.keep(text, at..part.end);
    Some(())
}
