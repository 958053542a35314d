//! What came of the last send.

use maud::{Markup, html};
use wxwire::catalog;
use wxwire::lang::Words;
use wxwire::verdict::Level;

use super::foreign;
use super::request::cut;
use crate::outcome::Outcome;
use crate::state::{Mode, State};
use crate::words;

/// The most bytes of a reply that are shown.
const SHOWN: usize = 4096;

pub(super) fn panel(state: &State) -> Markup {
    let Some(outcome) = &state.outcome else { return html! { section #verdict aria-live="polite" hidden {} } };
    let say = |words: Words| words.get(state.lang);
    let (short, long) = match outcome.level {
        Some(level) => {
            let (short, long) = level.words();
            (say(short), say(long))
        }
        None => (say(words::NO_VERDICT), ""),
    };
    let level = outcome.level.map_or("none", Level::name);
    html! {
        section.panel #verdict tabindex="-1" aria-live="polite" data-level=(level) data-old[state.is_outcome_old()] {
            h2 {
                (say(words::VERDICT))
                span.badge #level data-level=(level) { (short) }
                @if let Some(time) = outcome.milliseconds { span.summary { (time) " " (say(words::MILLISECONDS)) } }
            }
            @if state.is_outcome_old() { p.old { span.badge { (say(words::OLD_VERDICT)) } } }
            // What is said below it is more exact.
            @if !long.is_empty() && outcome.error.is_none() && !outcome.unanswered { p.long { (long) } }
            @if outcome.operation != state.entry.id {
                @let title = catalog::find(outcome.operation).map(|entry| entry.title.get(state.lang));
                p.help { (say(words::OTHER_OPERATION)) " " (title.unwrap_or_default()) " " code { (outcome.operation) } }
            }
            @if let Some(error) = &outcome.error { p.error role="alert" { (foreign(state, error)) } }
            @if let Some(status) = outcome.unreadable { p { (say(words::UNREADABLE)) " " (status) } }
            @if outcome.unanswered { (unanswered(state)) }
            (findings(state, outcome))
            @if let Some(reply) = &outcome.reply {
                h3 { (say(words::REPLY)) }
                @let shown = cut(reply, SHOWN);
                pre tabindex="0" { (foreign(state, shown)) @if shown.len() < reply.len() { "\n" (say(words::FIRST_PART)) } }
            }
            @if let Some(request) = &outcome.request { p.help { code { (foreign(state, request)) } } }
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

/// Reasons, ids, the gateway's words, and what settles it.
fn findings(state: &State, outcome: &Outcome) -> Markup {
    let say = |words: Words| words.get(state.lang);
    html! {
        @if !outcome.reasons.is_empty() {
            ul.reasons {
                @for reason in &outcome.reasons {
                    li { (foreign(state, &reason.message)) @if !reason.path.is_empty() { " " code.path { (reason.path) } } }
                }
            }
        }
        dl.facts {
            @if outcome.code.is_some() || outcome.message.is_some() {
                dt { (say(words::VENDOR_SAYS)) }
                dd {
                    @if let Some(code) = &outcome.code { code { (foreign(state, code)) } " " }
                    @if let Some(message) = &outcome.message { (foreign(state, message)) }
                }
            }
            @for id in &outcome.ids {
                dt title=(id.path) { code { (id.name) } }
                dd { code.value { (foreign(state, &id.value)) } }
            }
            @if let Some(name) = &outcome.settled_by {
                dt { (say(words::SETTLED_BY)) }
                dd { code { (name) } @if let Some(how) = &outcome.settled_how { " " (how) } }
            }
        }
    }
}
