//! Requests without a body whose query says all, as a callback's verification does: in the line of an access log, and as
//! Python's frameworks print a query.

use std::ops::Range;

use super::Part;
use crate::explain::{Kind, explain};
use crate::layer::escape::percent_encode;

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

/// `GET /path?query` in a line that begins otherwise.
fn targets(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    text.match_indices("GET ").filter_map(|(at, get)| {
        let start = at + get.len();
        let length = text[start..].find(|char: char| char.is_whitespace() || char == '"').unwrap_or(text.len() - start);
        let target = text.get(start..start + length.min(LONGEST))?;
        (target.starts_with(['/', 'h']) && target.contains('?')).then(|| (start..start + length, target.to_owned()))
    })
}

/// `[('name', 'value'), …]`, as Flask and Quart print a query.
fn pairs(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    text.match_indices("[('").filter_map(|(at, open)| {
        let (mut query, mut rest) = (String::new(), &text[at + open.len()..]);
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
                    let end = text.len() - behind.len() + usize::from(behind.starts_with(']'));
                    return Some((at..end, format!("/{query}")));
                }
            }
        }
    })
}
