//! A body as it stands in a log: escaped once more, as nginx and Node print it.
//!
//! Nothing is mended here. What `scan` reads has one way to be read; anything else stays with the mender, which says why it
//! refuses.

use super::repair::Repaired;
use super::report::{Fix, Repair};
use super::text::Text;
use crate::layer::escape::JSON;
use crate::scan::{self, Form, Payload, Step};

/// A body that was found.
pub(super) struct Logged {
    /// It, with the way back to the source.
    pub(super) text: Text,
    pub(super) repaired: Repaired,
}

/// The body that begins where a text does, in another manner than JSON's; of several in one string, the first that fits.
/// `is_behind_words`: words stand before the text, as in a line of a log.
pub(super) fn begins(text: &Text, is_behind_words: bool, fits: &dyn Fn(&str) -> bool) -> Option<Logged> {
    let source = text.as_str();
    let is_escaped = source.get(1..).is_some_and(|inner| inner.trim_start().starts_with('\\'));
    if !is_escaped && !joins(source) {
        return None;
    }
    let Step::Found(payloads, end) = scan::next(source, 0, true) else { return None };
    let payloads: Vec<_> = payloads.into_iter().filter(|one| one.span.start == 0 && is_certain(one)).collect();
    let payload = payloads.iter().find(|one| fits(&one.text)).or(payloads.first())?;
    let fix = match payload.form {
        Form::Escaped if is_behind_words => Fix::JsonEscaped,
        // Node parts a long text at its line breaks. What else is written so, the mender reads.
        Form::JavaScript if joins(&source[..end]) => Fix::Joined,
        _ => return None,
    };
    Some(logged(&text.slice(0..end), payload, fix, end))
}

/// Whether it is whole, and all of it is there.
pub(super) fn is_certain(payload: &Payload<'_>) -> bool {
    !payload.form.is_only_explained()
        && payload.fault.is_none()
        && !payload.is_cut
        && payload.left.is_empty()
        && !payload.text.contains("undefined")
}

/// Whether a text is parted with a sign at the end of its line.
fn joins(text: &str) -> bool {
    text.lines().any(|line| line.trim_end().ends_with("' +") || line.trim_end().ends_with("\" +"))
}

fn logged(place: &Text, payload: &Payload<'_>, fix: Fix, end: usize) -> Logged {
    let (unescaped, _) = place.unescaped(&JSON);
    let text = match unescaped.as_str().find(&*payload.text) {
        Some(at) => unescaped.slice(at..at + payload.text.len()),
        // Each part has the place of the whole.
        None => {
            let mut text = Text::default();
            payload.text.chars().for_each(|char| text.push_char(char, place, 0..place.len()));
            text
        }
    };
    let (before, after) = match fix {
        Fix::Joined => ("' + '", ""),
        _ if place.as_str().contains("\\x22") => ("\\x22", "\""),
        _ => ("\\\"", "\""),
    };
    let count = if fix == Fix::Joined { 1 } else { payload.text.matches('"').count() };
    let repairs = vec![Repair::whole(fix, text.place(), before, after, count)];
    Logged { repaired: Repaired { json: text.clone(), repairs, dropped: vec![], end }, text }
}
