//! The body of a request as JSON, mended; of several in a text, the one that is meant.

use super::found::{Form, Found, Part};
use super::operation::{by_body, is_like};
use super::report::Why;
use super::text::Text;
use super::unknown::Unknown;
use super::{repair, source};
use crate::catalog;
use crate::layer::escape::percent_decode;
use crate::layer::json::{Kind, Tree};
use crate::operation::{self, Entry};
use crate::problem::{Code, Problem};

/// How many bodies of a text are looked at.
const MAX_BODIES: usize = 64;

/// The body as JSON, and the text that it was read from. Where a text holds several, a later one counts if it fits the
/// operation that is told, or any at all, and the first does not.
pub(super) fn body(found: &mut Found, told: Option<&'static Entry>) -> Option<(String, Unknown)> {
    let (text, from) = found.body.take()?;
    let text = source::opened(text, &mut found.repairs);
    let first = read(found, &text, from)?;
    let fits = |json: &str| match told {
        Some(entry) => is_like(entry, json),
        None => !by_body(catalog::entries().filter(|entry| entry.body == operation::Body::Json).collect(), Some(json))
            .is_empty(),
    };
    if found.form != Form::Json || first.rest.is_empty() || fits(&first.json) {
        return Some((first.taken(found), Unknown::of(&text)));
    }
    let mut rest = first.rest.clone();
    for _ in 0..MAX_BODIES {
        let mut next = source::bare(&rest);
        let Some((inner, _)) = next.body.take() else { break };
        let Some(body) = read(&mut next, &inner, repair::Origin::Prose) else { break };
        // An empty one fits whatever it is held against.
        let is_empty = Tree::parse(&body.json).is_ok_and(|tree| tree.root().members().next().is_none());
        if !is_empty && fits(&body.json) {
            let start = text.len() - rest.len() + (rest.len() - inner.len());
            let around = text.slice(0..start).trim();
            found.dropped.clear();
            found.drop(Why::Around, &around);
            return Some((body.taken(found), Unknown::of(&inner)));
        }
        rest = body.rest;
    }
    Some((first.taken(found), Unknown::of(&text)))
}

/// A body that was read, and what follows it.
struct Body {
    json: String,
    repaired: repair::Repaired,
    rest: Text,
}

impl Body {
    /// The JSON, with all that was done for it told.
    fn taken(self, found: &mut Found) -> String {
        found.repairs.extend(self.repaired.repairs);
        found.dropped.extend(self.repaired.dropped);
        if !self.rest.is_empty() {
            found.drop(Why::Rest, &self.rest);
        }
        self.json
    }
}

fn read(found: &mut Found, text: &Text, from: repair::Origin) -> Option<Body> {
    if is_form(text.as_str()) {
        found.parts.extend(form(text));
        return None;
    }
    if is_java_map(text.as_str()) {
        let first = text.as_str().chars().next().map_or(0, char::len_utf8);
        found.problems.push(Problem::new(Code::Ambiguous).expected("java_map").span(text.span(0..first)));
        return None;
    }
    // A request and its reply in one line of a log, each of them whole.
    if from == repair::Origin::Prose
        && let Some(end) = whole_before_words(text.as_str())
        && let Ok(repaired) = repair::repair(&text.slice(0..end), from)
    {
        let rest = text.slice(end..text.len()).trim();
        return Some(Body { json: repaired.json.clone(), repaired, rest });
    }
    let mut repaired = match repair::repair(text, from) {
        Ok(repaired) => repaired,
        Err(problem) => {
            found.problems.push(problem);
            return None;
        }
    };
    let rest = text.slice(repaired.end..text.len()).trim();
    if rest.as_str().starts_with(['}', ']', ',', '"', ':']) {
        found.problems.push(Problem::new(Code::Syntax).expected("end").span(rest.span(0..1)));
        return None;
    }
    let json = std::mem::take(&mut repaired.json);
    let holds = Tree::parse(&json).is_ok_and(|tree| matches!(tree.root().kind(), Kind::Object | Kind::Array));
    if !holds {
        found.problems.push(Problem::new(Code::WrongType).expected("object").found("text").span(text.place()));
        return None;
    }
    Some(Body { json, repaired, rest })
}

/// The parts of a form, decoded.
fn form(text: &Text) -> impl Iterator<Item = Part> {
    let mut at = 0;
    text.as_str().split('&').filter_map(move |pair| {
        let start = at;
        at += pair.len() + 1;
        let equals = pair.find('=')?;
        let part = |range: std::ops::Range<usize>| {
            let source = text.slice(start + range.start..start + range.end);
            let mut read = Text::default();
            // What an escape stands for has the place of the whole.
            percent_decode(source.as_str()).chars().for_each(|char| read.push_char(char, &source, 0..source.len()));
            read
        };
        Some(Part { name: part(0..equals), value: part(equals + 1..pair.len()), is_file: false })
    })
}

/// Where JSON without a fault ends that words and further JSON without a fault follow.
fn whole_before_words(text: &str) -> Option<usize> {
    let end_of = |text: &str| match Tree::parse(text) {
        Ok(_) => Some(text.len()),
        Err(problem) if problem.code == Code::Syntax && problem.expected == "end" => Some(problem.span?.start),
        Err(_) => None,
    };
    let end = end_of(text).filter(|end| *end < text.len() && text[..*end].trim_start().starts_with(['{', '[']))?;
    let rest = &text[end..];
    let next = rest.find(['{', '[', '"', '\n', '}', ']']).filter(|at| rest[*at..].starts_with('{'))?;
    let is_words = rest[..next].trim_start().starts_with(char::is_alphabetic);
    end_of(&rest[next..]).filter(|_| is_words).map(|_| end)
}

/// `{name=value, …}`, as Java prints a map.
fn is_java_map(text: &str) -> bool {
    let Some(inner) = text.trim_start().strip_prefix('{') else { return false };
    let name = inner.trim_start_matches(|char: char| char.is_alphanumeric() || "_.-".contains(char));
    let behind = name.strip_prefix('=').filter(|_| name.len() < inner.len());
    behind.is_some_and(|behind| !behind.starts_with(['=', '>', ' ', '"', '\'']))
}

/// `name=value&…`, as forms of web pages are sent.
fn is_form(text: &str) -> bool {
    let name = text.split('=').next().unwrap_or_default();
    let is_name = |char: char| char.is_ascii_alphanumeric() || "_-.[]%".contains(char);
    name.len() < text.len()
        && !name.is_empty()
        && name.chars().all(is_name)
        && !text.trim().contains(char::is_whitespace)
}
