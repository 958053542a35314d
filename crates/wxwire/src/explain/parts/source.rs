//! What stands in the source of a program is what it would say: nobody has said it.

use super::Part;
use crate::explain::Kind;
use crate::lang::Words;
use crate::scan::floor;

/// So much around a reply is looked at.
const NEAR: usize = 200;

/// Takes the verdicts off what looks like a reply and stands in source.
pub(super) fn find(text: &str, parts: &mut [Part<'_>]) {
    for part in parts.iter_mut().filter(|part| part.explanation.kind == Kind::Reply) {
        let place = part.explanation.payload.clone();
        let before = text.get(floor(text, place.start.saturating_sub(NEAR))..place.start);
        let behind = text.get(place.end..floor(text, place.end + NEAR));
        if before.zip(behind).is_some_and(|(before, behind)| is_source(before, behind)) {
            let what = &mut part.explanation;
            (what.kind, what.verdict, what.operation) = (Kind::Json, None, None);
            what.candidates.clear();
            what.title = Words::new("程序中的对象", "an object of a program");
            what.told_by = Words::new("它写在源代码中，不是收到的回复", "it stands in source, so nobody answered so");
        }
    }
}

/// Whether source stands around a place: a `return` that is no word of a log's, or the head and the end of a method.
fn is_source(before: &str, behind: &str) -> bool {
    let mut above = before.rsplit('\n');
    let own = above.next().unwrap_or_default();
    let head = own.trim();
    let ends = behind.trim_start_matches([' ', '\t']).starts_with(';');
    let is_statement = |before: &str| match before.chars().next_back() {
        None => ends || own.starts_with([' ', '\t']),
        Some(last) => matches!(last, '{' | '}' | ';' | ':' | ')'),
    };
    let is_returned = || head.strip_suffix("return").is_some_and(|before| is_statement(before.trim_end()));
    let is_method = |line: &str| line.trim_start().starts_with("def ");
    let is_closed = || behind.trim_start_matches([';', ' ', '\t', '\r', '\n']).starts_with("end");
    let mut is_of_method = || is_method(head) || head.is_empty() && above.next().is_some_and(is_method);
    is_returned() || head.ends_with("render json:") || is_of_method() && is_closed()
}
