//! Another kind of a value; in a former one, what was written there is there again.

use super::Effect;
use super::text::{applied, change, forget_drafts, remember};
use crate::edit::{self, Edit};
use crate::former::Former;
use crate::state::State;
use crate::view::id;

/// Turns a value into another kind.
pub(super) fn turn(state: &mut State, path: &str, edit: &Edit) -> Effect {
    let schema = state.entry.schema();
    let former = state.history.formers.find(path, edit);
    let back = former.as_ref().and_then(|former| edit::kind::back(schema, &state.text, path, former));
    let Some(text) = back.or_else(|| applied(state, path, edit)) else { return Effect::None };
    remember(state, Some(path));
    let left = edit::kind::now(schema, &state.text, path, edit);
    let before = std::mem::take(&mut state.text);
    change(state, text);
    let mut drafts = forget_drafts(state, path);
    for (inside, draft) in std::mem::take(&mut drafts) {
        let here = format!("{path}{inside}");
        let stays = edit::source(&state.text, &here).is_some_and(|now| edit::source(&before, &here) == Some(now));
        if stays { state.drafts.insert(here, draft) } else { drafts.insert(inside, draft) }
    }
    let inside = state.history.formers.take_inside(path);
    if let Some((back, source)) = left
        && let Some(became) = edit::source(&state.text, path)
    {
        state.history.formers.keep(path, Former { back, source, became, drafts, inside });
    }
    if let Some(former) = former {
        for (inside, draft) in former.drafts.iter() {
            let here = format!("{path}{inside}");
            if edit::source(&state.text, &here).is_some() {
                state.drafts.insert(here, draft.clone());
            }
        }
        state.history.formers.put_inside(path, &former.inside);
    }
    // XML that was begun has a form now, which takes the place of the choice.
    match edit::xml::first(&state.text, path) {
        Some(first) if state.forms.is_some() => Effect::Focus(vec![id("field", &first)]),
        _ => Effect::None,
    }
}

#[cfg(test)]
mod tests;
