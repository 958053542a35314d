//! The palette as markup: a field, and what was found.

use maud::{Markup, html};
use wxwire::lang::Words;

use crate::calls::Call;
use crate::state::State;
use crate::words;

/// The palette: a field, and places for what is found.
pub(crate) fn palette(state: &State) -> Markup {
    let say = |words: Words| words.get(state.lang);
    html! {
        button.backdrop type="button" data-action="cancel" tabindex="-1" aria-label=(say(words::CANCEL)) {}
        div.finder role="dialog" aria-modal="true" aria-label=(say(words::OPERATION)) {
            input #find type="text" role="combobox" data-action="find" data-keep aria-expanded="true" aria-controls="calls"
                aria-autocomplete="list" aria-activedescendant="chosen" aria-label=(say(words::OPERATION))
                placeholder=(say(words::FIND)) autocomplete="off" autocapitalize="off" spellcheck="false";
            p #matches .help role="status" {}
            div #calls role="listbox" aria-label=(say(words::OPERATION)) {}
        }
    }
}

/// How many were found of how many.
pub(crate) fn matches(state: &State) -> Markup {
    html! {
        @match (&state.palette, &state.calls.index) {
            (Some(palette), Some(index)) => { (palette.found.len()) " / " (index.calls.len()) },
            _ => (waiting(state)),
        }
    }
}

/// The rows, each section's below its name.
pub(crate) fn rows(state: &State) -> Markup {
    let (Some(palette), Some(index)) = (&state.palette, &state.calls.index) else { return html! {} };
    let calls: Vec<_> = palette.shown().map(|at| (at, &index.calls[palette.found[at]])).collect();
    html! {
        @for part in calls.chunk_by(|(_, one), (_, other)| one.section == other.section) {
            @let section = &index.sections[part[0].1.section];
            div role="group" aria-label=(section.title.get(state.lang)) {
                p.part role="presentation" { (section.gateway.get(state.lang)) " · " (section.title.get(state.lang)) }
                @for (at, call) in part { (option(state, call, *at == palette.at)) }
            }
        }
    }
}

fn option(state: &State, call: &Call, chosen: bool) -> Markup {
    html! {
        button id=[chosen.then_some("chosen")] type="button" role="option" tabindex="-1" aria-selected=(chosen) data-action="operation"
            data-value=(call.id) {
            span {
                (call.title.get(state.lang))
                @if let Some(evidence) = call.evidence {
                    " " span.mark title=(words::EVIDENCE.get(state.lang)) { (evidence.get(state.lang)) }
                }
            }
            code { (call.id) }
            code.path { (call.method) " " (call.path) }
        }
    }
}

/// What is being fetched, or did not come, and a way to ask again.
pub(super) fn waiting(state: &State) -> Markup {
    let say = |words: Words| words.get(state.lang);
    html! {
        @if let Some(failed) = &state.calls.failed {
            span.error { (say(words::NOT_LOADED)) " " code { (failed) } } " "
            button type="button" data-action="calls-again" { (say(words::TRY_AGAIN)) }
        } @else { (say(words::LOADING)) }
    }
}

/// The call that was asked for and is not there yet, or is none.
pub(super) fn wanted(state: &State) -> Markup {
    html! {
        @if let Some(id) = &state.calls.wanted {
            p.wanted role="status" {
                @if state.calls.unknown { (words::NO_CALL.get(state.lang)) } @else { (waiting(state)) }
                " " code { (id) }
            }
        }
    }
}
