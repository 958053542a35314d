//! The head of the page: which operation, which example, which language.

use maud::{Markup, html};
use wxwire::lang::{Lang, Words};

use super::palette::wanted;
use crate::state::{Pane, State};
use crate::words;

/// The bar on top.
pub(super) fn head(state: &State) -> Markup {
    let say = |words: Words| words.get(state.lang);
    let entry = state.entry;
    html! {
        header {
            div.bar {
                div.brand { strong { "wxwire" } span.subtitle { (say(words::SUBTITLE)) } }
                div.pick {
                    span { (say(words::OPERATION)) }
                    button #operation type="button" data-action="palette" data-value=(entry.id) aria-haspopup="dialog" {
                        span { (entry.title.get(state.lang)) " " code { (entry.id) } }
                        kbd { "Ctrl K" }
                    }
                }
                button #language .quiet type="button" data-action="language"
                    lang=(if state.lang == Lang::Zh { "en" } else { "zh" }) { (say(words::LANGUAGE)) }
            }
            (wanted(state))
            div.what {
                h1 { (entry.title.get(state.lang)) }
                p {
                    @match entry.replies_to {
                        Some(callback) => { (say(words::IS_REPLY)) " · " (say(callback)) }
                        None => { code.method { (entry.method) } " " code { (entry.path) } }
                    }
                    span.mark title=(say(words::EVIDENCE)) { (entry.evidence.words().get(state.lang)) }
                    @if !entry.page.is_empty() {
                        a href=(entry.page) target="_blank" rel="noopener noreferrer" { (say(words::VENDOR_PAGE)) " ↗" }
                    }
                }
            }
        }
    }
}

/// What stands above the form: form or source, example, undo.
pub(super) fn tools(state: &State) -> Markup {
    let say = |words: Words| words.get(state.lang);
    let examples = state.entry.examples();
    let current = examples.iter().position(|example| example.values == state.text);
    html! {
        div.tools {
            div.switch role="group" {
                button type="button" data-action="form" aria-pressed=(state.pane == Pane::Form) { (say(words::FORM)) }
                button type="button" data-action="text-pane" aria-pressed=(state.pane == Pane::Source) {
                    (say(words::SOURCE))
                }
            }
            label.pick {
                span { (say(words::EXAMPLE)) }
                select #example data-action="example" {
                    @if current.is_none() { option value="?" selected disabled { (say(words::OWN)) } }
                    @for (at, example) in examples.iter().enumerate() {
                        option value=(example.name) selected[current == Some(at)] { (example.title.get(state.lang)) }
                    }
                    option value="" { (say(words::SKELETON)) }
                }
            }
            div {
                button #undo .quiet type="button" data-action="undo" disabled[!state.can_undo()] { (say(words::UNDO)) }
                button #redo .quiet type="button" data-action="redo" disabled[!state.history.can_redo()] {
                    (say(words::REDO))
                }
            }
        }
    }
}

/// Whether the work is kept on this machine, and a way to begin afresh.
pub(super) fn kept(state: &State) -> Markup {
    let say = |words: Words| words.get(state.lang);
    let done = state.kept.filter(|_| !state.is_fresh());
    html! {
        p #kept .help role="status" {
            @if let Some(done) = done {
                (say(if done { words::KEPT } else { words::NOT_KEPT })) " "
                button.quiet #discard type="button" data-action="discard" { (say(words::DISCARD)) }
            }
        }
    }
}
