//! How well a value fits a schema, for telling whose it is: what it has of the schema's own, and whether something in it
//! contradicts. Nothing is reported, so it costs a walk and no more.

use super::{Field, Object, Rule, Schema, Shape};
use crate::layer::json::{Kind, Value};

/// How well a value fits.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Fit {
    /// Members that the schema has too.
    pub(crate) own: usize,
    /// Members that it has not.
    pub(crate) foreign: usize,
    /// Of the outermost members that the schema has, fewer are there than are not.
    pub(crate) is_weak: bool,
    /// Members whose one possible value stands there: that tells more than any name.
    pub(crate) named: usize,
}

impl Schema {
    /// How well a value fits, members of the outermost object with these names not counted; `None` where a required
    /// member is absent, one is of another type, or has another than its one possible value.
    pub(crate) fn fit(&self, value: Value<'_>, common: &[&str]) -> Option<Fit> {
        let mut fit = Fit { is_weak: self.is_weak(value, common), ..Fit::default() };
        self.fits(self.root(), value, common, &mut fit).then_some(fit)
    }

    fn is_weak(&self, value: Value<'_>, common: &[&str]) -> bool {
        let Shape::Object(object) = &self.root().shape else { return false };
        let own = fields_of(object, value).iter().filter(|field| !common.contains(&field.name.as_str()));
        let (there, absent): (Vec<_>, Vec<_>) = own.partition(|field| value.get(&field.name).is_some());
        absent.len() > there.len()
    }

    /// How many members of the outermost object the schema has a field for; credentials tell of no call.
    pub(crate) fn knows(&self, value: Value<'_>) -> usize {
        let Shape::Object(object) = &self.root().shape else { return 0 };
        let fields = fields_of(object, value);
        let is_known =
            |key: Value<'_>| fields.iter().any(|field| field.credential.is_none() && key.is_str(&field.name));
        value.members().filter(|(key, _)| is_known(*key)).count()
    }

    /// How many members of an object have the only value that they can have; `None` where one has another, which makes the
    /// object another call's, whatever else is in it.
    pub(crate) fn named(&self, value: Value<'_>) -> Option<usize> {
        let Shape::Object(object) = &self.root().shape else { return Some(0) };
        let only = object
            .fields
            .iter()
            .filter_map(|field| Some(self.rule(field.rule).shape.name()?.is(value.get(&field.name)?)));
        only.map(|is| is.then_some(1)).sum()
    }

    /// Whether a value says which of the schema's variants it is.
    pub(crate) fn is_variant(&self, value: Value<'_>) -> bool {
        let Shape::Object(Object { tag: Some(tag), .. }) = &self.root().shape else { return false };
        tag.variants.iter().any(|variant| value.get(&tag.field).is_some_and(|named| named.is_str(&variant.value)))
    }

    fn fits(&self, rule: &Rule, value: Value<'_>, common: &[&str], fit: &mut Fit) -> bool {
        match (&rule.shape, value.kind()) {
            (Shape::Any, _) | (_, Kind::Null) => true,
            (Shape::Object(object), Kind::Object) => self.object_fits(object, value, common, fit),
            (Shape::List { items, .. }, Kind::Array) => {
                let items = self.rule(*items);
                value.items().all(|item| self.fits(items, item, &[], fit))
            }
            (shape, Kind::String | Kind::Number | Kind::Bool) if let Some(only) = shape.name() => {
                fit.named += usize::from(only.is(value));
                only.is(value)
            }
            (Shape::Either(rules), kind) => {
                let mut rules = rules.iter().map(|id| self.rule(*id)).filter(|rule| rule.shape.takes(kind));
                rules.next().is_some_and(|rule| self.fits(rule, value, &[], fit))
            }
            (shape, kind) => shape.takes(kind),
        }
    }

    fn object_fits(&self, object: &Object, value: Value<'_>, common: &[&str], fit: &mut Fit) -> bool {
        let fields = fields_of(object, value);
        let absent = |field: &&Field| field.required && value.get(&field.name).is_none();
        if fields.iter().any(|field| absent(&field) && field.credential.is_none()) {
            return false;
        }
        for (key, member) in value.members() {
            match fields.iter().find(|field| key.is_str(&field.name)) {
                Some(field) => {
                    fit.own += usize::from(!common.contains(&field.name.as_str()));
                    if !self.fits(self.rule(field.rule), member, &[], fit) {
                        return false;
                    }
                }
                None if object.open || common.iter().any(|name| key.is_str(name)) => {}
                None => fit.foreign += 1,
            }
        }
        true
    }
}

/// The fields of an object, or of the variant that a value names.
fn fields_of<'o>(object: &'o Object, value: Value<'_>) -> &'o [Field] {
    let named = object.tag.as_ref().and_then(|tag| value.get(&tag.field)?.as_str());
    let variant = named.and_then(|named| object.variant(&named));
    variant.map_or(&object.fields[..], |variant| &variant.fields)
}
