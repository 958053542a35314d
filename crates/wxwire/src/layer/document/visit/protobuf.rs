//! Protobuf without a schema: fields by their numbers; of bytes, only a guess can say what they are.

use std::ops::ControlFlow;

use super::{Content, Found, Hints, Place, Twins, Visitor};
use crate::layer::MAX_DEPTH;
use crate::layer::delimited;
use crate::layer::document::guess::is_message;
use crate::layer::document::{Held, Known, Layer, Leaf};
use crate::layer::form::Form;
use crate::layer::protobuf::{self, Holds, Message, Value};

impl Visitor<'_, '_> {
    /// The fields of a message; that some bytes are one was seen before.
    pub(super) fn message(
        &mut self,
        place: &Place<'_>,
        message: Option<&'static Message>,
        depth: usize,
    ) -> ControlFlow<()> {
        let mut twins = Twins::default();
        let mark = self.path.mark();
        for field in protobuf::walk(place.bytes).flatten() {
            self.path.number(field.number as usize);
            self.path.twin(twins.count(field.number));
            let value = field.value_start..field.span.1;
            let own = message.and_then(|message| message.fields.iter().find(|known| known.number == field.number));
            let number = match field.value {
                Value::Varint(number) | Value::Fixed64(number) => number,
                Value::Fixed32(number) => number.into(),
                Value::Bytes(bytes) => {
                    let content = value.end - bytes.len()..value.end;
                    let form = Form::Delimited(value.start..content.start, content.clone());
                    let inside = match own.map(|known| known.holds) {
                        Some(Holds::Message(message)) => Some(message),
                        _ => None,
                    };
                    let text = Content::binary(bytes);
                    let is_message =
                        inside.is_some() && protobuf::is_message(bytes) || is_message(bytes, text.readable);
                    if depth < MAX_DEPTH && is_message {
                        // A message in a message is one layer, but its length stands around it.
                        let inner = Place::new(bytes, Some((place, &form)));
                        self.message(&inner, inside, depth + 1)?;
                    } else {
                        let hints = Hints { known: own.map(Known::Field), ..Hints::default() };
                        self.content(place, text, &form, Layer::Protobuf, hints)?;
                    }
                    self.path.back(mark);
                    continue;
                }
            };
            let leaf = Leaf {
                path: self.path.as_str(),
                layer: Layer::Protobuf,
                value: Held::Integer(number),
                opened: false,
                span: place.span(value.clone()),
                known: own.map(Known::Field),
            };
            let (content, form) = (&place.bytes[value.clone()], Form::Plain(value));
            (self.see)(&Found { leaf, content, form: &form, wire: Some(field.value), place })?;
            self.path.back(mark);
        }
        ControlFlow::Continue(())
    }

    /// Messages behind their lengths; that some bytes are such was seen before.
    pub(super) fn messages(&mut self, place: &Place<'_>) -> ControlFlow<()> {
        let mark = self.path.mark();
        for (count, (length, content)) in delimited::messages(place.bytes).flatten().enumerate() {
            self.path.number(count);
            let form = Form::Delimited(length, content.clone());
            self.message(&Place::new(&place.bytes[content], Some((place, &form))), None, 0)?;
            self.path.back(mark);
        }
        ControlFlow::Continue(())
    }
}
