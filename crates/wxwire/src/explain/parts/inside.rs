//! Payloads inside of what is nobody's: the record of a log, a list of callbacks, what a browser recorded, a message of
//! protobuf, a token.

use std::cell::Cell;
use std::ops::{ControlFlow, Range};

use super::place::Within;
use super::{Part, around, behind, queries, status};
use crate::explain::{Kind, explain, kind_of};
use crate::layer::document::{Around, Document, Guide, Held, Layer, Leaf, MAX_UNPACKED, visit_within, way};
use crate::layer::json::{Kind as Json, Tree, Value};
use crate::scan;

/// How deep it is looked.
const MAX_LEVELS: usize = 12;

/// So many values are looked at.
const MAX_VALUES: usize = 10_000;

/// So many payloads are found.
const MAX_FOUND: usize = 1000;

/// What some gateway sent or is sent, outermost first: in JSON, or in whatever layers these bytes are.
pub(super) fn parts(bytes: &[u8]) -> Vec<Part<'static>> {
    let start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let unpacked = Cell::new(MAX_UNPACKED);
    let mut look = Look { found: vec![], left: MAX_VALUES, start: 0, status: None, unpacked: &unpacked };
    match Tree::read(&bytes[start..]) {
        Ok(tree) if matches!(tree.root().kind(), Json::Object | Json::Array) => {
            look.start = start;
            look.members(tree.root(), tree.root(), MAX_LEVELS);
        }
        _ => look.layers(bytes),
    }
    behind::judge_record(&mut look.found);
    let is_cut = look.left == 0 || look.found.len() >= MAX_FOUND;
    for within in look.found.iter_mut().filter_map(|part| part.within.as_mut()) {
        within.document = 0..bytes.len();
    }
    if let Some(last) = look.found.last_mut().filter(|_| is_cut) {
        last.explanation.more = true;
    }
    look.found
}

/// Whether something that was found is an object of the JSON itself, and not in a text that a log's record quotes.
pub(super) fn holds_object(found: &[Part<'_>]) -> bool {
    found.iter().any(|part| part.form.is_none())
}

struct Look<'u> {
    found: Vec<Part<'static>>,
    left: usize,
    /// Where the JSON begins.
    start: usize,
    /// The HTTP status that an object around says.
    status: Option<u16>,
    /// How many more bytes are unpacked.
    unpacked: &'u Cell<usize>,
}

/// Where a payload stands.
#[derive(Clone, Copy)]
struct Spot<'s> {
    /// The value that is or holds it, and the JSON of that; none where that is no JSON.
    value: Option<(Value<'s>, Value<'s>)>,
    /// Its place, where that is no value's.
    span: (usize, usize),
    /// The way from there to the text that holds it.
    layers: &'s str,
    /// Its path leads to it: it is no part of a text.
    is_whole: bool,
}

impl Spot<'_> {
    fn span(&self, start: usize) -> Range<usize> {
        let (from, to) = self.value.map_or(self.span, |(_, value)| (value.span().start, value.span().end));
        from + start..to + start
    }

    fn path(&self) -> String {
        let value = self.value.map(|(root, value)| way(root, value)).unwrap_or_default();
        format!("{value}{}", self.layers)
    }
}

impl Look<'_> {
    fn members(&mut self, root: Value<'_>, value: Value<'_>, levels: usize) {
        let around = self.status;
        self.status = status::of(value).or(around);
        let mut held = Vec::new();
        for (key, member) in value.members() {
            let before = self.found.len();
            self.at(root, member, levels);
            if self.found.len() > before {
                held.push((key, before..self.found.len()));
            }
        }
        for item in value.items() {
            self.at(root, item, levels);
        }
        around::judge_held(value, &held, &mut self.found);
        self.status = around;
    }

    fn at(&mut self, root: Value<'_>, value: Value<'_>, levels: usize) {
        if levels == 0 || self.left == 0 || self.found.len() >= MAX_FOUND {
            return;
        }
        self.left -= 1;
        let spot = Spot { value: Some((root, value)), span: (0, 0), layers: "", is_whole: true };
        match value.kind() {
            Json::Object if value.members().next().is_some() && self.take(spot, value.source(), true) => {}
            Json::Object | Json::Array => self.members(root, value, levels - 1),
            Json::String => {
                let text = value.as_str().unwrap_or_default();
                // A request that was asked by its query alone.
                for part in queries::parts(&text) {
                    self.push(Spot { is_whole: false, ..spot }, part, false);
                }
                let (may_hold, before) = (text.len() > 8 && may_hold(&text), self.found.len());
                if may_hold && self.whole(spot, &text, levels) {
                    return;
                }
                if text.len() > LEAST {
                    let mut inner = Inner::default();
                    // Nothing breaks it off.
                    _ = visit_within(text.as_bytes(), self.unpacked, &mut |leaf| {
                        let spot = Spot { layers: leaf.path, ..spot };
                        inner.see(self, spot, leaf, levels)
                    });
                }
                if may_hold && self.found.len() == before {
                    self.scan(spot, &text, levels);
                }
            }
            _ => {}
        }
    }

    /// What is in the layers of some bytes.
    fn layers(&mut self, bytes: &[u8]) {
        let Ok(document) = Document::new(bytes, Guide::default()) else { return };
        let mut inner = Inner::default();
        document.visit_until(|leaf| {
            let span = (leaf.span.start, leaf.span.end);
            let spot = Spot { value: None, span, layers: leaf.path, is_whole: true };
            inner.see(self, spot, leaf, MAX_LEVELS)
        });
    }

    /// A text that is a payload, or JSON; whether it is.
    fn whole(&mut self, spot: Spot<'_>, text: &str, levels: usize) -> bool {
        if self.take(spot, text, false) {
            return true;
        }
        let Ok(tree) = Tree::parse(text) else { return false };
        let is_json = matches!(tree.root().kind(), Json::Object | Json::Array);
        if is_json {
            self.nested(spot, tree.root(), levels);
        }
        is_json
    }

    /// A text that holds payloads among other words.
    fn scan(&mut self, spot: Spot<'_>, text: &str, levels: usize) {
        let spot = Spot { is_whole: false, ..spot };
        let mut parts = Vec::new();
        for payload in scan::payloads(text) {
            match Tree::parse(&payload.text) {
                Ok(tree) if !is_kind(&payload.text) => self.nested(spot, tree.root(), levels),
                _ => parts.extend(super::of_payload(payload)),
            }
        }
        status::find(text, 0, &mut parts);
        behind::judge(text, &mut parts);
        for part in parts.into_iter().filter(|part| is_sent(part.explanation.kind)) {
            self.push(spot, part.owned(), false);
        }
    }

    /// What is in JSON that stands in a text.
    fn nested(&mut self, spot: Spot<'_>, root: Value<'_>, levels: usize) {
        let mut inner = Look { found: vec![], left: self.left, start: 0, status: self.status, unpacked: self.unpacked };
        inner.members(root, root, levels.saturating_sub(1));
        self.left = inner.left;
        for part in inner.found {
            self.push(spot, part, false);
        }
    }

    /// Takes a value that is one as a whole.
    fn take(&mut self, spot: Spot<'_>, text: &str, is_verbatim: bool) -> bool {
        let is_taken = text.trim_ascii_start().starts_with(['{', '<', '[']) && is_kind(text);
        if is_taken && let Ok(explanation) = explain(text.as_bytes(), None) {
            self.push(spot, Part::new(explanation, text.as_bytes().to_vec()), is_verbatim);
        }
        is_taken
    }

    fn push(&mut self, spot: Spot<'_>, part: Part<'static>, is_verbatim: bool) {
        let span = spot.span(self.start);
        let form = part.form.or((!is_verbatim).then_some(scan::Form::Escaped));
        let is_reached = spot.is_whole && (part.at.is_none() || part.within.is_some());
        let path = spot.path();
        let at = part.at.clone().map_or_else(|| path.clone(), |inner| format!("{path}!{}{inner}", Layer::Json.name()));
        let mut part = part.placed(&span, is_verbatim);
        (part.at, part.form, part.status) = (Some(at), form, part.status.or(self.status));
        // Where the whole ends is known at the end.
        let is_text = part.within.take().map_or(!is_verbatim, |within| within.is_text);
        part.within = is_reached.then_some(Within { document: 0..0, is_text });
        status::judge(&mut part);
        self.found.push(part);
    }
}

/// The contents of a text or of some bytes, one after the other.
#[derive(Default)]
struct Inner {
    /// What was looked through: all that begins so.
    done: Option<String>,
}

impl Inner {
    fn see(&mut self, look: &mut Look<'_>, spot: Spot<'_>, leaf: &Leaf<'_>, levels: usize) -> ControlFlow<()> {
        if look.left == 0 || look.found.len() >= MAX_FOUND {
            return ControlFlow::Break(());
        }
        let is_done = |done: &str| leaf.path.strip_prefix(done).is_some_and(|rest| rest.starts_with(['!', '/']));
        let Held::Text(text) = leaf.value else { return ControlFlow::Continue(()) };
        // What does not open was looked at already, if it is all that there is.
        if self.done.as_deref().is_some_and(is_done) || leaf.path.is_empty() && !leaf.opened || !may_hold(text) {
            return ControlFlow::Continue(());
        }
        look.left -= 1;
        match leaf.opened {
            // A text in another form is looked at further in.
            true if begins(text) && look.whole(spot, text, levels) => self.done = Some(leaf.path.to_owned()),
            true => {}
            false => look.scan(spot, text, levels),
        }
        ControlFlow::Continue(())
    }
}

/// Shorter texts hold nothing in another form.
const LEAST: usize = 12;

/// Whether there may be a payload in a text, which begins with one of these.
fn may_hold(text: &str) -> bool {
    memchr::memchr2(b'{', b'<', text.as_bytes()).is_some()
}

fn begins(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_ascii_start().starts_with(['{', '<', '['])
}

/// Whether a text is something of that kind, and nothing around it.
fn is_kind(text: &str) -> bool {
    kind_of(text).is_some_and(|(kind, around)| is_sent(kind) && around == Around::Nothing)
}

/// Whether it is what gateways are sent or send: a card in a list is one of its values.
fn is_sent(kind: Kind) -> bool {
    matches!(kind, Kind::Reply | Kind::Callback | Kind::Request | Kind::PassiveReply)
}
