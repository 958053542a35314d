//! What a document says of a call beside its facts.

use std::borrow::Cow;

use super::written::Written;
use super::{borrowed, schema};
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, Value, pretty, retain};
use crate::operation::{EntryExample, Told};

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

    fn failures(&self) -> Vec<(u16, Cow<'static, str>)> {
        Self::failures(self).map(|(status, example)| (status, pretty(example).into())).collect()
    }

    /// As far as the names of its body's members tell.
    fn may_take(&self, values: Value<'_>) -> bool {
        self.body_schema().is_none_or(|body| self.may_be(Some(body), values, &[]))
    }

    /// Where a body says more than by the names of its members, they are not all.
    fn names(&self) -> Option<Vec<&'static str>> {
        let body = self.body_schema();
        let has = |key: &&str| body.is_some_and(|body| body.get(key).is_some());
        if ["oneOf", "anyOf", "allOf", "additionalProperties"].iter().any(has) {
            return None;
        }
        let members = body.and_then(|body| body.get("properties")).into_iter().flat_map(Value::members);
        let parameters = self.parameters().into_iter().filter_map(|parameter| parameter.get("name")).map(borrowed);
        Some(members.map(|(name, _)| borrowed(name)).chain(parameters).chain(["filename"]).collect())
    }

    /// Whatever has none of them is no reply of its.
    fn reply_names(&self) -> Option<Vec<&'static str>> {
        let schema = Self::reply(self).and_then(|(_, own)| self.resolved(own.get("schema")?));
        let members = schema.and_then(|schema| schema.get("properties")).into_iter().flat_map(Value::members);
        Some(members.map(|(name, _)| borrowed(name)).collect())
    }

    /// As far as the names of its members tell.
    fn may_answer(&self, reply: Value<'_>, common: &[&str]) -> bool {
        let schema = Self::reply(self).and_then(|(_, own)| self.resolved(own.get("schema")?));
        self.may_be(schema, reply, common)
    }
}

impl Written {
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
