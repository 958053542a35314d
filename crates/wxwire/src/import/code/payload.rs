//! A payload in code of which no request is known: the first text or map that could be a body.

use std::ops::Range;

use super::languages::{PROGRAMS, PYTHON};
use super::{Expr, Language, Reader, Scope};
use crate::import::repair::{Origin, repair};
use crate::import::text::Text;
use crate::layer::json::Tree;

/// The first text in code that is JSON, in a language that the code's own words tell, and where it
/// stands.
pub(crate) fn payload(text: &Text) -> Option<(Text, Range<usize>)> {
    let scope = Scope::new(text.len());
    let mut reader = Reader::new(text, 0, language(text.as_str())?, &scope);
    while reader.budget > 0 {
        reader.space();
        reader.peek()?;
        if !reader.string_begins() {
            reader.pass();
            continue;
        }
        let before = reader.at;
        match reader.expression() {
            Expr::Text(found) if is_json(found.as_str()) => {
                return Some((found, before..reader.at));
            }
            _ if reader.at == before => reader.step_over(),
            _ => {}
        }
    }
    None
}

/// Whether the words of a text tell its language.
pub(crate) fn is_program(text: &str) -> bool {
    language(text).is_some()
}

fn is_json(text: &str) -> bool {
    let is_read =
        |text: &str| repair(&Text::whole(text), Origin::Body).is_ok_and(|read| Tree::parse(read.json.as_str()).is_ok());
    text.trim_start().starts_with(['{', '[']) && (Tree::parse(text).is_ok() || is_read(text))
}

/// The language of a text that has the most words of it; nothing where two have as many.
fn language(text: &str) -> Option<&'static Language> {
    let count = |language: &Language| language.signs.iter().filter(|sign| text.contains(**sign)).count();
    let most = PROGRAMS.iter().map(|language| count(language)).max().filter(|most| *most > 0)?;
    let mut found = PROGRAMS.iter().filter(|language| count(language) == most);
    found.next().copied().filter(|_| found.next().is_none())
}

/// The text of the `b'…'` of Python that begins right before a place, and its end.
pub(crate) fn bytes(text: &Text, start: usize) -> Option<(Text, usize)> {
    let begin = start.checked_sub(2)?;
    let source = text.as_str();
    source.get(begin..start).filter(|sign| matches!(*sign, "b'" | "b\""))?;
    let is_word = source[..begin].ends_with(|char: char| char.is_alphanumeric() || char == '_');
    let scope = Scope::new(text.len());
    let mut reader = (!is_word).then(|| Reader::new(text, begin, &PYTHON, &scope))?;
    let body = reader.string()?;
    (!body.has_code()).then_some((body, reader.at))
}
