//! Schemas of other authors, as far as the check understands them. What it cannot check is left unchecked, and not refused.

use super::{Learner, audit};
use crate::lang::Words;
use crate::layer::json::{Kind, Object, Value, array};
use crate::schema::{Format, KEYWORDS, Pattern, class_of};

impl<'t> Learner<'t> {
    /// A schema as the check reads it.
    pub(super) fn schema(&mut self, schema: Value<'t>) -> String {
        if let Some(reference) = schema.get("$ref").filter(|reference| reference.kind() == Kind::String) {
            return self.reference(schema, reference);
        }
        if let Some(all) = schema.get("allOf") {
            return self.all_of(schema, all);
        }
        self.plain(schema, &mut Object::new())
    }

    fn reference(&mut self, schema: Value<'t>, reference: Value<'t>) -> String {
        let mut written = Object::new();
        match self.led(schema) {
            Some(_) => written = written.json("$ref", reference.source()),
            None => self.notes.left_out(reference, reference.source(), self.lost(schema)),
        }
        for (key, value) in schema.members().filter(|(key, _)| !key.is_str("$ref")) {
            let key = key.as_str().unwrap_or_default();
            if KEYWORDS.contains(&&*key) && (key == "description" || key.starts_with("x-")) {
                written = written.json(&key, value.source());
            }
        }
        written.end()
    }

    /// A schema without a reference; `before` is what stands before its members.
    fn plain(&mut self, schema: Value<'t>, before: &mut Object) -> String {
        let mut written = std::mem::take(before);
        let nullable = schema.get("nullable").and_then(Value::as_bool) == Some(true);
        let types = schema.get("type").filter(|types| audit::said("type", *types).is_some());
        let types: Vec<_> = types.into_iter().flat_map(Value::items).filter_map(Value::as_str).collect();
        let real = types.iter().filter(|kind| **kind != "null").count();
        if real > 1 {
            return self.several_types(schema, &types);
        }
        let alternatives = ["oneOf", "anyOf"].into_iter().find_map(|key| Some((key, schema.get(key)?)));
        let kept = alternatives.and_then(|(key, list)| self.alternatives(schema, key, list, nullable));
        if let (Some((key, list)), None) = (alternatives, &kept) {
            self.notes.left_out(list, key, ALIKE);
        }
        let is_open = alternatives.is_some() && kept.is_none() && schema.get("properties").is_some();
        for (key, value) in schema.members() {
            let name = key.as_str().unwrap_or_default();
            // What is dropped for its form or for what stands beside it has been noted.
            let Some(said) = audit::said(&name, value).filter(|_| !audit::is_hollow(schema, &name)) else { continue };
            written = match &*name {
                "oneOf" | "anyOf" | "$defs" | "$schema" => written,
                "additionalProperties" if is_open => written,
                "type" if nullable && value.kind() == Kind::String => {
                    written.json("type", &format!("[{said},\"null\"]"))
                }
                "enum" if value.kind() == Kind::Array => {
                    let values: Vec<_> = value.items().filter(|one| audit::is_of_type(schema, *one)).collect();
                    let has_null = values.iter().any(|one| one.kind() == Kind::Null);
                    let null = (nullable && !has_null).then(|| "null".to_owned());
                    match values.is_empty() {
                        true => written,
                        false => {
                            written.json("enum", &array(values.iter().map(|one| one.source().to_owned()).chain(null)))
                        }
                    }
                }
                "properties" if value.kind() == Kind::Object => {
                    written.json("properties", &self.each(value, Self::schema))
                }
                "items" if value.kind() == Kind::Object => written.json("items", &self.schema(value)),
                "additionalProperties" if value.kind() == Kind::Object => {
                    written.json("additionalProperties", &self.schema(value))
                }
                "required" if value.kind() == Kind::Array => written.json("required", &required(schema, value)),
                "pattern" => match value.as_str() {
                    Some(pattern) if class_of(&pattern).is_some() || Pattern::read(&pattern).is_some() => {
                        written.json("pattern", value.source())
                    }
                    _ => {
                        self.notes.left_out(value, value.source(), PATTERN);
                        written
                    }
                },
                "example" if schema.get("examples").is_none() => {
                    written.json("examples", &array([value.source().to_owned()].into_iter()))
                }
                "examples" if value.kind() != Kind::Array => written,
                "format" => {
                    if value.as_str().is_some_and(|name| Format::named(&name).is_none() && !is_type(&name)) {
                        self.notes.left_out(value, value.source(), FORMAT);
                    }
                    written.json("format", value.source())
                }
                "minimum" | "maximum" if value.kind() == Kind::Number && value.as_i64().is_none() => {
                    self.notes.left_out(value, &format!("{name} {}", value.source()), FRACTION);
                    written
                }
                "minimum" | "maximum" => match self.bound(schema, &name, value, &said) {
                    Some(bound) => written.json(&name, &bound),
                    None => written,
                },
                "exclusiveMinimum" | "exclusiveMaximum" => match self.exclusive(schema, &name, value) {
                    Some((name, bound)) => written.json(name, &bound),
                    None => written,
                },
                "properties" | "items" | "required" => written,
                name if KEYWORDS.contains(&name) => written.json(name, &said),
                _ => written,
            };
        }
        if schema.get("type").is_none() && alternatives.is_none() {
            written = match (schema.get("properties"), schema.get("items")) {
                (Some(_), _) => written.text("type", "object"),
                (None, Some(_)) => written.text("type", "array"),
                _ => written,
            };
        }
        let is_binary = schema.get("format").is_some_and(|format| format.is_str("binary"));
        let is_file = is_binary || audit::is_file(schema) || schema.get("type").is_some_and(|kind| kind.is_str("file"));
        if is_file && schema.get("contentEncoding").is_none() {
            written = written.text("contentEncoding", "base64");
        }
        if is_open {
            written = written.json("additionalProperties", "true");
        }
        let has_null =
            nullable || types.iter().any(|kind| kind == "null") || kept.as_ref().is_some_and(|kept| kept.null);
        if has_null {
            written = self.with_null(schema, written);
        }
        if let Some(Kept { key, json, others, .. }) = kept {
            written = written.json(key, &json);
            if others && schema.get("x-others").is_none() {
                written = written.json("x-others", "true");
            }
        }
        written.end()
    }

    /// Says that `null` is a value as good as any: whoever wrote the document said so.
    pub(super) fn with_null(&self, schema: Value<'t>, written: Object) -> Object {
        let is_said = self.is_ours || schema.get("x-null").is_some();
        if is_said { written } else { written.json("x-null", "true") }
    }

    /// A least or greatest number. In OpenAPI 3.0 a flag beside it says that the number itself is beyond.
    fn bound(&mut self, schema: Value<'t>, name: &str, value: Value<'t>, said: &str) -> Option<String> {
        let flag = if name == "minimum" { "exclusiveMinimum" } else { "exclusiveMaximum" };
        match schema.get(flag).and_then(Value::as_bool) {
            Some(true) => self.exclusive(schema, flag, value).map(|(_, bound)| bound),
            _ => Some(said.to_owned()),
        }
    }

    /// A number that is just beyond what may be, as the least or greatest that may be: of integers alone there is one.
    fn exclusive(&mut self, schema: Value<'t>, name: &str, value: Value<'t>) -> Option<(&'static str, String)> {
        if value.kind() != Kind::Number {
            return None;
        }
        let is_integer = schema.get("type").and_then(audit::type_name) == Some("integer");
        let (own, step) = if name == "exclusiveMinimum" { ("minimum", 1) } else { ("maximum", -1) };
        let bound = value.as_i64().filter(|_| is_integer).and_then(|bound| bound.checked_add(step));
        if bound.is_none() {
            self.notes.left_out(value, &format!("{name} {}", value.source()), FRACTION);
        }
        Some((own, bound?.to_string()))
    }

    /// A schema of several types: one of each, with no more said of it than that.
    fn several_types(&mut self, schema: Value<'t>, types: &[std::borrow::Cow<'t, str>]) -> String {
        let mut written = Object::new();
        for (key, value) in schema.members() {
            let key = key.as_str().unwrap_or_default();
            if KEYWORDS.contains(&&*key) && (key == "description" || key.starts_with("x-")) {
                written = written.json(&key, value.source());
            }
        }
        if types.iter().any(|kind| kind == "null") {
            written = self.with_null(schema, written);
        }
        let each = types.iter().map(|kind| Object::new().text("type", kind).end());
        written.json("anyOf", &array(each)).end()
    }

    /// `oneOf` or `anyOf` where the check can tell its schemas apart: constants, variants with a tag, or one of each type.
    fn alternatives(&mut self, schema: Value<'t>, key: &'static str, list: Value<'t>, nullable: bool) -> Option<Kept> {
        let is_null = |one: &Value<'t>| one.get("type").is_some_and(|kind| kind.is_str("null"));
        let real: Vec<_> = list.items().filter(|one| !is_null(one)).collect();
        let has_null = nullable || list.items().any(|one| is_null(&one));
        let null = has_null.then(|| "{\"type\":\"null\"}".to_owned());
        let is_constant = |one: &Value<'t>| one.get("const").is_some();
        let mut kinds: Vec<_> = real.iter().map(|one| self.kind_of(*one)).collect();
        kinds.sort_unstable();
        let differ = kinds.iter().all(Option::is_some) && kinds.windows(2).all(|pair| pair[0] != pair[1]);
        let key = if real.is_empty() {
            return None;
        } else if real.iter().all(is_constant) || key == "oneOf" && has_tag(&real) {
            key
        } else if key == "oneOf"
            && real.len() > 1
            && let Some((variants, others)) = self.tagged(schema, &real)
        {
            return Some(Kept { key, json: array(variants.into_iter().chain(null)), others, null: has_null });
        } else if schema.get("type").is_none() && schema.get("properties").is_none() && (real.len() == 1 || differ) {
            "anyOf"
        } else {
            return None;
        };
        let written: Vec<_> =
            real.into_iter().map(|one| if has_variant(one) { self.variant(one) } else { self.schema(one) }).collect();
        Some(Kept { key, json: array(written.into_iter().chain(null)), others: false, null: has_null })
    }

    /// A variant that is a type of its own refers to it, and adds the tag.
    fn variant(&mut self, one: Value<'t>) -> String {
        match one.get("$ref").filter(|_| self.led(one).is_some()) {
            Some(reference) => self.plain(one, &mut Object::new().json("$ref", reference.source())),
            None => self.schema(one),
        }
    }

    /// The JSON type of what a schema takes, where it says so.
    fn kind_of(&self, schema: Value<'t>) -> Option<String> {
        let schema = self.led(schema)?;
        let kind = schema.get("type").and_then(Value::as_str).map(std::borrow::Cow::into_owned);
        match kind.as_deref() {
            Some("integer") => Some("number".to_owned()),
            None if schema.get("properties").is_some() => Some("object".to_owned()),
            _ => kind,
        }
    }
}

/// Alternatives that the check can tell apart.
struct Kept {
    key: &'static str,
    json: String,
    /// There may be more of them.
    others: bool,
    /// `null` is one of them.
    null: bool,
}

/// Whether a format says no more than which type a value has, or what is done with it.
fn is_type(name: &str) -> bool {
    ["int32", "int64", "float", "double", "binary", "byte", "password", "string", "integer", "number", "json", "html"]
        .contains(&name)
}

const FORMAT: Words = Words::new("不检查这种格式", "this format is not checked");
const FRACTION: Words =
    Words::new("只检查整数的上下限，这一条不检查", "of limits only those of integers are checked; this one is not");
const PATTERN: Words = Words::new(
    "只检查没有分组和断言的正则，这一条不检查",
    "of patterns those without groups and assertions are checked; this one is not",
);
const ALIKE: Words = Words::new(
    "各选项无法区分，不检查是哪一种",
    "alternatives that cannot be told apart: which one it is is not checked",
);

/// What is required, less what only replies have.
fn required(schema: Value<'_>, names: Value<'_>) -> String {
    let is_sent = |name: &Value<'_>| {
        let property = schema.get("properties").zip(name.as_str()).and_then(|(all, name)| all.get(&name));
        property.and_then(|one| one.get("readOnly")?.as_bool()) != Some(true)
    };
    let names = names.items().filter(|name| name.kind() == Kind::String).filter(is_sent);
    array(names.map(|name| name.source().to_owned()))
}

/// Whether every one of some variants has a constant under the same name.
fn has_tag(variants: &[Value<'_>]) -> bool {
    let constants = |one: Value<'_>| {
        let all = one.get("properties").into_iter().flat_map(Value::members);
        let all = all.filter(|(_, schema)| schema.get("const").is_some_and(|value| value.kind() == Kind::String));
        all.filter_map(|(name, _)| name.as_str().map(std::borrow::Cow::into_owned)).collect::<Vec<_>>()
    };
    let first = variants.first().map(|one| constants(*one)).unwrap_or_default();
    first.iter().any(|name| variants.iter().all(|one| constants(*one).contains(name)))
}

pub(super) fn has_variant(one: Value<'_>) -> bool {
    one.get("$ref").is_some() && one.get("properties").is_some()
}
