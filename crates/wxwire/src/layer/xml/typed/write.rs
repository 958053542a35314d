//! A value to XML, in one pass over its fields.

mod key;
mod members;
mod unsupported;

use std::fmt::Display;

use serde::ser::{Impossible, Serialize, Serializer};

use self::members::{Items, Members};
use crate::layer::escape::{first_impossible, push_attribute, push_section, push_text};
use crate::problem::{Code, Problem};

/// Writes a value as an element.
///
/// # Errors
/// When a text holds what cannot stand in XML, or something in `$other` is no XML; the path names the element.
pub(crate) fn write<T: Serialize + ?Sized>(name: &str, value: &T) -> Result<String, Problem> {
    let mut out = String::with_capacity(2048);
    let place = Place::Element(name);
    value.serialize(Writer { out: &mut out, place }).map_err(|fault| *fault.inside(name).0)?;
    Ok(out)
}

/// Why a value cannot be written. In a box, because every value that can be written says so too.
#[derive(Debug)]
struct Fault(Box<Problem>);

impl Fault {
    fn new(found: &str) -> Self {
        Self(Box::new(Problem::new(Code::CannotHold).found(found)))
    }

    /// A text that holds what cannot stand in XML.
    fn text(text: &str) -> Self {
        let found = first_impossible(text).map(|char| format!("U+{:04X}", char as u32));
        Self::new(&found.unwrap_or_default())
    }

    /// The same, inside something of a name.
    fn inside(mut self, name: &str) -> Self {
        self.0.path = format!("/{name}{}", self.0.path);
        self
    }

    /// The same, inside one of several elements of a name.
    fn twin(mut self, count: usize) -> Self {
        if count > 1 {
            self.0.path = format!("[{count}]{}", self.0.path);
        }
        self
    }

    /// The same, inside the XML in a text.
    fn in_layer(mut self) -> Self {
        self.0.path = format!("!xml{}", self.0.path);
        self
    }
}

impl Display for Fault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", self.0.found)
    }
}

impl std::error::Error for Fault {}

impl serde::ser::Error for Fault {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(&message.to_string())
    }
}

/// Where a value goes. Nothing of it is written yet: what is `None` leaves nothing behind.
enum Place<'w, K: ?Sized> {
    /// Into an element of this name.
    Element(&'w K),
    /// The same, and its text is to be a CDATA section.
    CData(&'w K),
    /// Into an attribute of this name.
    Attribute(&'w K),
    /// Among the children of an element whose start tag ends there.
    Markup(&'w mut usize),
}

struct Writer<'w, K: ?Sized> {
    out: &'w mut String,
    place: Place<'w, K>,
}

/// Writes an element with a text in it.
fn leaf<K: Serialize + ?Sized>(
    out: &mut String,
    key: &K,
    text: &str,
    push: impl Fn(&mut String, &str) -> Option<()>,
) -> Result<(), Fault> {
    open(out, key)?;
    out.push('>');
    push(out, text).ok_or_else(|| Fault::text(text))?;
    close(out, key)
}

/// Writes `<name`.
fn open<K: Serialize + ?Sized>(out: &mut String, key: &K) -> Result<(), Fault> {
    out.push('<');
    key::push(out, key)
}

/// Writes an end tag.
fn close<K: Serialize + ?Sized>(out: &mut String, key: &K) -> Result<(), Fault> {
    out.push_str("</");
    key::push(out, key)?;
    out.push('>');
    Ok(())
}

/// A text as a CDATA section, or escaped where it holds what a section cannot.
fn section(out: &mut String, text: &str) -> Option<()> {
    let start = out.len();
    out.push_str("<![CDATA[");
    match push_section(out, text) {
        Some(()) => out.push_str("]]>"),
        None => {
            out.truncate(start);
            push_text(out, text)?;
        }
    }
    Some(())
}

impl<'w, K: Serialize + ?Sized> Serializer for Writer<'w, K> {
    type Ok = ();
    type Error = Fault;
    type SerializeSeq = Items<'w, K>;
    type SerializeMap = Members<'w, K>;
    type SerializeStruct = Members<'w, K>;
    type SerializeTuple = Impossible<(), Fault>;
    type SerializeTupleStruct = Impossible<(), Fault>;
    type SerializeTupleVariant = Impossible<(), Fault>;
    type SerializeStructVariant = Impossible<(), Fault>;

    fn serialize_str(self, text: &str) -> Result<(), Fault> {
        match self.place {
            Place::Element(key) if text.is_empty() => {
                open(self.out, key)?;
                self.out.push_str("/>");
                Ok(())
            }
            Place::Element(key) => leaf(self.out, key, text, push_text),
            Place::CData(key) => leaf(self.out, key, text, section),
            Place::Attribute(key) => {
                self.out.push(' ');
                key::push(self.out, key)?;
                self.out.push_str("=\"");
                push_attribute(self.out, text).ok_or_else(|| Fault::text(text))?;
                self.out.push('"');
                Ok(())
            }
            Place::Markup(tag_end) => members::markup(self.out, tag_end, text),
        }
    }

    fn serialize_none(self) -> Result<(), Fault> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Fault> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, kind: &'static str, value: &T) -> Result<(), Fault> {
        let place = match (kind, self.place) {
            ("CData", Place::Element(key)) => Place::CData(key),
            ("Embedded", Place::Element(key)) => return embedded(self.out, key, value),
            (_, place) => place,
        };
        value.serialize(Writer { out: self.out, place })
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'w, K>, Fault> {
        Ok(Items::new(self))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'w, K>, Fault> {
        match self.place {
            Place::Element(key) => Members::new(self.out, key),
            _ => Err(unsupported::fault()),
        }
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members<'w, K>, Fault> {
        self.serialize_map(None)
    }

    unsupported::methods!();
}

/// Writes an element whose text is XML.
fn embedded<K, T>(out: &mut String, key: &K, value: &T) -> Result<(), Fault>
where
    K: Serialize + ?Sized,
    T: Serialize + ?Sized,
{
    let mut whole = String::new();
    value.serialize(Writer { out: &mut whole, place: Place::Element("x") }).map_err(Fault::in_layer)?;
    // Around the inner root stands the element that the value was written as.
    let inner = whole.strip_prefix("<x>").and_then(|rest| rest.strip_suffix("</x>")).unwrap_or_default();
    let place = if inner.is_empty() { Place::Element(key) } else { Place::CData(key) };
    inner.serialize(Writer { out, place })
}
