//! What a text or some bytes hold, where nothing says so. A guess has to be sure: whatever opens wrongly hides the text
//! that a person was looking for.

mod binary;
mod evidence;
mod text;

use std::cell::Cell;
use std::ops::Range;

use super::{Layer, readable};
use crate::layer::charset::Charset;
use crate::layer::chunks::Chunks;
use crate::layer::escape::Escaping;
use crate::layer::form::Form;
use crate::layer::hex::Spelling;
use crate::layer::lines::Lines;
use crate::layer::packed::Packing;
use crate::layer::query::Parameter;
use crate::layer::{json, xml};

pub(super) use binary::{is_message, is_stream};
pub(super) use text::{broken, markup};

/// A content that was opened.
pub(super) enum Inside<'c> {
    Json(json::Tree<'c>),
    /// Behind a prefix; mostly one root.
    Xml(Vec<Root<'c>>),
    /// What was read as XML before.
    Read(&'c Root<'c>),
    Protobuf,
    /// Messages behind their lengths.
    Delimited,
    Der,
    Jwt([(&'static str, Range<usize>); 3]),
    Query(Vec<Parameter<'c>>),
    /// One content in another form.
    Wrapped(Wrapped),
}

/// A root element, and where its text begins.
#[derive(Clone, Debug)]
pub(super) struct Root<'c> {
    pub(super) start: usize,
    pub(super) tree: xml::Tree<'c>,
    pub(super) faults: Vec<crate::problem::Problem>,
}

/// One content in another form.
pub(super) struct Wrapped {
    pub(super) layer: Layer,
    pub(super) how: How,
    /// Where it stands: without the quotes around it, or the mark before it.
    pub(super) range: Range<usize>,
    /// The text as one line, where it is broken into several.
    pub(super) joined: Option<(Lines, String)>,
    /// What is inside.
    pub(super) bytes: Vec<u8>,
}

/// The form of one content in another.
pub(super) enum How {
    Escaped(&'static Escaping),
    Base64,
    UrlBase64,
    Hex(Spelling),
    Encoded(Charset),
    Packed(Packing),
    Chunked(Chunks),
}

impl How {
    /// How a content stands in some bytes, which begin at a place.
    pub(super) fn form<'t>(&self, bytes: &'t [u8], start: usize) -> Form<'t> {
        let text = || std::str::from_utf8(bytes).unwrap_or_default();
        match self {
            Self::Escaped(escaping) => Form::Escaped(escaping, text(), start),
            Self::Base64 => Form::Base64(text(), start),
            Self::UrlBase64 => Form::UrlBase64(text(), start),
            Self::Hex(spelling) => Form::Hex(*spelling, text(), start),
            Self::Encoded(charset) => Form::Encoded(*charset, bytes, start),
            Self::Packed(packing) => Form::Packed(packing.clone(), bytes),
            Self::Chunked(chunks) => Form::Chunked(chunks.clone()),
        }
    }
}

/// The most layers, one inside the other.
pub(super) const MAX_LAYERS: usize = 16;

/// So many bytes are unpacked in one document, whatever they were packed into.
pub(crate) const MAX_UNPACKED: usize = 2 * crate::layer::MAX_BYTES;

/// How much more is opened.
#[derive(Clone, Copy)]
pub(super) struct Room<'r> {
    pub(super) levels: usize,
    pub(super) unpacked: &'r Cell<usize>,
    /// Bytes out of a text that may spell them by chance: what is made of them has to be surer.
    pub(super) is_chance: bool,
}

impl Room<'_> {
    /// The room inside of a text that may be one by chance.
    fn inside(self) -> Self {
        Self { levels: self.levels.saturating_sub(1), is_chance: true, ..self }
    }
}

/// Opens a content by what it looks like; `text` is the content, if it is readable.
pub(super) fn open<'c>(bytes: &'c [u8], text: Option<&'c str>, room: Room<'_>) -> Option<Inside<'c>> {
    if room.levels == 0 || bytes.len() < 2 {
        return None;
    }
    if let Some(chunked) = chunked(bytes, room) {
        return Some(chunked);
    }
    match text {
        Some(text) if !text.starts_with('\n') => text::open(text, room),
        _ => binary::open(bytes, text, room).or_else(|| text::open(text?, room)),
    }
}

/// What several chunks are together, where that goes on opening; one alone is told by the head before it.
fn chunked<'c>(bytes: &[u8], room: Room<'_>) -> Option<Inside<'c>> {
    let chunks = bytes.first().filter(|first| first.is_ascii_hexdigit()).and_then(|_| Chunks::read(bytes))?;
    if chunks.parts.len() < 2 || !bytes[chunks.end..].trim_ascii().is_empty() {
        return None;
    }
    let (inner, range) = (chunks.joined(bytes), 0..bytes.len());
    open(&inner, readable(&inner), room.inside())?;
    let how = How::Chunked(chunks);
    Some(Inside::Wrapped(Wrapped { layer: Layer::Chunked, how, range, joined: None, bytes: inner }))
}
