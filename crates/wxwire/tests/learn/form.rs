//! What a call takes, as far as a page can say it: fields, their places, types and marks, one inside of another.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use wxwire::operation::Entry;

/// A field, or the whole.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Form {
    pub(crate) types: BTreeSet<String>,
    pub(crate) fields: BTreeMap<String, Member>,
    /// The names of the fields, in their order.
    pub(crate) order: Vec<String>,
    pub(crate) items: Option<Box<Form>>,
    /// The only values, where they are told.
    pub(crate) choices: Vec<Value>,
    /// The Chinese help.
    pub(crate) help: String,
}

/// A member of an object.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Member {
    pub(crate) required: bool,
    /// Where it travels; `body` where nothing says it.
    pub(crate) place: String,
    pub(crate) form: Form,
}

/// What the catalog has of a call.
pub(crate) fn of_entry(entry: &Entry) -> Form {
    let schema = serde_json::from_str(&entry.json_schema()).expect("a schema");
    of_schema(&schema)
}

/// What the catalog has of the replies to a call.
pub(crate) fn of_reply(entry: &Entry) -> Form {
    let schema = serde_json::from_str(&entry.reply_json_schema()).expect("a schema");
    of_schema(&schema)
}

pub(crate) fn of_schema(schema: &Value) -> Form {
    let mut form = Form::default();
    add(&mut form, schema, schema, 0, true);
    form
}

fn add(form: &mut Form, schema: &Value, root: &Value, deep: usize, whole: bool) {
    if deep > 24 {
        return;
    }
    if let Some(reference) = schema["$ref"].as_str() {
        let target = &root["$defs"][reference.rsplit('/').next().unwrap_or_default()];
        add(form, target, root, deep + 1, whole);
    }
    if form.help.is_empty() {
        let described = schema["description"].as_str().unwrap_or_default();
        let said = schema["x-help-zh"].as_str().or_else(|| described.split_once("\n\n").map(|(_, zh)| zh));
        form.help = said.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    }
    match &schema["type"] {
        Value::String(one) => drop(form.types.insert(one.clone())),
        Value::Array(all) => form.types.extend(all.iter().filter_map(Value::as_str).map(str::to_owned)),
        _ => {}
    }
    form.types.remove("null");
    let values = schema["enum"].as_array().into_iter().flatten().chain(schema.get("const"));
    for value in values.filter(|value| !value.is_null()) {
        form.types.insert(type_of(value).to_owned());
        form.choices.push(value.clone());
    }
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (key, member) in schema["properties"].as_object().into_iter().flatten() {
        if !form.fields.contains_key(key) {
            form.order.push(key.clone());
        }
        let one = form.fields.entry(key.clone()).or_default();
        one.required |= whole && required.contains(&key.as_str());
        one.place = member["x-in"].as_str().unwrap_or("body").to_owned();
        add(&mut one.form, member, root, deep + 1, true);
    }
    if !form.fields.is_empty() {
        form.types.insert("object".to_owned());
    }
    if let Some(items) = schema.get("items") {
        add(form.items.get_or_insert_default(), items, root, deep + 1, true);
    }
    // Of several ways to be filled in, all members, and none of them required.
    for one in ["oneOf", "anyOf", "allOf"].iter().flat_map(|key| schema[key].as_array().into_iter().flatten()) {
        add(form, one, root, deep + 1, false);
    }
}

/// The type of a value, as a schema calls it.
pub(crate) fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// A call of a learned document: method, path, and its form.
pub(crate) struct Learned {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) server: String,
    pub(crate) form: Form,
    pub(crate) reply: Form,
    /// The names of the parameters that are credentials.
    pub(crate) schemes: BTreeSet<String>,
    pub(crate) operation: Value,
}

/// The calls of a learned document.
pub(crate) fn of_document(text: &str) -> Vec<Learned> {
    let document: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let schemes = document["components"]["securitySchemes"].as_object();
    let name = |one: &Value| one["name"].as_str().unwrap_or("Authorization").to_owned();
    let schemes: BTreeSet<_> = schemes.into_iter().flat_map(|all| all.values().map(name)).collect();
    let mut calls = Vec::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("methods") {
            let body = operation["requestBody"]["content"].as_object().and_then(|content| content.values().next());
            let mut form = body.map(|body| of_schema(&body["schema"])).unwrap_or_default();
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let key = parameter["name"].as_str().expect("a name").to_owned();
                let place = parameter["in"].as_str().expect("a place").to_owned();
                let required = parameter["required"] == true;
                form.fields.insert(key, Member { required, place, form: of_schema(&parameter["schema"]) });
            }
            calls.push(Learned {
                method: method.clone(),
                path: path.clone(),
                server: operation["servers"][0]["url"].as_str().unwrap_or_default().to_owned(),
                form,
                reply: of_schema(&operation["responses"]["200"]["content"]["application/json"]["schema"]),
                schemes: schemes.clone(),
                operation: operation.clone(),
            });
        }
    }
    calls
}

/// How what was learned differs from what was written: each field by its way.
pub(crate) fn differences(expected: &Form, learned: &Form, schemes: &BTreeSet<String>) -> Vec<String> {
    let mut all = Vec::new();
    compare(expected, learned, schemes, "", &mut all);
    all
}

fn compare(expected: &Form, learned: &Form, schemes: &BTreeSet<String>, way: &str, all: &mut Vec<String>) {
    for (key, member) in &expected.fields {
        let way = format!("{way}/{key}");
        let Some(found) = learned.fields.get(key) else {
            // A parameter that is a credential by its name has become one.
            if !schemes.contains(key) {
                all.push(format!("{way}: absent"));
            }
            continue;
        };
        if member.required != found.required {
            all.push(format!("{way}: {}", if found.required { "required" } else { "optional" }));
        }
        if member.place != found.place {
            all.push(format!("{way}: in {}", found.place));
        }
        if member.form.types != found.form.types {
            all.push(format!("{way}: {:?} became {:?}", member.form.types, found.form.types));
        }
        compare(&member.form, &found.form, schemes, &way, all);
    }
    for key in learned.fields.keys().filter(|key| !expected.fields.contains_key(*key)) {
        all.push(format!("{way}/{key}: more"));
    }
    match (&expected.items, &learned.items) {
        (Some(expected), Some(learned)) => {
            if expected.types != learned.types {
                all.push(format!("{way}/*: {:?} became {:?}", expected.types, learned.types));
            }
            compare(expected, learned, schemes, &format!("{way}/*"), all);
        }
        (Some(expected), None) if !expected.types.is_empty() => all.push(format!("{way}/*: absent")),
        _ => {}
    }
}
