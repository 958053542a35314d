//! What else a text could mean: the last word on a repair, and on where a fault is.
//!
//! The repairs of signs, one by one, are each certain where they stand. Whether all of them together are is asked here: JSON that
//! is one sign away (`near`) was meant at least as likely. It is asked twice, of the text as it is, and of the text with JSON's
//! quotes, words and spaces in place of others and without comments, since they are no signs that somebody dropped.

use super::edit::{Edit, Mark, apply};
use super::fault::Fault;
use super::near::{Change, are_same, changes};
use super::origin::Origin;
use crate::import::report::Fix;
use crate::problem::Code;

/// The place of another reading than the one that some edits lead to.
///
/// What stands behind the JSON may be a part of it, had a sign not ended it before.
pub(super) fn rival(source: &str, end: usize, edits: &[Edit], json: &str) -> Option<Fault> {
    let whole = source.rfind(['}', ']']).map_or(end, |last| end.max(last + 1));
    let mut readings = readings(source.get(..end).unwrap_or_default(), edits);
    // Where the rest was cut off, all the other repairs may be right.
    if edits.iter().any(is_cut_off) {
        let others: Vec<_> = edits.iter().filter(|edit| !is_cut_off(edit)).cloned().collect();
        readings.push(Reading { text: apply(source.get(..end).unwrap_or_default(), &others), edits: others });
    }
    if !edits.is_empty() && whole > end {
        readings.push(Reading { text: source.get(..whole).unwrap_or_default().to_owned(), edits: vec![] });
    }
    readings.into_iter().find_map(|Reading { text, edits }| {
        let mut changes = changes(&text);
        // Around a whole object, a list's bracket may as well have been left behind: the object is the same.
        let in_list = |change: &Change| *change == Change { at: 0, takes: false, sign: Some(b'[') };
        changes.retain(|change| !(in_list(change) && text.starts_with('{')));
        let other = match changes[..] {
            [] => None,
            [one] => Some(one).filter(|one| !are_same(&one.apply(&text), json)),
            [first, ..] => Some(first),
        }?;
        Some(told(&changes, other, place(other, &edits), Code::Ambiguous))
    })
}

/// A repair that is in doubt by what stands around it: a word right behind the JSON may be a part of it, and so may a comment
/// whose line break is lost hold what seems to be missing, or to be too much, before a bracket. Where a comma is missing and a
/// bracket is too much, another bracket may have stood in the comma's place.
pub(super) fn doubt(source: &str, end: usize, edits: &[Edit], comment_lost: bool) -> Option<Fault> {
    let goes_on = source.get(end..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    if goes_on && !edits.is_empty() {
        return Some(Fault::expected(end, "end"));
    }
    let is = |fix: Fix| move |edit: &&Edit| matches!(edit.mark, Mark::Fix(own) if own == fix);
    if let Some(comma) =
        edits.iter().find(is(Fix::MissingComma)).filter(|_| edits.iter().any(|edit| is(Fix::ExtraBracket)(&edit)))
    {
        return Some(Fault::new(Code::Ambiguous, comma.range.clone()));
    }
    let at_bracket = |edit: &&Edit| matches!(edit.mark, Mark::Fix(Fix::CutOff | Fix::TrailingComma));
    let edit = edits.iter().find(at_bracket).filter(|_| comment_lost)?;
    Some(Fault::new(Code::Ambiguous, edit.range.clone()))
}

/// A fault, at the place where one sign would mend it.
pub(super) fn placed(fault: Fault, source: &str, origin: Origin, edits: &[Edit]) -> Fault {
    let is_place = match fault.code {
        Code::Syntax | Code::Ambiguous | Code::CutOff => true,
        Code::Variable => origin != Origin::Script,
        _ => false,
    };
    let end = source.rfind(['}', ']']).map_or(0, |last| last + 1);
    if !is_place || end == 0 {
        return fault;
    }
    let before = |edit: &&Edit| edit.range.end <= end;
    let edits: Vec<_> = edits.iter().filter(before).cloned().collect();
    let found = readings(&source[..end], &edits).into_iter().find_map(|Reading { text, edits }| {
        let changes = changes(&text);
        let first = *changes.first()?;
        Some((place(first, &edits), first, changes))
    });
    match found {
        // What is missing at the very end was cut off with more, perhaps.
        Some((at, ..)) if fault.code == Code::CutOff && at == end => fault,
        Some((at, first, changes)) if first.sign.is_some() || changes.len() > 1 || is_quote(source, at) => {
            // In place of a quote that may be one too many, any sign may have stood.
            let code = if changes.len() == 1 && first.sign.is_some() { Code::Syntax } else { Code::Ambiguous };
            told(&changes, first, at, code)
        }
        Some((at, ..)) => Fault { place: at..at, ..fault },
        None => fault,
    }
}

fn is_quote(source: &str, at: usize) -> bool {
    source.get(at..).is_some_and(|rest| rest.starts_with('"'))
}

/// A text to be looked at, and the edits that it was made by.
struct Reading {
    text: String,
    edits: Vec<Edit>,
}

fn readings(source: &str, edits: &[Edit]) -> Vec<Reading> {
    let plain: Vec<_> = edits.iter().filter(|edit| is_plain(edit.mark)).cloned().collect();
    let mut readings = vec![Reading { text: source.to_owned(), edits: vec![] }];
    if !plain.is_empty() {
        readings.push(Reading { text: apply(source, &plain), edits: plain });
    }
    readings
}

fn is_cut_off(edit: &Edit) -> bool {
    matches!(edit.mark, Mark::Fix(Fix::CutOff))
}

/// Whether an edit replaces no sign of structure.
fn is_plain(mark: Mark) -> bool {
    match mark {
        Mark::Comment | Mark::Silent => true,
        Mark::Fix(fix) => !matches!(
            fix,
            Fix::BareQuote
                | Fix::CommaForColon
                | Fix::TrailingComma
                | Fix::MissingComma
                | Fix::ExtraBracket
                | Fix::CutOff
        ),
    }
}

/// Where a change stands in the text before the edits.
fn place(change: Change, edits: &[Edit]) -> usize {
    let (mut new, mut old) = (0, 0);
    for edit in edits {
        let start = new + edit.range.start.saturating_sub(old);
        if change.at < start {
            break;
        }
        if change.at < start + edit.new.len() {
            return edit.range.start;
        }
        (new, old) = (start + edit.new.len(), edit.range.end);
    }
    old + change.at - new
}

fn told(changes: &[Change], change: Change, at: usize, code: Code) -> Fault {
    let mut signs: Vec<_> = changes.iter().filter_map(|change| change.sign).map(char::from).collect();
    signs.sort_unstable();
    signs.dedup();
    let expected = match code {
        Code::Syntax => match change.sign.map(char::from) {
            Some('"') => "quote".to_owned(),
            sign => sign.map(String::from).unwrap_or_default(),
        },
        _ => signs.into_iter().map(String::from).collect::<Vec<_>>().join(" "),
    };
    Fault { expected: expected.into(), ..Fault::new(code, at..at) }
}
