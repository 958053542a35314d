//! The request as it would go out, secrets masked.

use maud::{Markup, html};
use wxwire::export::FORMATS;
use wxwire::lang::Words;
use wxwire::secret::Credentials;

use crate::state::State;
use crate::words;

/// The most bytes that are shown; all of it can be copied.
const SHOWN: usize = 20_000;

/// A host that nobody has, where none is known.
const NO_HOST: &str = "https://gateway.example";

/// The request in the form that is chosen.
pub(crate) fn request_text(state: &State) -> String {
    let none = Credentials::new();
    let own = state.settings.get(state.entry.gateway.name).map_or(&none, |settings| &settings.credentials);
    state.export.hidden(state.entry, &state.text, own, state.base_url().unwrap_or(NO_HOST))
}

pub(super) fn panel(state: &State) -> Markup {
    let say = |words: Words| words.get(state.lang);
    let text = request_text(state);
    let shown = cut(&text, SHOWN);
    let copy = match state.copied {
        None => words::COPY,
        Some(true) => words::COPIED,
        Some(false) => words::NOT_COPIED,
    };
    html! {
        section.panel #request {
            h2 {
                (say(words::REQUEST))
                select #export data-action="export" aria-label=(say(words::FORMAT)) {
                    @for form in FORMATS {
                        option value=(form.name) selected[form.name == state.export.name] { (form.title) }
                    }
                }
                button.quiet #copy type="button" data-action="copy" aria-live="polite" { (say(copy)) }
            }
            pre tabindex="0" { (shown) @if shown.len() < text.len() { "\n" (say(words::NOT_ALL_SHOWN)) } }
        }
    }
}

/// The beginning of a text, not longer than `most` bytes, in whole characters.
pub(super) fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    &text[..end]
}
