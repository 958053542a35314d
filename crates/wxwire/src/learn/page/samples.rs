//! The samples of a page: requests and replies, mended as an import mends them.

use std::ops::Range;

use super::heading::Side;
use crate::import::{self, Origin, Text};
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, pretty, quote};
use crate::learn::call::{self, Call};
use crate::learn::field::{Field, Place, Type};
use crate::learn::notes::Notes;
use crate::secret::is_name;

/// A sample that was read.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) side: Side,
    /// What the page calls it.
    pub(super) title: String,
    /// The JSON, mended.
    mended: Text,
    /// A reply of a failure.
    pub(super) is_failure: bool,
}

impl Read {
    /// Where a place of the JSON stands in the source.
    pub(super) fn place(&self, range: Range<usize>) -> Range<usize> {
        self.mended.span(range)
    }

    /// The JSON, mended.
    pub(super) fn json(&self) -> &str {
        self.mended.as_str()
    }

    /// The JSON laid out, by which two samples are one.
    pub(super) fn plain(&self) -> String {
        Tree::parse(self.json()).map(|tree| pretty(tree.root())).unwrap_or_default()
    }
}

/// What a sample of a request says beside its body.
#[derive(Debug, Default)]
pub(super) struct Head {
    method: Option<Text>,
    url: Option<Text>,
    headers: Vec<(Text, Text)>,
    /// The names of a form's parts, and whether each is a file.
    parts: Vec<(Text, bool)>,
}

/// Reads a sample of a request.
pub(super) fn request(code: &Text, title: &str, notes: &mut Notes) -> (Head, Option<Read>) {
    if code.as_str().trim_start().starts_with(['{', '[']) {
        return (Head::default(), json(code, Side::Request, title, notes));
    }
    let found = import::find_in(code.clone(), &|_| false);
    notes.mended(&found.repairs, &found.dropped);
    let parts = found.parts.into_iter().map(|part| (part.name, part.is_file)).collect();
    let head = Head { method: found.method, url: found.url, headers: found.headers, parts };
    let body = found.body.filter(|(body, _)| body.as_str().trim_start().starts_with(['{', '[']));
    (head, body.and_then(|(body, origin)| mended(&body.trim(), origin, Side::Request, title, notes)))
}

impl Head {
    /// Takes into the call what no table told of it.
    pub(super) fn tell(self, call: &mut Call, notes: &mut Notes) {
        if let Some(method) = self.method.filter(|_| call.method.is_empty()) {
            call.method = method.as_str().trim().to_ascii_lowercase();
        }
        for (name, value) in &self.headers {
            header(name, value, call, notes);
        }
        if let Some(url) = &self.url {
            address(url, call, notes);
        }
        for (name, is_file) in &self.parts {
            let (name, span) = (name.as_str(), name.place());
            if !name.is_empty() && !call.body.has(name) && notes.row(span.clone(), name) {
                let types = vec![if *is_file { Type::File } else { Type::String }];
                notes.guessed(span.clone(), name, ONLY_SENT);
                call.body.add(Field { name: name.to_owned(), types, is_inferred: true, span, ..Field::default() });
            }
        }
    }
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
    let kind = Tree::parse(repaired.json.as_str()).ok()?.root().kind();
    let title = title.to_owned();
    let read = Read { side, title, mended: repaired.json, is_failure: false };
    matches!(kind, Kind::Object | Kind::Array).then_some(read)
}

/// A header that a sample sends.
fn header(name: &Text, value: &Text, to: &mut Call, notes: &mut Notes) {
    let (span, name, value) = (name.place(), name.as_str(), value.as_str());
    if name.is_empty() || !notes.row(span.clone(), name) {
        return;
    }
    let known = to.parameters.iter().any(|one| one.name.eq_ignore_ascii_case(name) && one.place == Place::Header);
    let example = match is_name(name) {
        // Of a secret, no more than how it is written.
        true if value.to_ascii_lowercase().starts_with("bearer") => Some(quote("Bearer xxx")),
        true => None,
        false => Some(quote(value)).filter(|_| !value.is_empty()),
    };
    if known {
        return;
    }
    let is_told = !call::is_clients(name);
    if is_told {
        notes.guessed(span.clone(), name, ONLY_SENT);
    }
    let types = vec![Type::String];
    let field = Field { name: name.to_owned(), place: Place::Header, types, example, span, ..Field::default() };
    to.parameter(Field { is_inferred: is_told, ..field }, notes);
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
const UNREADABLE: Words =
    Words::new("示例不是 JSON，也无法可靠地修复", "a sample that is no JSON and cannot be mended for sure");
