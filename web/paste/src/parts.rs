//! The payloads of what was pasted: each a line that opens, or in full where there is one.

use std::collections::BTreeMap;

use maud::{Markup, html};
use wxwire::explain::Part;
use wxwire::import::Places;
use wxwire::lang::{Lang, Words};
use wxwire::scan::Form;

use crate::explanation;
use crate::text::{self, foreign};
use crate::words;

/// The most payloads that are listed.
const LISTED: usize = 200;

/// So many bytes of markup are drawn of values; what comes behind is told in a line.
const DRAWN: usize = 400_000;

pub(crate) fn markup(parts: &[Part<'_>], source: &[u8], lang: Lang) -> Markup {
    let say = |words: Words| words.get(lang);
    if let [part] = parts {
        return html! { (stands(part, lang)) (explanation::markup(&part.explanation, lang)) };
    }
    let known = parts.iter().filter(|part| part.is_known()).count();
    let mut lines =
        Lines { places: Places::of(std::str::from_utf8(source).unwrap_or_default()), seen: BTreeMap::new() };
    let mut room = DRAWN;
    let rows = parts.iter().zip(1..).take(LISTED).map(|(part, number)| {
        let (line, same) = lines.of(part, number);
        let is_told = same.is_none() && (part.is_told() || known == 0);
        let inside = (is_told && room > 0)
            .then(|| html! { (stands(part, lang)) (explanation::inside(&part.explanation, lang)) });
        room = room.saturating_sub(inside.as_ref().map_or(0, |inside| inside.0.len()));
        row(part, number, &head(part, line, same, lang), inside.as_ref())
    });
    let rows: Vec<_> = rows.collect();
    html! {
        h3 { (parts.len()) " " (say(words::PAYLOADS)) @if known < parts.len() { " · " (known) " " (say(words::KNOWN)) } }
        @if parts.last().is_some_and(|last| last.explanation.more) { p.help { (say(words::EVEN_MORE)) } }
        @for row in &rows { (row) }
        @if parts.len() > LISTED { p.help { "+ " (parts.len() - LISTED) " " (say(words::MORE_LINES)) } }
    }
}

/// A line, which opens where there is more to tell.
fn row(part: &Part<'_>, number: usize, head: &Markup, inside: Option<&Markup>) -> Markup {
    let kind = part.explanation.kind.name();
    match inside {
        Some(inside) => html! {
            details.payload data-kind=(kind) data-part=(number) { summary { (head) } (inside) }
        },
        None => html! { p.payload data-kind=(kind) data-part=(number) { (head) } },
    }
}

/// A payload in a line: where it stands, what it is, what it says.
fn head(part: &Part<'_>, line: usize, same: Option<usize>, lang: Lang) -> Markup {
    let what = &part.explanation;
    html! {
        span.place { (text::line(line, lang)) } " "
        span.badge { (what.kind.words().get(lang)) } " "
        strong { (what.operation.map_or(what.title, |entry| entry.title).get(lang)) } " "
        @if let Some(entry) = what.operation { code { (entry.id) } " " }
        @if part.is_broken { span.mark { (what.told_by.get(lang)) } " " }
        @if let Some(number) = same { span.mark { (words::SENT_AGAIN.get(lang)) " " (number) } " " }
        @if let Some(verdict) = &what.verdict {
            span.badge data-level=(verdict.level.name()) { (verdict.level.title().get(lang)) }
            @for said in [&verdict.code, &verdict.message].into_iter().flatten() { " " (foreign(text::cut(said), lang)) }
        }
    }
}

/// How it stands in the text, where that is not as JSON or XML, and what its print left out.
fn stands(part: &Part<'_>, lang: Lang) -> Markup {
    let form = part.form.filter(|form| !matches!(form, Form::Json | Form::Xml) && !part.is_broken);
    html! {
        @if let Some(form) = form {
            p.help { (form.words().get(lang)) @if let Some(at) = &part.at { " · " code { (foreign(at, lang)) } } }
        }
        @if !part.left.is_empty() {
            p.help { (words::LEFT_BY_PRINT.get(lang)) " " @for one in part.left.iter().take(20) { code { (foreign(one, lang)) } " " } }
        }
    }
}

/// Where payloads stand, and which of them came before.
struct Lines<'s> {
    places: Places<'s>,
    seen: BTreeMap<String, usize>,
}

impl Lines<'_> {
    /// The line of a payload, and the number of the one that it is the same as, sent again.
    fn of(&mut self, part: &Part<'_>, number: usize) -> (usize, Option<usize>) {
        let (line, _) = self.places.find(part.explanation.payload.start);
        let Some(key) = &part.repeat else { return (line, None) };
        let same = self.seen.get(key).copied();
        self.seen.entry(key.clone()).or_insert(number);
        (line, same)
    }
}
