//! JSON as mail carries it, in quoted-printable: `=E4=BD=A0`, and a `=` at the end of a line that goes on.

use super::{Carried, Form};
use crate::layer::hex::unhex;
use crate::layer::json::Tree;

/// The longest line, and the shortest that is broken for its length alone: an escape is not parted.
const LONGEST: usize = 76;
const SHORTEST: usize = LONGEST - 3;

pub(super) fn read(text: &str) -> Option<Carried> {
    let whole = text.trim();
    let is_escaped = ["=7B", "=5B", "=7b", "=5b"].iter().any(|bracket| whole.starts_with(bracket));
    let breaks = || whole.contains("=\n") || whole.contains("=\r\n");
    let may_be = is_escaped || whole.starts_with(['{', '[']) && breaks();
    // What is JSON as it stands says what it says.
    if !may_be || !text.is_ascii() || Tree::parse(whole).is_ok() {
        return None;
    }
    let carried = unescaped(text)?;
    let said = carried.text()?;
    let is_told = is_escaped || !said.is_ascii() || broken(text).all(|length| length >= SHORTEST);
    (is_told && broken(text).all(|length| length <= LONGEST)).then_some(carried)
}

/// How long the lines are that a `=` ends.
fn broken(text: &str) -> impl Iterator<Item = usize> {
    text.lines().filter(|line| line.ends_with('=')).map(str::len)
}

/// The text without its escapes, where each `=` begins one that mail needs: of a byte beyond ASCII, of a sign, of a line's end.
fn unescaped(text: &str) -> Option<Carried> {
    let (mut carried, mut at) = (Carried::new(Form::Mail), 0);
    while let Some(length) = text[at..].find('=') {
        let sign = at + length;
        carried.keep(text, at..sign);
        let rest = &text[sign + 1..];
        let ending = ["\r\n", "\n"].iter().find(|ending| rest.starts_with(**ending));
        at = match ending {
            Some(ending) => sign + 1 + ending.len(),
            None => {
                let bytes = unhex(rest.get(..2)?)?;
                let is_needed = |byte: u8| byte >= 0x80 || byte.is_ascii_punctuation() || b" \t\r\n".contains(&byte);
                if !bytes.iter().all(|byte| is_needed(*byte)) {
                    return None;
                }
                carried.put(&bytes, sign..sign + 3);
                sign + 3
            }
        };
    }
    carried.keep(text, at..text.len());
    Some(carried)
}
