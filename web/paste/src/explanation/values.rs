//! What is inside, a row for each value.

use maud::{Markup, html};
use wxwire::explain::{Explanation, Line};
use wxwire::lang::{Lang, Words};

use crate::text::{beginning, cut};
use crate::words;

/// The most rows: more than a person reads, and few enough to be drawn at once.
const ROWS: usize = 300;

pub(super) fn lines(what: &Explanation, lang: Lang) -> Markup {
    let say = |words: Words| words.get(lang);
    html! {
        @if !what.lines.is_empty() {
            h3 { (say(words::INSIDE)) }
            div.rows tabindex="0" role="region" aria-label=(say(words::INSIDE)) {
                table {
                    thead { tr { th { (say(words::PATH)) } th { (say(words::VALUE)) } th { (say(words::MEANING)) } } }
                    tbody { @for line in what.lines.iter().take(ROWS) { (row(line, lang)) } }
                }
            }
        }
        @if what.lines.len() > ROWS { p.help { "+ " (what.lines.len() - ROWS) " " (say(words::MORE_LINES)) } }
        @if what.more { p.help { (say(words::EVEN_MORE)) } }
    }
}

fn row(line: &Line, lang: Lang) -> Markup {
    let title = line.title.as_ref().map(|title| title.get(lang)).filter(|title| !title.is_empty());
    html! {
        tr data-path=(cut(&line.path)) {
            th scope="row" { code.path { (beginning(&line.path, lang)) } span.mark { (line.layer.name()) } }
            td {
                @if line.opened { span.help { (words::OPENED.get(lang)) " " } }
                @if line.value.is_empty() { span.help { (words::EMPTY.get(lang)) } }
                @else if !line.opened { code.value { (beginning(&line.value, lang)) } }
            }
            td {
                @if let Some(title) = title { span.title { (title) } }
                @if let Some(meaning) = &line.meaning { " " span.means { "= " (meaning.words(lang)) } }
            }
        }
    }
}
