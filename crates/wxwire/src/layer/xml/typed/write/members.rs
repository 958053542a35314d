//! The fields of an element, and the elements of a list.

use std::ops::Range;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct};

use super::{Fault, Place, Writer, close, unsupported};
use crate::layer::xml::Tree;

/// An element that takes attributes, and gets children.
pub(super) struct Members<'w> {
    out: &'w mut String,
    name: Range<usize>,
    /// Where the start tag's `>` stands.
    tag_end: usize,
}

impl<'w> Members<'w> {
    pub(super) fn new(out: &'w mut String, name: Range<usize>) -> Self {
        let tag_end = out.len();
        out.push('>');
        Self { out, name, tag_end }
    }

    fn attribute<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Fault> {
        into_tag(self.out, &mut self.tag_end, |out| {
            let place = Place::Attribute(out.len());
            out.push(' ');
            out.push_str(name);
            value.serialize(Writer { out, place })
        })
    }
}

/// Writes an attribute at the end of a start tag.
fn into_tag<F: FnOnce(&mut String) -> Result<(), Fault>>(
    out: &mut String,
    tag_end: &mut usize,
    write: F,
) -> Result<(), Fault> {
    // Attributes mostly come first, so that what is moved is mostly the `>` alone.
    let rest = out.split_off(*tag_end);
    write(out)?;
    *tag_end = out.len();
    out.push_str(&rest);
    Ok(())
}

/// Writes a piece of what no field stands for, once it is sure to be what it looks like.
pub(super) fn markup(out: &mut String, tag_end: &mut usize, piece: &str) -> Result<(), Fault> {
    // What would end the probe's element and begin another is no XML: there is one root.
    match piece.strip_prefix('@') {
        Some(attribute) => match Tree::parse(&format!("<x {attribute}/>")) {
            Ok(tree) if tree.root().raw_attributes().count() == 1 => into_tag(out, tag_end, |out| {
                out.push(' ');
                out.push_str(attribute.trim());
                Ok(())
            }),
            _ => Err(Fault::new(piece)),
        },
        None => match Tree::parse(&format!("<x>{piece}</x>")) {
            Ok(_) => {
                out.push_str(piece);
                Ok(())
            }
            Err(_) => Err(Fault::new(piece)),
        },
    }
}

impl SerializeMap for Members<'_> {
    type Ok = ();
    type Error = Fault;

    fn serialize_entry<K, V>(&mut self, key: &K, value: &V) -> Result<(), Fault>
    where
        K: Serialize + ?Sized,
        V: Serialize + ?Sized,
    {
        self.out.push('<');
        let start = self.out.len();
        key.serialize(Writer { out: self.out, place: Place::Name })?;
        let end = self.out.len();
        match self.out.as_bytes().get(start) {
            Some(b'@') => {
                let name = self.out.split_off(start);
                self.out.truncate(start - 1);
                self.attribute(&name[1..], value).map_err(|fault| fault.inside(&name))
            }
            Some(b'$') => {
                self.out.truncate(start - 1);
                let place = Place::Markup(&mut self.tag_end);
                value.serialize(Writer { out: self.out, place }).map_err(|fault| fault.inside("$other"))
            }
            _ => {
                let place = Place::Element(start..end);
                let written = value.serialize(Writer { out: self.out, place });
                written.map_err(|fault| fault.inside(self.out.get(start..end).unwrap_or_default()))
            }
        }
    }

    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), Fault> {
        Err(unsupported::fault())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, _: &T) -> Result<(), Fault> {
        Err(unsupported::fault())
    }

    fn end(self) -> Result<(), Fault> {
        match self.out.len() == self.tag_end + 1 {
            true => {
                self.out.truncate(self.tag_end);
                self.out.push_str("/>");
            }
            false => close(self.out, self.name),
        }
        Ok(())
    }
}

impl SerializeStruct for Members<'_> {
    type Ok = ();
    type Error = Fault;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Fault> {
        self.serialize_entry(key, value)
    }

    fn end(self) -> Result<(), Fault> {
        SerializeMap::end(self)
    }
}

/// The same element several times, or the pieces of `$other`.
pub(super) struct Items<'w> {
    out: &'w mut String,
    place: Place<'w>,
    count: usize,
}

impl<'w> Items<'w> {
    pub(super) fn new(writer: Writer<'w>) -> Self {
        Self { out: writer.out, place: writer.place, count: 0 }
    }
}

impl SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = Fault;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        self.count += 1;
        let count = self.count;
        match &mut self.place {
            Place::Markup(tag_end) => {
                let written = value.serialize(Writer { out: self.out, place: Place::Markup(tag_end) });
                written.map_err(|fault| fault.inside(&(count - 1).to_string()))
            }
            Place::Element(name) => {
                // The first one's name is written already.
                if count > 1 {
                    self.out.push('<');
                    let start = self.out.len();
                    self.out.extend_from_within(name.clone());
                    *name = start..self.out.len();
                }
                let written = value.serialize(Writer { out: self.out, place: Place::Element(name.clone()) });
                written.map_err(|fault| fault.twin(count))
            }
            _ => Err(unsupported::fault()),
        }
    }

    fn end(self) -> Result<(), Fault> {
        match self.place {
            Place::Element(name) if self.count == 0 => self.out.truncate(name.start - 1),
            _ => {}
        }
        Ok(())
    }
}
