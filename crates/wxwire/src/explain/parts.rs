//! Every payload of a text, explained: of a log, of JSON lines, of a record that holds one in a string.

mod around;
mod behind;
mod broken;
mod carried;
mod exchange;
mod go;
mod inside;
mod place;
mod queries;
mod requests;
mod source;
mod status;
mod unseen;

use std::borrow::Cow;
use std::ops::{ControlFlow, Range};

use self::place::Within;
pub use self::unseen::unseen;
use super::secrets::Secrets;
use super::told::Told;
use super::{Explanation, Kind, explain, explain_document};
use crate::catalog;
use crate::layer::document::{Around, Document, Guide, Held};
use crate::operation::Entry;
use crate::order;
use crate::problem::Problem;
use crate::scan::{self, Form, Payload};
use crate::verdict::Level;

/// A payload, explained.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Part<'s> {
    /// What it is. Its spans are places in the source; of what does not stand there as it is, that of the text that holds it.
    pub explanation: Explanation,
    /// Its own bytes: JSON or XML, or all of the source.
    pub payload: Cow<'s, [u8]>,
    /// How it stands in the source; none where it is all of it.
    pub form: Option<Form>,
    /// Of one inside of another: the path of what holds it.
    pub at: Option<String>,
    /// The document in the source that this is a path of; none where no path leads there.
    within: Option<Within>,
    /// What a print of it left out.
    pub left: Vec<String>,
    /// It is no whole JSON or XML: [`Explanation::faults`] says why.
    pub is_broken: bool,
    /// By what a callback is known that came twice.
    pub repeat: Option<String>,
    /// It is JSON of nobody's that says itself that something went wrong, around a payload that may say otherwise.
    pub says_no: bool,
    /// The HTTP status beside it.
    status: Option<u16>,
    /// What is around it and says no, and where.
    denied_by: Option<String>,
}

impl<'s> Part<'s> {
    fn new(explanation: Explanation, payload: impl Into<Cow<'s, [u8]>>) -> Self {
        let payload = payload.into();
        let repeat = explanation.gateway.filter(|_| explanation.kind == Kind::Callback).and_then(|gateway| {
            let repeat = catalog::receiving(&gateway).repeat(&payload)?;
            Some(format!("{} {}", gateway.name, repeat.key))
        });
        Self {
            explanation,
            payload,
            form: None,
            at: None,
            within: None,
            left: vec![],
            is_broken: false,
            repeat,
            says_no: false,
            status: None,
            denied_by: None,
        }
    }

    /// Whether there is more to say of it than that it is some JSON or text.
    pub fn is_told(&self) -> bool {
        self.is_known() || self.is_broken || self.says_no
    }

    /// Whether it was told that something inside of it went wrong, and none of the payloads found there says so.
    fn says_more_than(&self, found: &[Part<'_>]) -> bool {
        self.level().is_some_and(|own| !found.iter().any(|part| part.level() == Some(own)))
    }

    fn level(&self) -> Option<Level> {
        self.explanation.verdict.as_ref().map(|verdict| verdict.level)
    }

    /// Whether it is of a kind that is known, and not any JSON or text.
    pub fn is_known(&self) -> bool {
        self.explanation.kind.is_known() || self.explanation.verdict.is_some()
    }

    /// The same, where it stands in the source: there as it is, or in these bytes somehow.
    fn placed(mut self, span: &Range<usize>, is_verbatim: bool) -> Self {
        let place = |one: &Range<usize>| match is_verbatim {
            true => one.start + span.start..one.end + span.start,
            false => span.clone(),
        };
        let what = &mut self.explanation;
        what.lines.iter_mut().for_each(|line| line.span = place(&line.span));
        for fault in &mut what.faults {
            fault.span = fault.span.as_ref().map(place);
        }
        (what.around, what.payload) = (Around::Text, span.clone());
        self
    }
}

/// Whether a text has no other control characters than those that a terminal's output has: colours, bells, backspaces.
fn is_from_terminal(text: &str) -> bool {
    !text.contains(|char: char| {
        char.is_control() && !matches!(char, '\t' | '\n' | '\r' | '\u{7}' | '\u{8}' | '\u{c}' | '\u{1b}')
    })
}

impl Kind {
    /// Whether it is something of a gateway's or of WeChat's.
    pub fn is_known(self) -> bool {
        matches!(
            self,
            Self::Reply
                | Self::Callback
                | Self::Request
                | Self::PassiveReply
                | Self::AppMsg
                | Self::Message
                | Self::Code
        )
    }
}

/// Explains every payload of some bytes, in their order; what has none is explained as the whole that it is. A reply is one
/// of `operation`'s if it is told, and then it is all of the bytes.
///
/// # Errors
/// The one problem that keeps them from being read: nothing there, or too much.
pub fn parts<'s>(bytes: &'s [u8], operation: Option<&'static Entry>) -> Result<Vec<Part<'s>>, Problem> {
    if operation.is_none()
        && let Some(found) = carried::parts(bytes, &[])
    {
        return Ok(found);
    }
    plain(bytes, operation)
}

/// The same of bytes that stand as they are.
fn plain<'s>(bytes: &'s [u8], operation: Option<&'static Entry>) -> Result<Vec<Part<'s>>, Problem> {
    let document = Document::new(bytes, Guide::default())?;
    let is_in_text = operation.is_none() && *document.around() == Around::Text;
    let text = std::str::from_utf8(bytes).ok();
    let whole = move || Part::new(explain_document(document, &|document| Told::of(document, operation), None), bytes);
    if let Some(text) = text.filter(|_| is_in_text) {
        return Ok(uncoloured(text, in_text(text, whole)));
    }
    let mut whole = whole();
    // What is compressed, and does not open.
    whole.is_broken = whole.explanation.kind == Kind::Bytes && !whole.explanation.faults.is_empty();
    let explanation = &whole.explanation;
    if operation.is_none()
        && matches!(explanation.around, Around::Http(_))
        && let Some(text) = text
    {
        let messages = exchange::parts(text);
        if !messages.is_empty() {
            return Ok(messages);
        }
    }
    if operation.is_some() || matches!(explanation.around, Around::Http(_)) {
        return Ok(vec![whole]);
    }
    let is_from_terminal = || text.is_some_and(is_from_terminal);
    let is_text = matches!(explanation.kind, Kind::Text | Kind::Code);
    let is_text = is_text || explanation.kind == Kind::Bytes && is_from_terminal();
    let opens = explanation.lines.first().is_some_and(|line| line.path.is_empty() && line.opened);
    if explanation.kind == Kind::Json && (opens || !is_text) {
        let mut found = inside::parts(bytes);
        let has_request = found.iter().any(|part| part.explanation.kind == Kind::Request);
        if !has_request
            && !whole.is_known()
            && let Some(kept) = requests::kept(bytes)
        {
            found.insert(0, kept);
        }
        whole.says_no = inside::holds_object(&found) && around::says_no(bytes);
        if found.is_empty() || whole.says_no || whole.says_more_than(&found) {
            found.insert(0, whole);
        }
        return Ok(found);
    }
    if opens && explanation.around == Around::Nothing && !whole.is_known() {
        if let Some(found) = in_forms(bytes, &explanation.payload) {
            return Ok(found);
        }
        let mut found = inside::parts(bytes);
        if !found.is_empty() {
            found.insert(0, whole);
            return Ok(found);
        }
    }
    match text.filter(|_| is_text) {
        Some(text) => Ok(uncoloured(text, in_text(text, || whole))),
        None => Ok(vec![whole]),
    }
}

/// What was found in a text, or the text that it is without its colours where nothing was.
fn uncoloured<'s>(text: &'s str, found: Vec<Part<'s>>) -> Vec<Part<'s>> {
    let is_bytes = matches!(&found[..], [one] if one.explanation.kind == Kind::Bytes && one.form.is_none());
    match carried::uncoloured(text).filter(|_| is_bytes) {
        Some(plain) => vec![plain],
        None => found,
    }
}

/// What stands in a text that is in some form, as base64 of a log: it is told as the text would be; none where it is no text, or
/// nothing is told of it.
fn in_forms(bytes: &[u8], place: &Range<usize>) -> Option<Vec<Part<'static>>> {
    let (path, text) = text_in_forms(bytes)?;
    let inner = explain(text.as_bytes(), None).ok()?;
    let found = in_text(&text, || Part::new(inner, text.as_bytes()));
    let found = found.into_iter().filter(|part| part.form.is_some() || part.is_told()).map(|part| {
        let mut part = part.owned().placed(place, false);
        part.at = Some(part.at.map_or_else(|| path.clone(), |inner| format!("{path}!{inner}")));
        part
    });
    Some(found.collect()).filter(|found: &Vec<_>| !found.is_empty())
}

/// The text inside of one form or several, one in the other, and its path; none where it opens further.
fn text_in_forms(bytes: &[u8]) -> Option<(String, String)> {
    let mut text = None;
    Document::new(bytes, Guide::default()).ok()?.visit_until(|leaf| {
        let is_form = !leaf.path.contains('/');
        text = match leaf.value {
            Held::Text(read) if is_form && !leaf.opened && !leaf.path.is_empty() => {
                Some((leaf.path.to_owned(), read.to_owned()))
            }
            _ => None,
        };
        if is_form { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    text
}

/// Every payload of a text; `whole` explains it as the one that it is, which few texts want.
fn in_text<'s>(text: &'s str, whole: impl FnOnce() -> Part<'s>) -> Vec<Part<'s>> {
    let payloads = scan::payloads(text);
    let is_cut = payloads.len() >= scan::MAX_PAYLOADS;
    let mut found: Vec<_> = payloads.into_iter().flat_map(of_payload).collect();
    if let Some(last) = found.last_mut().filter(|_| is_cut) {
        last.explanation.more = true;
    }
    let asked = queries::parts(text);
    if !asked.is_empty() {
        found.extend(asked);
        order::sort_by_key(&mut found, |part| (part.explanation.payload.start, 0));
    }
    status::find(text, 0, &mut found);
    requests::find(text.as_bytes()).iter().for_each(|asked| asked.take(text, &mut found));
    behind::judge(text, &mut found);
    source::find(text, &mut found);
    go::find(text, &mut found);
    hide_everywhere(text, &mut found);
    if found.is_empty() {
        found.extend(broken::whole(text));
    }
    // A code in words says more than some JSON beside it.
    if found.iter().any(|part| part.is_broken || part.is_known()) {
        return found;
    }
    let whole = whole();
    if found.is_empty() || whole.explanation.kind == Kind::Code { vec![whole] } else { found }
}

/// Masks in every part what the text names as a secret anywhere.
fn hide_everywhere(text: &str, parts: &mut [Part<'_>]) {
    let secrets = Secrets::in_text(text);
    for part in parts {
        secrets.hide(&mut part.explanation.lines);
        for left in &mut part.left {
            *left = secrets.masked(std::mem::take(left)).0;
        }
    }
}

/// What payloads are that [`scan`] found in a text, with what stands around each in its own lines; no payload that stands before
/// `from` is among them. What other lines say of one is not looked at: of a text that is still written they may be gone.
pub fn of_payloads<'t>(text: &'t str, from: usize, payloads: Vec<Payload<'t>>) -> Vec<Part<'t>> {
    let mut all = Vec::with_capacity(payloads.len());
    let mut payloads = payloads.into_iter().peekable();
    let mut from = from;
    while let Some(first) = payloads.next() {
        let start = memchr::memrchr(b'\n', &text.as_bytes()[..first.span.start]).map_or(0, |at| at + 1);
        let mut end = scan::end_of_line(text, first.span.end);
        let (start, at) = (start.max(from), all.len());
        all.extend(of_payload(first));
        while let Some(next) = payloads.next_if(|next| next.span.start < end) {
            // A line may be long, and hold many.
            if next.span.end > end {
                end = scan::end_of_line(text, next.span.end);
            }
            all.extend(of_payload(next));
        }
        status::find(&text[..end], start, &mut all[at..]);
        from = end;
    }
    all
}

/// What a payload is, as [`scan`] finds it in a text; of a record of a log's, those inside of it.
pub fn of_payload(payload: Payload<'_>) -> Vec<Part<'_>> {
    let Payload { span, text, form, fault, is_cut, left, .. } = payload;
    let is_verbatim = matches!(form, Form::Json | Form::Xml);
    let mut parts: Vec<Part<'_>> = match fault {
        Some(fault) => broken::part(&text, &span, form, fault, is_cut).into_iter().collect(),
        None => {
            let Ok(explanation) = explain(text.as_bytes(), None) else { return vec![] };
            let mut part = Part::new(explanation, into_bytes(text));
            let found = match part.explanation.kind {
                Kind::Json => inside::parts(&part.payload),
                _ => vec![],
            };
            part.says_no = inside::holds_object(&found) && around::says_no(&part.payload);
            let is_told = found.is_empty() || part.says_no || part.says_more_than(&found);
            let outer = is_told.then(|| part.placed(&span, is_verbatim));
            let inner = found.into_iter().map(|one| {
                let within = one.within.clone().filter(|_| is_verbatim);
                let within = within.map(|within| Within { document: span.clone(), ..within });
                Part { within, ..one.placed(&span, false) }
            });
            outer.into_iter().chain(inner).collect()
        }
    };
    for part in &mut parts {
        (part.form, part.left) = (Some(form), left.clone());
    }
    parts
}

impl Part<'_> {
    /// The same with bytes of its own.
    pub fn owned(self) -> Part<'static> {
        let payload = self.payload.into_owned().into();
        Part { payload, ..self }
    }
}

fn into_bytes(text: Cow<'_, str>) -> Cow<'_, [u8]> {
    match text {
        Cow::Borrowed(text) => text.as_bytes().into(),
        Cow::Owned(text) => text.into_bytes().into(),
    }
}

#[cfg(test)]
mod tests;
