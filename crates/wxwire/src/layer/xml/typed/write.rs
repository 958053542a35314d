//! A value to XML, in one pass over its fields.

mod members;
mod unsupported;

use std::fmt::Display;
use std::ops::Range;

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
    element(&mut out, name, value).map_err(|fault| fault.inside(name).0)?;
    Ok(out)
}

fn element<T: Serialize + ?Sized>(out: &mut String, name: &str, value: &T) -> Result<(), Fault> {
    out.push('<');
    let start = out.len();
    out.push_str(name);
    let place = Place::Element(start..out.len());
    value.serialize(Writer { out, place })
}

/// Why a value cannot be written.
#[derive(Debug)]
struct Fault(Problem);

impl Fault {
    fn new(found: &str) -> Self {
        Self(Problem::new(Code::CannotHold).found(found))
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

/// Where a value goes. What stands before it is written already.
enum Place<'w> {
    /// The name itself.
    Name,
    /// Behind `<name`, whose name stands there.
    Element(Range<usize>),
    /// The same, and its text is to be a CDATA section.
    CData(Range<usize>),
    /// Behind the attribute's name; where its space stands.
    Attribute(usize),
    /// Among the children of an element whose start tag ends there.
    Markup(&'w mut usize),
}

struct Writer<'w> {
    out: &'w mut String,
    place: Place<'w>,
}

impl Writer<'_> {
    /// Ends the element with a text in it.
    fn text(self, name: Range<usize>, text: &str, push: impl Fn(&mut String, &str) -> Option<()>) -> Result<(), Fault> {
        self.out.push('>');
        push(self.out, text).ok_or_else(|| Fault::text(text))?;
        close(self.out, name);
        Ok(())
    }
}

/// Writes the end tag of an element whose name stands there.
fn close(out: &mut String, name: Range<usize>) {
    out.push_str("</");
    out.extend_from_within(name);
    out.push('>');
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

impl<'w> Serializer for Writer<'w> {
    type Ok = ();
    type Error = Fault;
    type SerializeSeq = Items<'w>;
    type SerializeMap = Members<'w>;
    type SerializeStruct = Members<'w>;
    type SerializeTuple = Impossible<(), Fault>;
    type SerializeTupleStruct = Impossible<(), Fault>;
    type SerializeTupleVariant = Impossible<(), Fault>;
    type SerializeStructVariant = Impossible<(), Fault>;

    fn serialize_str(self, text: &str) -> Result<(), Fault> {
        match self.place {
            Place::Name => self.out.push_str(text),
            Place::Element(_) if text.is_empty() => self.out.push_str("/>"),
            Place::Element(ref name) => {
                let name = name.clone();
                return self.text(name, text, push_text);
            }
            Place::CData(ref name) => {
                let name = name.clone();
                return self.text(name, text, section);
            }
            Place::Attribute(_) => {
                self.out.push_str("=\"");
                push_attribute(self.out, text).ok_or_else(|| Fault::text(text))?;
                self.out.push('"');
            }
            Place::Markup(tag_end) => members::markup(self.out, tag_end, text)?,
        }
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Fault> {
        match self.place {
            Place::Element(name) | Place::CData(name) => self.out.truncate(name.start - 1),
            Place::Attribute(start) => self.out.truncate(start),
            Place::Name | Place::Markup(_) => {}
        }
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Fault> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, kind: &'static str, value: &T) -> Result<(), Fault> {
        match (kind, self.place) {
            ("CData", Place::Element(name)) => value.serialize(Writer { out: self.out, place: Place::CData(name) }),
            ("Embedded", Place::Element(name)) => {
                let mut whole = String::new();
                element(&mut whole, "x", value).map_err(Fault::in_layer)?;
                let inner = whole.strip_prefix("<x>").and_then(|rest| rest.strip_suffix("</x>")).unwrap_or_default();
                let place = if inner.is_empty() { Place::Element(name) } else { Place::CData(name) };
                inner.serialize(Writer { out: self.out, place })
            }
            (_, place) => value.serialize(Writer { out: self.out, place }),
        }
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Items<'w>, Fault> {
        Ok(Items::new(self))
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Members<'w>, Fault> {
        match self.place {
            Place::Element(name) => Ok(Members::new(self.out, name)),
            _ => Err(unsupported::fault()),
        }
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Members<'w>, Fault> {
        self.serialize_map(None)
    }

    unsupported::methods!();
}
