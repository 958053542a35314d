//! How well a value fits a schema, for telling whose it is: what it has of the schema's own, and whether something in it
//! contradicts. Nothing is reported, so it costs a walk and no more.

use super::{Choice, Field, Object, Rule, Schema, Shape, Variant};
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

/// What a value and a schema have in common: members of both, those that the schema has not, and those of another type.
#[derive(Default)]
struct Shared {
    own: usize,
    foreign: usize,
    mistyped: usize,
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
        self.has_only(value, Shape::name)
    }

    /// The same, be the value a text or a number: that tells a call from others at the same address, and from no others.
    pub(crate) fn fixed(&self, value: Value<'_>) -> Option<usize> {
        self.has_only(value, Shape::only)
    }

    fn has_only(&self, value: Value<'_>, only: fn(&Shape) -> Option<&Choice>) -> Option<usize> {
        let Shape::Object(object) = &self.root().shape else { return Some(0) };
        let is = |field: &Field| Some(only(&self.rule(field.rule).shape)?.is(value.get(&field.name)?));
        object.fields.iter().filter_map(is).map(|is| is.then_some(1)).sum()
    }

    /// Whether a value says which of the schema's variants it is.
    pub(crate) fn is_variant(&self, value: Value<'_>) -> bool {
        let Shape::Object(Object { tag: Some(tag), .. }) = &self.root().shape else { return false };
        tag.variants.iter().any(|variant| value.get(&tag.field).is_some_and(|named| named.is_str(&variant.value)))
    }

    /// Whether an object has none of the schema's members, and several that it has not: so it is rather another's.
    pub(crate) fn is_anothers(&self, value: Value<'_>, common: &[&str]) -> bool {
        let Shape::Object(object) = &self.root().shape else { return false };
        let mut shared = Shared::default();
        self.count_shared(object, value, common, &mut shared);
        matches!(shared, Shared { own: 0, foreign: 2.., mistyped: 0 })
    }

    /// How many members of an object the schema has, in objects within it as well, and how much in it speaks against the schema:
    /// members that it has not, and twice those of another type. Members of the outermost object with these names do not count.
    pub(crate) fn shares(&self, value: Value<'_>, common: &[&str]) -> (usize, usize) {
        let mut shared = Shared::default();
        if let Shape::Object(object) = &self.root().shape {
            self.count_shared(object, value, common, &mut shared);
        }
        (shared.own, shared.foreign + 2 * shared.mistyped)
    }

    fn count_shared(&self, object: &Object, value: Value<'_>, common: &[&str], shared: &mut Shared) {
        let fields = fields_of(object, value);
        let is_told = |(key, member): &(Value<'_>, Value<'_>)| {
            member.kind() != Kind::Null && !common.iter().any(|name| key.is_str(name))
        };
        for (key, member) in value.members().filter(is_told) {
            match fields.iter().find(|field| key.is_str(&field.name)).map(|field| &self.rule(field.rule).shape) {
                Some(Shape::Object(inner)) if member.kind() == Kind::Object && !inner.fields.is_empty() => {
                    self.count_shared(inner, member, &[], shared);
                }
                Some(shape) if matches!(shape, Shape::Either(_)) || shape.takes(member.kind()) => shared.own += 1,
                Some(_) => shared.mistyped += 1,
                None => shared.foreign += usize::from(!object.open),
            }
        }
    }

    fn fits(&self, rule: &Rule, value: Value<'_>, common: &[&str], fit: &mut Fit) -> bool {
        match (&rule.shape, value.kind()) {
            (Shape::Any, _) | (_, Kind::Null) => true,
            (Shape::Object(object), Kind::Object) => self.object_fits(object, value, common, fit),
            (Shape::List { items, .. }, Kind::Array) => {
                let items = self.rule(*items);
                value.items().all(|item| self.fits(items, item, &[], fit))
            }
            (shape, Kind::String | Kind::Number | Kind::Bool) if shape.name().is_some() => {
                let is_named = shape.name().is_some_and(|only| only.is(value));
                fit.named += usize::from(is_named);
                is_named
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
        let is_open = variant_of(object, value).is_some_and(|variant| variant.open);
        for (key, member) in value.members() {
            match fields.iter().find(|field| key.is_str(&field.name)) {
                Some(field) => {
                    let rule = self.rule(field.rule);
                    fit.own += usize::from(!common.contains(&field.name.as_str()) && says(rule));
                    if !self.fits(rule, member, &[], fit) {
                        return false;
                    }
                }
                None if object.open || is_open || common.iter().any(|name| key.is_str(name)) => {}
                None => fit.foreign += 1,
            }
        }
        true
    }
}

/// Whether a rule says anything of what is in it: anything fits an object of which no field is known.
fn says(rule: &Rule) -> bool {
    match &rule.shape {
        Shape::Object(object) => !object.fields.is_empty() || object.tag.is_some(),
        _ => true,
    }
}

/// The variant that a value names.
fn variant_of<'o>(object: &'o Object, value: Value<'_>) -> Option<&'o Variant> {
    let named = object.tag.as_ref().and_then(|tag| value.get(&tag.field)?.as_str());
    object.variant(&named?)
}

/// The fields of an object, or of the variant that a value names.
fn fields_of<'o>(object: &'o Object, value: Value<'_>) -> &'o [Field] {
    variant_of(object, value).map_or(&object.fields[..], |variant| &variant.fields)
}
