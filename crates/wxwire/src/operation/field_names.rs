//! The names of a type's fields, without its schema: serde has them beside the type.

use std::fmt;

use serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor, value::Error};
use serde::forward_to_deserialize_any;

/// The names that an object of a type can have; `None` where they are not in one place, as where a part of it is flattened.
/// It costs nothing, where a schema takes a hundred microseconds.
pub(super) fn of<T: DeserializeOwned>() -> Option<Vec<&'static str>> {
    let mut names = None;
    // It asks for a value, and so says what of. There is none to give it.
    let _ = T::deserialize(Asked(&mut names));
    names
}

/// Keeps what a type asks for.
struct Asked<'n>(&'n mut Option<Vec<&'static str>>);

impl<'de> Deserializer<'de> for Asked<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom(fmt::Error))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        *self.0 = Some(fields.to_vec());
        self.deserialize_any(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq
        tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use crate::layer::json::{Tree, Value};

    /// A name that the index does not know would leave its call out.
    #[test]
    fn no_name_of_a_schema_is_missing() {
        let mut told = 0;
        for entry in crate::catalog::entries() {
            for (names, schema) in [
                (entry.told.indexed(), entry.told.json_schema()),
                (entry.told.reply_indexed(), entry.told.reply_json_schema()),
            ] {
                let Some(names) = names else { continue };
                let tree = Tree::parse(&schema).expect("JSON");
                let root = tree.root();
                for (name, _) in root.get("properties").into_iter().flat_map(Value::members) {
                    assert!(names.iter().any(|own| name.is_str(own)), "{}: {}", entry.id, name.source());
                }
                let is_more = ["oneOf", "anyOf", "allOf"].iter().any(|key| root.get(key).is_some());
                assert!(!is_more, "{} has more names than these", entry.id);
                told += 1;
            }
        }
        assert!(told > 1500, "{told}");
    }
}
