//! What JSON that is of no call holds: a record of a log, a message of a queue, what a tool exports. The values of calls are found in
//! it, as they are or in a text.

use std::ops::Range;

use super::address::Address;
use super::bare;
use super::escaped::whole;
use super::found::{Form, Found};
use super::logged::is_certain;
use super::operation::{by_path, is_like, is_nobodys};
use super::repair::Origin;
use super::report::{Fix, Repair};
use super::source;
use super::text::Text;
use crate::layer::escape::JSON;
use crate::layer::json::{Kind, Tree, Value};
use crate::scan;

/// Members by which a record of a log is told.
const MARKS: [&str; 12] = [
    "@timestamp",
    "timestamp",
    "time",
    "ts",
    "level",
    "severity",
    "logger",
    "log",
    "msg",
    "message",
    "stream",
    "trace_id",
];

/// How deep it is looked, texts in texts included.
const MAX_LEVELS: usize = 12;

/// So many values are looked at.
const MAX_VALUES: usize = 10_000;

/// So many members of an object are looked at for an address.
const MAX_MEMBERS: usize = 100;

/// The longest text that may be one.
const MAX_ADDRESS: usize = 2000;

/// So many requests are found.
const MAX_FOUND: usize = 1000;

/// Where each stands in the source, and what it is.
pub(super) type Held = (Range<usize>, Found);

/// All that the JSON of a text holds, in its order. `fits` tells what is the values of a call.
pub(super) fn all(text: &Text, fits: &dyn Fn(&str) -> bool) -> Vec<Held> {
    let mut look = Look { fits, found: vec![], addresses: vec![], left: MAX_VALUES };
    look.json(text, MAX_LEVELS);
    look.found
}

struct Look<'f> {
    fits: &'f dyn Fn(&str) -> bool,
    found: Vec<Held>,
    /// Those of calls in the objects around, outermost first.
    addresses: Vec<Text>,
    left: usize,
}

impl Look<'_> {
    fn json(&mut self, text: &Text, levels: usize) {
        if let Ok(tree) = Tree::parse(text.as_str()) {
            self.below(tree.root(), text, levels);
        }
    }

    /// What is in an object or a list. The members of a call that has a fault are its own: they are no call of theirs.
    fn below(&mut self, value: Value<'_>, text: &Text, levels: usize) {
        if value.kind() == Kind::Object && !is_record(value) && !is_nobodys(value) {
            return;
        }
        let outer = self.addresses.len();
        let own = value.members().take(MAX_MEMBERS).map(|(_, member)| member);
        self.addresses.extend(own.filter_map(|member| address(member, text)));
        for (key, member) in value.members() {
            let inner = self.addresses.len();
            // A document of an interface has its calls below their paths.
            self.addresses.extend(address(key, text));
            self.at(member, text, levels);
            self.addresses.truncate(inner);
        }
        for item in value.items() {
            self.at(item, text, levels);
        }
        self.addresses.truncate(outer);
    }

    fn at(&mut self, value: Value<'_>, text: &Text, levels: usize) {
        if levels == 0 || self.left == 0 || self.found.len() >= MAX_FOUND {
            return;
        }
        self.left -= 1;
        match value.kind() {
            Kind::Object if value.members().next().is_some() && (self.fits)(value.source()) => {
                let body = text.slice(value.span());
                self.push(body.place(), body, vec![]);
            }
            Kind::Object | Kind::Array => self.below(value, text, levels - 1),
            Kind::String => self.string(value, text, levels - 1),
            _ => {}
        }
    }

    /// Takes a body, sent to the nearest address around it that takes such.
    fn push(&mut self, place: Range<usize>, body: Text, repairs: Vec<Repair>) {
        let takes =
            |address: &&Text| by_path(Address::of(address.as_str()).path).iter().any(|one| is_like(one, body.as_str()));
        let mut found = Found { repairs, ..Found::new(Form::Json) };
        bare::sent_to(&mut found, self.addresses.iter().rev().find(takes).cloned());
        found.body = Some((body, Origin::Body));
        self.found.push((place, found));
    }

    /// What is in a text: a request, or the body of one.
    fn string(&mut self, value: Value<'_>, text: &Text, levels: usize) {
        if !value.as_str().is_some_and(|said| said.contains(['{', '/'])) {
            return;
        }
        let span = value.span();
        let place = text.slice(span.clone());
        let mut repairs = Vec::new();
        let inner = whole(&text.slice(span.start + 1..span.end - 1), &JSON, Fix::JsonEscaped, &mut repairs);
        if source::may_be_command(&inner) {
            let mut found = source::find_in(inner.clone(), &|_| false);
            let path = found.url.as_ref().map(|url| by_path(Address::of(url.as_str()).path));
            if path.is_some_and(|calls| !calls.is_empty()) && found.form != Form::Json {
                found.repairs.splice(0..0, repairs);
                return self.found.push((place.place(), found));
            }
        }
        for payload in scan::payloads(inner.as_str()).into_iter().filter(is_certain) {
            if self.left == 0 || self.found.len() >= MAX_FOUND {
                return;
            }
            self.left -= 1;
            let mut body = inner.slice(payload.span.clone());
            if body.as_str() != payload.text {
                // Each part has the place of the whole.
                body = Text::default();
                payload.text.chars().for_each(|char| body.push_char(char, &place, 0..place.len()));
            }
            if (self.fits)(&payload.text) {
                self.push(place.place(), body, repairs.clone());
            } else if levels > 0 {
                self.json(&body, levels - 1);
            }
        }
    }
}

/// The address of a call that a text is.
fn address(value: Value<'_>, text: &Text) -> Option<Text> {
    let said = value.as_str().filter(|said| said.len() <= MAX_ADDRESS && said.contains('/'))?;
    let is_one = !said.contains(char::is_whitespace) && !by_path(Address::of(&said).path).is_empty();
    let span = value.span();
    is_one.then(|| text.slice(span.start + 1..span.end - 1).unescaped(&JSON).0)
}

fn is_record(value: Value<'_>) -> bool {
    value.members().take(100).any(|(key, _)| key.as_str().is_some_and(|key| MARKS.contains(&&*key)))
}
