//! What languages write between a name and its value, which is neither: types, tags, what a program prints before a text.

use super::{BETWEEN, NAME};
use crate::scan::floor;
use crate::secret::sign::Sign;

/// How long is what PHP prints behind a property's name, up to the bracket: `:protected]`, `:Class:private]`.
pub(super) fn whose(text: &str) -> usize {
    let end = text.bytes().take(NAME).take_while(|byte| !matches!(byte, b']' | b'\n' | b' ')).count();
    let word = text.get(..end).filter(|_| text.as_bytes().get(end) == Some(&b']')).unwrap_or_default();
    let is_whose = word.starts_with(':') && [":protected", ":private"].iter().any(|one| word.ends_with(one));
    if is_whose { end } else { 0 }
}

/// How long is what C# writes behind a property's name: `{ get; set; } `.
pub(super) fn accessors(text: &str) -> usize {
    let near = &text[..floor(text, BETWEEN)];
    let inside = near.strip_prefix('{').and_then(|rest| rest.split_once('}')).filter(|(inside, _)| {
        inside.split(';').all(|one| one.trim().is_empty() || one.trim().ends_with("et") || one.trim().ends_with("init"))
    });
    inside.map_or(0, |(inside, rest)| inside.len() + 2 + rest.len() - rest.trim_start_matches(' ').len())
}

/// How long is what stands before the sign of a declaration: `string = "…"` in Go, `?= …` in a makefile.
pub(super) fn kind(text: &str) -> usize {
    let near = &text[..floor(text, BETWEEN)];
    let word = near.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'*').count();
    let sign = near[word..].trim_start_matches(' ');
    let is_type = word > 0 && sign.starts_with('=') && declared(text) > 0;
    match sign.strip_prefix('?').filter(|sign| word == 0 && sign.starts_with('=')) {
        Some(sign) => near.len() - sign.len(),
        None if is_type => near.len() - sign.len(),
        None => 0,
    }
}

/// How long is the tag or the anchor of YAML before a value: `!!str `, `&name `.
pub(super) fn marked(text: &str) -> usize {
    let near = &text[..floor(text, BETWEEN)];
    let word = near.split(' ').next().unwrap_or_default();
    let is_name =
        |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let is_mark = word.strip_prefix("!!").or_else(|| word.strip_prefix('&')).is_some_and(is_name);
    let is_before_value = near[word.len()..].strip_prefix(' ').is_some_and(|rest| !rest.starts_with('='));
    if is_mark && is_before_value { word.len() + 1 } else { 0 }
}

/// How long is the type between a name and its text, with the sign behind it: `&str = "…"`, `Final[str] = "…"`.
pub(super) fn declared(text: &str) -> usize {
    let near = &text[..floor(text, BETWEEN)];
    let is_of_type = |char: char| char.is_ascii_alphanumeric() || "_<>[]?&', .*|!".contains(char);
    let length = near.find(|char| !is_of_type(char)).unwrap_or_default();
    let behind = near[length..].strip_prefix('=').map(|behind| behind.trim_start_matches(' ')).unwrap_or_default();
    let is_type = length > 0 && !near.starts_with(['\'', ' ', ',', '.']);
    if is_type && behind.starts_with(['"', '\'', '`']) { near.len() - behind.len() } else { 0 }
}

/// How long is what programs print before a text: `string(24) "…"` in PHP, `Some("…")` in Rust.
pub(super) fn typed(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.strip_prefix("string(").unwrap_or_default();
    let rest = rest.get(digits(rest)..).and_then(|rest| rest.strip_prefix(") "));
    let rest = rest.or_else(|| ["Some(", "HeaderValue("].iter().find_map(|around| text.strip_prefix(around)));
    // Python's brackets around what goes on in the next line.
    let rest = rest.or_else(|| text.strip_prefix('(').map(str::trim_start));
    rest.filter(|rest| rest.starts_with(['"', '\''])).map_or(0, |rest| text.len() - rest.len())
}

/// A value without what stands at its end and is none of it: blanks, backslashes, the end of its colour.
pub(super) fn trim(value: &str) -> &str {
    let mut rest = value;
    for _ in 0..BETWEEN {
        rest = rest.trim_end_matches(['\\', ' ', '\t']);
        // A change of colour is short.
        let near = floor(rest, rest.len().saturating_sub(BETWEEN));
        let tail = rest[near..].rfind(['\u{1b}', '\\']).map(|at| near + at);
        let is_colour = |at: &usize| Sign::at(rest, *at).is_some_and(|sign| sign.is_colour() && sign.end == rest.len());
        let Some(at) = tail.filter(is_colour) else { break };
        rest = &rest[..at];
    }
    rest
}

pub(super) fn is_prefix(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}
