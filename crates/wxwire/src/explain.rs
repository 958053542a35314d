//! Bytes in, meaning out: what it is, what is inside, what really happened.

mod code;
mod get;
mod inner;
mod json;
mod kind;
mod lines;
mod meaning;
mod packed;
mod parts;
mod secrets;
mod told;
mod unsealed;
mod who;

pub use code::{CodeMeaning, is_code};
pub use get::Got;
pub use json::{Beside, Written};
pub use kind::Kind;
pub use lines::{Line, MAX_LINES, MAX_TEXT, Title};
pub use meaning::Meaning;
pub use parts::{Part, of_payload, of_payloads, parts, unseen};
pub use unsealed::{Unsealed, unseal};

use std::ops::Range;

use self::secrets::Secrets;
use self::told::Told;
use crate::lang::Words;
use crate::layer::document::{Around, Document, Guide, Head, Layer};
use crate::operation::{Entry, GatewayEntry};
use crate::problem::{Problem, Source};
use crate::secret::{blot, hide_quoted, masked_with_keys, ranges};
use crate::verdict::{Judge, Level, Received, Verdict, verdict_inside};

/// What some bytes are.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Explanation {
    /// What kind of thing it is.
    pub kind: Kind,
    /// What it is, in words.
    pub title: Words,
    /// How that was told.
    pub told_by: Words,
    /// What stands around it.
    pub around: Around,
    /// The forms that all of it is in, the outermost first, by their names in paths: base64, gzip. Empty where it stands as it is.
    pub forms: Vec<String>,
    /// Its own bytes in the source.
    pub payload: Range<usize>,
    /// The form of callback that it is, and where its kind is known from.
    pub callback: Option<(&'static str, Source)>,
    /// Whose form it has.
    pub gateway: Option<GatewayEntry>,
    /// Others have that form as well, and nothing in it is the gateway's alone.
    pub is_shared: bool,
    /// The operation that it answers, or that it is the values of.
    pub operation: Option<&'static Entry>,
    /// The operations that it could belong to, where its form does not tell which.
    pub candidates: Vec<&'static Entry>,
    /// What the error code in it means, to each gateway that knows it.
    pub codes: Vec<CodeMeaning>,
    /// What is in it, down to the last layer, in the order of the bytes: all of it, up to [`MAX_LINES`] and [`MAX_TEXT`].
    pub lines: Vec<Line>,
    /// There is more in it than these.
    pub more: bool,
    /// What a reply says about the call, or a callback about messages that were sent.
    pub verdict: Option<Verdict>,
    /// What is wrong with it and was borne, with the paths of the lines.
    pub faults: Vec<Problem>,
    guide: Guide<'static>,
}

/// Explains some bytes. A reply is one of `operation`'s if it is told.
///
/// # Errors
/// The one problem that keeps them from being read: nothing there, or too much.
pub fn explain(bytes: &[u8], operation: Option<&'static Entry>) -> Result<Explanation, Problem> {
    explain_answer(bytes, operation, None)
}

/// Explains some bytes; `sent` is the values that they answer, where these are known.
fn explain_answer(bytes: &[u8], operation: Option<&'static Entry>, sent: Option<&str>) -> Result<Explanation, Problem> {
    explain_told(bytes, &|document| Told::of(document, operation), sent)
}

/// Explains the values of a call; `told_by` says how the call is known.
fn explain_values(bytes: &[u8], entry: &'static Entry, told_by: Words) -> Result<Explanation, Problem> {
    explain_told(bytes, &|_| Told::values(entry, told_by), None)
}

fn explain_told(
    bytes: &[u8],
    tell: &dyn Fn(&Document<'_>) -> Told,
    sent: Option<&str>,
) -> Result<Explanation, Problem> {
    Ok(explain_document(Document::new(bytes, Guide::default())?, tell, sent))
}

fn explain_document(document: Document<'_>, tell: &dyn Fn(&Document<'_>) -> Told, sent: Option<&str>) -> Explanation {
    let bytes = document.bytes();
    let core = document.core();
    let inner = core.as_ref().and_then(|(_, bytes)| inner::document(bytes));
    let told = inner.as_ref().map(tell).filter(Told::says_more);
    let (within, body) = match (&inner, &core, &told) {
        (Some(inner), Some((path, _)), Some(_)) => (Some(path.as_str()), inner.payload()),
        _ => (None, document.payload()),
    };
    let told = told.unwrap_or_else(|| tell(&document));
    let guide = told.guide();
    let document = document.guided(guide);
    let mut faults = Vec::new();
    let (mut lines, more) = lines::of(&document, &mut faults);
    let verdict = (told.kind == Kind::Reply).then(|| {
        let (status, retry_after) = match document.around() {
            Around::Http(head) => (head.status.unwrap_or(200), head.retry_after.as_deref()),
            Around::Nothing | Around::Text => (200, None),
        };
        let answer = Received { status, retry_after, body };
        // Of several calls, what all would say; where they differ, what their gateway says.
        let mut verdicts = told.candidates.iter().map(|entry| entry.verdict(sent, answer));
        let first = verdicts.next().filter(|first| verdicts.all(|other| other == *first));
        first.or_else(|| Some(told.gateway?.verdict(answer)))
    });
    let verdict = verdict.flatten();
    let verdict = verdict.or_else(|| told.callback?.verdict(body));
    let is_nobodys = told.kind == Kind::Json && told.candidates.is_empty();
    let verdict = verdict.or_else(|| is_nobodys.then(|| verdict_inside(body))?);
    let verdict = verdict.map(|verdict| verdict.below(|path| inner::path(within, body, path)));
    let verdict = verdict.or_else(|| told.said());
    let verdict = verdict.or_else(|| {
        // Of an answer that no gateway's form tells, HTTP says at least that it is none.
        let Around::Http(Head { status: Some(status), retry_after, .. }) = document.around() else { return None };
        let answer = Received { status: *status, retry_after: retry_after.as_deref(), body: document.payload() };
        match told.kind {
            _ if matches!(document.around(), Around::Http(head) if head.is_parted()) => None,
            Kind::Json => (*status >= 300).then(|| Judge::by_status(answer, |_, _| ())),
            Kind::Xml | Kind::Page | Kind::Text => Some(Judge::verdict(answer, |_, _| ())),
            _ => None,
        }
    });
    // Without a status nothing tells what became of a call whose replies say nothing of it; that no answer came is not true of
    // one that is there.
    let has_status = matches!(document.around(), Around::Http(Head { status: Some(_), .. }));
    let is_told = |verdict: &Verdict| {
        !verdict.is_by_status() && (verdict.level != Level::Unknown || told.operation.is_some() || verdict.is_unclear())
    };
    let verdict = verdict.filter(|verdict| told.kind != Kind::Reply || has_status || is_told(verdict));
    // A refusal in a form that several have tells nothing of the call: any answers so.
    let is_refused = verdict.as_ref().is_some_and(|verdict| verdict.level == Level::Refused);
    let candidates = if told.is_shared && is_refused { vec![] } else { told.candidates };
    let secrets = Secrets::of(&lines);
    if lines.iter().any(|line| line.secret) {
        secrets.mask(&mut lines);
    }
    secrets::mask_texts(&mut lines);
    secrets::mask_bytes(&mut lines, bytes);
    // What stands around the payload may name what is in it.
    let around = Some(bytes).filter(|_| *document.around() != Around::Nothing);
    let around = around.and_then(|bytes| std::str::from_utf8(bytes).ok()).map(Secrets::in_text);
    if let Some(around) = &around {
        around.hide(&mut lines);
    }
    let named = |text: String| around.iter().fold(text, |text, around| around.masked(text).0);
    let shown = |text: &str| masked_with_keys(&secrets.masked(named(text.to_owned())).0).into_owned();
    let verdict = verdict.map(|verdict| verdict.masked_by(shown));
    let callback = told.callback.map(|form| (form.name, told.of.map(|kind| kind.source).unwrap_or_default()));
    let Told { kind, title, told_by, gateway, is_shared, operation, codes, faults: of_form, .. } = told;
    faults.extend(of_form);
    if let Ok(source) = std::str::from_utf8(bytes) {
        hide_quoted(&mut faults, source);
    }
    let (payload, around) = (document.payload_range(), document.around().clone());
    let is_text = within.is_some() && document.tree().is_some();
    let forms = is_text.then(|| Layer::Json.name().to_owned()).into_iter();
    let forms = forms.chain(within.unwrap_or_default().split('!').skip(1).map(String::from)).collect();
    Explanation {
        kind,
        title,
        told_by,
        around,
        forms,
        payload,
        callback,
        gateway,
        is_shared,
        operation,
        candidates,
        codes,
        lines,
        more,
        verdict,
        faults,
        guide,
    }
}

/// What kind of thing some text is, without a look at what is in it.
fn kind_of(text: &str) -> Option<(Kind, Around)> {
    let document = Document::new(text.as_bytes(), Guide::default()).ok()?;
    Some((Told::of(&document, None).kind, document.around().clone()))
}

impl Explanation {
    /// What is known of its inside, for a [`Document`] of the same bytes.
    pub fn guide(&self) -> Guide<'static> {
        self.guide
    }

    /// The source as it may be shown beside the faults: every byte in its place, credentials blotted out. None where there
    /// is more than was looked at.
    pub fn blotted(&self, mut source: Vec<u8>) -> Option<Vec<u8>> {
        if self.more {
            return None;
        }
        secrets::blot(&self.lines, &mut source);
        if let Ok(text) = String::from_utf8(source.clone()) {
            ranges(&text).for_each(|range| blot(&text, range, &mut source));
        }
        Some(source)
    }
}

#[cfg(test)]
mod tests;
