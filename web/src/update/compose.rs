//! Composing: edits of the text, and the way back.

use wxwire::catalog;
use wxwire::layer::json::Tree;
use wxwire::operation::Entry;

use super::text::{applied, change, forget_drafts, remember};
use super::{Effect, ancestors, kind, send};
use crate::edit::{self, Edit};
use crate::history::{History, Moved};
use crate::kept;
use crate::named::Named;
use crate::place;
use crate::state::{Left, State, Typing};
use crate::typed::{self, Change, Typed};
use crate::upload::{self, Chosen};
use crate::view::id;
use crate::words;

/// An edit in the form.
pub(super) fn edit(state: &mut State, path: &str, edit: &Edit) -> Effect {
    if let Edit::Variant(_) | Edit::Alternative(_) = edit {
        return kind::turn(state, path, edit);
    }
    let Some(text) = applied(state, path, edit) else { return Effect::None };
    match edit {
        Edit::Text(_) | Edit::Number(_) => type_at(state, Some(path)),
        _ => remember(state, Some(path)),
    }
    change(state, text);
    match edit {
        Edit::Text(_) | Edit::Number(_) | Edit::Variant(_) | Edit::Alternative(_) => Effect::None,
        Edit::Json(_) => {
            state.history.formers.take_inside(path);
            Effect::None
        }
        Edit::Begin => {
            forget_drafts(state, path);
            state.history.formers.take_inside(path);
            Effect::Focus(ancestors(path))
        }
        Edit::Remove => {
            forget_drafts(state, path);
            state.history.formers.forget(path);
            let (parent, step) = place::split(path).unwrap_or((path, String::new()));
            if let Ok(removed) = step.parse::<usize>() {
                shift(state, parent, &|at| if at > removed { at - 1 } else { at });
            }
            let mut ids = vec![id("begin", path), id("field", path)];
            ids.extend(ancestors(parent));
            Effect::Focus(ids)
        }
        Edit::Append => {
            let count = Tree::parse(&state.text).ok().and_then(|tree| Some(tree.root().find(path)?.items().count()));
            match count {
                Some(count) => Effect::Focus(ancestors(&format!("{path}/{}", count.saturating_sub(1)))),
                None => Effect::Focus(vec![id("append", path)]),
            }
        }
        Edit::Up | Edit::Down => swapped(state, path, *edit == Edit::Up),
    }
}

/// After an item changed places: its drafts and the focus go with it.
fn swapped(state: &mut State, path: &str, up: bool) -> Effect {
    let Some((parent, step)) = place::split(path) else { return Effect::None };
    let old: usize = step.parse().unwrap_or_default();
    let new = if up { old.saturating_sub(1) } else { old + 1 };
    let exchange = |at: usize| match at {
        at if at == old => new,
        at if at == new => old,
        at => at,
    };
    shift(state, parent, &exchange);
    let here = format!("{parent}/{new}");
    let (same, other) = if up { ("up", "down") } else { ("down", "up") };
    Effect::Focus(vec![id(same, &here), id(other, &here)])
}

/// JSON was typed for one part: it goes in as soon as it is JSON, and is kept until then.
pub(super) fn draft(state: &mut State, path: String, typed: &Typed) {
    let kept = state.drafts.get(&path).cloned().or_else(|| edit::source(&state.text, &path)).unwrap_or_default();
    let typed = Change::typed(&kept, typed).apply(&kept);
    type_at(state, Some(&path));
    match applied(state, &path, &Edit::Json(typed.trim().to_owned())) {
        Some(text) => {
            state.drafts.remove(&path);
            state.history.formers.take_inside(&path);
            change(state, text);
        }
        None => {
            state.drafts.insert(path, typed);
            send::cancel(state);
        }
    }
}

/// A file was chosen: its bytes and its name go in as one step, or it is said why not.
pub(super) fn file(state: &mut State, chosen: Chosen) {
    // By now another operation may be open.
    if chosen.operation != state.entry.id {
        return;
    }
    let Chosen { path, name, bytes, .. } = chosen;
    match bytes {
        Err(why) => state.refused = Some((path, [&name, words::FILE_REFUSED.get(state.lang), &why].join(" "))),
        Ok(bytes) => {
            if let Some(text) = upload::put(state.entry, &state.text, &path, &bytes, &name) {
                remember(state, Some(&path));
                change(state, text);
            }
        }
    }
}

/// The source was typed. Drafts stay where their part is still there; what was written in former kinds does not, for its
/// place may be another's now.
pub(super) fn source(state: &mut State, typed: &Typed) {
    let text = Change::typed(&state.text, typed).apply(&state.text);
    type_at(state, None);
    state.history.formers.clear();
    change(state, text);
    if let Ok(tree) = Tree::parse(&state.text) {
        state.drafts.retain(|path| tree.root().find(path).is_some());
    }
}

/// Another text altogether.
pub(super) fn load(state: &mut State, text: String) {
    remember(state, None);
    state.drafts.clear();
    state.history.formers.clear();
    change(state, text);
}

/// Another operation: with its text and its history as it was left, or its first example.
pub(super) fn open(state: &mut State, entry: &'static Entry) {
    (state.typing, state.kept, state.refused) = (None, None, None);
    let mut new = match state.left.iter().position(|left| left.entry.id == entry.id) {
        Some(at) => state.left.swap_remove(at),
        None => {
            let text = State::first_of(entry);
            Left { entry, text, drafts: Named::default(), history: History::default() }
        }
    };
    std::mem::swap(&mut state.entry, &mut new.entry);
    std::mem::swap(&mut state.text, &mut new.text);
    std::mem::swap(&mut state.drafts, &mut new.drafts);
    std::mem::swap(&mut state.history, &mut new.history);
    state.left.push(new);
    send::cancel(state);
}

/// The work on an operation as it was kept, unless there is later work on it here.
pub(super) fn recall(state: &mut State, id: &str, kept: &str) {
    let (text, drafts) = kept::read(kept);
    if id == state.entry.id {
        if state.is_fresh() && !state.can_undo() {
            (state.text, state.drafts) = (text, drafts);
        }
    } else if let Some(entry) = catalog::find(id).filter(|_| state.left.iter().all(|left| left.entry.id != id)) {
        state.left.push(Left { entry, text, drafts, history: History::default() });
    }
}

/// Back to the text before.
pub(super) fn undo(state: &mut State) -> Effect {
    go(state, History::undo)
}

/// Forward again to the text that undo left.
pub(super) fn redo(state: &mut State) -> Effect {
    go(state, History::redo)
}

fn go(state: &mut State, step: fn(&mut History, &mut String, &mut Named<String>) -> Option<Moved>) -> Effect {
    let mut text = state.text.clone();
    let Some(moved) = step(&mut state.history, &mut text, &mut state.drafts) else { return Effect::None };
    state.typing = None;
    let read = |text: &str| moved.path.as_deref().and_then(|path| held(text, path)).unwrap_or_default();
    let (before, after) = (read(&state.text), read(&text));
    let field = typed::units(&after, Change::between(&before, &after).end());
    change(state, text);
    Effect::Caret { field, source: typed::units(&state.text, moved.at), path: moved.path }
}

/// What the field at a path holds.
fn held(text: &str, path: &str) -> Option<String> {
    if let Some(inner) = edit::xml::value(text, path) {
        return Some(inner);
    }
    let tree = Tree::parse(text).ok()?;
    Some(edit::said(tree.root().find(path)?).into_owned())
}

/// The burst of typing is over; its field stays as it is.
pub(super) fn pause(state: &mut State) {
    if let Some(typing) = &mut state.typing {
        typing.paused = true;
    }
}

/// Begins a step of undo with the first letter that is typed at a place.
fn type_at(state: &mut State, path: Option<&str>) {
    let on = state.typing.as_ref().is_some_and(|typing| !typing.paused && typing.path.as_deref() == path);
    if !on {
        remember(state, path);
        state.typing = Some(Typing { path: path.map(str::to_owned), paused: false });
    }
}

/// Renumbers what is kept of the items of a list: drafts, and what was written in former kinds.
fn shift(state: &mut State, list: &str, number: &dyn Fn(usize) -> usize) {
    for (path, draft) in std::mem::take(&mut state.drafts) {
        state.drafts.insert(place::shifted(&path, list, number).unwrap_or(path), draft);
    }
    state.history.formers.shift(list, number);
}
