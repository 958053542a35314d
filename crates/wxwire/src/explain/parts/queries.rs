//! Requests without a body whose query says all, as a callback's verification does: in the line of an access log, and as
//! Python's frameworks print a query.

use std::ops::Range;

use super::Part;
use crate::explain::{Kind, explain};
use crate::layer::escape::percent_encode;
use crate::scan;

/// So many are looked for.
const MAX_FOUND: usize = 100;

/// The longest query.
const LONGEST: usize = 8 << 10;

/// What gateways ask by a query alone, all of it that stands in a text.
pub(super) fn parts(text: &str) -> Vec<Part<'static>> {
    // Each of them is signed.
    if memchr::memmem::find(text.as_bytes(), b"signature").is_none() {
        return vec![];
    }
    targets(text).chain(pairs(text)).take(MAX_FOUND).filter_map(|(place, target)| part(&place, &target)).collect()
}

fn part(place: &Range<usize>, target: &str) -> Option<Part<'static>> {
    let request = format!("GET {target} HTTP/1.1\r\n\r\n").into_bytes();
    let explanation = explain(&request, None).ok()?;
    (explanation.kind == Kind::Callback).then(|| Part::new(explanation, request).placed(place, false))
}

/// Addresses and paths with such a query, wherever they stand: in a line of an access log, in a command.
fn targets(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let ends = |char: char| char.is_whitespace() || "\"'`<>".contains(char);
    let mut done = 0;
    text.match_indices("signature=").filter_map(move |(at, _)| {
        // It may have several.
        if at < done {
            return None;
        }
        let from = scan::floor(text, done.max(at.saturating_sub(LONGEST)));
        let before = &text[from..at];
        let start = at - before.rsplit(ends).next().map_or(0, str::len);
        let length = text[start..].find(ends).unwrap_or(text.len() - start);
        let target = text.get(start..start + length).filter(|target| target.len() <= LONGEST)?;
        done = start + length;
        let is_target = target.contains('/') && target.split('?').nth(1).is_some_and(|query| query.contains('='));
        let start_of_path = target.find("://").map_or(0, |scheme| scheme + 3);
        let path = target[start_of_path..].find('/').map(|slash| &target[start_of_path + slash..])?;
        is_target.then(|| (start..start + length, path.to_owned()))
    })
}

/// `[('name', 'value'), …]`, as Flask and Quart print a query.
fn pairs(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    text.match_indices("[('").filter_map(|(at, open)| {
        // No query is longer: so much is looked at for each that may begin one.
        let whole = &text[at + open.len()..scan::floor(text, at + open.len() + LONGEST)];
        let (mut query, mut rest) = (String::new(), whole);
        loop {
            let (name, behind) = rest.split_once("', '")?;
            let (value, behind) = behind.split_once("')")?;
            if name.len() + value.len() + query.len() > LONGEST || value.contains(['\'', '\n']) {
                return None;
            }
            query.push_str(&format!("{}{name}={}", if query.is_empty() { "?" } else { "&" }, percent_encode(value)));
            match behind.strip_prefix(", ('") {
                Some(next) => rest = next,
                None => {
                    let end = at + open.len() + whole.len() - behind.len() + usize::from(behind.starts_with(']'));
                    return Some((at..end, format!("/{query}")));
                }
            }
        }
    })
}
