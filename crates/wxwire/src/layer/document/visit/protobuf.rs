//! Protobuf without a schema: fields by their numbers; of bytes, only a guess can say what they are.

use std::collections::BTreeMap;
use std::ops::{ControlFlow, Range};

use super::{Found, Hints, Place, Visitor};
use crate::layer::MAX_DEPTH;
use crate::layer::document::guess::is_message;
use crate::layer::document::{Layer, Leaf, Scalar};
use crate::layer::form::Form;
use crate::layer::protobuf::{self, Value};

impl<B> Visitor<'_, B> {
    /// The fields of the message that stands in these bytes of a layer.
    pub(super) fn message(&mut self, place: &Place<'_>, span: Range<usize>, depth: usize) -> ControlFlow<B> {
        let Ok(fields) = protobuf::fields(&place.bytes[span.clone()]) else { return ControlFlow::Continue(()) };
        let mut twins = BTreeMap::new();
        let mark = self.path.mark();
        for field in &fields {
            let count: &mut usize = twins.entry(field.number).or_default();
            *count += 1;
            self.path.number(field.number as usize);
            self.path.twin(*count);
            let value = span.start + field.value_start..span.start + field.span.1;
            let number = match field.value {
                Value::Varint(number) | Value::Fixed64(number) => number.to_string(),
                Value::Fixed32(number) => number.to_string(),
                Value::Bytes(bytes) => {
                    let content = value.end - bytes.len()..value.end;
                    let form = Form::Delimited(value.start..content.start, content.clone());
                    if depth < MAX_DEPTH && is_message(bytes) {
                        // A message in a message is one layer, but its length stands around it.
                        let inner = Place::new(bytes, Some((place, &form)));
                        self.message(&inner, 0..bytes.len(), depth + 1)?;
                    } else {
                        self.content(place, bytes, &form, Layer::Protobuf, Hints::default())?;
                    }
                    self.path.back(mark);
                    continue;
                }
            };
            let leaf = Leaf {
                path: self.path.as_str(),
                layer: Layer::Protobuf,
                value: number.into(),
                scalar: Scalar::Integer,
                opened: false,
                span: place.span(value.clone()),
                rule: None,
            };
            let (content, form) = (&place.bytes[value.clone()], Form::Plain(value));
            (self.see)(&Found { leaf, content, form: &form, wire: Some(field.value), place })?;
            self.path.back(mark);
        }
        ControlFlow::Continue(())
    }
}
