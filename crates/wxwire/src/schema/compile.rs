//! JSON Schema to rules.

mod object;

use super::{Bounds, Choice, Docs, Format, IdSort, Moment, Pattern, Rule, RuleId, Schema, Shape, TextLimits, When};
use crate::layer::json::{Kind, Tree, Value};
use crate::problem::{Source, Unit};

/// Every keyword that a schema may hold; any other is reported in [`Schema::unknown_keywords`]. CONTRIBUTING.md says what
/// each is for, and a test holds that table to this list.
pub(crate) const KEYWORDS: [&str; 49] = [
    // Read for what a value must be.
    "$ref",
    "additionalProperties",
    "anyOf",
    "const",
    "contentEncoding",
    "contentMediaType",
    "enum",
    "items",
    "maxBytes",
    "maxItems",
    "maxLength",
    "maximum",
    "minBytes",
    "minItems",
    "minLength",
    "minimum",
    "oneOf",
    "pattern",
    "properties",
    "required",
    "type",
    "uniqueItems",
    "format",
    // Read for what a value means.
    "description",
    "examples",
    "x-credential",
    "x-cut",
    "x-help-zh",
    "x-id",
    "x-in",
    "x-layer",
    "x-join",
    "x-messages",
    "x-moment",
    "x-needed",
    "x-null",
    "x-one-of",
    "x-others",
    "x-receiver",
    "x-root",
    "x-source",
    "x-type-source",
    "x-undocumented",
    "x-unit",
    "x-when",
    // Derived, and of no effect here.
    "$defs",
    "$schema",
    "default",
    "title",
];

/// Schemas that lead deeper, one referring to the next, may hold anything there: no value is read that deep.
const MAX_DEPTH: usize = 192;

/// A name that a credential goes by: no part of the values, and on the wire only where the gateway wants it in the body.
pub(crate) struct KnownCredential {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    /// The environment variable that it comes from.
    pub(crate) variable: String,
}

impl Schema {
    /// Compiles the text of a derived schema, and adds the credentials that go into the body.
    pub(crate) fn compile(text: &str, credentials: &[KnownCredential]) -> Self {
        let Ok(tree) = Tree::parse(text) else { unreachable!("a derived schema is JSON") };
        let mut compiler = Compiler {
            definitions: tree.root().get("$defs"),
            rules: Vec::new(),
            done: Vec::new(),
            begun: Vec::new(),
            has_open_variants: false,
            depth: 0,
            unknown: Vec::new(),
        };
        let mut root = compiler.rule(tree.root());
        if let Shape::Object(object) = &mut root.shape {
            // A call without fields takes none, unless it says so.
            object.open &= tree.root().get("additionalProperties").is_some();
            compiler.add_credentials(object, credentials);
        }
        let root = compiler.add(root);
        let mut schema = Self { rules: compiler.rules, root, unknown_keywords: compiler.unknown };
        if compiler.has_open_variants {
            schema.close_variants();
        }
        schema
    }
}

impl Rule {
    fn of(shape: Shape) -> Self {
        Self {
            docs: Docs::default(),
            shape,
            nullable: false,
            null: false,
            join: None,
            source: Source::Documented,
            type_source: None,
            example: None,
            unit: None,
            moment: None,
            cut: false,
            undocumented: false,
            layers: Vec::new(),
            xml_root: None,
            ids: Vec::new(),
            file: None,
            when: None,
            needed: Vec::new(),
            one_of: String::new(),
            receiver: false,
            messages: false,
            again: None,
        }
    }
}

struct Compiler<'s> {
    definitions: Option<Value<'s>>,
    rules: Vec<Rule>,
    /// The definitions that are compiled, by name; few enough to look through.
    done: Vec<(String, RuleId)>,
    /// The definitions that are being compiled, and where each will be: one may lead back to itself.
    begun: Vec<(String, RuleId)>,
    /// There is a variant whose fields are those of a type around it.
    has_open_variants: bool,
    /// How many schemas are open around the one that is read.
    depth: usize,
    unknown: Vec<String>,
}

impl<'s> Compiler<'s> {
    fn add(&mut self, rule: Rule) -> RuleId {
        self.rules.push(rule);
        RuleId(self.rules.len() as u32 - 1)
    }

    fn child(&mut self, schema: Value<'s>) -> RuleId {
        let rule = self.rule(schema);
        self.add(rule)
    }

    /// The rule of a schema: that of the type it refers to, if any, and on top of it what stands here.
    fn rule(&mut self, schema: Value<'s>) -> Rule {
        if self.depth >= MAX_DEPTH {
            self.unknown.push("depth".to_owned());
            return Rule::of(Shape::Any);
        }
        self.depth += 1;
        let rule = self.rule_here(schema);
        self.depth -= 1;
        rule
    }

    fn rule_here(&mut self, schema: Value<'s>) -> Rule {
        let mut rule = match schema.get("$ref").and_then(Value::as_str) {
            Some(reference) => self.definition(&reference),
            None => {
                let mut rule = Rule::of(Shape::Any);
                rule.shape = self.shape(schema, &mut rule);
                rule
            }
        };
        rule.docs = docs(schema).unwrap_or(rule.docs);
        for (keyword, value) in schema.members() {
            self.annotate(&mut rule, &text(keyword), value);
        }
        rule
    }

    fn definition(&mut self, reference: &str) -> Rule {
        // What has a name of its own goes by it, anything else by where it stands.
        let whole = self.definitions.and_then(|definitions| definitions.get(reference)).map(|_| reference);
        let name = whole.unwrap_or_else(|| reference.rsplit('/').next().unwrap_or_default());
        if let Some((_, RuleId(id))) = self.done.iter().find(|(done, _)| done == name) {
            return self.rules[*id as usize].clone();
        }
        let schema = self.definitions.and_then(|definitions| definitions.get(name));
        if let Some((_, id)) = self.begun.iter().find(|(begun, _)| begun == name) {
            return Rule { again: Some(*id), ..Rule::of(Shape::Any) };
        }
        let id = self.add(Rule::of(Shape::Any));
        self.begun.push((name.to_owned(), id));
        let rule = schema.map_or_else(|| Rule::of(Shape::Any), |schema| self.rule(schema));
        self.begun.pop();
        self.rules[id.0 as usize] = rule.clone();
        self.done.push((name.to_owned(), id));
        rule
    }

    fn annotate(&mut self, rule: &mut Rule, keyword: &str, value: Value<'s>) {
        if !KEYWORDS.contains(&keyword) {
            self.unknown.push(keyword.to_owned());
        }
        match keyword {
            "x-source" => rule.source = Source::named(&text(value)).unwrap_or_default(),
            "x-type-source" => rule.type_source = Source::named(&text(value)),
            "x-unit" => {
                rule.unit = [Unit::Seconds, Unit::Milliseconds].into_iter().find(|unit| value.is_str(unit.name()))
            }
            "examples" => rule.example = value.items().next().map(|first| first.source().to_owned()),
            "x-null" => rule.null = value.as_bool() == Some(true),
            "x-join" => rule.join = Some(text(value)).filter(|join| !join.is_empty()),
            "x-moment" => rule.moment = Moment::ALL.into_iter().find(|moment| value.is_str(moment.name())),
            "x-cut" => rule.cut = value.as_bool() == Some(true),
            "x-undocumented" => rule.undocumented = value.as_bool() == Some(true),
            "x-layer" => rule.layers = text(value).split('!').map(String::from).collect(),
            "x-root" => rule.xml_root = Some(text(value)),
            "x-id" => {
                let names = text(value);
                let sort = |name| IdSort::ALL.into_iter().find(|sort| sort.name() == name);
                rule.ids = names.split(' ').filter_map(sort).collect();
            }
            "x-when" => rule.when = When::parse(&text(value)),
            "x-needed" => {
                rule.needed = value.items().chain([value]).filter_map(|one| When::parse(&text(one))).collect();
            }
            "x-one-of" => rule.one_of = text(value),
            "x-receiver" => rule.receiver = value.as_bool() == Some(true),
            "x-messages" => rule.messages = value.as_bool() == Some(true),
            // The shape is read as a whole.
            _ => {}
        }
    }

    /// The shape of a schema without a reference; what it says beside the shape goes straight into the rule.
    fn shape(&mut self, schema: Value<'s>, rule: &mut Rule) -> Shape {
        if let Some(value) = schema.get("const") {
            return Shape::Choice(vec![choice(value, schema)]);
        }
        // Of no values at all none could be chosen.
        if let Some(values) = schema.get("enum").filter(|values| values.items().next().is_some()) {
            return Shape::Choice(values.items().map(|value| choice(value, value)).collect());
        }
        let kind = schema.get("type");
        let kinds: Vec<String> = kind.into_iter().flat_map(Value::items).chain(kind).map(text).collect();
        rule.nullable = kinds.iter().any(|kind| kind == "null");
        let size = |key: &str| schema.get(key)?.as_i64().and_then(|size| usize::try_from(size).ok());
        let bound = |key: &str| schema.get(key).and_then(Value::as_i64);
        let bounds = Bounds { min: bound("minimum"), max: bound("maximum") };
        match kinds.iter().find(|kind| !matches!(kind.as_str(), "null" | "")).map(String::as_str) {
            Some("boolean") => Shape::Bool,
            Some("integer") => Shape::Integer(bounds),
            Some("number") => Shape::Number(bounds),
            Some("string") => {
                if schema.get("contentEncoding").is_some_and(|encoding| encoding.is_str("base64")) {
                    rule.file = Some(schema.get("contentMediaType").map(text).unwrap_or_default());
                }
                Shape::Text(TextLimits {
                    min_characters: size("minLength"),
                    max_characters: size("maxLength"),
                    min_bytes: size("minBytes"),
                    max_bytes: size("maxBytes"),
                    characters: schema.get("pattern").and_then(|pattern| class_of(&text(pattern)).map(String::from)),
                    pattern: schema.get("pattern").and_then(|source| pattern(&text(source))),
                    format: schema.get("format").and_then(|format| Format::named(&text(format))),
                })
            }
            Some("array") => {
                let items = schema.get("items").map_or_else(|| Rule::of(Shape::Any), |items| self.rule(items));
                let unique = schema.get("uniqueItems").and_then(Value::as_bool) == Some(true);
                Shape::List { items: self.add(items), min: size("minItems"), max: size("maxItems"), unique }
            }
            Some("object") => Shape::Object(self.object(schema)),
            _ => self.alternatives(schema, rule),
        }
    }

    /// `oneOf` and `anyOf` without a type: constants, variants, an optional reference, or one rule for each JSON type.
    fn alternatives(&mut self, schema: Value<'s>, rule: &mut Rule) -> Shape {
        let one_of = schema.get("oneOf");
        let list: Vec<_> = one_of.or_else(|| schema.get("anyOf")).into_iter().flat_map(Value::items).collect();
        let is_null = |schema: &Value<'_>| schema.get("type").is_some_and(|kind| kind.is_str("null"));
        rule.nullable = list.iter().any(is_null);
        let real: Vec<_> = list.into_iter().filter(|schema| !is_null(schema)).collect();
        match real[..] {
            [] => Shape::Any,
            [..] if real.iter().all(|schema| schema.get("const").is_some()) => {
                Shape::Choice(real.iter().filter_map(|schema| Some(choice(schema.get("const")?, *schema))).collect())
            }
            [..] if one_of.is_some() => Shape::Object(self.object(schema)),
            [one] => {
                let Rule { shape, docs, layers, again, one_of, .. } = self.rule(one);
                rule.docs = docs;
                rule.layers = layers;
                rule.again = again;
                rule.one_of = one_of;
                shape
            }
            [..] => Shape::Either(real.into_iter().map(|schema| self.child(schema)).collect()),
        }
    }
}

/// A pattern that says more than one class of characters does.
fn pattern(source: &str) -> Option<Pattern> {
    class_of(source).is_none().then(|| Pattern::unread(source))
}

/// The class of a pattern that is one, and nothing else.
pub(crate) fn class_of(pattern: &str) -> Option<&str> {
    let class = pattern.strip_prefix("^[")?.strip_suffix("]*$")?;
    (!class.is_empty() && !class.starts_with('^') && !class.contains(['\\', '[', ']', '&'])).then_some(class)
}

/// A constant, with the docs of the schema that holds it.
fn choice(value: Value<'_>, schema: Value<'_>) -> Choice {
    Choice { json: value.source().to_owned(), docs: docs(schema).unwrap_or_default() }
}

/// What a schema says of itself: in two members, or both languages in one.
fn docs(schema: Value<'_>) -> Option<Docs> {
    let description = schema.get("description").map(text);
    match schema.get("x-help-zh").map(text) {
        Some(zh) => Some(Docs::of(description.unwrap_or_default(), zh)),
        None => description.map(Docs::parse),
    }
}

/// A string's text; empty for anything else.
fn text(value: Value<'_>) -> String {
    match value.kind() {
        Kind::String => value.as_str().unwrap_or_default().into_owned(),
        _ => String::new(),
    }
}
