//! What stands in a text that a tool wrote down in its own manner.

use super::{Kind, Part, plain};
use crate::explain::explain;
use crate::layer::MAX_BYTES;
use crate::order;
use crate::scan::Form;
use crate::scan::carried::{self, Carried, MAX_CARRIED};

/// A text in colours that has no payload: it is text, and no bytes. None where it has other signs that no text has.
pub(super) fn uncoloured(text: &str) -> Option<Part<'static>> {
    let plain = carried::uncoloured(text)?;
    let part = Part::new(explain(plain.as_bytes(), None).ok()?, plain.into_bytes()).placed(&(0..text.len()), false);
    let is_text = matches!(part.explanation.kind, Kind::Text | Kind::Code);
    is_text.then_some(Part { form: Some(Form::Coloured), ..part })
}

/// The payloads in it, each at its place in the source; none where the text stands as it is, or nothing opens in what it carries.
/// What was taken off already is no more.
pub(super) fn parts(bytes: &[u8], taken: &[Form]) -> Option<Vec<Part<'static>>> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.len() <= MAX_BYTES)?;
    let is_new =
        |one: &Carried| taken.len() < MAX_CARRIED && !taken.contains(&one.form) && one.bytes != text.as_bytes();
    let carried = carried::read(text).filter(is_new)?;
    let found = parts(&carried.bytes, &[taken, &[carried.form]].concat()).or_else(|| {
        let found = plain(&carried.bytes, None).ok()?;
        Some(found.into_iter().map(Part::owned).collect())
    })?;
    // Bytes say more as the text that they are.
    let opens = |part: &Part<'_>| {
        carried.form == Form::Rows
            || part.is_told()
            || !matches!(part.explanation.kind, Kind::Text | Kind::Bytes | Kind::Code)
    };
    let found = found.into_iter().filter(opens).map(|part| {
        let place = carried.place(part.explanation.payload.clone());
        let part = part.placed(&place, false);
        Part { form: Some(carried.form), within: None, ..part }
    });
    let mut found: Vec<_> = found.collect();
    order::sort_by_key(&mut found, |part| (part.explanation.payload.start, 0));
    Some(found).filter(|found| !found.is_empty())
}
