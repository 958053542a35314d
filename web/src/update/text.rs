//! The text that is composed: what an edit makes of it, and what goes with a change.

use wxwire::layer::json::Tree;

use super::send;
use crate::edit::{self, Edit};
use crate::named::Named;
use crate::place;
use crate::state::State;

/// The text after an edit, be it of the values or of XML inside one of them.
pub(super) fn applied(state: &State, path: &str, edit: &Edit) -> Option<String> {
    let (schema, text) = (state.entry.schema(), &state.text);
    if edit::xml::split(path).is_some() {
        return edit::xml::apply(state.forms.as_ref()?, text, path, edit);
    }
    if let Edit::Variant(kind) = edit
        && let Some(root) =
            place::rule(schema, Tree::parse(text).ok()?.root(), path).and_then(|rule| rule.xml_root.as_ref())
    {
        let begun = state.forms.as_ref()?.begin(root, kind)?;
        return edit::apply(schema, text, path, &Edit::Text(begun.into()));
    }
    edit::apply(schema, text, path, edit)
}

/// Another text: what was asked about the one before is asked no more.
pub(super) fn change(state: &mut State, text: String) {
    (state.text, state.refused) = (text, None);
    send::cancel(state);
}

/// Keeps what is there now for undo; `path` is where it is about to change.
pub(super) fn remember(state: &mut State, path: Option<&str>) {
    state.typing = None;
    state.history.begin(&state.text, &state.drafts, path);
}

/// Drops the drafts of a part and of what is inside it; returns them by their paths inside the part.
pub(super) fn forget_drafts(state: &mut State, path: &str) -> Named<String> {
    let mut dropped = Named::default();
    for (own, draft) in std::mem::take(&mut state.drafts) {
        if place::is_within(&own, path) {
            dropped.insert(own[path.len()..].to_owned(), draft);
        } else {
            state.drafts.insert(own, draft);
        }
    }
    dropped
}
