//! The samples of a page: requests and replies, mended as an import mends them.

use std::ops::Range;

use super::heading::Side;
use crate::import::{self, Origin, Text};
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, pretty, quote};
use crate::learn::call::Call;
use crate::learn::field::{Field, Place, Type};
use crate::learn::notes::Notes;
use crate::secret::is_name;

/// A sample that was read.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) side: Side,
    /// What the page calls it.
    pub(super) title: String,
    pub(super) json: String,
    /// The code that it was read from, where it needed no repair: a place of the JSON is one of it.
    whole: Option<Text>,
    place: Range<usize>,
    /// A reply of a failure.
    pub(super) is_failure: bool,
}

impl Read {
    /// Where a place of the JSON stands in the source.
    pub(super) fn place(&self, range: Range<usize>) -> Range<usize> {
        self.whole.as_ref().map_or(self.place.clone(), |text| text.span(range))
    }

    /// The JSON laid out, by which two samples are one.
    pub(super) fn plain(&self) -> String {
        Tree::parse(&self.json).map(|tree| pretty(tree.root())).unwrap_or_default()
    }
}

/// Reads a sample of a request; what its head says goes into the call.
pub(super) fn request(code: &Text, title: &str, call: &mut Call, notes: &mut Notes) -> Option<Read> {
    if code.as_str().trim_start().starts_with(['{', '[']) {
        return json(code, Side::Request, title, notes);
    }
    let mut found = import::find_in(code.clone(), &|_| false);
    notes.mended(&found.repairs, &found.dropped);
    if let Some(method) = found.method.as_ref().filter(|_| call.method.is_empty()) {
        call.method = method.as_str().trim().to_ascii_lowercase();
    }
    for (name, value) in std::mem::take(&mut found.headers) {
        header(&name, &value, call, notes);
    }
    if let Some(url) = &found.url {
        address(url, call, notes);
    }
    for part in std::mem::take(&mut found.parts) {
        let (name, span) = (part.name.as_str(), part.name.place());
        if !name.is_empty() && !call.body.has(name) && notes.row(span.clone(), name) {
            let types = vec![if part.is_file { Type::File } else { Type::String }];
            notes.guessed(span.clone(), name, ONLY_SENT);
            call.body.add(Field { name: name.to_owned(), types, is_inferred: true, span, ..Field::default() });
        }
    }
    let (body, origin) = found.body?;
    if !body.as_str().trim_start().starts_with(['{', '[']) {
        return None;
    }
    mended(&body.trim(), origin, Side::Request, title, notes)
}

/// Reads a sample of a reply, which may stand behind its head.
pub(super) fn reply(code: &Text, title: &str, notes: &mut Notes) -> Option<Read> {
    json(code, Side::Reply, title, notes)
}

fn json(code: &Text, side: Side, title: &str, notes: &mut Notes) -> Option<Read> {
    let mut repairs = Vec::new();
    let text = import::unescaped(code.clone(), &mut repairs);
    let source = text.as_str();
    // A comment in front may hold brackets of its own; no more than the first is tried.
    let start = source.find(['{', '['])?;
    notes.mended(&repairs, &[]);
    mended(&text.slice(start..source.trim_end().len().max(start)), Origin::Prose, side, title, notes)
}

fn mended(text: &Text, origin: Origin, side: Side, title: &str, notes: &mut Notes) -> Option<Read> {
    let place = text.place();
    let repaired = match import::repair(text, origin) {
        Ok(repaired) => repaired,
        Err(problem) => {
            let span = problem.span.clone().unwrap_or(place);
            notes.left_out(span, text.as_str(), UNREADABLE);
            return None;
        }
    };
    notes.mended(&repaired.repairs, &repaired.dropped);
    let tree = Tree::parse(&repaired.json).ok()?;
    if !matches!(tree.root().kind(), Kind::Object | Kind::Array) {
        return None;
    }
    let whole = (repaired.repairs.is_empty() && repaired.dropped.is_empty()).then(|| text.clone());
    let title = title.to_owned();
    Some(Read { side, title, json: repaired.json, whole, place, is_failure: false })
}

/// A header that a sample sends.
fn header(name: &Text, value: &Text, call: &mut Call, notes: &mut Notes) {
    let (span, name, value) = (name.place(), name.as_str(), value.as_str());
    if name.is_empty() || !notes.row(span.clone(), name) {
        return;
    }
    let known = call.parameters.iter().any(|one| one.name.eq_ignore_ascii_case(name) && one.place == Place::Header);
    let example = match is_name(name) {
        // Of a secret, no more than how it is written.
        true if value.to_ascii_lowercase().starts_with("bearer") => Some(quote("Bearer xxx")),
        true => None,
        false => Some(quote(value)).filter(|_| !value.is_empty()),
    };
    if known {
        return;
    }
    let is_told = !super::super::call::is_clients(name);
    if is_told {
        notes.guessed(span.clone(), name, ONLY_SENT);
    }
    let types = vec![Type::String];
    let field = Field { name: name.to_owned(), place: Place::Header, types, example, span, ..Field::default() };
    call.parameter(Field { is_inferred: is_told, ..field }, notes);
}

/// The address of a sample: that of the call where none is known, and the parameters behind its question mark.
fn address(url: &Text, call: &mut Call, notes: &mut Notes) {
    let (said, span) = (url.as_str(), url.place());
    if call.path.is_empty() {
        return call.address(said, span, notes);
    }
    let Some((_, query)) = said.split_once('?') else { return };
    let known = std::mem::take(&mut call.path);
    call.address(&format!("{known}?{query}"), span, notes);
    call.path = known;
}

const ONLY_SENT: Words =
    Words::new("只在请求示例中出现", "in the sample request and not in the table: taken in, as a text");
const UNREADABLE: Words = Words::new("示例不是 JSON，也无法可靠地修复", "a sample that is no JSON and cannot be mended for sure");
