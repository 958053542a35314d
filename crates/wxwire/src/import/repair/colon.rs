//! A comma behind a key: whether it is a colon for certain, or one between the items of a list that lost its brackets.
//!
//! `"at":"a","b","c"` is as near to a list of three as it is to a member `b`, and `{"a","b"}` to a list of two. A list holds
//! values of one sort, so a number, an object or a list beside the string tells that it is none.

use super::edit::{Edit, Mark};
use super::fault::Fault;
use crate::import::report::Fix;
use crate::layer::json::{Kind, Tree, Value};
use crate::problem::Code;

/// The first comma that became a colon, and may have parted two items. The JSON is what the edits made of the text.
pub(super) fn doubt(edits: &[Edit], json: &str) -> Option<Fault> {
    let colons = colons(edits);
    if colons.is_empty() {
        return None;
    }
    let tree = Tree::parse(json).ok()?;
    let (mut next, mut doubts) = (vec![tree.root()], vec![]);
    while let Some(value) = next.pop() {
        doubts.extend(first_item(value, &colons));
        next.extend(value.members().map(|(_, member)| member).chain(value.items()));
    }
    let comma = doubts.into_iter().min_by_key(|edit| edit.range.start)?;
    Some(Fault::new(Code::Ambiguous, comma.range.clone()).could_be(": [ ]"))
}

/// The commas that became colons, each with its place in what was mended.
fn colons(edits: &[Edit]) -> Vec<(usize, &Edit)> {
    let (mut new, mut old, mut colons) = (0, 0, vec![]);
    for edit in edits {
        let start = new + edit.range.start.saturating_sub(old);
        if matches!(edit.mark, Mark::Fix(Fix::CommaForColon)) {
            colons.push((start, edit));
        }
        (new, old) = (start + edit.new.len(), edit.range.end);
    }
    colons
}

/// In an object, the first of some commas that may as well have parted two items.
fn first_item<'e>(object: Value<'_>, colons: &[(usize, &'e Edit)]) -> Option<&'e Edit> {
    let comma = |key: Value<'_>, value: Value<'_>| {
        let at = colons.partition_point(|(at, _)| *at < key.span().end);
        colons.get(at).filter(|(at, _)| *at < value.span().start).map(|(_, edit)| *edit)
    };
    let is_object = object.members().any(|(key, value)| value.kind() != Kind::String || comma(key, value).is_none());
    let mut before = None;
    for (key, value) in object.members() {
        let may_be_items = value.kind() == Kind::String
            && match before {
                // The items of a list between braces; one member with a colon or no text, and they are those of an object.
                None => !is_object,
                // A list whose brackets are lost, or that ended too early.
                Some(kind) => matches!(kind, Kind::String | Kind::Array),
            };
        if may_be_items && let Some(edit) = comma(key, value) {
            return Some(edit);
        }
        before = Some(value.kind());
    }
    None
}
