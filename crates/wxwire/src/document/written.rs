//! One operation as a document has it, and what it refers to.

use std::borrow::Cow;

use super::{borrowed, schema};
use crate::described::EntryExample;
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, Value, pretty, retain};
use crate::told::Told;

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

    fn example(&self, name: &'static str, one: Value<'static>) -> Option<EntryExample> {
        let text = |key: &str| one.get(key).map(borrowed).filter(|text| !text.is_empty());
        let en = text("summary").unwrap_or(name);
        let title = Words { zh: text("x-title-zh").unwrap_or(en), en };
        let values = one.get("value").filter(|value| value.kind() == Kind::Object)?;
        Some(EntryExample { name, title, values: self.without_credentials(&pretty(values)) })
    }

    /// An example of a body has what a body must have; values do without the credentials.
    fn without_credentials(&self, values: &str) -> String {
        let properties = self.body_schema().and_then(|body| body.get("properties"));
        let is_value = |key: Value<'_>| {
            let schema = key.as_str().and_then(|name| properties?.get(&name));
            schema.is_none_or(|schema| !self.is_credential(schema))
        };
        match Tree::parse(values) {
            Ok(tree) if tree.root().members().all(|(key, _)| !is_value(key)) => "{}".to_owned(),
            Ok(tree) if tree.root().members().any(|(key, _)| !is_value(key)) => retain(tree.root(), is_value),
            _ => values.to_owned(),
        }
    }

    /// Whether some JSON can be this call's, as far as the names of its members tell: each that is required is there, and
    /// one at least that is its own. It costs less than to compile the schema, and spares it for most calls.
    fn may_be(&self, own: Option<Value<'static>>, value: Value<'_>, common: &[&str]) -> bool {
        let Some(own) = own else { return false };
        let required = own.get("required").into_iter().flat_map(Value::items);
        let properties = own.get("properties");
        let is_value = |name: &Value<'static>| {
            properties.and_then(|all| all.get(borrowed(*name))).is_none_or(|one| !self.is_credential(one))
        };
        let mut missing = required.filter(is_value).filter(|name| value.get(borrowed(*name)).is_none());
        let is_own = |name: &str| !common.contains(&name) && properties.is_some_and(|all| all.get(name).is_some());
        missing.next().is_none() && value.members().any(|(key, _)| key.as_str().is_some_and(|key| is_own(&key)))
    }
}

impl Told for Written {
    /// Those of the body, and the parameters beside them.
    fn json_schema(&self) -> Cow<'static, str> {
        schema::of_values(self).into()
    }

    fn reply_json_schema(&self) -> Cow<'static, str> {
        let reply = self.reply().filter(|(kind, _)| kind.contains("json"));
        let schema = reply.and_then(|(_, reply)| reply.get("schema"));
        schema.map_or("{}".into(), |schema| schema::standing_alone(self, schema).into())
    }

    /// Those of the body, or of the whole call where it has parameters.
    fn examples(&self) -> Vec<EntryExample> {
        let of_call = self.get("x-examples");
        let named = of_call.or_else(|| self.body()?.1.get("examples")).into_iter().flat_map(Value::members);
        named.filter_map(|(name, one)| self.example(borrowed(name), self.resolved(one)?)).collect()
    }

    fn shows_reply(&self) -> bool {
        Self::reply(self).is_some_and(|(_, reply)| reply.get("example").is_some())
    }

    fn reply(&self) -> Cow<'static, str> {
        let example = Self::reply(self).and_then(|(_, reply)| reply.get("example"));
        example.map_or("{}".into(), |example| pretty(example).into())
    }

    /// As far as the names of its body's members tell.
    fn may_take(&self, values: Value<'_>) -> bool {
        self.body_schema().is_none_or(|body| self.may_be(Some(body), values, &[]))
    }

    /// As far as the names of its members tell.
    fn may_answer(&self, reply: Value<'_>, common: &[&str]) -> bool {
        let schema = Self::reply(self).and_then(|(_, own)| self.resolved(own.get("schema")?));
        self.may_be(schema, reply, common)
    }
}
