//! What came of the last send.

use maud::{Markup, PreEscaped, html};
use wxwire::catalog;
use wxwire::lang::Words;
use wxwire::verdict::Level;

use super::{foreign, read_again};
use crate::state::{Mode, State};
use crate::words;

pub(super) fn panel(state: &State) -> Markup {
    let Some(outcome) = &state.outcome else { return html! { section #verdict aria-live="polite" hidden {} } };
    let say = |words: Words| words.get(state.lang);
    let told = outcome.told.as_ref().map(|told| told.get(state.lang));
    let title = match told {
        Some([title, _]) => title,
        None if outcome.error.is_some() => say(words::NO_VERDICT),
        None => say(Level::Unknown.title()),
    };
    let level = outcome.level();
    html! {
        section.panel #verdict tabindex="-1" aria-live="polite" data-level=(level) data-old[state.is_outcome_old()] {
            h2 {
                (say(words::VERDICT))
                span.badge #level data-level=(level) { (title) }
                @if let Some(time) = outcome.milliseconds { span.summary { (time) " " (say(words::MILLISECONDS)) } }
            }
            @if state.is_outcome_old() { p.old { span.badge { (say(words::OLD_VERDICT)) } } }
            @if outcome.operation != state.entry.id {
                @let title = catalog::find(outcome.operation).map(|entry| entry.title.get(state.lang));
                p.help { (say(words::OTHER_OPERATION)) " " (title.unwrap_or_default()) " " code { (outcome.operation) } }
            }
            @if let Some(error) = &outcome.error { p.error role="alert" { (foreign(state, error)) } }
            @if let Some((status, error)) = &outcome.unread {
                p { (say(words::UNREAD)) " " (status) }
                (read_again(state, error))
            }
            @if outcome.unanswered { (unanswered(state)) }
            @if let Some([_, markup]) = told { (PreEscaped(markup)) }
        }
    }
}

fn unanswered(state: &State) -> Markup {
    let say = |words: Words| words.get(state.lang);
    match state.mode {
        Mode::Served(_) => html! { p { (say(words::COMMAND_GONE)) } },
        _ => html! {
            p { (say(words::UNANSWERED)) }
            button type="button" data-action="export" data-value="curl" { (say(words::SHOW_CURL)) }
        },
    }
}
