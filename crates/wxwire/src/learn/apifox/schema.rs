//! Schemas and parameters, as OpenAPI writes them.

use super::{is_on, said};
use crate::layer::json::{Kind, Object, Value, array, quote};
use crate::learn::MAX_DEPTH;

/// What holds no schemas but values.
const DATA: [&str; 5] = ["enum", "const", "default", "example", "examples"];

/// What Apifox refers to, and where OpenAPI has it.
const OWN: &str = "#/definitions/";
const PLACE: &str = "#/components/schemas/";

/// The project's named schemas.
pub(super) fn all(root: Value<'_>) -> String {
    let mut schemas = Vec::new();
    for collection in root.get("schemaCollection").into_iter().flat_map(Value::items) {
        named(collection, 0, &mut schemas);
    }
    let one = |(name, json): (String, String)| format!("{}:{json}", quote(&name));
    format!("{{{}}}", schemas.into_iter().map(one).collect::<Vec<_>>().join(","))
}

fn named(folder: Value<'_>, deep: usize, into: &mut Vec<(String, String)>) {
    for item in folder.get("items").into_iter().flat_map(Value::items) {
        if let Some(own) = item.find("/schema/jsonSchema") {
            let id = said(item, "id");
            into.push((id.strip_prefix(OWN).unwrap_or(&id).to_owned(), schema(own)));
        } else if deep < MAX_DEPTH {
            named(item, deep + 1, into);
        }
    }
}

/// A schema. What it holds by reference among its own members is said with `allOf`.
pub(super) fn schema(own: Value<'_>) -> String {
    let mut written = Object::new();
    let mut merged = Vec::new();
    for (key, value) in own.members() {
        let name = key.as_str().unwrap_or_default();
        written = match &*name {
            "$ref" => written.text("$ref", &reference(&value.as_str().unwrap_or_default())),
            "x-apifox-refs" => {
                merged.extend(value.members().map(|(_, one)| schema(one)));
                written
            }
            name if name.starts_with("x-apifox") => written,
            name if DATA.contains(&name) => written.json(name, value.source()),
            name => written.json(name, &inner(value)),
        };
    }
    let written = written.end();
    match merged.is_empty() {
        true => written,
        false => Object::new().json("allOf", &array(merged.into_iter().chain([written]))).end(),
    }
}

/// What stands in a schema: others, lists and objects of them, or a value.
fn inner(value: Value<'_>) -> String {
    match value.kind() {
        Kind::Object => schema(value),
        Kind::Array => array(value.items().map(inner)),
        _ => value.source().to_owned(),
    }
}

fn reference(written: &str) -> String {
    written.strip_prefix(OWN).map_or_else(|| written.to_owned(), |id| format!("{PLACE}{id}"))
}

/// A parameter in the path, the query, a header or a cookie.
pub(super) fn parameter(row: Value<'_>, name: &str, place: &str) -> String {
    let is_required = place == "path" || is_required(row);
    Object::new()
        .text("name", name)
        .text("in", place)
        .json("required", if is_required { "true" } else { "false" })
        .json("schema", &of_row(row))
        .end()
}

/// The fields of a form.
pub(super) fn of_form(rows: Value<'_>) -> String {
    let rows = || rows.items().filter(|row| is_on(*row) && !said(*row, "name").is_empty());
    let properties = rows().fold(Object::new(), |all, row| all.json(&said(row, "name"), &of_row(row))).end();
    let required = rows().filter(|row| is_required(*row)).map(|row| quote(&said(row, "name")));
    Object::new().text("type", "object").json("properties", &properties).json("required", &array(required)).end()
}

fn is_required(row: Value<'_>) -> bool {
    row.get("required").and_then(Value::as_bool) == Some(true)
}

/// What a row says of its value.
fn of_row(row: Value<'_>) -> String {
    if let Some(own) = row.get("schema").filter(|own| own.members().next().is_some()) {
        return schema(own);
    }
    let kind = said(row, "type");
    let help = Some(said(row, "description")).filter(|text| !text.is_empty());
    let written = Object::new().some("description", help.as_deref());
    match &*kind {
        "file" => written.text("type", "string").text("format", "binary"),
        "array" => written.text("type", "array").json("items", &Object::new().text("type", "string").end()),
        "integer" | "number" | "boolean" | "object" => written.text("type", &kind),
        _ => written.text("type", "string"),
    }
    .end()
}
