//! The page as markup, drawn from the state and from nothing else.

mod control;
mod explain;
mod field;
mod file;
mod form;
mod head;
mod inner;
mod limits;
mod list;
mod palette;
mod problems;
mod request;
mod send;
mod verdict;

use maud::{Markup, html};
use wxwire::layer::json::Tree;

use crate::state::{Pane, State};
use crate::upload::takes_files;
use crate::words;
use form::Form;
pub(crate) use palette::{matches, palette, rows};
use wxwire::hidden;

/// The most bytes of a text with files that the source shows: a browser takes long over one line of megabytes.
const SHOWN: usize = 200_000;

/// The id of an element that belongs to a path. Ids may not hold white space, paths may.
pub(crate) fn id(what: &str, path: &str) -> String {
    let mut id = format!("{what}:");
    for char in path.chars() {
        match char {
            '%' => id.push_str("%25"),
            char if char.is_whitespace() => id.push_str(&format!("%{:02X}", char as u32)),
            char => id.push(char),
        }
    }
    id
}

/// The whole page, but for the text in the source view, which never becomes markup.
pub(crate) fn page(state: &State) -> Markup {
    let problems = state.problems();
    html! {
        (head::head(state))
        main {
            section.compose data-pane=(if state.pane == Pane::Form { "form" } else { "source" }) {
                (head::tools(state))
                (head::kept(state))
                @if state.forms_failed {
                    p.help role="status" {
                        (words::NO_FORMS.get(state.lang)) " "
                        button type="button" data-action="forms-again" { (words::TRY_AGAIN.get(state.lang)) }
                    }
                }
                div.panes {
                    div #form .form { (form(state, &problems)) }
                    (source(state))
                }
            }
            aside {
                (problems::panel(state, &problems))
                (send::panel(state))
                (send::dock(state, &problems))
                (verdict::panel(state))
                (request::panel(state))
            }
            (explain::panel(state))
        }
    }
}

/// The reader did not load; why not, and a way to ask it again.
fn read_again(state: &State, error: &str) -> Markup {
    html! {
        p.error role="alert" { (words::NO_READER.get(state.lang)) " " (error) }
        button type="button" data-action="read-again" { (words::TRY_AGAIN.get(state.lang)) }
    }
}

/// Text from outside: its direction is its own affair, and what does not show of it is named.
fn foreign(state: &State, text: &str) -> Markup {
    html! {
        bdi { (text) }
        @if let Some(named) = hidden::sentence(text, state.lang) { " " span.mark.hidden { (named) } }
    }
}

/// Text of the documents, with what stands between backticks set as code.
fn prose(text: &str) -> Markup {
    html! {
        @for (at, part) in text.split('`').enumerate() {
            @if at % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

fn form(state: &State, problems: &[crate::finding::Finding]) -> Markup {
    let say = |words: wxwire::lang::Words| words.get(state.lang);
    match Tree::parse(&state.text) {
        Ok(tree) => Form::new(state, problems).draw(tree.root()),
        Err(problem) => {
            let span = problem.span.clone().unwrap_or_default();
            let (line, column) = problems::place(&state.text, span.start);
            html! {
                div.broken role="status" {
                    p { (say(words::NOT_JSON)) }
                    p { strong { (problem.plain_message(state.lang).unwrap_or_default()) } }
                    button type="button" data-action="point" data-value=(format!("{}-{}", span.start, span.end)) {
                        (say(words::GO_TO_SOURCE)) " · " (say(words::LINE)) " " (line) ", " (say(words::COLUMN)) " " (column)
                    }
                }
            }
        }
    }
}

fn source(state: &State) -> Markup {
    let say = |words: wxwire::lang::Words| words.get(state.lang);
    html! {
        div.source {
            @if takes_files(state.entry) && state.text.len() > SHOWN { p.help role="status" { (say(words::SOURCE_TOO_LONG)) } }
            @else { textarea #source data-action="source" aria-label=(say(words::SOURCE_LABEL)) spellcheck="false"
                autocomplete="off" autocapitalize="off" wrap="off" {} }
            @if Tree::parse(&state.text).is_err() { button type="button" data-action="read" { (say(words::IMPORT)) } }
            div.foot {
                span { (state.text.len()) " " (say(words::BYTES)) " · "
                    (state.text.bytes().filter(|byte| *byte == b'\n').count() + 1) " " (say(words::LINES)) }
                button.quiet type="button" data-action="tidy" { (say(words::TIDY)) }
            }
        }
    }
}

#[cfg(test)]
mod tests;
