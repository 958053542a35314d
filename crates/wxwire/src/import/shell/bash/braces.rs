//! Braces that the shell makes several words of.

use crate::import::shell::Reader;
use crate::problem::{Code, Problem};

/// Takes braces that the shell makes several words of; which of them are sent depends on what stands inside.
pub(super) fn braces(reader: &mut Reader<'_>) -> bool {
    if reader.text.as_str()[..reader.at].ends_with('$') {
        return false;
    }
    let Some(length) = expanded_braces(reader.rest()) else { return false };
    let place = reader.text.slice(reader.at..reader.at + length);
    reader.out.warnings.push(Problem::new(Code::Variable).span(place.place()).found(place.as_str()));
    reader.take(length);
    true
}

/// The length of braces that the shell makes several words of: `{a,b}`, `{1..9}`.
fn expanded_braces(text: &str) -> Option<usize> {
    let (mut open, mut is_list, mut quote, mut escaped) = (0, false, None, false);
    for (at, char) in text.char_indices().take(MAX_BRACES) {
        match char {
            _ if escaped => escaped = false,
            '\\' if quote != Some('\'') => escaped = true,
            _ if quote == Some(char) => quote = None,
            _ if quote.is_some() => {}
            '"' | '\'' => quote = Some(char),
            '{' => open += 1,
            '}' if open == 1 => return is_list.then_some(at + 1),
            '}' => open -= 1,
            ',' if open == 1 => is_list = true,
            '.' if open == 1 && text[at..].starts_with("..") => is_list = true,
            _ if char.is_whitespace() => return None,
            _ => {}
        }
    }
    None
}

/// So many characters of braces are looked at.
const MAX_BRACES: usize = 2_000;
