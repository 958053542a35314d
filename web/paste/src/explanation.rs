//! An explanation as markup: what it is, what really happened, what is wrong with it, and what is inside.

mod values;

use maud::{Markup, html};
use wxwire::explain::Explanation;
use wxwire::import;
use wxwire::lang::{Lang, Words};
use wxwire::layer::document::Around;
use wxwire::problem::Problem;
use wxwire::verdict::Verdict;

use crate::text::{beginning, cut, prose};
use crate::words;

/// The most problems, reasons and ids that are drawn of each.
const LISTED: usize = 50;

/// All that is told of one payload.
pub(crate) fn markup(what: &Explanation, lang: Lang) -> Markup {
    let say = |words: Words| words.get(lang);
    html! {
        p.told data-kind=(what.kind.name()) {
            span.badge { (say(what.kind.words())) } " " strong { (say(what.title)) } " " span.help { (prose(say(what.told_by))) }
        }
        (inside(what, lang))
    }
}

/// The same without what it is called.
pub(crate) fn inside(what: &Explanation, lang: Lang) -> Markup {
    let say = |words: Words| words.get(lang);
    html! {
        (facts(what, lang))
        @if let Some(verdict) = &what.verdict { (judged(verdict, lang)) }
        @if !what.codes.is_empty() {
            dl.facts { @for one in &what.codes { dt { (say(one.gateway.title)) " " code { (one.code) } } dd { (say(one.words)) } } }
        }
        @if !what.faults.is_empty() { (problems(&what.faults, lang)) }
        (values::lines(what, lang))
    }
}

/// What it belongs to, and what stands around it.
fn facts(what: &Explanation, lang: Lang) -> Markup {
    let say = |words: Words| words.get(lang);
    html! {
        dl.facts {
            @if let Some(entry) = what.operation {
                dt { (say(words::GATEWAY)) } dd { (say(entry.gateway.title)) }
                dt { (say(words::OPERATION)) } dd { (say(entry.title)) " " code { (entry.id) } }
            } @else if let [first, ..] = what.candidates[..] {
                dt { (say(words::GATEWAY)) } dd { (say(first.gateway.title)) }
                dt { (say(words::CANDIDATES)) }
                dd { @for entry in what.candidates.iter().take(LISTED) { code { (entry.id) } " " } }
            }
            @if !what.forms.is_empty() { dt { (say(words::FORMS)) } dd { (what.forms.join(" → ")) } }
            @match &what.around {
                Around::Nothing => {},
                Around::Text => { dt { "…" } dd { (say(words::WITHIN_TEXT)) } },
                Around::Http(head) => {
                    dt { "HTTP" }
                    dd { (say(words::WITHIN_HTTP)) @if let Some(status) = head.status { " · " (say(words::STATUS)) " " (status) } }
                },
            }
        }
    }
}

/// What a reply says about the call, or a callback about messages that were sent.
fn judged(verdict: &Verdict, lang: Lang) -> Markup {
    let say = |words: Words| words.get(lang);
    let (short, long) = verdict.level.words();
    html! {
        div.judged data-level=(verdict.level.name()) {
            p { span.badge data-level=(verdict.level.name()) { (say(short)) } " " (say(long)) }
            @if !verdict.reasons.is_empty() {
                ul.reasons {
                    @for reason in verdict.reasons.iter().take(LISTED) {
                        li { (beginning(&reason.message(lang), lang)) @if !reason.path.is_empty() { " " code.path { (cut(&reason.path)) } } }
                    }
                }
            }
            dl.facts {
                @if verdict.code.is_some() || verdict.message.is_some() {
                    dt { (say(words::VENDOR_SAYS)) }
                    dd {
                        @if let Some(code) = &verdict.code { code { (beginning(code, lang)) } " " }
                        @if let Some(message) = &verdict.message { (beginning(message, lang)) }
                    }
                }
                @for id in verdict.ids.iter().take(LISTED) {
                    dt title=(cut(&id.path)) { code { (cut(&id.name)) } }
                    dd { code.value { (beginning(&id.value, lang)) } }
                }
                @for part in verdict.not_taken.iter().take(LISTED) {
                    dt title=(cut(&part.path)) { (say(words::NOT_TAKEN)) }
                    dd { code.value { (beginning(&part.name, lang)) } }
                }
                @if let Some((name, how)) = verdict.settled_by {
                    dt { (say(words::SETTLED_BY)) } dd { code { (name) } " " (say(how)) }
                }
            }
        }
    }
}

fn problems(faults: &[Problem], lang: Lang) -> Markup {
    html! {
        h3 { (words::PROBLEMS.get(lang)) }
        ul.problems {
            @for fault in faults.iter().take(LISTED) {
                li class=(fault.severity.name()) {
                    span.badge { (fault.severity.words().get(lang)) } " "
                    @if !fault.path.is_empty() { code.path { (cut(&fault.path)) } " " }
                    span.message { (import::message(fault, lang)) }
                }
            }
        }
        @if faults.len() > LISTED { p.help { "+ " (faults.len() - LISTED) " " (words::MORE_LINES.get(lang)) } }
    }
}
