//! One operation as a document has it, and what it refers to.

use super::borrowed;
use crate::lang::Words;
use crate::layer::json::Value;

/// One operation as a document has it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Written {
    /// The document.
    pub(super) root: Value<'static>,
    /// What stands at its path.
    pub(super) item: Value<'static>,
    /// The operation itself.
    pub(super) operation: Value<'static>,
}

impl Written {
    /// What a value is, which may refer to another place of the document. Nothing is fetched: what is elsewhere, or leads in
    /// a circle, is nowhere.
    pub(super) fn resolved(&self, mut value: Value<'static>) -> Option<Value<'static>> {
        for _ in 0..16 {
            let Some(reference) = value.get("$ref") else { return Some(value) };
            value = self.root.find(borrowed(reference).strip_prefix('#')?)?;
        }
        None
    }

    /// A member of the operation.
    pub(super) fn get(&self, key: &str) -> Option<Value<'static>> {
        self.operation.get(key)
    }

    /// Whether a member of the body is a credential, and no value.
    pub(super) fn is_credential(&self, schema: Value<'static>) -> bool {
        let says = |schema: Value<'_>| schema.get("x-credential").and_then(Value::as_bool) == Some(true);
        says(schema) || self.resolved(schema).is_some_and(says)
    }

    /// A text in both languages: `key` in English, and what stands beside it in Chinese.
    pub(super) fn words(&self, key: &str, zh: &str) -> Words {
        let text = |key: &str| self.get(key).map(borrowed).unwrap_or_default();
        let (en, zh) = (text(key), text(zh));
        Words { zh: if zh.is_empty() { en } else { zh }, en }
    }

    /// How many parameters are written for it.
    pub(super) fn parameters_written(&self) -> usize {
        [self.get("parameters"), self.item.get("parameters")].into_iter().flatten().flat_map(Value::items).count()
    }

    /// The parameters, its own before those of its path.
    pub(super) fn parameters(&self) -> Vec<Value<'static>> {
        let mut all: Vec<Value<'static>> = Vec::new();
        for list in [self.get("parameters"), self.item.get("parameters")].into_iter().flatten() {
            for parameter in list.items().filter_map(|one| self.resolved(one)) {
                let same = |one: &Value<'static>| {
                    ["name", "in"].iter().all(|key| one.get(key).map(borrowed) == parameter.get(key).map(borrowed))
                };
                if !all.iter().any(same) {
                    all.push(parameter);
                }
            }
        }
        all
    }

    /// The body, and its media type.
    pub(super) fn body(&self) -> Option<(&'static str, Value<'static>)> {
        let content = self.resolved(self.get("requestBody")?)?.get("content")?;
        content.members().next().map(|(kind, body)| (borrowed(kind), body))
    }

    /// The schema of the body.
    pub(super) fn body_schema(&self) -> Option<Value<'static>> {
        self.resolved(self.body()?.1.get("schema")?)
    }

    /// The reply of a success, and its media type.
    pub(super) fn reply(&self) -> Option<(&'static str, Value<'static>)> {
        let is_success = |key: Value<'_>| key.as_str().is_some_and(|key| key.starts_with('2') || key == "default");
        let (_, response) = self.get("responses")?.members().find(|(key, _)| is_success(*key))?;
        let content = self.resolved(response)?.get("content")?;
        content.members().next().map(|(kind, reply)| (borrowed(kind), reply))
    }
}
