//! A number alone before each reply of a text, as `print(r.status_code, r.text)` writes it. Rows of a table begin with their ids, which
//! look the same: among several it is a status only where one of them says that all went well.

use super::{Part, judge, line};
use crate::explain::Kind;

/// The shortest chunk of HTTP whose length, in hexadecimal, looks like a status that says no.
const MIN_CHUNK: usize = 0x300;

/// Finds the status before each reply of a text from a place on, if nothing but a number stands before any.
pub(super) fn find(text: &str, start: usize, parts: &mut [Part<'_>]) {
    let (mut from, mut found) = (start, Vec::new());
    for part in parts.iter() {
        let place = part.explanation.payload.clone();
        let before = text.get(from..place.start).unwrap_or_default();
        // The payloads of one record stand in one place.
        let is_one = part.explanation.kind == Kind::Reply && part.at.is_none() && place.len() < MIN_CHUNK;
        let Some(status) = line::alone(own(before)).filter(|_| is_one) else { return };
        found.push(status);
        from = place.end;
    }
    if found.len() > 1 && !found.iter().any(|status| (200..300).contains(status)) {
        return;
    }
    for (part, status) in parts.iter_mut().zip(found) {
        if part.status.is_none() {
            part.status = Some(status);
            judge(part);
        }
    }
}

/// What stands before a reply, without what ended the one before it in its own line: all of it is the number.
fn own(before: &str) -> &str {
    before.trim_start_matches(['\'', '"', ')', ']', ',']).trim()
}
