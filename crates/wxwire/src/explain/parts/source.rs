//! What stands in the source of a program is what it would say: nobody has said it.

use super::Part;
use crate::explain::Kind;
use crate::lang::Words;
use crate::scan::{Form, floor};

/// So much around a reply is looked at.
const NEAR: usize = 200;

/// Takes the verdicts off what looks like a reply and stands in source; what is named only as a print is none there.
pub(super) fn find(text: &str, parts: &mut Vec<Part<'_>>) {
    parts.retain(|part| {
        let is_named = part.form == Some(Form::Object) && part.is_broken;
        !(is_named && stands_in_source(text, part))
    });
    for part in parts.iter_mut().filter(|part| part.explanation.kind == Kind::Reply) {
        if stands_in_source(text, part) {
            let what = &mut part.explanation;
            (what.kind, what.verdict, what.operation) = (Kind::Json, None, None);
            what.candidates.clear();
            what.title = Words::new("程序中的对象", "an object of a program");
            what.told_by = Words::new("它写在源代码中，不是收到的回复", "it stands in source, so nobody answered so");
        }
    }
}

fn stands_in_source(text: &str, part: &Part<'_>) -> bool {
    let place = part.explanation.payload.clone();
    let before = text.get(floor(text, place.start.saturating_sub(NEAR))..place.start);
    let behind = text.get(place.end..floor(text, place.end + NEAR));
    let Some((before, behind)) = before.zip(behind) else { return false };
    // `reply = Reply(ret=200)` makes one.
    let name = || before.rsplit('\n').next()?.trim().strip_suffix(" =");
    let is_name = |name: &str| name.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '.'));
    is_source(before, behind) || part.form == Some(Form::Object) && name().is_some_and(is_name)
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
