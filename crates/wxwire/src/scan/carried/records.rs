//! Records of Docker's, one in each line, over which a payload goes on: `{"log":"{\n","stream":"stdout","time":"…"}`.

use std::ops::Range;

use super::{Carried, Form, lines_of, opened};
use crate::layer::escape::JSON;
use crate::layer::json::{Kind, Tree};

/// What each begins with.
const BEGINS: &str = "{\"log\":\"";

/// A record: of which stream it is, and where its text stands.
struct Record {
    is_error: bool,
    text: Range<usize>,
}

pub(super) fn read(text: &str) -> Option<Carried> {
    if !text.trim_start().starts_with(BEGINS) {
        return None;
    }
    let records: Vec<_> = lines_of(text).map(|place| record(text, place)).collect::<Option<_>>()?;
    let mut carried = Carried::new(Form::Records);
    // A record ends with its line; where others do, one that does not was parted.
    let (mut is_open, mut whole, mut parted) = (false, 0, 0);
    for is_error in [false, true] {
        let mut open = 0;
        for record in records.iter().filter(|record| record.is_error == is_error) {
            is_open |= open > 0;
            let from = carried.bytes.len();
            push(text, record.text.clone(), &mut carried);
            let said = std::str::from_utf8(&carried.bytes[from..]).ok()?;
            *if said.ends_with('\n') { &mut whole } else { &mut parted } += 1;
            open += opened(said);
        }
    }
    (is_open || whole > 0 && parted > 0).then_some(carried)
}

fn record(text: &str, place: Range<usize>) -> Option<Record> {
    let tree = Tree::parse(&text[place.clone()]).ok()?;
    let member = |name: &str| tree.root().get(name).filter(|value| value.kind() == Kind::String);
    let (log, stream, _) = (member("log")?, member("stream")?, member("time")?);
    let inner = log.span();
    Some(Record { is_error: stream.is_str("stderr"), text: place.start + inner.start + 1..place.start + inner.end - 1 })
}

/// Adds what a string says.
fn push(text: &str, place: Range<usize>, carried: &mut Carried) {
    let raw = &text[place.clone()];
    let mut at = 0;
    while let Some((escape, char)) = JSON.next(raw, at) {
        carried.keep(text, place.start + at..place.start + escape.start);
        carried.put(char.encode_utf8(&mut [0; 4]).as_bytes(), place.start + escape.start..place.start + escape.end);
        at = escape.end;
    }
    carried.keep(text, place.start + at..place.end);
}
