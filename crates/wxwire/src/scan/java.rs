//! Maps as Java and Go print them: `{name=value, list=[…]}`. A comma in a text looks as one between two members, so they are
//! named, and not read.

use super::{Form, NEAR, Payload, Reading, brackets, floor, line_end};
use crate::problem::{Code, Problem};

/// A map at a `{`.
pub(super) fn read(text: &str, sign: usize) -> Reading<'static> {
    let near = &text[..floor(text, sign + NEAR)];
    let line = &near[..line_end(near, sign)];
    let Some(end) = brackets::end(line, sign) else { return Reading::None(sign + 1) };
    let inner = &line[sign + 1..end - 1];
    if !inner.split(", ").skip(1).any(begins) {
        return Reading::None(sign + 1);
    }
    let fault = Problem::new(Code::Ambiguous).span(sign..end);
    let payload = Payload { fault: Some(fault), ..Payload::new(sign..end, text[sign..end].to_owned(), Form::Java) };
    Reading::Found(vec![payload], end)
}

/// Whether a text begins with a name and `=`.
pub(super) fn begins(text: &str) -> bool {
    let name = text.split('=').next().unwrap_or_default();
    let is_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '-' | '.');
    name.len() < text.len() && !name.is_empty() && name.len() < 100 && name.chars().all(is_name)
}
