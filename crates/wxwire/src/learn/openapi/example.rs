//! Examples: what authors write at media types, schemas and parameters, as the values of a whole call.

use super::body::Body;
use super::{Learner, text_of};
use crate::layer::json::{Kind, Object, Value};

/// So many examples of a call are taken.
const MAX_EXAMPLES: usize = 50;

impl<'t> Learner<'t> {
    /// The examples of a whole call, where it has parameters; those of its body alone stand there.
    pub(super) fn examples(&self, parameters: &[Option<Value<'t>>], body: Option<&Body<'t>>) -> Option<String> {
        if parameters.is_empty() {
            return None;
        }
        let mut before = Vec::new();
        for parameter in parameters.iter().copied() {
            let required = parameter.is_none_or(|one| {
                one.get("required").and_then(Value::as_bool) == Some(true) || text_of(one, "in") == "path"
            });
            match parameter.and_then(|one| Some((text_of(one, "name"), self.example_of(one)?))) {
                Some(found) => before.push(found),
                // An example without what must be there is none.
                None if required => return None,
                None => {}
            }
        }
        let of_body = match body {
            None => vec![("example".to_owned(), None)],
            Some(body) if body.is_multipart => return None,
            Some(body) => self.bodies(body.media),
        };
        let mut all = Object::new();
        for (name, value) in of_body.iter().take(MAX_EXAMPLES) {
            let own = value.iter().flat_map(|value| value.members());
            let mut values = Object::new();
            for (name, value) in &before {
                values = values.json(name, value.source());
            }
            for (key, member) in own {
                let key = key.as_str().unwrap_or_default();
                if !before.iter().any(|(name, _)| *name == key) {
                    values = values.json(&key, member.source());
                }
            }
            all = all.json(name, &Object::new().json("value", &values.end()).end());
        }
        (!of_body.is_empty()).then(|| all.end())
    }

    /// The examples of a body, by name.
    fn bodies(&self, media: Value<'t>) -> Vec<(String, Option<Value<'t>>)> {
        let is_object = |value: &Value<'t>| value.kind() == Kind::Object;
        let named = media.get("examples").into_iter().flat_map(Value::members);
        let named = named.filter_map(|(name, one)| {
            let value = self.led(one)?.get("value").filter(is_object)?;
            Some((name.as_str()?.into_owned(), Some(value)))
        });
        let named: Vec<_> = named.collect();
        if !named.is_empty() {
            return named;
        }
        self.example_of(media).filter(is_object).map(|value| ("example".to_owned(), Some(value))).into_iter().collect()
    }

    /// The one example of a media type or a parameter: its own, or what its schema says.
    pub(super) fn example_of(&self, place: Value<'t>) -> Option<Value<'t>> {
        let named = |list: Value<'t>| {
            let first = list.members().next().map(|(_, one)| one);
            first.and_then(|one| self.led(one)?.get("value"))
        };
        let own = place.get("example").or_else(|| place.get("examples").and_then(named));
        own.or_else(|| {
            let schema = self.led(place.get("schema")?)?;
            let first = |key: &str| schema.get(key).and_then(|list| list.items().next());
            let said = schema.get("example").or_else(|| first("examples")).or_else(|| schema.get("default"));
            said.or_else(|| schema.get("const")).or_else(|| first("enum"))
        })
        .filter(|value| value.kind() != Kind::Null)
    }
}
