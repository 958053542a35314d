//! DER: lists by the places of what they hold, numbers as numbers, everything else text or bytes.

use std::ops::ControlFlow;

use super::{Content, Found, Hints, Place, Visitor};
use crate::layer::MAX_DEPTH;
use crate::layer::der;
use crate::layer::document::{Held, Layer, Leaf};
use crate::layer::form::Form;

impl Visitor<'_, '_> {
    /// Values one behind the other; that some bytes are such was seen before.
    pub(super) fn values(&mut self, place: &Place<'_>, depth: usize) -> ControlFlow<()> {
        let mark = self.path.mark();
        for (count, value) in der::values(place.bytes).flatten().enumerate() {
            // The one list that all else is in needs no number.
            if depth > 0 {
                self.path.number(count);
            }
            let bytes = &place.bytes[value.content.clone()];
            let form = Form::Measured(value.length.clone(), value.content.clone());
            let number = der::integer(bytes).filter(|_| value.is_integer());
            if value.is_list() && depth < MAX_DEPTH && !bytes.is_empty() {
                self.values(&Place::new(bytes, Some((place, &form))), depth + 1)?;
            } else if let Some(number) = number {
                let leaf = Leaf {
                    path: self.path.as_str(),
                    layer: Layer::Der,
                    value: Held::Integer(number),
                    opened: false,
                    span: place.span(value.content.clone()),
                    known: None,
                };
                (self.see)(&Found { leaf, content: bytes, form: &form, wire: None, place })?;
            } else {
                self.content(place, Content::binary(bytes), &form, Layer::Der, Hints::default())?;
            }
            self.path.back(mark);
        }
        ControlFlow::Continue(())
    }
}
