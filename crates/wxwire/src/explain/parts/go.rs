//! Replies as Go prints them, `map[errcode:40014 errmsg:…]` and `{ErrCode:40014 ErrMsg:…}`. Where a text ends in one cannot be told:
//! no more is read than the code.

use super::Part;
use crate::explain::{Kind, explain};
use crate::order;
use crate::scan::{Form, floor};

/// How they begin, in small letters, and what ends them.
const BEGINS: [(&str, char); 2] = [("map[errcode:", ']'), ("{errcode:", '}')];

/// So much of a text is looked at, and so many are told.
const MAX_BYTES: usize = 1 << 20;
const MAX_FOUND: usize = 1000;

/// The longest.
const MAX_LENGTH: usize = 4096;

/// Adds those of a text that are no part of what was found; one alone is all that the text says.
pub(super) fn find(text: &str, found: &mut Vec<Part<'_>>) {
    let small = text[..floor(text, MAX_BYTES)].to_ascii_lowercase();
    let starts = BEGINS.iter().flat_map(|(begin, end)| small.match_indices(begin).map(|(at, _)| (at, *end)));
    let mut starts: Vec<_> = starts.take(MAX_FOUND).collect();
    order::sort_by_key(&mut starts, |(at, _)| (*at, 0));
    let places = found.iter().map(|part| part.explanation.payload.clone()).collect::<Vec<_>>();
    // Both come in the order of the text.
    let mut next = places.iter().peekable();
    let mut prints = Vec::new();
    for (at, end) in starts {
        while next.next_if(|place| place.end <= at).is_some() {}
        if next.peek().is_some_and(|place| place.start <= at) {
            continue;
        }
        let line = small[at..floor(&small, at + MAX_LENGTH)].split('\n').next().unwrap_or_default();
        let span = at..at + line.find(end).map_or(line.len(), |end| end + 1);
        let Some(print) = text.get(span.clone()) else { continue };
        let told = explain(print.as_bytes(), None).ok().filter(|told| told.kind == Kind::Code);
        prints.extend(told.map(|told| {
            let mut part = Part::new(told, print.as_bytes().to_vec()).placed(&span, true);
            part.form = Some(Form::Java);
            part
        }));
    }
    if found.len() + prints.len() > 1 && !prints.is_empty() {
        found.extend(prints);
        order::sort_by_key(found, |part| (part.explanation.payload.start, 0));
    }
}
