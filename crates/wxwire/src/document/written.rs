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
        let shown = |(status, response)| Some((status, content(response)?));
        let (_, reply) = self.responses().filter(|(status, _)| is_success(status)).find_map(shown).or_else(|| {
            // One that stands for all statuses stands for a success where nothing else does.
            let has_own = self.responses().any(|(status, _)| is_success(status));
            self.responses().filter(|(status, _)| !has_own && *status == "default").find_map(shown)
        })?;
        Some(reply)
    }

    /// The status of a success: the first that has a body, or else the first. `2XX` is any of them.
    pub(super) fn success(&self) -> u16 {
        let mut all: Vec<_> = self.responses().filter(|(status, _)| is_success(status)).collect();
        all.sort_by_key(|(_, response)| content(*response).is_none());
        all.first().and_then(|(status, _)| status.parse().ok()).unwrap_or(200)
    }

    /// The statuses of a success that have no body.
    pub(super) fn empty(&self) -> Vec<u16> {
        let bare = self.responses().filter(|(status, response)| is_success(status) && content(*response).is_none());
        bare.filter_map(|(status, _)| status.parse().ok()).collect()
    }

    /// The replies that are no success and are shown, each with its status; 0 stands for all others.
    pub(super) fn failures(&self) -> impl Iterator<Item = (u16, Value<'static>)> {
        let all = self.responses().filter(|(status, _)| !is_success(status));
        all.filter_map(|(status, response)| {
            let (kind, reply) = content(response)?;
            let example = reply.get("example").filter(|_| kind.contains("json"))?;
            Some((status.replace(['X', 'x'], "0").parse().unwrap_or(0), example))
        })
    }

    /// All that it may answer, by status.
    fn responses(&self) -> impl Iterator<Item = (&'static str, Value<'static>)> {
        let all = self.get("responses").into_iter().flat_map(Value::members);
        all.filter_map(|(status, response)| Some((borrowed(status), self.resolved(response)?)))
    }
}

fn is_success(status: &str) -> bool {
    status.starts_with('2')
}

/// What a response holds first, and its media type.
fn content(response: Value<'static>) -> Option<(&'static str, Value<'static>)> {
    response.get("content")?.members().next().map(|(kind, reply)| (borrowed(kind), reply))
}
