//! What the keywords of a schema say together: rules that no value can keep, and those that nothing reads.

use std::collections::BTreeSet;

use super::{Learner, MAX_LOOKED, number, shown};
use crate::lang::Words;
use crate::layer::json::{Kind, Value};

/// So many names are gathered of one schema.
const MAX_NAMES: usize = 5000;

/// So many schemas are looked at for the names of one.
const MAX_PARTS: usize = 200;

/// So deep may schemas be parts of each other.
const MAX_DEPTH: usize = 64;

/// Keywords that say what a value must be, and are not checked.
pub(super) const NOT_CHECKED: [&str; 22] = [
    "$dynamicRef",
    "$recursiveRef",
    "multipleOf",
    "minProperties",
    "maxProperties",
    "not",
    "if",
    "then",
    "else",
    "patternProperties",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "dependencies",
    "contains",
    "minContains",
    "maxContains",
    "prefixItems",
    "additionalItems",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
];

/// Keywords that bound the same from below and from above.
const PAIRS: [(&str, &str); 6] = [
    ("minLength", "maxLength"),
    ("minBytes", "maxBytes"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
    ("minimum", "maximum"),
];

impl<'t> Learner<'t> {
    pub(super) fn keywords(&mut self, schema: Value<'t>, is_part: bool) {
        for (key, value) in schema.members() {
            let name = key.as_str().unwrap_or_default();
            if NOT_CHECKED.contains(&&*name) {
                self.notes.left_out(value, &shown(&name, value), KEYWORD);
            }
        }
        for (least, most) in PAIRS {
            if let (Some(low), Some(high)) = (bound(schema, least), bound(schema, most))
                && is_beyond(low, high)
            {
                let what = [shown(least, low.value), shown(most, high.value)].join(" > ");
                self.notes.left_out(low.value, &what, HOLLOW);
            }
        }
        self.values(schema);
        self.flags(schema);
        self.content(schema);
        self.beside_reference(schema);
        if !is_part {
            self.required(schema);
        }
    }

    /// Values that no value can be, as the type is another.
    fn values(&mut self, schema: Value<'t>) {
        for value in schema.get("enum").into_iter().flat_map(Value::items) {
            if !is_of_type(schema, value) {
                self.notes.left_out(value, value.source(), OTHER_TYPE);
            }
        }
    }

    /// In 3.0 a flag says that the bound itself is beyond; in 3.1 the number stands there.
    fn flags(&mut self, schema: Value<'t>) {
        for (name, beside) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
            let Some(value) = schema.get(name) else { continue };
            match value.kind() {
                Kind::Bool if schema.get(beside).is_none() && value.as_bool() == Some(true) => {
                    self.notes.left_out(value, &format!("{name} true"), ALONE);
                }
                Kind::Bool if !self.is_3_0 => self.notes.guessed(value, &shown(name, value), AS_3_0),
                Kind::Number if self.is_3_0 => self.notes.guessed(value, &shown(name, value), AS_3_1),
                _ => {}
            }
        }
    }

    /// What a text holds is a file in base64, or not looked at.
    fn content(&mut self, schema: Value<'t>) {
        let encoding = schema.get("contentEncoding").filter(|one| one.kind() == Kind::String);
        let is_base64 = encoding.is_some_and(|one| one.is_str("base64"));
        if let Some(encoding) = encoding.filter(|_| !is_base64) {
            self.notes.left_out(encoding, &shown("contentEncoding", encoding), KEYWORD);
        }
        let kind = schema.get("contentMediaType").filter(|one| one.kind() == Kind::String);
        let Some(kind) = kind.filter(|_| !is_base64) else { return };
        if is_file(schema) {
            self.notes.guessed(kind, &shown("contentMediaType", kind), FILE);
        } else {
            self.notes.left_out(kind, &shown("contentMediaType", kind), KEYWORD);
        }
    }

    /// Beside a reference, words alone are read.
    fn beside_reference(&mut self, schema: Value<'t>) {
        if schema.get("$ref").is_none_or(|one| one.kind() != Kind::String) || self.is_ours {
            return;
        }
        for (key, value) in schema.members() {
            let name = key.as_str().unwrap_or_default();
            let is_rule = BESIDE.contains(&&*name) && value.as_bool() != Some(false);
            if is_rule && !(name == "properties" && super::super::schema::has_variant(schema)) {
                self.notes.left_out(value, &shown(&name, value), BESIDE_REFERENCE);
            }
        }
    }

    /// Names of fields that must be there and that are nowhere among the fields.
    fn required(&mut self, schema: Value<'t>) {
        let mut told = Vec::new();
        required_of(schema, 0, &mut told);
        if told.is_empty() {
            return;
        }
        let mut names = Names::default();
        let is_whole = self.names(schema, &mut names, 0);
        self.looked += names.all.len() + names.parts;
        let is_map = schema.get("additionalProperties").is_some_and(|more| more.kind() == Kind::Object);
        let is_open = names.all.is_empty() && schema.get("type").is_none_or(|kind| !kind.is_str("object"));
        if !is_whole || is_map || is_open || schema.get("patternProperties").is_some() {
            return;
        }
        for name in told {
            if !name.as_str().is_some_and(|name| names.all.contains(&*name)) {
                self.notes.left_out(name, name.source(), NO_FIELD);
            }
        }
    }

    /// Gathers the names of fields of a schema, of all that it is made of and of its alternatives; `false` where some are not
    /// known.
    fn names(&self, schema: Value<'t>, names: &mut Names, depth: usize) -> bool {
        names.parts += 1;
        if names.parts > MAX_PARTS || self.looked > MAX_LOOKED || depth > MAX_DEPTH {
            return false;
        }
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str)
            && !names.seen.insert(reference.into_owned())
        {
            return true;
        }
        let Some(schema) = self.led(schema) else { return false };
        for (name, _) in schema.get("properties").into_iter().flat_map(Value::members) {
            if names.all.len() >= MAX_NAMES {
                return false;
            }
            names.all.insert(name.as_str().unwrap_or_default().into_owned());
        }
        let parts = ["allOf", "oneOf", "anyOf"].into_iter().filter_map(|key| schema.get(key)).flat_map(Value::items);
        let single = ["if", "then", "else"].into_iter().filter_map(|key| schema.get(key));
        parts.chain(single).all(|part| self.names(part, names, depth + 1))
    }
}

/// The names of fields of a schema.
#[derive(Default)]
struct Names {
    all: BTreeSet<String>,
    seen: BTreeSet<String>,
    parts: usize,
}

/// What a schema and the parts that stand in it say to be required.
fn required_of<'t>(schema: Value<'t>, depth: usize, told: &mut Vec<Value<'t>>) {
    let own = schema.get("required").filter(|names| names.kind() == Kind::Array);
    told.extend(own.into_iter().flat_map(Value::items).filter(|name| name.kind() == Kind::String));
    if depth < MAX_DEPTH {
        let parts = ["allOf", "oneOf", "anyOf"].into_iter().filter_map(|key| schema.get(key)).flat_map(Value::items);
        parts.for_each(|part| required_of(part, depth + 1, told));
    }
}

/// Whether a value is of a type that its schema says; of a schema that says none, any is.
pub(in crate::learn::openapi) fn is_of_type(schema: Value<'_>, value: Value<'_>) -> bool {
    let Some(said) = schema.get("type") else { return true };
    let types: Vec<_> = said.items().chain([said]).filter_map(Value::as_str).collect();
    let is = |kind: &str| match value.kind() {
        Kind::Null => true,
        Kind::Bool => kind == "boolean",
        Kind::Number => kind == "number" || kind == "integer" && !value.source().contains(['.', 'e', 'E']),
        Kind::String => kind == "string",
        Kind::Array => kind == "array",
        Kind::Object => kind == "object",
    };
    let known = ["boolean", "number", "integer", "string", "array", "object", "null"];
    types.iter().any(|kind| is(kind) || !known.contains(&&**kind)) || types.is_empty()
}

/// Whether a bound of a schema and the one opposite leave no value: the least is beyond the most.
pub(in crate::learn::openapi) fn is_hollow(schema: Value<'_>, keyword: &str) -> bool {
    let keyword = match keyword {
        "exclusiveMinimum" => "minimum",
        "exclusiveMaximum" => "maximum",
        other => other,
    };
    let pair = PAIRS.into_iter().find(|(least, most)| [*least, *most].contains(&keyword));
    let bounds = pair.and_then(|(least, most)| bound(schema, least).zip(bound(schema, most)));
    bounds.is_some_and(|(low, high)| is_beyond(low, high))
}

/// The least or the most that a schema says.
#[derive(Clone, Copy)]
struct Bound<'t> {
    value: Value<'t>,
    /// The number itself is beyond.
    is_exclusive: bool,
}

fn bound<'t>(schema: Value<'t>, name: &str) -> Option<Bound<'t>> {
    let exclusive = match name {
        "minimum" => schema.get("exclusiveMinimum"),
        "maximum" => schema.get("exclusiveMaximum"),
        _ => None,
    };
    match (schema.get(name), exclusive) {
        (Some(value), flag) => Some(Bound { value, is_exclusive: flag.and_then(Value::as_bool) == Some(true) }),
        (None, Some(value)) => Some(Bound { value, is_exclusive: true }),
        (None, None) => None,
    }
}

fn is_beyond(low: Bound<'_>, high: Bound<'_>) -> bool {
    let is_exclusive = low.is_exclusive || high.is_exclusive;
    match (number(low.value), number(high.value)) {
        (Some(low), Some(high)) => low > high || is_exclusive && low == high,
        _ => {
            let float =
                |one: Bound<'_>| (one.value.kind() == Kind::Number).then(|| one.value.source().parse::<f64>().ok())?;
            float(low).zip(float(high)).is_some_and(|(low, high)| low > high)
        }
    }
}

/// Whether a text is a file by its media type, as OpenAPI 3.1 writes one.
pub(in crate::learn::openapi) fn is_file(schema: Value<'_>) -> bool {
    let kind = schema.get("contentMediaType").and_then(Value::as_str).unwrap_or_default().to_ascii_lowercase();
    let is_binary = ["image/", "audio/", "video/", "application/octet-stream"].iter().any(|one| kind.starts_with(one));
    let is_text = schema.get("type").is_none_or(|kind| kind.is_str("string"));
    is_binary && is_text && schema.get("contentEncoding").is_none()
}

/// Rules that are not read beside a reference.
const BESIDE: [&str; 19] = [
    "type",
    "enum",
    "const",
    "required",
    "properties",
    "additionalProperties",
    "items",
    "allOf",
    "oneOf",
    "anyOf",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minimum",
    "maximum",
    "pattern",
    "format",
    "nullable",
];

const KEYWORD: Words = Words::new("不检查这一条", "this keyword is not checked");
const HOLLOW: Words = Words::new(
    "下限大于上限，没有值能满足；都不检查",
    "the least is greater than the most, so that no value fits; neither is checked",
);
const OTHER_TYPE: Words =
    Words::new("与 type 不符，没有值能是它；去掉", "of another type than the schema's, so that no value can be it");
const ALONE: Words = Words::new("旁边没有它所指的上下限；不起作用", "there is no bound beside it; it has no effect");
const AS_3_0: Words = Words::new("这是 OpenAPI 3.0 的写法；按 3.0 处理", "OpenAPI 3.0 writes it so; taken as there");
const AS_3_1: Words = Words::new("这是 OpenAPI 3.1 的写法；按 3.1 处理", "OpenAPI 3.1 writes it so; taken as there");
const FILE: Words = Words::new("按文件处理", "taken as a file");
const BESIDE_REFERENCE: Words = Words::new("与 $ref 并列，不检查", "beside a $ref, it is not checked");
const NO_FIELD: Words = Words::new(
    "必填，但 properties 中没有这个字段；不检查",
    "required, and not among the properties; this is not checked",
);
