//! JSON by itself, with whatever stands around it.

use std::ops::Range;

use super::asked::asked_before;
use super::cells::{self, Cell};
use super::found::{Form, Found};
use super::repair::Origin;
use super::report::Why;
use super::source::{begins_json, is_blank, whole_json};
use super::text::Text;
use super::{code, http, script};
use crate::layer::escape::doubled;
use crate::layer::json::Tree;
use crate::operation::Entry;
use crate::problem::Code;
use crate::scan::prefixed::{self, Pieces};

/// How many code blocks are looked at to find one of JSON.
const MAX_FENCES: usize = 100;

/// JSON, with whatever stands around it.
pub(crate) fn bare(text: &Text) -> Found {
    let mut found = Found::new(Form::Json);
    let source = text.as_str();
    // `{{name}}` is a blank to be filled in.
    let is_blank = |at: usize| source[at + 1..].starts_with('{') || source[..at].ends_with('{');
    let is_block = |at: usize| code::is_block(source, at) && prefixed::pieces(source, at).is_none();
    let is_start = |at: &usize| !is_blank(*at) && !is_block(*at);
    let start = source.match_indices('{').map(|(at, _)| at).find(is_start);
    let first = source.trim_start();
    let start = if is_string(first) || begins_json(first) {
        Some(source.len() - source.trim_start().len())
    } else if let Some(fenced) = fenced(source) {
        Some(fenced)
    } else {
        start
    };
    let Some(start) = start else { return found };
    if let Some(cell) = Cell::find(text, start) {
        return beside_cell(text, cell.place);
    }
    if let Some((body, end)) = code::bytes(text, start) {
        leave(&mut found, text.slice(0..start - 2), text.slice(end..text.len()));
        found.body = Some((body, Origin::Body));
        return found;
    }
    if let Some(pieces) = prefixed::pieces(source, start) {
        return over_lines(text, &pieces);
    }
    if let Some(quotes) = doubled::in_doubt(source, start) {
        found.refuse(Code::Ambiguous, &text.slice(quotes));
    }
    let before = text.slice(0..start).trim();
    let origin = if before.is_empty() { Origin::Text } else { Origin::Prose };
    if !before.is_empty() {
        found.drop(Why::Around, &before);
    }
    sent_to(&mut found, asked_for(text, 0..start));
    found.body = Some((text.slice(start..source.len()), origin));
    found
}

/// The body over lines that each begin as a log's.
fn over_lines(text: &Text, pieces: &Pieces) -> Found {
    let mut found = Found::new(Form::Json);
    let span = pieces.span();
    leave(&mut found, text.slice(0..span.start), text.slice(span.end..text.len()));
    found.drop(Why::Around, &text.slice(pieces.prefix.clone()));
    sent_to(&mut found, asked_for(text, 0..span.start));
    let mut body = text.slice(0..0);
    pieces.parts.iter().for_each(|part| body.push(text, part.clone()));
    found.body = Some((body, Origin::Body));
    found
}

/// The body that a cell is; what is around it is left out.
fn beside_cell(text: &Text, place: Range<usize>) -> Found {
    let mut found = cells::read(text, place.clone());
    let is_mark = |char: char| matches!(char, '"' | '\'');
    let before = text.slice(0..place.start);
    let before = before.slice(0..before.as_str().trim_end_matches(is_mark).len());
    let rest = text.slice(place.end..text.len());
    let rest = rest.slice(rest.len() - rest.as_str().trim_start_matches(is_mark).len()..rest.len());
    leave(&mut found, before, rest);
    found
}

/// Tells what stands before a body and behind it as left out.
fn leave(found: &mut Found, before: Text, rest: Text) {
    for (why, around) in [(Why::Around, before.trim()), (Why::Rest, rest.trim())] {
        if !around.is_empty() {
            found.drop(why, &around);
        }
    }
}

/// Takes an address that stands beside a body: together they are a request.
pub(super) fn sent_to(found: &mut Found, address: Option<Text>) {
    if let Some(address) = address.filter(|_| found.url.is_none()) {
        (found.form, found.url) = (Form::Http, Some(address));
    }
}

/// The address that JSON was sent to, where it stands in the part of the text before it.
pub(super) fn asked_for(text: &Text, before: Range<usize>) -> Option<Text> {
    let source = text.as_str();
    source[before.clone()].contains('/').then_some(())?;
    let json = &source[before.end..];
    let tree = Tree::parse(json).or_else(|_| Tree::parse(&json[..whole_json(json).unwrap_or(0)])).ok()?;
    let takes = |entry: &Entry| entry.knows_of(tree.root()) && !entry.rather_answers(tree.root());
    let (_, address) = asked_before(source, before, None, &takes)?;
    Some(text.slice(address))
}

/// Whether a text begins with a string of JSON's: the request's line in an access log has quotes too, and the cells of a table.
fn is_string(text: &str) -> bool {
    let is_cell = |inner: &str| {
        let is_doubled =
            inner.starts_with(['{', '[']) && doubled::is_quote(inner[1..].trim_start_matches(['{', ' ', '\n', '\r']));
        let behind = doubled::end(inner, 0).map_or("", |end| &inner[end + 1..]);
        is_doubled || behind.starts_with([',', ';', '\t'])
    };
    text.strip_prefix('"').is_some_and(|inner| http::begins(inner) != Some(0) && !is_cell(inner))
}

/// Where JSON begins right behind the line that opens a code block of Markdown.
fn fenced(source: &str) -> Option<usize> {
    let begins_line = |at: usize| is_blank(source[..at].rsplit('\n').next().unwrap_or_default());
    let mut fences = source.match_indices("```").take(MAX_FENCES).filter(|(at, _)| begins_line(*at));
    fences.find_map(|(at, fence)| {
        let begin = at + fence.len();
        let line = source[begin..].find('\n')?;
        let start = source.len() - source[begin + line..].trim_start().len();
        let is_name = source[begin..begin + line].trim().bytes().all(|byte| byte.is_ascii_alphanumeric());
        (is_name && begins_json(&source[start..])).then_some(start)
    })
}

/// The payload in code of which no request is known.
pub(super) fn in_code(text: &Text) -> Option<Found> {
    let (payload, place) = code::payload(text)?;
    let mut found = Found::new(Form::Json);
    leave(&mut found, text.slice(0..place.start), text.slice(place.end..text.len()));
    found.body = Some((payload, Origin::Body));
    if let Some(change) = script::changed_within(text, place.start, place.end) {
        found.refuse(Code::Variable, &change);
    }
    Some(found)
}
