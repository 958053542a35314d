//! What stands behind a name: its members, its methods, and what they are set to.

use super::Holds;
use super::walk::{MAX_PART, first_word};
use crate::import::script::names::gives_the_same;

/// So many parts of `name.member[index]` are gone after.
const MAX_PARTS: usize = 16;

/// Methods that only ask, and calls that only read, beside those that tell and those that encode.
pub(super) const ASKS: [&str; 11] =
    ["get", "keys", "values", "items", "size", "length", "count", "len", "isEmpty", "containsKey", "isinstance"];

/// What stands behind `name.member[index].method()`, and whether there is more than the name; nothing where a method may
/// change what the name holds.
pub(super) fn asked(mut rest: &str, holds: Holds) -> Option<(&str, bool)> {
    let mut is_member = false;
    for _ in 0..MAX_PARTS {
        let next = rest.trim_start();
        let sign = ["?.", "->", "::", "."].iter().find(|sign| next.starts_with(**sign) && !next.starts_with(".."));
        if let Some(sign) = sign {
            let name = first_word(next[sign.len()..].trim_start());
            let behind = next[sign.len()..].trim_start()[name.len()..].trim_start_matches([' ', '\t']);
            (is_member, rest) = (true, behind);
            if let Some(inner) = behind.strip_prefix('(') {
                let is_text = gives_the_same(name) || ["encode", "copy"].contains(&name);
                if holds != Holds::Result && !is_text && !ASKS.contains(&name) {
                    return None;
                }
                rest = &inner[closing(inner, ')')? + 1..];
                let goes_on = rest.trim_start().starts_with(['.', '[']);
                if goes_on && !is_text && holds != Holds::Result {
                    return None;
                }
            }
        } else if let Some(inner) = rest.trim_start_matches([' ', '\t']).strip_prefix('[') {
            (is_member, rest) = (true, &inner[closing(inner, ']')? + 1..]);
        } else {
            let rest = rest.trim_start_matches([' ', '\t']);
            // Kotlin's, Dart's and Swift's sign that it is there.
            let is_there = rest.strip_prefix('!').filter(|rest| !rest.starts_with('='));
            return Some((is_there.map_or(rest, |rest| rest.trim_start_matches([' ', '\t', '!'])), is_member));
        }
    }
    None
}

/// Whether a member of what stands before a text is set.
pub(super) fn is_set_inside(behind: &str) -> bool {
    asked(behind, Holds::Value).is_some_and(|(rest, is_member)| is_member && is_set(rest))
}

/// Where the bracket closes that is open at the beginning.
pub(super) fn closing(text: &str, close: char) -> Option<usize> {
    let open = if close == ')' { '(' } else { '[' };
    let mut depth = 0_usize;
    for (at, char) in text.char_indices().take(MAX_PART) {
        match char {
            _ if char == open => depth += 1,
            _ if char == close && depth == 0 => return Some(at),
            _ if char == close => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether what stands before a sign is set.
pub(super) fn is_set(rest: &str) -> bool {
    let sign = rest.trim_start_matches(['+', '-', '*', '/', '%', '|', '&', '^', '.', '?', '<', '>', ':']);
    let is_equals = sign.starts_with('=') && !sign.starts_with("==") && !sign.starts_with("=>");
    let is_compared = ["<=", ">="].iter().any(|sign| rest.starts_with(sign));
    is_equals && !is_compared || ["++", "--", "<<"].iter().any(|sign| rest.starts_with(sign))
}

pub(super) fn is_compared(rest: &str) -> bool {
    ["==", "!=", "<=", ">=", "in ", "is "].iter().any(|sign| rest.starts_with(sign))
}
