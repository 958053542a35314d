//! JSON: objects and arrays by their members, everything else a leaf.

use std::ops::ControlFlow;

use super::{Content, Found, Hints, Place, Ruled, Twins, Visitor};
use crate::layer::document::{Held, Known, Layer, Leaf};
use crate::layer::escape::JSON;
use crate::layer::form::Form;
use crate::layer::json::{Kind, Value};
use crate::rule::{Field, Shape};

impl Visitor<'_, '_> {
    pub(super) fn json(&mut self, place: &Place<'_>, value: Value<'_>, known: Ruled<'_>) -> ControlFlow<()> {
        let mark = self.path.mark();
        match value.kind() {
            Kind::Object if value.members().next().is_some() => {
                let (mut twins, mut near) = (Twins::default(), 0);
                for (key, member) in value.members() {
                    // Twins have one name, however it is escaped.
                    let name = key.as_str().unwrap_or_default();
                    self.path.name(&name);
                    let known = field_near(known, &name, &mut near);
                    self.path.twin(twins.count(name));
                    self.json(place, member, known)?;
                    self.path.back(mark);
                }
            }
            Kind::Array if value.items().next().is_some() => {
                for (at, element) in value.items().enumerate() {
                    self.path.number(at);
                    self.json(place, element, item(known))?;
                    self.path.back(mark);
                }
            }
            Kind::String => return self.string(place, value, Hints::of(known)),
            _ => {
                let form = Form::Plain(value.span());
                let leaf = Leaf {
                    path: self.path.as_str(),
                    layer: Layer::Json,
                    value: Held::Json(value.source()),
                    opened: false,
                    span: place.span(value.span()),
                    known: known.map(|(_, rule)| Known::Rule(rule)),
                };
                let content = value.source().as_bytes();
                return (self.see)(&Found { leaf, content, form: &form, wire: None, place });
            }
        }
        ControlFlow::Continue(())
    }

    pub(super) fn string(&mut self, place: &Place<'_>, value: Value<'_>, hints: Hints<'_>) -> ControlFlow<()> {
        let raw = value.inner();
        let form = Form::Escaped(&JSON, raw, value.span().start + 1);
        let content = if value.is_escaped() { JSON.decode(raw) } else { raw.as_bytes().into() };
        self.content(place, Content::unescaped(raw, &content), &form, Layer::Json, hints)
    }
}

/// What the schema says of a member, or of an element inside an element.
pub(super) fn field<'h>(known: Ruled<'h>, name: &str) -> Ruled<'h> {
    let (schema, rule) = known?;
    let Shape::Object(object) = &rule.shape else { return None };
    let field = object.fields.iter().find(|field| field.name == name)?;
    Some((schema, schema.rule(field.rule)))
}

/// The same where members mostly come in the schema's order: the field behind the last one is looked at first.
fn field_near<'h>(known: Ruled<'h>, name: &str, near: &mut usize) -> Ruled<'h> {
    let (schema, rule) = known?;
    let Shape::Object(object) = &rule.shape else { return None };
    let is = |field: &Field| field.name == name;
    let at = match object.fields.get(*near) {
        Some(field) if is(field) => *near,
        _ => object.fields.iter().position(is)?,
    };
    *near = at + 1;
    Some((schema, schema.rule(object.fields[at].rule)))
}

/// What the schema says of a list's items.
pub(super) fn item(known: Ruled<'_>) -> Ruled<'_> {
    let (schema, rule) = known?;
    let Shape::List { items, .. } = &rule.shape else { return None };
    Some((schema, schema.rule(*items)))
}
