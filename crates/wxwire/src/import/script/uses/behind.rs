//! What stands right around a literal: a method or an operator that makes something else of it, the function that gives it back.

use super::DEFINES;
use super::calls::encodes;
use super::walk::{Walk, first_word, is_word};
use crate::import::script::names::gives_the_same;
use crate::import::script::request::last;

/// Functions that put what they are given into an object that reads it, beside those that are named after one.
const WRAPS: [&str; 6] = ["create", "of", "from", "parse", "byte", "bytes"];

/// Methods that give the same text, or its bytes.
const SAME: [&str; 6] = ["encode", "copy", "getBytes", "trim", "strip", "toByteArray"];

/// Whether a call puts what it is given into something that reads it: `new StringContent(…)`, `bytes.NewReader(…)`.
pub(super) fn wraps(call: &str) -> bool {
    let own = last(call);
    own.starts_with(char::is_uppercase) || WRAPS.contains(&own)
}

/// Whether something else is made of a literal, or of the text that a call makes of it, before it is put anywhere. The walk is at its
/// beginning, and the text goes on behind it.
pub(super) fn is_taken_on(walk: &Walk<'_>, behind: &str) -> bool {
    let mut rest = behind.trim_start_matches(['"', '\'', '`']);
    let mut opened = walk.open.iter().rev();
    loop {
        rest = rest.trim_start_matches([' ', '\t']);
        if let Some(method) = rest.strip_prefix('.') {
            let name = first_word(method);
            return method[name.len()..].starts_with('(') && !gives_the_same(name) && !SAME.contains(&name);
        }
        if rest.starts_with(['|', '+', '%']) {
            return !rest.starts_with("||");
        }
        match (rest.chars().next(), opened.next()) {
            (Some(')'), Some(open)) if open.call.is_empty() || encodes(open.call) => rest = &rest[1..],
            _ => return false,
        }
    }
}

/// The name of the function that a place is in, by the last word before it that makes one.
pub(super) fn function<'t>(walk: &Walk<'t>, at: usize) -> Option<&'t str> {
    let before = &walk.text[..at];
    let names = DEFINES.iter().filter_map(|word| {
        let place =
            before.rmatch_indices(word).map(|(place, _)| place).find(|place| !before[..*place].ends_with(is_word))?;
        let behind = before[place + word.len()..].trim_start();
        let name = first_word(behind);
        (!name.is_empty() && behind[name.len()..].starts_with('(')).then_some((place, name))
    });
    names.max_by_key(|(place, _)| *place).map(|(_, name)| name)
}
