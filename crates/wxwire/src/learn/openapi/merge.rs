//! `allOf`: one object of all its parts, where each is an object.

use std::collections::BTreeSet;

use super::Learner;
use crate::lang::Words;
use crate::layer::json::{Kind, Object, Value, array, quote};

/// So deep may such schemas stand in each other.
const MAX_MERGING: usize = 4;

/// So many members may all of them have together.
const MAX_MERGED: usize = 100_000;

/// So many members may one of them have.
const MAX_MEMBERS: usize = 2000;

/// What is gathered of the parts.
#[derive(Default)]
struct Parts<'t> {
    properties: Vec<(String, Value<'t>)>,
    required: Vec<String>,
    is_open: bool,
    seen: BTreeSet<String>,
    budget: usize,
}

impl<'t> Learner<'t> {
    /// A schema that is all of others.
    pub(super) fn all_of(&mut self, schema: Value<'t>, all: Value<'t>) -> String {
        let (first, count) = (all.items().next(), all.items().count());
        let says_more = ["properties", "required", "type"].iter().any(|key| schema.get(key).is_some());
        let annotated = |written: Object| match schema.get("description") {
            Some(help) => written.json("description", help.source()),
            None => written,
        };
        // The one way of OpenAPI 3.0 to say something beside a reference.
        if let (Some(one), 1, false) = (first, count, says_more)
            && one.get("$ref").is_some()
        {
            let nullable = schema.get("nullable").and_then(Value::as_bool) == Some(true);
            let one = self.schema(one);
            let written = annotated(Object::new());
            return match nullable {
                true => self.with_null(schema, written).json("anyOf", &format!("[{one},{{\"type\":\"null\"}}]")).end(),
                false => {
                    let reference = one.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or_default();
                    let written = written.end();
                    let rest = written.trim_start_matches('{');
                    let comma = if rest == "}" || reference.is_empty() { "" } else { "," };
                    format!("{{{reference}{comma}{rest}")
                }
            };
        }
        let mut parts = Parts { budget: MAX_MERGED.saturating_sub(self.merged), ..Parts::default() };
        let is_whole = self.merging < MAX_MERGING && self.gather(schema, &mut parts, 0);
        // What was gathered in vain has cost as much.
        self.merged += parts.properties.len();
        if !is_whole || parts.properties.is_empty() {
            self.notes.left_out(all, "allOf", UNCHECKED);
            return annotated(Object::new()).end();
        }
        self.merging += 1;
        let properties: Vec<_> =
            parts.properties.iter().map(|(name, one)| format!("{}:{}", quote(name), self.schema(*one))).collect();
        self.merging -= 1;
        let nullable = schema.get("nullable").and_then(Value::as_bool) == Some(true);
        let kind = if nullable { "[\"object\",\"null\"]" } else { "\"object\"" };
        let mut written = annotated(Object::new().json("type", kind));
        if nullable {
            written = self.with_null(schema, written);
        }
        written = written.json("properties", &format!("{{{}}}", properties.join(",")));
        if !parts.required.is_empty() {
            written = written.json("required", &array(parts.required.iter().map(|name| quote(name))));
        }
        if parts.is_open {
            written = written.json("additionalProperties", "true");
        }
        written.end()
    }

    /// The members of an object, which may be made of several.
    pub(super) fn members(&self, schema: Value<'t>) -> Vec<(String, Value<'t>)> {
        let mut parts = Parts { budget: MAX_MEMBERS, ..Parts::default() };
        self.gather(schema, &mut parts, 0);
        parts.properties
    }

    /// Gathers the members of a schema and of all that it is made of; `false` where one of these is no object.
    fn gather(&self, schema: Value<'t>, parts: &mut Parts<'t>, depth: usize) -> bool {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str)
            && !parts.seen.insert(reference.into_owned())
        {
            return true;
        }
        let Some(schema) = self.led(schema) else { return false };
        let is_object = schema.get("type").is_none_or(|kind| kind.is_str("object"));
        let is_other = ["enum", "const", "oneOf", "anyOf", "items"].iter().any(|key| schema.get(key).is_some());
        if schema.kind() != Kind::Object || !is_object || is_other || depth > MAX_CHAIN {
            return false;
        }
        if !schema.get("allOf").into_iter().flat_map(Value::items).all(|one| self.gather(one, parts, depth + 1)) {
            return false;
        }
        for (name, one) in schema.get("properties").into_iter().flat_map(Value::members) {
            let name = name.as_str().unwrap_or_default().into_owned();
            match parts.properties.iter().position(|(known, _)| *known == name) {
                Some(at) => parts.properties[at].1 = one,
                None if parts.properties.len() >= parts.budget.min(MAX_MEMBERS) => return false,
                None => parts.properties.push((name, one)),
            }
        }
        let names = schema.get("required").into_iter().flat_map(Value::items).filter_map(Value::as_str);
        for name in names.take(MAX_MEMBERS) {
            if !parts.required.iter().any(|known| *known == name) {
                parts.required.push(name.into_owned());
            }
        }
        let more = schema.get("additionalProperties");
        parts.is_open |= more.is_some_and(|more| more.as_bool() != Some(false));
        true
    }
}

/// How long a chain of schemas may be that are made of others.
const MAX_CHAIN: usize = 64;

const UNCHECKED: Words =
    Words::new("allOf 中不全是对象，不检查", "not all parts of allOf are objects: it is not checked");
