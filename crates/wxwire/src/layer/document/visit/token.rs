//! A JSON web token: its parts by their names.

use std::ops::{ControlFlow, Range};

use super::{Found, Hints, Place, Visitor};
use crate::layer::document::{Held, Layer, Leaf};
use crate::layer::form::Form;

/// What a token's parts are in: base64 of the alphabet for addresses.
pub(super) const ALPHABET: &str = "base64url";

impl Visitor<'_, '_> {
    pub(super) fn token(&mut self, place: &Place<'_>, parts: &[(&str, Range<usize>); 3]) -> ControlFlow<()> {
        let (mark, layers) = (self.path.mark(), [ALPHABET.to_owned()]);
        for (name, range) in parts {
            self.path.name(name);
            let (content, form) = (&place.bytes[range.clone()], Form::Plain(range.clone()));
            let text = std::str::from_utf8(content).unwrap_or_default();
            match *name {
                // Nothing is inside of it.
                "signature" => {
                    let span = place.span(range.clone());
                    let (path, value) = (self.path.as_str(), Held::Text(text));
                    let leaf = Leaf { path, layer: Layer::Jwt, value, opened: false, span, known: None };
                    (self.see)(&Found { leaf, content, form: &form, wire: None, place })?;
                }
                _ => {
                    let hints = Hints { layers: &layers, ..Hints::default() };
                    self.content(place, text.into(), &form, Layer::Jwt, hints)?;
                }
            }
            self.path.back(mark);
        }
        ControlFlow::Continue(())
    }
}
