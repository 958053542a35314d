//! Composing: edits of the text, and the way back.

use wxwire::layer::json::Tree;
use wxwire::operation::Entry;

use super::{Effect, ancestors, send};
use crate::edit::{self, Edit};
use crate::place;
use crate::state::{Snapshot, State, Typing, is_tall};
use crate::view::id;

/// How many texts undo keeps, and how many bytes of them.
const STEPS: usize = 200;
const BYTES: usize = 32 << 20;

/// An edit in the form.
pub(super) fn edit(state: &mut State, path: &str, edit: &Edit) -> Effect {
    let Some(text) = applied(state, path, edit) else { return Effect::None };
    match edit {
        Edit::Text(_) | Edit::Number(_) => type_at(state, Some(path)),
        _ => remember(state),
    }
    change(state, text);
    match edit {
        Edit::Text(_) | Edit::Number(_) | Edit::Json(_) => Effect::None,
        Edit::Variant(_) | Edit::Alternative(_) => {
            forget_drafts(state, path);
            // XML that was begun has a form now, which takes the place of the choice.
            match edit::xml::first(&state.text, path) {
                Some(first) if state.forms.is_some() => Effect::Focus(vec![id("field", &first)]),
                _ => Effect::None,
            }
        }
        Edit::Begin => {
            forget_drafts(state, path);
            Effect::Focus(ancestors(path))
        }
        Edit::Remove => {
            forget_drafts(state, path);
            let (parent, step) = place::split(path).unwrap_or((path, String::new()));
            if let Ok(removed) = step.parse::<usize>() {
                shift_drafts(state, parent, |at| if at > removed { at - 1 } else { at });
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

/// The text after an edit, be it of the values or of XML inside one of them.
fn applied(state: &State, path: &str, edit: &Edit) -> Option<String> {
    let (schema, text) = (state.entry.schema(), &state.text);
    if edit::xml::split(path).is_some() {
        return edit::xml::apply(state.forms.as_ref()?, text, path, edit);
    }
    if let Edit::Variant(kind) = edit
        && let Some(root) =
            place::rule(schema, Tree::parse(text).ok()?.root(), path).and_then(|rule| rule.xml_root.as_ref())
    {
        let begun = state.forms.as_ref()?.begin(root, kind)?;
        return edit::apply(schema, text, path, &Edit::Text(begun));
    }
    edit::apply(schema, text, path, edit)
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
    shift_drafts(state, parent, exchange);
    let here = format!("{parent}/{new}");
    let (same, other) = if up { ("up", "down") } else { ("down", "up") };
    Effect::Focus(vec![id(same, &here), id(other, &here)])
}

/// JSON was typed for one part: it goes in as soon as it is JSON, and is kept until then.
pub(super) fn draft(state: &mut State, path: String, typed: String) {
    type_at(state, Some(&path));
    match applied(state, &path, &Edit::Json(typed.trim().to_owned())) {
        Some(text) => {
            state.drafts.remove(&path);
            change(state, text);
        }
        None => {
            state.drafts.insert(path, typed);
            send::cancel(state);
        }
    }
}

/// The source was typed. Drafts stay where their part is still there.
pub(super) fn source(state: &mut State, text: String) {
    type_at(state, None);
    change(state, text);
    if let Ok(tree) = Tree::parse(&state.text) {
        state.drafts.retain(|path| tree.root().find(path).is_some());
    }
}

/// Another text altogether.
pub(super) fn load(state: &mut State, text: String) {
    remember(state);
    state.drafts.clear();
    change(state, text);
}

/// Another operation: with the text that it was left with, or its first example.
pub(super) fn open(state: &mut State, entry: &'static Entry) {
    remember(state);
    state.left.push(here(state));
    state.drafts.clear();
    state.entry = entry;
    let text = match state.left.iter().position(|left| left.entry.id == entry.id) {
        Some(at) => {
            let back = state.left.swap_remove(at);
            state.drafts = back.drafts;
            back.text
        }
        None => state.first_example(),
    };
    change(state, text);
}

/// Back to the text before.
pub(super) fn undo(state: &mut State) -> Effect {
    let Some(snapshot) = state.history.pop() else { return Effect::None };
    state.future.push(here(state));
    restore(state, snapshot)
}

/// Forward again to the text that undo left.
pub(super) fn redo(state: &mut State) -> Effect {
    let Some(snapshot) = state.future.pop() else { return Effect::None };
    state.history.push(here(state));
    restore(state, snapshot)
}

fn restore(state: &mut State, Snapshot { entry, text, drafts }: Snapshot) -> Effect {
    let moved = entry.id != state.entry.id;
    (state.entry, state.drafts, state.typing) = (entry, drafts, None);
    change(state, text);
    if moved { Effect::Address(entry.id) } else { Effect::None }
}

fn change(state: &mut State, text: String) {
    state.text = text;
    send::cancel(state);
}

/// The burst of typing is over; its field stays as it is.
pub(super) fn pause(state: &mut State) {
    if let Some(typing) = &mut state.typing {
        typing.paused = true;
    }
}

/// Begins a step of undo with the first letter that is typed at a place.
fn type_at(state: &mut State, path: Option<&str>) {
    let here = state.typing.take().filter(|typing| typing.path.as_deref() == path);
    if let Some(typing) = here {
        if typing.paused {
            remember(state);
        }
        state.typing = Some(Typing { paused: false, ..typing });
        return;
    }
    remember(state);
    let tree = path.and(Tree::parse(&state.text).ok());
    let value = tree.as_ref().and_then(|tree| tree.root().find(path?)?.as_str());
    let inner = path.and_then(|path| edit::xml::value(&state.text, path));
    let tall = value.or(inner.map(Into::into)).is_some_and(|text| is_tall(&text));
    state.typing = Some(Typing { path: path.map(str::to_owned), tall, paused: false });
}

/// Keeps what is there now for undo.
fn remember(state: &mut State) {
    state.typing = None;
    state.future.clear();
    state.history.push(here(state));
    let mut bytes: usize = state.history.iter().map(|step| step.text.len()).sum();
    while state.history.len() > STEPS || bytes > BYTES && state.history.len() > 1 {
        bytes -= state.history.remove(0).text.len();
    }
}

/// What is there now.
fn here(state: &State) -> Snapshot {
    Snapshot { entry: state.entry, text: state.text.clone(), drafts: state.drafts.clone() }
}

/// Drops the drafts of a part and of what is inside it.
fn forget_drafts(state: &mut State, path: &str) {
    state.drafts.retain(|draft| draft.strip_prefix(path).is_none_or(|rest| !rest.is_empty() && !rest.starts_with('/')));
}

/// Renumbers the drafts inside the items of a list.
fn shift_drafts(state: &mut State, list: &str, number: impl Fn(usize) -> usize) {
    for (path, draft) in std::mem::take(&mut state.drafts) {
        let moved = path.strip_prefix(list).and_then(|rest| rest.strip_prefix('/')).and_then(|rest| {
            let end = rest.find('/').unwrap_or(rest.len());
            let at = rest[..end].parse().ok()?;
            Some(format!("{list}/{}{}", number(at), &rest[end..]))
        });
        state.drafts.insert(moved.unwrap_or(path), draft);
    }
}
