//! A payload opened to the bottom, layer by layer, and put back together around one changed leaf.
//!
//! Nothing is kept but the bytes: a document is gone through from the top each time it is asked. On the way every
//! content knows how it stands in the bytes around it, so that a leaf's place in the source is known, and a change of a
//! leaf goes outward as a change of the layer around it, up to the whole, with every other byte as it was.

mod edit;
mod frame;
mod guess;
mod path;
mod twins;
mod visit;

use std::borrow::Cow;
use std::ops::{ControlFlow, Range};

pub(crate) use frame::messages;
pub use frame::{Around, Head};
pub(crate) use guess::MAX_UNPACKED;
pub(crate) use path::way;
pub(crate) use visit::within as visit_within;

use frame::Frame;

use super::any::any;
use super::hex::hex;
use super::json::Value;
use super::xml::Element;
use super::{json, protobuf};
use crate::problem::{Code, Problem};
use crate::rule::{Rule, Schema};

/// A kind of layer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Layer {
    /// JSON.
    Json,
    /// XML, be it behind the sender's id and a line feed.
    Xml,
    /// Base64, of either alphabet.
    Base64,
    /// Protobuf's wire.
    Protobuf,
    /// The query of a URL or path.
    Query,
    /// Text escaped once more than its place asks for.
    Entities,
    /// Text escaped as in a JSON string, its quotes lost.
    Escaped,
    /// Text escaped for an address.
    Percent,
    /// Hexadecimal digits.
    Hex,
    /// Gzip.
    Gzip,
    /// Deflate, be it within zlib.
    Deflate,
    /// The body of an HTTP message in several chunks.
    Chunked,
    /// UTF-16, of either order.
    Utf16,
    /// GB18030, or GBK or GB2312, which are parts of it.
    Gb18030,
    /// A JSON web token.
    Jwt,
    /// Protobuf messages, each behind its length.
    Delimited,
    /// DER.
    Der,
    /// None of these: text, or bytes.
    Text,
}

impl Layer {
    /// Its name in paths.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Xml => "xml",
            Self::Base64 => "base64",
            Self::Protobuf => "protobuf",
            Self::Query => "query",
            Self::Entities => "entities",
            Self::Escaped => "escaped",
            Self::Percent => "percent",
            Self::Hex => "hex",
            Self::Gzip => "gzip",
            Self::Deflate => "deflate",
            Self::Chunked => "chunked",
            Self::Utf16 => "utf16",
            Self::Gb18030 => "gb18030",
            Self::Jwt => "jwt",
            Self::Delimited => "delimited",
            Self::Der => "der",
            Self::Text => "text",
        }
    }
}

/// What a leaf holds, and so what it can be changed into.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Held<'v> {
    /// Text, as it reads.
    Text(&'v str),
    /// JSON that is no text, as it is written: a number, `true`, `false`, `null`, `{}`, `[]`.
    Json(&'v str),
    /// A whole number of protobuf's, of variable length or of 4 or 8 bytes, or of DER's.
    Integer(u64),
    /// Bytes that are no text.
    Bytes(&'v [u8]),
}

impl<'v> Held<'v> {
    /// Text as it reads, a number as it is written, bytes in hexadecimal.
    pub fn text(self) -> Cow<'v, str> {
        match self {
            Self::Text(text) | Self::Json(text) => text.into(),
            Self::Integer(number) => number.to_string().into(),
            Self::Bytes(bytes) => hex(bytes).into(),
        }
    }
}

/// A place in a document that holds a value.
#[derive(Debug)]
#[non_exhaustive]
pub struct Leaf<'v> {
    /// The path through the layers: a JSON pointer, with `!layer` where the next layer begins.
    pub path: &'v str,
    /// The layer that holds it.
    pub layer: Layer,
    /// What stands there.
    pub value: Held<'v>,
    /// It holds another layer, whose leaves come next.
    pub opened: bool,
    /// Its bytes in the source; of what stands encoded there, the bytes that hold it.
    pub span: Range<usize>,
    /// What is known of it.
    pub known: Option<Known<'v>>,
}

/// What is known of a value.
#[derive(Clone, Copy, Debug)]
pub enum Known<'v> {
    /// By a schema.
    Rule(&'v Rule),
    /// By a protobuf message.
    Field(&'static protobuf::Known),
}

/// The protobuf message at a path of some JSON, where its fields are known.
pub type MessageAt = fn(Value<'_>, &str) -> Option<&'static protobuf::Message>;

/// What is known of a document beforehand. The outermost JSON or XML is the first that is met: it can stand in base64, packed,
/// or in any other form of one content.
#[derive(Clone, Copy, Debug, Default)]
pub struct Guide<'g> {
    /// The schema of the outermost JSON, or of the outermost XML's root: what its values are, and which of its texts hold
    /// which layers.
    pub schema: Option<&'g Schema>,
    /// The schema of an element's inside, wherever the element stands.
    pub elements: Option<fn(Element<'_>) -> Option<&'static Schema>>,
    /// The protobuf messages of the outermost JSON.
    pub messages: Option<MessageAt>,
}

/// Some bytes, as they came.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    bytes: &'a [u8],
    frame: Frame<'a>,
    guide: Guide<'a>,
}

impl<'a> Document<'a> {
    /// Takes bytes that come from outside: any length, any encoding.
    ///
    /// # Errors
    /// When they are more than are read at all, or none.
    pub fn new(bytes: &'a [u8], guide: Guide<'a>) -> Result<Self, Problem> {
        match bytes.len() {
            0 => Err(Problem::new(Code::Empty)),
            length if length > super::MAX_BYTES => {
                Err(Problem::new(Code::TooLarge).measured(super::MAX_BYTES, length, crate::problem::Unit::Bytes))
            }
            _ => Ok(Self { bytes, frame: Frame::of(bytes), guide }),
        }
    }

    /// The bytes as they came.
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The same with other knowledge of it.
    #[must_use]
    pub fn guided(self, guide: Guide<'a>) -> Self {
        Self { guide, ..self }
    }

    /// What is opened: all of it, or what stands in an HTTP message or in a text. Paths begin here.
    pub fn payload(&self) -> &'a [u8] {
        &self.bytes[self.frame.payload.clone()]
    }

    /// Where the payload stands.
    pub fn payload_range(&self) -> Range<usize> {
        self.frame.payload.clone()
    }

    /// What stands around the payload.
    pub fn around(&self) -> &Around {
        &self.frame.around
    }

    /// The payload's tree, where it is a JSON object, list or string.
    pub fn tree(&self) -> Option<&json::Tree<'a>> {
        self.frame.tree.as_ref()
    }

    /// The payload's outermost element and what was borne in it, where the payload begins with it.
    pub(crate) fn element(&self) -> Option<(Element<'_>, &[Problem])> {
        self.frame.markup.as_ref().map(|root| (root.tree.root(), root.faults.as_slice()))
    }

    /// Shows every leaf, in the order of the bytes, and before them each text that holds them.
    pub fn visit(&self, mut see: impl FnMut(&Leaf<'_>)) {
        self.visit_until(|leaf| {
            see(leaf);
            ControlFlow::<()>::Continue(())
        });
    }

    /// The same until told to break off, as where so many were seen that nobody looks at more. What it was broken off
    /// with, if it was.
    pub fn visit_until<B>(&self, mut see: impl FnMut(&Leaf<'_>) -> ControlFlow<B>) -> Option<B> {
        visit::visit(self, &mut Vec::new(), &mut |found| see(&found.leaf))
    }

    /// The same, with what is wrong with XML anywhere inside: what was borne, and why what is meant as XML does not open. Each has
    /// its path and its place in these bytes.
    pub(crate) fn visit_with_faults<B>(
        &self,
        faults: &mut Vec<Problem>,
        mut see: impl FnMut(&Leaf<'_>) -> ControlFlow<B>,
    ) -> Option<B> {
        visit::visit(self, faults, &mut |found| see(&found.leaf))
    }

    /// The innermost of the forms that all of the payload is in, one in the other, such as base64 of gzip: its path and what
    /// it holds. None where the payload is in none. The path is empty where it is JSON that is one text.
    pub fn core(&self) -> Option<(String, Vec<u8>)> {
        let mut core = None;
        let is_text = self.tree().is_some();
        self.visit_until(|leaf| {
            if leaf.path.contains('/') || !leaf.opened {
                return ControlFlow::Break(());
            }
            let bytes = match leaf.value {
                Held::Text(text) => text.as_bytes(),
                Held::Bytes(bytes) => bytes,
                Held::Json(_) | Held::Integer(_) => return ControlFlow::Break(()),
            };
            core = (is_text || !leaf.path.is_empty()).then(|| (leaf.path.to_owned(), bytes.to_vec()));
            ControlFlow::Continue(())
        });
        core
    }

    /// The value at a path. Where the payload is XML itself, the path may begin with its root element, as that of a
    /// [`Problem`] of the XML alone does: `/msg/appmsg/title` is `!xml/msg/appmsg/title`.
    pub fn value(&self, path: &str) -> Option<String> {
        let path = &*self.whole_path(path);
        self.visit_until(|leaf| match leaf.path == path {
            true => ControlFlow::Break(leaf.value.text().into_owned()),
            false => ControlFlow::Continue(()),
        })
    }

    /// A path with the layer that it begins in. In JSON, which is entered without saying so, it has none.
    pub(crate) fn whole_path<'p>(&self, path: &'p str) -> Cow<'p, str> {
        match self.tree().is_none() && path.starts_with('/') {
            true => format!("!{}{path}", Layer::Xml.name()).into(),
            false => path.into(),
        }
    }

    /// The bytes with the value at a path, as [`Document::value`] takes it, changed: written as it was found, layer by layer outward. A value that is
    /// there already changes nothing.
    ///
    /// The value is what [`Held::text`] reads there. Text takes any text. A JSON value that is none, such as a number, takes
    /// any JSON, written as JSON: `2`, `null`, or `"two"` with its quotes, which makes it a text. Numbers of protobuf take
    /// whole numbers, bytes take hexadecimal digits.
    ///
    /// # Errors
    /// When there is no such path, or when the value cannot stand there: `two` where JSON has a number, an odd number of
    /// hexadecimal digits, a control character in XML.
    pub fn replace(&self, path: &str, value: &str) -> Result<Vec<u8>, Problem> {
        edit::replace(self, path, value)
    }
}

/// Bytes that a person would read as text.
fn readable(bytes: &[u8]) -> Option<&str> {
    // Most bytes that are no text have control characters, which are seen sooner.
    if any(bytes, is_control) {
        return None;
    }
    std::str::from_utf8(bytes).ok().filter(|text| is_readable(text))
}

/// Whether a text has no control characters but line breaks and tabs. Those beyond ASCII, which JSON and XML may hold, are
/// a few amid others.
fn is_readable(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Those beyond ASCII all begin with one byte, as some others do.
    if !any(bytes, |byte| is_control(byte) | (byte == 0xc2)) {
        return true;
    }
    let (mut all, mut beyond) = (0_usize, 0_usize);
    for (byte, next) in bytes.iter().zip(bytes.iter().skip(1).chain(&[0])) {
        if is_control(*byte) {
            return false;
        }
        beyond += usize::from(*byte == 0xc2 && *next <= 0x9f);
        all += usize::from(byte & 0xc0 != 0x80);
    }
    beyond * FEW <= all
}

/// One in so many is few.
const FEW: usize = 16;

/// A control character of ASCII, but for line breaks and tabs. U+007F may stand in XML.
fn is_control(byte: u8) -> bool {
    (byte < 32) & (byte != b'\t') & (byte != b'\n') & (byte != b'\r')
}

#[cfg(test)]
mod tests;
