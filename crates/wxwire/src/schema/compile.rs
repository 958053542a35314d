//! Derived JSON Schema to rules.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Bounds, Choice, Docs, Field, Object, Rule, RuleId, Schema, Shape, Tag, TextLimits, Variant};
use crate::problem::{Source, Unit};

/// Keywords that say nothing about what is valid, or that belong to one that is read elsewhere.
const SILENT: [&str; 6] = ["$schema", "$defs", "title", "format", "default", "description"];

/// A field of the body that is no part of the values.
pub(crate) struct BodyCredential {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    /// The environment variable that it comes from.
    pub(crate) variable: String,
}

impl Schema {
    /// Compiles what schemars derived; and adds the credentials that go into the body.
    pub(crate) fn compile(schema: &Value, credentials: &[BodyCredential]) -> Self {
        let empty = Map::new();
        let definitions = schema.get("$defs").and_then(Value::as_object).unwrap_or(&empty);
        let mut compiler = Compiler { definitions, rules: Vec::new(), done: BTreeMap::new(), unknown: Vec::new() };
        let mut root = compiler.rule(schema);
        if let Shape::Object(object) = &mut root.shape {
            for credential in credentials.iter().rev() {
                let rule = compiler
                    .add(Rule::of(Shape::Text(TextLimits { min_characters: Some(1), ..TextLimits::default() })));
                let BodyCredential { name, required, variable } = credential;
                let field =
                    Field { name: (*name).into(), rule, required: *required, credential: Some(variable.clone()) };
                object.each_list(|fields| fields.insert(0, field.clone()));
            }
        }
        let root = compiler.add(root);
        Self { rules: compiler.rules, root, unknown_keywords: compiler.unknown }
    }
}

impl Rule {
    fn of(shape: Shape) -> Self {
        Self {
            docs: Docs::default(),
            shape,
            nullable: false,
            source: Source::Documented,
            unit: None,
            cut: false,
            undocumented: false,
            layers: Vec::new(),
            xml_root: None,
        }
    }
}

impl Object {
    /// Applies a change to the common fields and to those of every variant.
    fn each_list(&mut self, mut change: impl FnMut(&mut Vec<Field>)) {
        change(&mut self.fields);
        for variant in self.tag.iter_mut().flat_map(|tag| &mut tag.variants) {
            change(&mut variant.fields);
        }
    }
}

struct Compiler<'s> {
    definitions: &'s Map<String, Value>,
    rules: Vec<Rule>,
    done: BTreeMap<&'s str, RuleId>,
    unknown: Vec<String>,
}

impl<'s> Compiler<'s> {
    fn add(&mut self, rule: Rule) -> RuleId {
        self.rules.push(rule);
        RuleId(self.rules.len() as u32 - 1)
    }

    fn child(&mut self, schema: &'s Value) -> RuleId {
        let rule = self.rule(schema);
        self.add(rule)
    }

    /// The rule of a schema: that of the type it refers to, if any, and on top of it what stands here.
    fn rule(&mut self, schema: &'s Value) -> Rule {
        let Some(map) = schema.as_object() else { return Rule::of(Shape::Any) };
        let mut rule = match map.get("$ref").and_then(Value::as_str) {
            Some(reference) => self.definition(reference),
            None => {
                let mut rule = Rule::of(Shape::Any);
                rule.shape = self.shape(map, &mut rule.nullable, &mut rule.docs);
                rule
            }
        };
        for (keyword, value) in map {
            self.annotate(&mut rule, keyword, value);
        }
        rule
    }

    fn definition(&mut self, reference: &'s str) -> Rule {
        let name = reference.rsplit('/').next().unwrap_or_default();
        if let Some(&RuleId(id)) = self.done.get(name) {
            return self.rules[id as usize].clone();
        }
        let rule = match self.definitions.get(name) {
            Some(schema) => self.rule(schema),
            None => Rule::of(Shape::Any),
        };
        let id = self.add(rule.clone());
        self.done.insert(name, id);
        rule
    }

    fn annotate(&mut self, rule: &mut Rule, keyword: &str, value: &Value) {
        let text = value.as_str().unwrap_or_default();
        match keyword {
            "description" => rule.docs = Docs::parse(text),
            "x-source" => rule.source = source(text),
            "x-unit" => rule.unit = (text == "seconds").then_some(Unit::Seconds),
            "x-cut" => rule.cut = value == true,
            "x-undocumented" => rule.undocumented = value == true,
            "x-layer" => rule.layers = text.split('!').map(String::from).collect(),
            "x-root" => rule.xml_root = Some(text.to_owned()),
            "x-others" => {}
            _ if keyword.starts_with("x-") => self.unknown.push(keyword.to_owned()),
            _ => {}
        }
    }

    fn shape(&mut self, map: &'s Map<String, Value>, nullable: &mut bool, docs: &mut Docs) -> Shape {
        self.note_unknown(map);
        if let Some(value) = map.get("const") {
            return Shape::Choice(vec![choice(value, map)]);
        }
        if let Some(values) = map.get("enum").and_then(Value::as_array) {
            return Shape::Choice(values.iter().map(|value| choice(value, &Map::new())).collect());
        }
        let kinds: Vec<&str> = match map.get("type") {
            Some(Value::String(kind)) => vec![kind],
            Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => vec![],
        };
        *nullable = kinds.contains(&"null");
        let size = |key: &str| map.get(key).and_then(Value::as_u64).and_then(|size| usize::try_from(size).ok());
        let bounds = || Bounds { min: map.get("minimum").and_then(bound), max: map.get("maximum").and_then(bound) };
        match kinds.iter().find(|kind| **kind != "null") {
            Some(&"boolean") => Shape::Bool,
            Some(&"integer") => Shape::Integer(bounds()),
            Some(&"number") => Shape::Number(bounds()),
            Some(&"string") => Shape::Text(TextLimits {
                min_characters: size("minLength"),
                max_characters: size("maxLength"),
                max_bytes: size("maxBytes"),
                characters: map.get("pattern").and_then(Value::as_str).map(|pattern| self.character_class(pattern)),
            }),
            Some(&"array") => {
                let items = self.child(map.get("items").unwrap_or(&Value::Null));
                Shape::List { items, min: size("minItems"), max: size("maxItems") }
            }
            Some(&"object") => Shape::Object(self.object(map)),
            _ => self.alternatives(map, nullable, docs),
        }
    }

    /// `oneOf` and `anyOf` without a type: a list of constants, an optional reference, or one rule for each JSON type.
    fn alternatives(&mut self, map: &'s Map<String, Value>, nullable: &mut bool, docs: &mut Docs) -> Shape {
        let list = map.get("oneOf").or_else(|| map.get("anyOf")).and_then(Value::as_array);
        let Some(list) = list else { return Shape::Any };
        *nullable = list.iter().any(|schema| schema["type"] == "null");
        let real: Vec<&Value> = list.iter().filter(|schema| schema["type"] != "null").collect();
        if real.iter().all(|schema| schema.get("const").is_some()) {
            let choices = real.iter().filter_map(|schema| Some(choice(schema.get("const")?, schema.as_object()?)));
            return Shape::Choice(choices.collect());
        }
        match real[..] {
            [one] if map.contains_key("anyOf") => {
                let rule = self.rule(one);
                *docs = rule.docs;
                rule.shape
            }
            _ if map.contains_key("oneOf") => Shape::Object(self.object(map)),
            _ => Shape::Either(real.into_iter().map(|schema| self.child(schema)).collect()),
        }
    }

    fn object(&mut self, map: &'s Map<String, Value>) -> Object {
        let fields = self.fields(map);
        let variants = map.get("oneOf").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let open = map.get("additionalProperties").is_some_and(|more| more != false);
        let tag = variants.iter().find_map(|variant| {
            let properties = variant.get("properties")?.as_object()?;
            properties.iter().find(|(_, schema)| schema.get("const").is_some()).map(|(name, _)| name.clone())
        });
        let tag = tag.map(|field| {
            let variants = variants.iter().filter_map(|schema| {
                let own = schema.as_object()?;
                let value = own["properties"][&field]["const"].as_str()?.to_owned();
                let docs = Docs::parse(own.get("description").and_then(Value::as_str).unwrap_or_default());
                // What every variant must have comes first, then the variant, then what every one may have.
                let mut all = fields.clone();
                let at = fields.iter().rposition(|field| field.required).map_or(0, |last| last + 1);
                all.splice(at..at, self.fields(own));
                Some(Variant { value, docs, fields: all })
            });
            let others = map.get("x-others").is_some_and(|others| others == true);
            Tag { field: field.clone(), variants: variants.collect(), others }
        });
        Object { fields, tag, open }
    }

    fn fields(&mut self, map: &'s Map<String, Value>) -> Vec<Field> {
        let required: Vec<&str> =
            map.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let properties = map.get("properties").and_then(Value::as_object).into_iter().flatten();
        let fields = properties.map(|(name, schema)| {
            let rule = self.child(schema);
            Field { name: name.clone(), rule, required: required.contains(&name.as_str()), credential: None }
        });
        fields.collect()
    }

    /// The class of a pattern such as `^[A-Za-z0-9_.-]*$`, the only kind that is read.
    fn character_class(&mut self, pattern: &str) -> String {
        let class = pattern.strip_prefix("^[").and_then(|rest| rest.strip_suffix("]*$"));
        class.map(String::from).unwrap_or_else(|| {
            self.unknown.push(format!("pattern {pattern}"));
            String::new()
        })
    }

    fn note_unknown(&mut self, map: &Map<String, Value>) {
        const READ: [&str; 17] = [
            "$ref",
            "const",
            "enum",
            "type",
            "oneOf",
            "anyOf",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "minLength",
            "maxLength",
            "maxBytes",
            "minimum",
            "maximum",
        ];
        let known = |keyword: &str| READ.contains(&keyword) || SILENT.contains(&keyword) || keyword == "pattern";
        self.unknown.extend(map.keys().filter(|keyword| !known(keyword) && !keyword.starts_with("x-")).cloned());
    }
}

fn choice(value: &Value, map: &Map<String, Value>) -> Choice {
    let docs = Docs::parse(map.get("description").and_then(Value::as_str).unwrap_or_default());
    Choice { json: value.to_string(), docs }
}

fn bound(value: &Value) -> Option<i64> {
    value.as_i64()
}

fn source(name: &str) -> Source {
    match name {
        "observed" => Source::Observed,
        "inferred" => Source::Inferred,
        _ => Source::Documented,
    }
}
