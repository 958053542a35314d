//! The calls that were found, drawn: what was mended and left out of each, and the button that takes it into the form.

use maud::{Markup, html};
use wxwire::import::{self, Imported, Places, Repair};
use wxwire::lang::{Lang, Words};
use wxwire::problem::{Problem, Severity};
use wxwire::secret;

use crate::offer::{Offer, Offers};
use crate::text::{self, beginning, cut, foreign, prose};
use crate::words;

/// The most repairs, and as many things that were left out, of one call.
const LISTED: usize = 30;

/// What was pasted, and the same without what may be a secret in it, byte for byte at its place.
#[derive(Clone, Copy)]
struct Source<'s> {
    text: &'s str,
    blotted: &'s str,
}

pub(crate) fn markup(offers: &Offers, source: &[u8], lang: Lang) -> Markup {
    let say = |words: Words| words.get(lang);
    // Secrets are told by what stands around them, so all of it is searched for them before any of it is shown.
    let refuses = |offer: &Offer| offer.imported.problems.iter().any(Problem::is_error);
    let source = std::str::from_utf8(source).unwrap_or_default();
    let blotted = if offers.all.iter().any(refuses) { secret::blotted(source) } else { source.into() };
    let source = Source { text: source, blotted: &blotted };
    let mut places = Places::of(source.text);
    let is_one = offers.all.len() == 1;
    html! {
        @if !offers.all.is_empty() {
            section.offers data-count=(offers.all.len() + offers.more) {
                h3 {
                    @if offers.all.iter().all(|offer| offer.takes.is_empty()) { (say(words::NO_CALLS)) }
                    @else if is_one { (say(words::ONE_CALL)) }
                    @else { (offers.all.len() + offers.more) " " (say(words::CALLS)) }
                }
                ul { @for offer in &offers.all { (one(offer, is_one, &mut places, source, lang)) } }
                @if offers.more > 0 { p.help { "+ " (offers.more) " " (prose(say(words::MORE_CALLS))) } }
            }
        }
        @if offers.is_unsearched { p.help { (prose(say(words::NOT_SEARCHED))) } }
    }
}

fn one(offer: &Offer, is_one: bool, places: &mut Places<'_>, source: Source<'_>, lang: Lang) -> Markup {
    let say = |words: Words| words.get(lang);
    let imported = &offer.imported;
    let (line, _) = places.find(offer.span.start);
    let count = imported.repairs.len() + imported.dropped.len();
    html! {
        li data-offer=(imported.operation.map_or("", |entry| entry.id)) {
            p.what-it-is {
                @if !is_one { span.place { (text::line(line, lang)) } " " }
                @match imported.operation {
                    Some(entry) => { strong { (say(entry.title)) } " " code { (entry.id) } }
                    None => strong { (say(words::NO_CALL)) },
                }
                " " span.mark { (say(imported.form.words())) }
                @if let Some(kind) = &offer.kind { " " code { (foreign(cut(kind), lang)) } }
                @if !offer.name.is_empty() { " " span.help { (foreign(cut(&offer.name), lang)) } }
            }
            @if !offer.takes.is_empty() || offer.is_too_long { div.act { (takes(offer, lang)) } }
            (account(imported, lang))
            (problems(offer, source, lang))
            @if count > 0 {
                details open[is_one] {
                    summary { (counted(imported, lang)) }
                    (report(offer, source, lang))
                }
            }
        }
    }
}

/// A button for each call that it can be of.
fn takes(offer: &Offer, lang: Lang) -> Markup {
    let say = |words: Words| words.get(lang);
    html! {
        @for (entry, values) in &offer.takes {
            button.primary[offer.takes.len() == 1] type="button" data-action="take" data-path=(entry.id) data-value=(values) {
                (say(words::TAKE))
                @if offer.imported.operation.is_none() { " · " (say(entry.title)) " " code { (entry.id) } }
            }
        }
        @if offer.is_too_long { span.help { (prose(say(words::TOO_LONG))) } }
    }
}

/// The address and the credentials, by their names.
fn account(imported: &Imported, lang: Lang) -> Markup {
    let say = |words: Words| words.get(lang);
    html! {
        dl.facts {
            @if let Some(address) = imported.base_url.as_ref().or(imported.host.as_ref()) {
                dt { (say(words::ADDRESS)) } dd { code { (beginning(address, lang)) } }
            }
            @if !imported.given.is_empty() {
                dt { (say(words::CREDENTIALS)) }
                dd { @for name in &imported.given { code { (name) } " " } (say(words::TAKEN_OUT)) }
            }
        }
    }
}

fn problems(offer: &Offer, source: Source<'_>, lang: Lang) -> Markup {
    let imported = &offer.imported;
    html! {
        @if !imported.problems.is_empty() {
            ul.problems {
                @for problem in imported.problems.iter().take(LISTED) {
                    li class=(problem.severity.name()) {
                        span.badge { (problem.severity.words().get(lang)) } " "
                        @let at = problem.span.as_ref().and_then(|span| Some(offer.base? + span.start));
                        @if let Some(at) = at { code.path { (place(&mut Places::of(source.text), at)) } " " }
                        @if !problem.path.is_empty() { code.path { (cut(&problem.path)) } " " }
                        span.message { (import::message(problem, lang)) }
                        @if let (Some(at), Severity::Error) = (at, problem.severity) { (excerpt(source.blotted, at, lang)) }
                    }
                }
            }
        }
    }
}

/// The line at a place, from a little before the place on.
fn excerpt(source: &str, at: usize, lang: Lang) -> Markup {
    const BEFORE: usize = 30;
    let at = (0..=at.min(source.len())).rev().find(|at| source.is_char_boundary(*at)).unwrap_or_default();
    let start = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let start = source[start..at].char_indices().rev().nth(BEFORE).map_or(start, |(byte, _)| start + byte);
    let end = source[at..].find('\n').map_or(source.len(), |end| at + end);
    html! { code.excerpt { (beginning(source[start..end].trim_end(), lang)) } }
}

fn counted(imported: &Imported, lang: Lang) -> String {
    let parts = [
        (imported.repairs.iter().map(|one| one.count).sum::<usize>(), words::MENDED),
        (imported.dropped.len(), words::LEFT_OUT),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    parts.map(|(count, words)| format!("{} {count}", words.get(lang))).collect::<Vec<_>>().join(" · ")
}

/// What was mended and what was left out, each with its place.
fn report(offer: &Offer, source: Source<'_>, lang: Lang) -> Markup {
    let imported = &offer.imported;
    let alike = alike(&imported.repairs);
    let mut places = Places::of(source.text);
    let mut at = |start: usize| offer.base.map(|base| place(&mut places, base + start));
    html! {
        ul.report {
            @for (repair, count) in alike.iter().take(LISTED) {
                li data-fix=(repair.fix.name()) {
                    @if let Some(at) = at(repair.span.start) { code.path { (at) } " " }  (repair.fix.words().get(lang)) " "
                    code { (foreign(&visible(&repair.before), lang)) }
                    // What was taken away has nothing in its place.
                    @if !repair.after.is_empty() { " → " code { (foreign(&visible(&repair.after), lang)) } }
                    @if *count > 1 { " ×" (count) }
                }
            }
            @if alike.len() > LISTED { li { "+ " (alike.len() - LISTED) " " (words::MORE_LINES.get(lang)) } }
            @for one in imported.dropped.iter().take(LISTED) {
                li data-dropped=(one.why.name()) {
                    @if let Some(at) = at(one.span.start) { code.path { (at) } " " }  (words::LEFT_OUT.get(lang)) " · "
                    (one.why.words().get(lang)) " " code { (foreign(&one.what, lang)) }
                }
            }
            @if imported.dropped.len() > LISTED {
                li { "+ " (imported.dropped.len() - LISTED) " " (words::MORE_LINES.get(lang)) }
            }
        }
    }
}

/// Repairs that say the same are said once, at the first place, with their number.
fn alike(repairs: &[Repair]) -> Vec<(&Repair, usize)> {
    let mut all: Vec<(&Repair, usize)> = Vec::new();
    for one in repairs {
        let same = |other: &Repair| (other.fix, &other.before, &other.after) == (one.fix, &one.before, &one.after);
        match all.iter_mut().take(LISTED).find(|(other, _)| same(other)) {
            Some((_, count)) => *count += one.count,
            None => all.push((one, one.count)),
        }
    }
    all
}

fn place(places: &mut Places<'_>, at: usize) -> String {
    let (line, column) = places.find(at);
    format!("{line}:{column}")
}

/// A text in which white space can be seen.
fn visible(text: &str) -> String {
    if text.trim().is_empty() && !text.is_empty() { format!("{text:?}") } else { text.to_owned() }
}
