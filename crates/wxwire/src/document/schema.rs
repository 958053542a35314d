//! Schemas of a document as texts that stand alone: with all that they refer to, and nothing else.

use std::collections::BTreeSet;

use super::borrowed;
use super::written::Written;
use crate::layer::json::{Kind, Value, quote};

/// The JSON Schema of a call's values: one flat object of the parameters, each with its place, and the body's members.
pub(super) fn of_values(written: &Written) -> String {
    let (mut properties, mut required) = (Vec::new(), Vec::new());
    let mut named = BTreeSet::new();
    for parameter in written.parameters() {
        let text = |key: &str| parameter.get(key).map(borrowed).unwrap_or_default();
        let (name, place) = (text("name"), text("in"));
        if name.is_empty() || !["query", "path", "header"].contains(&place) || !named.insert(name) {
            continue;
        }
        properties.push(format!("{}: {}", quote(name), self::parameter(parameter, place)));
        if parameter.get("required").and_then(Value::as_bool) == Some(true) {
            required.push(quote(name));
        }
    }
    let body = written.body_schema();
    let (mut more, mut defs) = (Vec::new(), Vec::new());
    for (key, value) in body.into_iter().flat_map(Value::members) {
        match borrowed(key) {
            "properties" => {
                let own = value
                    .members()
                    .filter(|(name, schema)| !written.is_credential(*schema) && named.insert(borrowed(*name)));
                properties.extend(own.map(|(name, schema)| format!("{}: {}", name.source(), schema.source())));
            }
            "required" => {
                let is_own = |name: &Value<'static>| {
                    body.and_then(|body| body.get("properties")?.get(borrowed(*name)))
                        .is_none_or(|one| !written.is_credential(one))
                };
                required.extend(value.items().filter(is_own).map(|name| name.source().to_owned()));
            }
            "type" | "description" | "x-help-zh" => {}
            _ => more.push(format!("{}: {}", key.source(), value.source())),
        }
    }
    if !named.contains("filename") && written.body().is_some_and(|(kind, _)| kind.starts_with("multipart/")) {
        let files = body.and_then(|body| body.get("properties")).into_iter().flat_map(Value::members);
        let files = files.filter(|(_, schema)| schema.get("contentEncoding").is_some_and(|one| one.is_str("base64")));
        // Of several files, one name says nothing.
        if files.count() == 1 {
            properties.push(FILE_NAME.to_owned());
        }
    }
    collect(written, written.parameters().into_iter().chain(body), &mut defs);
    let title = written.words("summary", "x-title-zh");
    let help = |key: &str| written.get(key).map(borrowed).unwrap_or_default();
    let (en, zh) = (help("description"), help("x-help-zh"));
    // What is said in one language alone is said in both.
    let (en, zh) = (if en.is_empty() { zh } else { en }, if zh.is_empty() { en } else { zh });
    let (en, zh) = (format!("{}. {en}", title.en), format!("{}。{zh}", title.zh));
    let mut parts = vec![
        "\"type\": \"object\"".to_owned(),
        format!("\"description\": {}, \"x-help-zh\": {}", quote(en.trim_end()), quote(&zh)),
        format!("\"properties\": {{{}}}", properties.join(", ")),
        format!("\"required\": [{}]", required.join(", ")),
    ];
    parts.extend(more);
    parts.extend((!defs.is_empty()).then(|| format!("\"$defs\": {{{}}}", defs.join(", "))));
    format!("{{{}}}", parts.join(", "))
}

/// The name of a file, which stands beside its bytes and in no schema of a body.
const FILE_NAME: &str = concat!(
    r#""filename": {"type": "string", "description": "What the file is called", "x-help-zh": "文件名","#,
    r#" "x-in": "filename"}"#,
);

/// A schema with what it refers to.
pub(super) fn standing_alone(written: &Written, schema: Value<'static>) -> String {
    let mut defs = Vec::new();
    collect(written, [schema].into_iter(), &mut defs);
    let Some(schema) = written.resolved(schema).filter(|schema| schema.kind() == Kind::Object) else {
        return "{}".into();
    };
    let members = schema.members().map(|(key, value)| format!("{}: {}", key.source(), value.source()));
    let defs = (!defs.is_empty()).then(|| format!("\"$defs\": {{{}}}", defs.join(", ")));
    format!("{{{}}}", members.chain(defs).collect::<Vec<_>>().join(", "))
}

/// The schema of a parameter, with its place and its words.
fn parameter(parameter: Value<'static>, place: &str) -> String {
    let schema = parameter.get("schema").into_iter().flat_map(Value::members);
    let beside = parameter.members().filter(|(key, _)| {
        let key = borrowed(*key);
        key == "description" || key.starts_with("x-")
    });
    let members = schema.chain(beside).map(|(key, value)| format!("{}: {}", key.source(), value.source()));
    let members: Vec<_> = members.chain([format!("\"x-in\": \"{place}\"")]).collect();
    format!("{{{}}}", members.join(", "))
}

/// All that some values refer to, at whatever depth, each once.
fn collect(written: &Written, from: impl Iterator<Item = Value<'static>>, defs: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    let mut next: Vec<Value<'static>> = from.collect();
    while let Some(value) = next.pop() {
        if let Some(reference) = value.get("$ref").map(borrowed)
            && seen.insert(reference)
            && let Some(target) = reference.strip_prefix('#').and_then(|pointer| written.root.find(pointer))
        {
            let name = reference.strip_prefix("#/components/schemas/").filter(|name| !name.contains('/'));
            let name = name.unwrap_or(reference);
            defs.push(format!("{}: {}", quote(name), target.source()));
            next.push(target);
        }
        next.extend(value.members().map(|(_, member)| member).chain(value.items()));
    }
}
