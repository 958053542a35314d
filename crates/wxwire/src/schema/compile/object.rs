//! Objects: their fields, and the variants of those that have a tag.

use super::{Compiler, KnownCredential, text};
use crate::layer::json::Value;
use crate::schema::{Docs, Field, In, Object, Rule, RuleId, Schema, Shape, Tag, TextLimits, Variant};

impl<'s> Compiler<'s> {
    pub(super) fn object(&mut self, schema: Value<'s>) -> Object {
        let fields = self.fields(schema);
        let variants: Vec<_> = schema.get("oneOf").into_iter().flat_map(Value::items).collect();
        // An object of which nothing is said may hold anything.
        let nothing_said = || schema.get("properties").is_none() && variants.is_empty();
        let open = schema.get("additionalProperties").map_or_else(nothing_said, |more| more.as_bool() != Some(false));
        let tag = variants.iter().find_map(|variant| {
            let mut properties = variant.get("properties")?.members();
            properties.find(|(_, schema)| schema.get("const").is_some()).map(|(name, _)| text(name))
        });
        let tag = tag.map(|field| {
            let others = schema.get("x-others").is_some_and(|others| others.as_bool() == Some(true));
            let variants = variants.iter().filter_map(|variant| self.variant(*variant, &field, &fields)).collect();
            Tag { field, variants, others }
        });
        let closed = schema.get("additionalProperties").is_some_and(|more| more.as_bool() == Some(false));
        Object { fields, tag, open, closed }
    }

    fn variant(&mut self, schema: Value<'s>, tag: &str, common: &[Field]) -> Option<Variant> {
        let value = text(schema.get("properties")?.get(tag)?.get("const")?);
        let docs = schema.get("description").map(|docs| Docs::parse(text(docs))).unwrap_or_default();
        // What every variant must have comes first, then the variant, then what every one may have.
        let (first, last) = common.split_at(common.iter().rposition(|field| field.required).map_or(0, |last| last + 1));
        // A variant that is a type of its own refers to it, and adds the tag.
        let own = schema.get("$ref").and_then(Value::as_str).map(|reference| self.definition(&reference));
        let again = own.as_ref().and_then(|rule| rule.again);
        self.has_open_variants |= again.is_some();
        let here = self.fields(schema);
        let fields = [first, &here, last].concat();
        let mut variant = Variant { value, docs, fields, open: false, again };
        if let Some(rule) = own.filter(|_| again.is_none()) {
            variant.extend(&rule.shape, first.len() + here.len());
        }
        Some(variant)
    }

    fn fields(&mut self, schema: Value<'s>) -> Vec<Field> {
        let required: Vec<_> = schema.get("required").into_iter().flat_map(Value::items).map(text).collect();
        let properties = schema.get("properties").into_iter().flat_map(Value::members);
        let fields = properties.map(|(name, schema)| {
            let name = text(name);
            let place = schema.get("x-in").and_then(|place| In::named(&text(place)));
            Field { rule: self.child(schema), required: required.contains(&name), place, credential: None, name }
        });
        fields.collect()
    }

    /// Puts credentials before the fields of the body, in every variant of it.
    pub(super) fn add_credentials(&mut self, object: &mut Object, credentials: &[KnownCredential]) {
        for credential in credentials.iter().rev() {
            let limits = TextLimits { min_characters: Some(1), ..TextLimits::default() };
            let field = Field {
                name: credential.name.to_owned(),
                rule: self.add(Rule::of(Shape::Text(limits))),
                required: credential.required,
                place: None,
                credential: Some(credential.variable.clone()),
            };
            object.fields.insert(0, field.clone());
            for variant in object.tag.iter_mut().flat_map(|tag| &mut tag.variants) {
                variant.fields.insert(0, field.clone());
            }
        }
    }
}

impl Schema {
    /// Gives variants the fields of what stands around them, which is known only now.
    pub(super) fn close_variants(&mut self) {
        let shapes: Vec<_> = self.rules.iter().map(|rule| rule.shape.clone()).collect();
        let tags = self.rules.iter_mut().filter_map(|rule| match &mut rule.shape {
            Shape::Object(object) => object.tag.as_mut(),
            _ => None,
        });
        for variant in tags.flat_map(|tag| &mut tag.variants) {
            if let Some(RuleId(id)) = variant.again.take() {
                variant.extend(&shapes[id as usize], variant.fields.len());
            }
        }
    }
}

impl Variant {
    /// Takes in the fields of the type that it is; where nobody knows them, it may have any.
    fn extend(&mut self, shape: &Shape, at: usize) {
        match shape {
            Shape::Object(Object { fields, tag, open, .. }) => {
                let own = |field: &&Field| self.fields.iter().all(|known| known.name != field.name);
                let own: Vec<_> = fields.iter().filter(own).cloned().collect();
                self.fields.splice(at..at, own);
                self.open |= *open || tag.is_some();
            }
            _ => self.open = true,
        }
    }
}
