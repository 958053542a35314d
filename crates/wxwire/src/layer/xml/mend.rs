//! Text that is XML but for an `&` or a `<` that stands for itself, made XML.

use std::borrow::Cow;

use super::reference::resolve;
use super::{Child, Element, Tree};
use crate::problem::{Problem, Severity};

/// A text, mended.
pub(crate) struct Mended<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Where something was put in, in the mended text, and how much.
    inserted: Vec<(usize, usize)>,
}

impl Mended<'_> {
    /// A problem of the mended text as one of the text as it came.
    pub(crate) fn outward(&self, problem: Problem) -> Problem {
        let place = |at: usize| {
            let before = self.inserted.iter().take_while(|(inserted, length)| inserted + length <= at);
            at - before.map(|(_, length)| length).sum::<usize>()
        };
        let span = problem.span.clone().map(|span| place(span.start)..place(span.end));
        Problem { span, ..problem }
    }
}

/// Reads a text and mends it. Every `&` and `<` that stood for itself is added to the faults as a note, with its place.
///
/// # Errors
/// As [`Tree::parse_tolerant`].
pub(crate) fn mend<'a>(text: &'a str, faults: &mut Vec<Problem>) -> Result<Mended<'a>, Problem> {
    let mut found = Vec::new();
    let tree = Tree::parse_tolerant(text, &mut found)?;
    if found.is_empty() {
        return Ok(Mended { text: Cow::Borrowed(text), inserted: Vec::new() });
    }
    let mut alone = Vec::new();
    collect(tree.root(), &mut alone);
    let (mut out, mut inserted, mut done) = (String::with_capacity(text.len() + alone.len() * "amp;".len()), vec![], 0);
    for at in alone {
        out.push_str(&text[done..at]);
        done = at;
        if text[at..].starts_with(NBSP) {
            out.push_str("&#160;");
            done += NBSP.len();
            continue;
        }
        let (kept, added) = if text[at..].starts_with('<') { ("", "&lt;") } else { ("&", "amp;") };
        out.push_str(kept);
        // The `<` itself is one of four.
        let longer = added.len() + kept.len() - 1;
        inserted.push((out.len(), longer));
        out.push_str(added);
        done += 1;
    }
    out.push_str(&text[done..]);
    faults.extend(found.into_iter().map(|fault| {
        let path = fault.span.as_ref().map(|span| tree.at(span.start).path()).unwrap_or_default();
        fault.at(path).severity(Severity::Note)
    }));
    Ok(Mended { text: Cow::Owned(out), inserted })
}

/// The one reference of HTML's that is met in XML. As a number it is as long.
const NBSP: &str = "&nbsp;";

/// Where each `&` stands that begins no reference, and each `<` that begins nothing, in the order of the text.
fn collect(element: Element<'_>, alone: &mut Vec<usize>) {
    for (_, raw, start) in element.raw_attributes() {
        alone.extend(stray(raw).map(|at| start + at));
    }
    for child in element.children() {
        match child {
            Child::Element(inner) => collect(inner, alone),
            Child::Text(raw) => {
                let start = element.position(raw);
                alone.extend(stray(raw).map(|at| start + at));
            }
            Child::CData(_) | Child::Other(_) => {}
        }
    }
}

fn stray(raw: &str) -> impl Iterator<Item = usize> {
    raw.match_indices(['&', '<']).map(|(at, _)| at).filter(|&at| {
        if raw[at..].starts_with('<') {
            return true;
        }
        let rest = &raw[at + 1..];
        let reference = rest.split('&').next().unwrap_or_default().find(';').map(|end| &raw[at..at + end + 2]);
        reference.is_none_or(|reference| resolve(reference).is_err())
    })
}
