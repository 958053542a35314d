//! The fields of an element, and the elements of a list.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct};

use super::{Fault, Place, Writer, close, key, open, unsupported};
use crate::layer::xml::Tree;

/// An element that takes attributes, and gets children.
pub(super) struct Members<'w, K: ?Sized> {
    out: &'w mut String,
    key: &'w K,
    /// Where the start tag's `>` stands.
    tag_end: usize,
}

impl<'w, K: Serialize + ?Sized> Members<'w, K> {
    pub(super) fn new(out: &'w mut String, key: &'w K) -> Result<Self, Fault> {
        open(out, key)?;
        let tag_end = out.len();
        out.push('>');
        Ok(Self { out, key, tag_end })
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
    let attribute = piece.strip_prefix('@');
    let fits = match attribute {
        Some(attribute) => {
            // In the tag itself, so that it is not there twice. No value holds a `<`.
            let tag = &out[out[..*tag_end].rfind('<').unwrap_or_default()..*tag_end];
            let one = |tree: Tree<'_>| tree.root().raw_attributes().count() == 1;
            Tree::parse(&format!("<x {attribute}/>")).is_ok_and(one)
                && Tree::parse(&format!("{tag} {attribute}/>")).is_ok()
        }
        // What would end the element and begin another is no XML: there is one root.
        None => Tree::parse(&format!("<x>{piece}</x>")).is_ok(),
    };
    match attribute {
        _ if !fits => return Err(Fault::new(piece)),
        Some(attribute) => into_tag(out, tag_end, |out| {
            out.push(' ');
            out.push_str(attribute.trim());
            Ok(())
        })?,
        None => out.push_str(piece),
    }
    Ok(())
}

impl<K: Serialize + ?Sized> SerializeMap for Members<'_, K> {
    type Ok = ();
    type Error = Fault;

    fn serialize_entry<N, V>(&mut self, name: &N, value: &V) -> Result<(), Fault>
    where
        N: Serialize + ?Sized,
        V: Serialize + ?Sized,
    {
        let out = &mut *self.out;
        let written = match key::first(name)? {
            b'@' => {
                into_tag(out, &mut self.tag_end, |out| value.serialize(Writer { out, place: Place::Attribute(name) }))
            }
            b'$' => value.serialize(Writer { out, place: Place::<N>::Markup(&mut self.tag_end) }),
            _ => value.serialize(Writer { out, place: Place::Element(name) }),
        };
        written.map_err(|fault| fault.inside(&key::text(name)))
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
            false => close(self.out, self.key)?,
        }
        Ok(())
    }
}

impl<K: Serialize + ?Sized> SerializeStruct for Members<'_, K> {
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
pub(super) struct Items<'w, K: ?Sized> {
    writer: Writer<'w, K>,
    count: usize,
}

impl<'w, K: ?Sized> Items<'w, K> {
    pub(super) fn new(writer: Writer<'w, K>) -> Self {
        Self { writer, count: 0 }
    }
}

impl<K: Serialize + ?Sized> SerializeSeq for Items<'_, K> {
    type Ok = ();
    type Error = Fault;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        self.count += 1;
        let (out, count) = (&mut *self.writer.out, self.count);
        match &mut self.writer.place {
            Place::Markup(tag_end) => {
                let written = value.serialize(Writer { out, place: Place::<K>::Markup(tag_end) });
                written.map_err(|fault| fault.inside(&(count - 1).to_string()))
            }
            Place::Element(key) => {
                let written = value.serialize(Writer { out, place: Place::Element(*key) });
                written.map_err(|fault| fault.twin(count))
            }
            Place::CData(_) | Place::Attribute(_) => Err(unsupported::fault()),
        }
    }

    fn end(self) -> Result<(), Fault> {
        Ok(())
    }
}
