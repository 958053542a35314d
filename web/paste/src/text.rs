//! Text from outside, as it is shown: cut, its direction its own affair, and what does not show of it named.

use maud::{Markup, html};
use wxwire::hidden;
use wxwire::lang::Lang;

use crate::words;

/// The most characters of one text.
const SHOWN: usize = 400;

/// The beginning of a text from outside, and how long it is.
pub(crate) fn beginning(text: &str, lang: Lang) -> Markup {
    let shown = cut(text);
    html! {
        @if shown.len() < text.len() {
            (foreign(&format!("{shown}…"), lang)) span.help { " " (text.len()) " " (words::BYTES.get(lang)) }
        } @else { (foreign(text, lang)) }
    }
}

/// Text from outside.
pub(crate) fn foreign(text: &str, lang: Lang) -> Markup {
    html! {
        bdi { (text) }
        @if let Some(named) = hidden::sentence(text, lang) { " " span.mark.hidden { (named) } }
    }
}

/// A line of the source by its number.
pub(crate) fn line(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {number} 行"),
        Lang::En => format!("line {number}"),
    }
}

/// A text of this program, with what stands between backticks set as code.
pub(crate) fn prose(text: &str) -> Markup {
    html! {
        @for (at, part) in text.split('`').enumerate() {
            @if at % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

/// The beginning of a text.
pub(crate) fn cut(text: &str) -> &str {
    text.char_indices().nth(SHOWN).map_or(text, |(end, _)| &text[..end])
}
