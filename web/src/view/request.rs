//! The request as it would go out, secrets masked.

use maud::{Markup, html};
use wxwire::export::FORMATS;
use wxwire::lang::Words;

use super::read_again;
use crate::request::{self, Shown};
use crate::state::State;
use crate::words;

/// The most bytes that are shown; all of it can be copied.
const SHOWN: usize = 20_000;

pub(super) fn panel(state: &State) -> Markup {
    let say = |words: Words| words.get(state.lang);
    let shown = request::shown(state);
    let copy = match state.copied {
        None => words::COPY,
        Some(true) => words::COPIED,
        Some(false) => words::NOT_COPIED,
    };
    let is_there = matches!(shown, Shown::Text(_));
    html! {
        section.panel #request {
            h2 {
                (say(words::REQUEST))
                @if state.entry.replies_to.is_none() {
                    select #export data-action="export" aria-label=(say(words::FORMAT)) {
                        @for form in FORMATS {
                            option value=(form.name) selected[form.name == state.export.name] { (form.title) }
                        }
                    }
                }
                button.quiet #copy type="button" data-action="copy" aria-live="polite" disabled[!is_there] { (say(copy)) }
            }
            @match &shown {
                Shown::Text(text) => {
                    @let shown = cut(text, SHOWN);
                    pre tabindex="0" { (shown) @if shown.len() < text.len() { "\n" (say(words::NOT_ALL_SHOWN)) } }
                }
                Shown::Reading => p.help role="status" { (say(words::READING)) },
                Shown::Failed(error) => (read_again(state, error)),
            }
        }
    }
}

/// The beginning of a text, not longer than `most` bytes, in whole characters.
pub(super) fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    &text[..end]
}
