//! Opens a payload to the bottom: every leaf, with the path that leads to it through the layers.

use std::collections::BTreeMap;

use super::{MAX_DEPTH, base64, json, protobuf};
use crate::schema::{Rule, Schema, Shape};

/// Something that holds nothing more to open.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Leaf {
    /// The path through the layers.
    pub path: String,
    /// The innermost layer: `json`, `base64`, `protobuf`.
    pub layer: &'static str,
    /// Text as it reads, a number as it was written, bytes in hexadecimal.
    pub value: String,
}

/// All leaves of a value. The schema says which texts hold another layer.
pub fn open(value: json::Value<'_>, schema: Option<&Schema>) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    visit(value, &mut value.pointer(), schema.map(|schema| (schema, schema.root())), &mut leaves);
    leaves
}

fn visit(value: json::Value<'_>, path: &mut String, rule: Option<(&Schema, &Rule)>, leaves: &mut Vec<Leaf>) {
    let length = path.len();
    let field = |name: &str| {
        let (schema, rule) = rule?;
        let Shape::Object(object) = &rule.shape else { return None };
        let field = object.fields.iter().find(|field| field.name == name)?;
        Some((schema, schema.rule(field.rule)))
    };
    let item = rule.and_then(|(schema, rule)| match &rule.shape {
        Shape::List { items, .. } => Some((schema, schema.rule(*items))),
        _ => None,
    });
    match value.kind() {
        json::Kind::Object if value.members().next().is_some() => {
            for (key, member) in value.members() {
                let name = key.as_str().unwrap_or_default();
                path.push('/');
                path.push_str(&json::escape_step(&name));
                visit(member, path, field(&name), leaves);
                path.truncate(length);
            }
        }
        json::Kind::Array if value.items().next().is_some() => {
            for (at, element) in value.items().enumerate() {
                path.push_str(&format!("/{at}"));
                visit(element, path, item, leaves);
                path.truncate(length);
            }
        }
        _ => {
            let layers = rule.map(|(_, rule)| rule.layers.as_slice()).unwrap_or_default();
            let path = path.clone();
            match value.as_str() {
                Some(text) if !layers.is_empty() && !text.is_empty() => {
                    enter(path, "json", text.as_bytes(), layers, leaves);
                }
                Some(text) => leaves.push(Leaf { path, layer: "json", value: text.into_owned() }),
                None => leaves.push(Leaf { path, layer: "json", value: value.source().to_owned() }),
            }
        }
    }
}

/// Goes on through the layers that are said to be there, for as long as they are.
fn enter(path: String, layer: &'static str, bytes: &[u8], layers: &[String], leaves: &mut Vec<Leaf>) {
    let text = std::str::from_utf8(bytes).ok();
    match layers.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        Some(("base64", rest)) => {
            if let Some(inner) = text.and_then(|text| base64::decode(text).ok()) {
                return enter(format!("{path}!base64"), "base64", &inner, rest, leaves);
            }
        }
        Some(("protobuf", _)) if message(&format!("{path}!protobuf"), bytes, leaves, 0) => return,
        _ => {}
    }
    let value = readable(bytes).map_or_else(|| hex(bytes), str::to_owned);
    leaves.push(Leaf { path, layer, value });
}

/// The fields of a message; `false` if it is none.
fn message(path: &str, bytes: &[u8], leaves: &mut Vec<Leaf>, depth: usize) -> bool {
    let Ok(fields) = protobuf::fields(bytes) else { return false };
    let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
    for field in &fields {
        let count = seen.entry(field.number).or_default();
        *count += 1;
        let twin = if *count > 1 { format!("[{count}]") } else { String::new() };
        let path = format!("{path}/{}{twin}", field.number);
        let value = match field.value {
            protobuf::Value::Varint(number) | protobuf::Value::Fixed64(number) => number.to_string(),
            protobuf::Value::Fixed32(number) => number.to_string(),
            protobuf::Value::Bytes(inner) => match readable(inner) {
                Some(text) => text.to_owned(),
                None if depth < MAX_DEPTH && message(&path, inner, leaves, depth + 1) => continue,
                None => hex(inner),
            },
        };
        leaves.push(Leaf { path, layer: "protobuf", value });
    }
    true
}

/// Bytes that a person would read as text.
fn readable(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let control = |char: char| char.is_control() && !matches!(char, '\n' | '\r' | '\t');
    (!text.contains(control)).then_some(text)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
