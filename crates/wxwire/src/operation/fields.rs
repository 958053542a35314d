//! The fields of a call's values, and where each goes in a request.

use super::{Body, Entry};
use crate::schema::{Field, In, Shape};

impl Entry {
    /// Where a field of the values goes.
    pub fn place(&self, field: &Field) -> In {
        field.place.unwrap_or(self.rest())
    }

    /// Where members go that the table does not name.
    pub(crate) fn rest(&self) -> In {
        match self.body {
            Body::None => In::Query,
            _ => In::Body,
        }
    }

    /// Every outermost field of the values, of whichever variant; a name may come more than once.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &Field> {
        let object = match &self.schema().root().shape {
            Shape::Object(object) => Some(object),
            _ => None,
        };
        let variants = object.into_iter().flat_map(|object| &object.tag).flat_map(|tag| &tag.variants);
        let fields = object.into_iter().flat_map(|object| &object.fields);
        fields.chain(variants.flat_map(|variant| &variant.fields)).filter(|field| field.credential.is_none())
    }

    /// The field of a name.
    pub(crate) fn field(&self, name: &str) -> Option<&Field> {
        self.fields().find(|field| field.name == name)
    }
}
