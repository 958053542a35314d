//! The list of problems: each leads to its field, and to its place in the source.

use maud::{Markup, html};
use wxwire::lang::{Lang, Words};
use wxwire::problem::Severity;

use super::read_again;
use crate::finding::Finding;
use crate::rules;
use crate::state::State;
use crate::words;

/// The most that are listed.
const LISTED: usize = 100;

pub(super) fn panel(state: &State, problems: &[Finding]) -> Markup {
    let say = |words: Words| words.get(state.lang);
    html! {
        section.panel #problems {
            h2 { (say(words::PROBLEMS)) span.summary #summary role="status" aria-live="polite" { (summary(state, problems)) } }
            @if !problems.is_empty() || !state.drafts.is_empty() {
                ul.problems {
                    @for path in state.drafts.names() { (draft(state, path)) }
                    @for problem in problems.iter().take(LISTED) { (item(state, problem)) }
                }
            }
            @if let Some(error) = state.rules.error() { (read_again(state, error)) }
            @if problems.len() > LISTED { p.help { "+ " (problems.len() - LISTED) " " (say(words::MORE_PROBLEMS)) } }
        }
    }
}

/// How many of each severity, in words. That there is none is said only when all rules were asked.
pub(super) fn summary(state: &State, problems: &[Finding]) -> String {
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let parts = [
        (count(Severity::Error) + state.drafts.len(), words::ONE_ERROR, words::ERRORS),
        (count(Severity::Warning), words::ONE_WARNING, words::WARNINGS),
        (count(Severity::Note), words::ONE_NOTE, words::NOTES),
    ];
    let parts: Vec<_> = parts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }.get(state.lang)))
        .collect();
    match parts.is_empty() {
        true if rules::are_known(state) => words::NO_PROBLEMS.get(state.lang).to_owned(),
        true => words::CHECKING.get(state.lang).to_owned(),
        false => parts.join(if state.lang == Lang::Zh { "，" } else { ", " }),
    }
}

fn item(state: &State, problem: &Finding) -> Markup {
    let say = |words: Words| words.get(state.lang);
    html! {
        li class=(problem.severity.name()) data-problem=(problem.code) data-path=(problem.path) {
            button.jump type="button" data-action="jump" data-path=(problem.path) {
                span.badge { (problem.severity.words().get(state.lang)) }
                code.path { @if problem.path.is_empty() { (say(words::WHOLE)) } @else { (problem.path) } }
                span.message { (problem.message) }
                @if let Some(source) = problem.source {
                    span.mark title=(say(words::SOURCE_MARK)) { (source.words().get(state.lang)) }
                }
            }
            @if let Some(span) = &problem.span {
                @let (line, column) = place(&state.text, span.start);
                button.quiet type="button" data-action="point" data-value=(format!("{}-{}", span.start, span.end))
                    title=(say(words::SHOW_IN_SOURCE)) { (line) ":" (column) }
            }
        }
    }
}

fn draft(state: &State, path: &str) -> Markup {
    html! {
        li.error data-problem="draft" data-path=(path) {
            button.jump type="button" data-action="jump" data-path=(path) {
                span.badge { (Severity::Error.words().get(state.lang)) }
                code.path { (path) }
                span.message { (words::DRAFT.get(state.lang)) }
            }
        }
    }
}

/// Line and column of a byte, both from 1; columns count characters.
pub(super) fn place(text: &str, at: usize) -> (usize, usize) {
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let before = &text[..at];
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (before.bytes().filter(|byte| *byte == b'\n').count() + 1, before[start..].chars().count() + 1)
}
