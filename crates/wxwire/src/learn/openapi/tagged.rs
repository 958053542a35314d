//! `oneOf` of types that have names: told apart by a member that each has fixed, or by the one that `discriminator` names.

use std::collections::BTreeSet;

use super::{Learner, text_of};
use crate::layer::json::{Kind, Object, Value, array, quote};

impl<'t> Learner<'t> {
    /// The variants, each a reference and the value of its tag, and whether there may be more; none where nothing tells the
    /// types apart.
    pub(super) fn tagged(&self, schema: Value<'t>, all: &[Value<'t>]) -> Option<(Vec<String>, bool)> {
        let reference = |one: &Value<'t>| Some(one.get("$ref")?.as_str()?.into_owned());
        let references: Vec<String> = all.iter().map(reference).collect::<Option<_>>()?;
        let is_object = |one: &Value<'t>| self.led(*one).is_some_and(|_| !self.members(*one).is_empty());
        if !all.iter().all(is_object) {
            return None;
        }
        let (tag, values, others) =
            self.by_constant(all, &references).or_else(|| self.by_discriminator(schema, &references))?;
        let different: BTreeSet<_> = values.iter().map(|(_, value)| value).collect();
        let is_clear = different.len() == values.len();
        let variant = |(reference, value): &(String, String)| {
            let constant = Object::new().text("type", "string").json("const", &quote(value)).end();
            let properties = Object::new().json(&tag, &constant).end();
            let variant = Object::new().text("$ref", reference).json("properties", &properties);
            variant.json("required", &array([quote(&tag)].into_iter())).end()
        };
        is_clear.then(|| (values.iter().map(variant).collect(), others))
    }

    /// The member that has one text in each type.
    fn by_constant(&self, all: &[Value<'t>], references: &[String]) -> Option<Tagged> {
        let texts: Vec<Vec<(String, String)>> = all.iter().map(|one| self.texts(*one)).collect();
        let (first, rest) = texts.split_first()?;
        let of = |name: &str, texts: &[(String, String)]| {
            texts.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone())
        };
        let is_everywhere =
            |name: &str| rest.iter().all(|texts| of(name, texts).is_some_and(|value| Some(value) != of(name, first)));
        let (tag, _) = first.iter().find(|(name, _)| is_everywhere(name))?;
        let values = texts.iter().filter_map(|texts| of(tag, texts));
        Some((tag.clone(), references.iter().cloned().zip(values).collect(), false))
    }

    /// The members of a type that can be one text alone.
    fn texts(&self, schema: Value<'t>) -> Vec<(String, String)> {
        let one = |schema: Value<'t>| {
            let choices = schema.get("enum").filter(|choices| choices.items().count() == 1);
            let only = schema.get("const").or_else(|| choices?.items().next())?;
            (only.kind() == Kind::String).then(|| only.as_str().unwrap_or_default().into_owned())
        };
        let members = self.members(schema).into_iter();
        members.filter_map(|(name, schema)| Some((name, one(self.led(schema)?)?))).collect()
    }

    /// The member that the schema says tells them apart. A type without a value of its own goes by its name; where none has
    /// one, authors often mean other words, so that further ones are no fault.
    fn by_discriminator(&self, schema: Value<'t>, references: &[String]) -> Option<Tagged> {
        let discriminator = schema.get("discriminator")?;
        let tag = Some(text_of(discriminator, "propertyName")).filter(|name| !name.is_empty())?;
        let mapping = discriminator.get("mapping").into_iter().flat_map(Value::members);
        let mapping: Vec<(String, String)> = mapping
            .take(1000)
            .filter_map(|(value, to)| Some((value.as_str()?.into_owned(), to.as_str()?.into_owned())))
            .collect();
        let name = |reference: &str| reference.rsplit('/').next().unwrap_or_default().to_owned();
        let values = references.iter().flat_map(|reference| {
            let is_it = |to: &str| to == reference || to == name(reference);
            let mapped: Vec<_> = mapping.iter().filter(|(_, to)| is_it(to)).map(|(value, _)| value.clone()).collect();
            let values = if mapped.is_empty() { vec![name(reference)] } else { mapped };
            values.into_iter().map(|value| (reference.clone(), value))
        });
        Some((tag, values.collect(), mapping.is_empty()))
    }
}

/// The name of the tag, its value for each reference, and whether there may be more.
type Tagged = (String, Vec<(String, String)>, bool);
