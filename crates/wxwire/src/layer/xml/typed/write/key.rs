//! The name of a field. Serde gives it as any type that makes one text, and so it is asked for each time it is written.

use serde::ser::{Impossible, Serialize, Serializer};

use super::{Fault, unsupported};

/// Writes a name, if there is where to, and says what it begins with.
pub(super) struct Key<'w>(pub(super) Option<&'w mut String>);

/// What a name begins with; 0 where it has no letters.
pub(super) fn first<K: Serialize + ?Sized>(key: &K) -> Result<u8, Fault> {
    key.serialize(Key(None))
}

/// Writes a name; of an attribute, without its `@`.
pub(super) fn push<K: Serialize + ?Sized>(out: &mut String, key: &K) -> Result<(), Fault> {
    key.serialize(Key(Some(out))).map(|_| ())
}

/// A name for a path.
pub(super) fn text<K: Serialize + ?Sized>(key: &K) -> String {
    let mut text = String::new();
    if let Ok(b'@') = first(key) {
        text.push('@');
    }
    // What is no text has been refused before.
    let _ = push(&mut text, key);
    text
}

impl Serializer for Key<'_> {
    type Ok = u8;
    type Error = Fault;
    type SerializeSeq = Impossible<u8, Fault>;
    type SerializeMap = Impossible<u8, Fault>;
    type SerializeStruct = Impossible<u8, Fault>;
    type SerializeTuple = Impossible<u8, Fault>;
    type SerializeTupleStruct = Impossible<u8, Fault>;
    type SerializeTupleVariant = Impossible<u8, Fault>;
    type SerializeStructVariant = Impossible<u8, Fault>;

    fn serialize_str(self, text: &str) -> Result<u8, Fault> {
        if let Some(out) = self.0 {
            out.push_str(text.strip_prefix('@').unwrap_or(text));
        }
        Ok(text.as_bytes().first().copied().unwrap_or_default())
    }

    fn serialize_none(self) -> Result<u8, Fault> {
        Err(unsupported::fault())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<u8, Fault> {
        Err(unsupported::fault())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<u8, Fault> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Fault> {
        Err(unsupported::fault())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Fault> {
        Err(unsupported::fault())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Fault> {
        Err(unsupported::fault())
    }

    unsupported::methods!();
}
