//! Values out of a schema, where a document shows none: of the right types, with all that is required, within the limits.

use serde_json::{Map, Value};

use super::{Body, Entry, EntryExample};
use crate::lang::Words;
use crate::layer::base64;
use crate::layer::json::{Tree, quote};
use crate::schema::{Field, In, Rule, Schema, Shape, TextLimits};

/// So many values are made; of what is left, only what is required.
const MAX_VALUES: usize = 500;

/// No value is made deeper, but empty ones.
const MAX_DEPTH: usize = 12;

/// The longest text, and the longest list.
const MAX_LENGTH: usize = 4096;

/// A call's values, made from its fields.
pub(super) fn example(entry: &Entry) -> Option<EntryExample> {
    let schema = entry.schema();
    let Shape::Object(object) = &schema.root().shape else { return None };
    let can_be_made = |field: &&Field| {
        let is_object = matches!(schema.rule(field.rule).shape, Shape::Object(_));
        field.credential.is_none()
            && (entry.body != Body::None || field.required)
            && (entry.place(field) == In::Body || !is_object)
    };
    let mut maker = Maker::of(schema);
    let fields = object.tag.as_ref().and_then(|tag| Some(&tag.variants.first()?.fields)).unwrap_or(&object.fields);
    let mut values: Map<_, _> = fields
        .iter()
        .filter(can_be_made)
        .map(|field| (field.name.clone(), maker.value(schema.rule(field.rule), 1)))
        .collect();
    if let Some(tag) = &object.tag
        && let Some(first) = tag.variants.first()
    {
        values.insert(tag.field.clone(), first.value.clone().into());
    }
    let values = serde_json::to_string_pretty(&values).ok()?;
    Some(EntryExample { name: "made", title: Words::new("按字段生成", "Made from the fields"), values })
}

/// An example with what is required in the path, the query or a header made where it has none: a document often shows but
/// the body.
pub(super) fn completed(entry: &Entry, example: &EntryExample) -> EntryExample {
    let mut example = example.clone();
    let schema = entry.schema();
    let Shape::Object(object) = &schema.root().shape else { return example };
    let Ok(tree) = Tree::parse(&example.values) else { return example };
    let is_absent = |field: &&Field| {
        let is_beside = field.required && field.credential.is_none() && entry.place(field) != In::Body;
        is_beside && tree.root().get(&field.name).is_none()
    };
    let mut maker = Maker::of(schema);
    let made = |field: &Field| format!("  {}: {}", quote(&field.name), maker.value(schema.rule(field.rule), 1));
    let made: Vec<_> = object.fields.iter().filter(is_absent).map(made).collect();
    if let (false, Some(inner)) = (made.is_empty(), example.values.trim_start().strip_prefix('{')) {
        let comma = if inner.trim_start().starts_with('}') { "\n" } else { "," };
        example.values = format!("{{\n{}{comma}{inner}", made.join(",\n"));
    }
    example
}

/// Makes values of the rules of a schema.
pub(crate) struct Maker<'s> {
    schema: &'s Schema,
    /// How many values may still be made.
    left: usize,
}

impl<'s> Maker<'s> {
    /// What makes values of this schema's rules.
    pub(crate) fn of(schema: &'s Schema) -> Self {
        Self { schema, left: MAX_VALUES }
    }

    /// A value of a rule, so deep in what is made.
    pub(crate) fn value(&mut self, rule: &Rule, depth: usize) -> Value {
        self.left = self.left.saturating_sub(1);
        let schema = self.schema;
        if let Some(shown) = shown(rule) {
            return shown;
        }
        match &schema.meant(rule).shape {
            Shape::Any => "text".into(),
            Shape::Bool => true.into(),
            Shape::Integer(bounds) | Shape::Number(bounds) => {
                let least = bounds.min.unwrap_or_else(|| bounds.max.map_or(1, |max| max.min(1)));
                least.into()
            }
            Shape::Text(_) if rule.file.is_some() => base64::encode(b"a file of the example").into(),
            Shape::Text(limits) => text(limits).into(),
            Shape::Choice(choices) => {
                let all = choices.iter().filter_map(|choice| serde_json::from_str(&choice.json).ok());
                all.clone().find(|value: &Value| !value.is_null()).or_else(|| all.clone().next()).unwrap_or_default()
            }
            Shape::List { items, min, unique, .. } => {
                let is_round = schema.rule(*items).again.is_some();
                let least = usize::from(self.left > 0 && depth < MAX_DEPTH && !is_round);
                let count = min.unwrap_or(least).max(least).min(MAX_LENGTH);
                let count = if depth < MAX_DEPTH { count } else { 0 };
                if *unique && count > 1 {
                    return self.different(schema.rule(*items), count, depth).into();
                }
                let first = (count > 0).then(|| self.value(schema.rule(*items), depth + 1));
                first.map_or_else(Vec::new, |first| vec![first; if self.left > 0 { count } else { 1 }]).into()
            }
            Shape::Object(object) => {
                let variant = object.tag.as_ref().and_then(|tag| Some((&tag.field, tag.variants.first()?)));
                let fields = variant.map_or(&object.fields, |(_, variant)| &variant.fields);
                let mut members = Map::new();
                for field in fields.iter().filter(|_| depth < MAX_DEPTH) {
                    let rule = schema.rule(field.rule);
                    // What holds itself once is enough; where it must hold itself again, no end is right.
                    let is_endless = rule.again.is_some() && (depth > 1 || !field.required);
                    if !is_endless && (field.required || self.left > 0) {
                        members.insert(field.name.clone(), self.value(rule, depth + 1));
                    }
                }
                if let Some((name, variant)) = variant {
                    members.insert(name.clone(), variant.value.clone().into());
                }
                members.into()
            }
            Shape::Either(rules) => {
                let mut rules = rules.iter().map(|id| schema.rule(*id));
                rules.find(|rule| rule.again.is_none()).map_or(Value::Null, |first| self.value(first, depth))
            }
        }
    }
}

/// What a document shows of a value, where it is of the right type.
fn shown(rule: &Rule) -> Option<Value> {
    let shown = rule.example.as_deref().filter(|_| rule.file.is_none() && rule.again.is_none())?;
    let tree = Tree::parse(shown).ok().filter(|tree| rule.shape.takes(tree.root().kind()))?;
    serde_json::from_str(tree.text()).ok()
}

impl Maker<'_> {
    /// So many values, no two of them the same where the rule lets them differ.
    fn different(&mut self, rule: &Rule, count: usize, depth: usize) -> Vec<Value> {
        let first = self.value(rule, depth + 1);
        let each = |number: usize| match (&first, &rule.shape) {
            (_, Shape::Choice(choices)) => serde_json::from_str(&choices.get(number)?.json).ok(),
            (Value::Number(least), _) => Some((least.as_i64()? + i64::try_from(number).ok()?).into()),
            (Value::String(text), Shape::Text(limits)) if limits.pattern.is_none() && limits.format.is_none() => {
                let end = if number == 0 { String::new() } else { number.to_string() };
                Some(format!("{text}{end}").into())
            }
            _ => (number == 0).then(|| first.clone()),
        };
        (0..count).map_while(each).collect()
    }
}

/// A text within its limits, of the characters that it may hold.
fn text(limits: &TextLimits) -> String {
    let shortest = limits.min_characters.into_iter().chain(limits.min_bytes).max().unwrap_or(1).min(MAX_LENGTH);
    match (&limits.pattern, limits.format) {
        (Some(pattern), _) => return pattern.example(shortest),
        (None, Some(format)) => return format.example().to_owned(),
        (None, None) => {}
    }
    let class = limits.characters.as_deref().and_then(|class| class.chars().next());
    let mut text = class.map_or_else(|| "text".to_owned(), |char| char.to_string().repeat(4));
    let most = limits.max_characters.into_iter().chain(limits.max_bytes).min().unwrap_or(MAX_LENGTH);
    while text.chars().count() < shortest {
        text.push(class.unwrap_or('x'));
    }
    text.chars().take(most).collect()
}
