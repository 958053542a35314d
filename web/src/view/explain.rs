//! A place for what a gateway sent, and what it is.

use maud::{Markup, html};
use wxwire::lang::Words;

use super::read_again;
use crate::explained::Stage;
use crate::state::State;
use crate::words;

pub(super) fn panel(state: &State) -> Markup {
    let say = |words: Words| words.get(state.lang);
    html! {
        section.panel #explain {
            h2 { (say(words::EXPLAIN)) }
            label.help for="paste" { (say(words::EXPLAIN_HELP)) }
            textarea #paste .code rows="4" data-action="explain" data-keep spellcheck="false" autocomplete="off"
                autocapitalize="off" placeholder=(say(words::PASTE)) {}
            div.act {
                label.file { (say(words::FILE)) input #file type="file" data-action="explain" data-keep; }
                @if !matches!(state.explained.stage, Stage::Nothing) {
                    button.quiet #forget type="button" data-action="forget" { (say(words::FORGET)) }
                }
            }
            div #explained tabindex="-1" aria-live="polite" {
                @match &state.explained.stage {
                    Stage::Nothing => {},
                    Stage::Reading(name) => p role="status" { (say(words::READING)) " " bdi { (name) } },
                    // The reader's own markup goes in once, whatever is drawn anew beside it.
                    Stage::Told(_) => div.reading data-keep data-row=(state.explained.number) {},
                    Stage::Failed(error) => (read_again(state, error)),
                }
            }
        }
    }
}
