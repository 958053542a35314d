//! Fields as JSON Schema.

use super::field::{Field, Type};
use crate::layer::json::{Object, array, quote};

/// The schema of a field; `deep` is how far inside it stands.
pub(super) fn schema(field: &Field, deep: usize) -> String {
    let mut out = said(field, Object::new());
    if !field.choices.is_empty() && field.choices.iter().any(|(_, label)| !label.is_empty()) {
        let one = |(value, label): &(String, String)| {
            let label = if label.is_empty() { value } else { label };
            Object::new().json("const", value).text("description", label).text("x-help-zh", label).end()
        };
        return out.json("oneOf", &array(field.choices.iter().map(one))).end();
    }
    let types: Vec<Type> = field.types.iter().copied().filter(|one| *one != Type::Null).collect();
    out = match types[..] {
        [] => out,
        [one] if field.is(Type::Null) => out.json("type", &format!("[{}, \"null\"]", quote(one.name()))),
        [one] => out.text("type", one.name()),
        _ => return out.json("anyOf", &array(types.iter().map(|one| inside(field, *one, Object::new(), deep)))).end(),
    };
    if !field.choices.is_empty() {
        out = out.json("enum", &array(field.choices.iter().map(|(value, _)| value.clone())));
    }
    for (keyword, value) in &field.limits {
        out = out.json(keyword, value);
    }
    match types[..] {
        [one] => members(field, one, out, deep).end(),
        _ => out.end(),
    }
}

/// What is said of a field beside its type.
fn said(field: &Field, out: Object) -> Object {
    let help = Some(field.help.as_str()).filter(|help| !help.is_empty());
    let mut out = out.some("description", help).some("x-help-zh", help);
    if let Some(default) = &field.default {
        out = out.json("default", default);
    }
    if field.is_inferred {
        out = out.text("x-source", "inferred");
    }
    if field.is_inferred || field.is_guessed {
        out = out.text("x-type-source", "inferred");
    }
    out
}

fn inside(field: &Field, one: Type, out: Object, deep: usize) -> String {
    members(field, one, out.text("type", one.name()), deep).end()
}

/// What is inside of an object or an array.
fn members(field: &Field, one: Type, out: Object, deep: usize) -> Object {
    match one {
        Type::File => out.text("contentEncoding", "base64"),
        Type::Object if deep < super::MAX_DEPTH && !field.fields.is_empty() => object(&field.fields, out, deep),
        // Nobody says what it holds: anything.
        Type::Object => out.json("additionalProperties", "true"),
        Type::Array if deep < super::MAX_DEPTH => match &field.items {
            Some(items) => out.json("items", &schema(items, deep + 1)),
            None => out,
        },
        _ => out,
    }
}

/// The members of an object.
pub(super) fn object(fields: &[Field], mut out: Object, deep: usize) -> Object {
    let required: Vec<_> = fields.iter().filter(|one| one.required).map(|one| quote(&one.name)).collect();
    if !required.is_empty() {
        out = out.json("required", &array(required.into_iter()));
    }
    let mut properties = Object::new();
    for one in fields {
        properties = properties.json(&one.name, &schema(one, deep + 1));
    }
    out.json("properties", &properties.end())
}
