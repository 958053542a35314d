//! What was uploaded: whoever asks for it by the id that the upload was answered with gets the same bytes.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::time::Instant;

use wxwire::imitation::{Answer, Refusal};
use wxwire::layer::base64;
use wxwire::layer::json::{self, Kind, Tree};
use wxwire::operation::{Answers, Entry};
use wxwire::schema::Shape;
use wxwire::serde_json::{self, Value};

use crate::fault::{self, Fault};

/// So many bytes of files are kept; older ones give way, as if they had expired.
const MOST_BYTES: usize = 256 << 20;
/// So many ids are known.
const MOST: usize = 10_000;
/// No id is longer.
const MOST_BYTES_OF_ID: usize = 512;

/// The files that were uploaded.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// How long those to come are kept.
    faults: Vec<Fault>,
    kept: VecDeque<Kept>,
    count: u64,
    bytes: usize,
}

#[derive(Debug)]
struct Kept {
    gateway: &'static str,
    id: String,
    /// None once it gave way to others.
    bytes: Option<Vec<u8>>,
    end: Option<Instant>,
}

impl Files {
    /// None yet.
    pub(crate) fn new(faults: &[Fault]) -> Self {
        let faults = faults.iter().filter(|fault| matches!(fault.kind, fault::Kind::FileTime(_))).copied().collect();
        Self { faults, ..Self::default() }
    }

    /// Keeps what a call uploads, by the ids in its answer.
    pub(crate) fn keep(&mut self, entry: &Entry, values: &str, answer: &Answer) {
        let Some(bytes) = file(entry, values) else { return };
        let Ok(said) = serde_json::from_slice::<Value>(&answer.body) else { return };
        let mut ids = entry.ids.iter().filter_map(|pointer| said.pointer(pointer)?.as_str());
        let Some(id) = ids.find(|id| !id.is_empty()) else { return };
        self.count += 1;
        let befalls = |fault: &&Fault| fault.befalls(self.count);
        let time = self.faults.iter().rev().find(befalls).map(|fault| fault.kind);
        let time = if let Some(fault::Kind::FileTime(time)) = time { Some(time) } else { None };
        let end = time.and_then(|time| Instant::now().checked_add(time));
        self.bytes += bytes.len();
        self.kept.push_back(Kept { gateway: entry.gateway.name, id: id.to_owned(), bytes: Some(bytes), end });
        for oldest in &mut self.kept {
            if self.bytes <= MOST_BYTES {
                break;
            }
            self.bytes -= oldest.bytes.take().map_or(0, |bytes| bytes.len());
        }
        if self.kept.len() > MOST
            && let Some(oldest) = self.kept.pop_front()
        {
            self.bytes -= oldest.bytes.map_or(0, |bytes| bytes.len());
        }
    }

    /// The file that a call asks for, if it was uploaded here: a call that is answered with bytes, and has its id.
    ///
    /// # Errors
    /// Where a call, whichever it is, names a file that was uploaded here and has expired.
    pub(crate) fn find(&self, entry: &Entry, values: &str) -> Result<Option<Vec<u8>>, Refusal> {
        if self.kept.is_empty() {
            return Ok(None);
        }
        let Ok(tree) = Tree::parse(values) else { return Ok(None) };
        let mut named = Vec::new();
        texts(tree.root(), &mut named);
        let is_named = |kept: &&Kept| kept.gateway == entry.gateway.name && named.iter().any(|text| *text == kept.id);
        let Some(kept) = self.kept.iter().rev().find(is_named) else { return Ok(None) };
        match &kept.bytes {
            Some(bytes) if kept.end.is_none_or(|end| Instant::now() < end) => {
                Ok((entry.answers == Answers::Bytes).then(|| bytes.clone()))
            }
            _ => Err(Refusal::ExpiredFile(kept.id.clone())),
        }
    }
}

/// The texts of some values that can be the id of a file, at whatever depth.
fn texts<'t>(value: json::Value<'t>, found: &mut Vec<Cow<'t, str>>) {
    match value.kind() {
        Kind::Object => value.members().for_each(|(_, value)| texts(value, found)),
        Kind::Array => value.items().for_each(|item| texts(item, found)),
        _ => found.extend(value.as_str().filter(|text| (1..=MOST_BYTES_OF_ID).contains(&text.len()))),
    }
}

/// The file among the values of a call.
fn file(entry: &Entry, values: &str) -> Option<Vec<u8>> {
    let schema = entry.schema();
    let Shape::Object(object) = &schema.root().shape else { return None };
    let field = object.fields.iter().find(|field| schema.rule(field.rule).file.is_some())?;
    let values: Value = serde_json::from_str(values).ok()?;
    base64::decode(values.get(&field.name)?.as_str()?).ok()
}
