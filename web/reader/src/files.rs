//! The files in the values of a call: texts in base64.

use wxwire::layer::json::{Kind, Tree, Value, replace};
use wxwire::operation::Entry;
use wxwire::schema::{Field, Object, Rule, Schema, Shape};

/// The text without the bytes of its files; nothing where it is too broken to tell which they are.
pub(crate) fn without(entry: &Entry, text: &str) -> Option<String> {
    let (schema, mut text) = (entry.schema(), text.to_owned());
    if schema.rules().all(|rule| rule.file.is_none()) {
        return Some(text);
    }
    loop {
        let tree = Tree::parse(&text).ok()?;
        let Some(file) = held(schema, schema.root(), tree.root()) else { return Some(text) };
        text = replace(file, "\"\"");
    }
}

/// The first file in a value that is not empty.
fn held<'t>(schema: &Schema, rule: &Rule, value: Value<'t>) -> Option<Value<'t>> {
    match (&rule.shape, value.kind()) {
        (Shape::Either(rules), _) => rules.iter().find_map(|rule| held(schema, schema.rule(*rule), value)),
        (_, Kind::String) => (rule.file.is_some() && !value.is_str("")).then_some(value),
        (Shape::Object(object), Kind::Object) => {
            // A member that stands twice is looked at twice.
            value.members().find_map(|(name, member)| {
                let name = name.as_str()?;
                let field = fields(object, value).find(|field| field.name == name)?;
                held(schema, schema.rule(field.rule), member)
            })
        }
        (Shape::List { items, .. }, Kind::Array) => {
            value.items().find_map(|item| held(schema, schema.rule(*items), item))
        }
        _ => None,
    }
}

/// The fields that an object may have, of whatever variant.
fn fields<'s>(object: &'s Object, value: Value<'_>) -> impl Iterator<Item = &'s Field> {
    let tag = object.tag.as_ref();
    let named = tag.and_then(|tag| object.variant(&value.get(&tag.field)?.as_str()?));
    object.fields.iter().chain(named.into_iter().flat_map(|variant| &variant.fields))
}
