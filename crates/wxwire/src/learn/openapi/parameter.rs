//! What travels outside of the body.

use super::{Learner, text_of};
use crate::lang::Words;
use crate::layer::json::{Kind, Object, Tree, Value};
use crate::operation::step::names;
use crate::secret;
use http::HeaderName;

/// The most parameters of a call that are looked at.
const MAX_PARAMETERS: usize = 200;

/// Headers that whoever sends a request writes: of the way that it takes, of its body and of what is read of its answer.
const OWN: [&str; 14] = [
    "accept",
    "accept-encoding",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// What became of a parameter.
pub(super) enum Taken {
    /// A field of the values, as JSON.
    Value(String),
    /// A credential of this name.
    Credential(String),
    /// Nothing.
    Not,
}

impl<'t> Learner<'t> {
    /// The parameters of a call, its own before those of its path.
    pub(super) fn parameters(
        &mut self,
        path: &str,
        item: Value<'t>,
        own: Value<'t>,
    ) -> Vec<(Option<Value<'t>>, Taken)> {
        let mut all: Vec<(Option<Value<'t>>, Taken)> = Vec::new();
        let mut known = std::collections::BTreeSet::new();
        let lists = [own.get("parameters"), item.get("parameters")];
        for written in lists.into_iter().flatten().flat_map(Value::items).take(MAX_PARAMETERS) {
            let Some(parameter) = self.followed(written) else { continue };
            if known.insert((text_of(parameter, "name"), text_of(parameter, "in"))) {
                let taken = self.parameter(path, parameter);
                all.push((Some(parameter), taken));
            }
        }
        all
    }

    fn parameter(&mut self, path: &str, parameter: Value<'t>) -> Taken {
        let (name, place) = (text_of(parameter, "name"), text_of(parameter, "in"));
        let is_header = || HeaderName::from_bytes(name.as_bytes()).is_ok();
        let is_own = OWN.iter().any(|own| name.eq_ignore_ascii_case(own));
        let is_in_path = || names(path).any(|own| own == name);
        let words = match &*place {
            _ if name.is_empty() => Words::new("参数没有名称", "a parameter without a name"),
            "header" if is_own => {
                Words::new("由客户端自己写的请求头，不作参数", "a header that the client writes itself")
            }
            "header" if !is_header() => Words::new("不能作请求头名", "no name of a header"),
            "path" if !is_in_path() => Words::new("路径中没有这个参数", "the path has no such parameter"),
            "header" | "query" if !self.is_ours && secret::is_name(&name) && self.may_be_text(parameter) => {
                return Taken::Credential(self.as_credential(parameter));
            }
            "header" | "query" | "path" => return Taken::Value(self.field(parameter, &place)),
            _ => Words::new("不支持这个位置的参数", "a parameter of a place that is not supported"),
        };
        self.notes.left_out(parameter, &format!("{place} {name}"), words);
        Taken::Not
    }

    /// Whether a parameter may hold a text, as secrets are: a number or a flag is none.
    fn may_be_text(&self, parameter: Value<'t>) -> bool {
        let kind = parameter.get("schema").and_then(|schema| self.led(schema)?.get("type"));
        kind.is_none_or(|kind| kind.kind() == Kind::Array || kind.is_str("string"))
    }

    fn field(&mut self, parameter: Value<'t>, place: &str) -> String {
        let mut written = Object::new();
        let of_content = || parameter.get("content")?.members().next()?.1.get("schema");
        let schema = parameter.get("schema");
        for (key, value) in parameter.members() {
            let key = key.as_str().unwrap_or_default();
            written = match &*key {
                "name" | "in" | "description" => written.json(&key, value.source()),
                "required" if place != "path" => written.json("required", value.source()),
                key if key.starts_with("x-") => written.json(key, value.source()),
                _ => written,
            };
        }
        if place == "path" {
            written = written.json("required", "true");
        }
        let is_plain = schema.is_none_or(|schema| self.is_plain(parameter, schema, place));
        let join = schema.and_then(|schema| self.join(parameter, schema, place));
        if let Some(join) = join.filter(|_| parameter.get("x-join").is_none()) {
            written = written.text("x-join", join);
        }
        let schema = match schema {
            Some(schema) if is_plain || join.is_some() => self.schema(schema),
            None if of_content().is_none() => "{\"type\":\"string\"}".to_owned(),
            _ => {
                let words = Words::new(
                    "按一个文本处理：列表或对象在此没有固定写法",
                    "taken as one text: a list or an object has no fixed form there",
                );
                self.notes.guessed(parameter, &text_of(parameter, "name"), words);
                "{\"type\":\"string\"}".to_owned()
            }
        };
        written.json("schema", &self.with_example(parameter, schema)).end()
    }

    /// A schema with what is shown of its parameter.
    fn with_example(&self, parameter: Value<'t>, schema: String) -> String {
        let is_beside = parameter.get("example").is_some() || parameter.get("examples").is_some();
        let shown = self.example_of(parameter).filter(|_| is_beside && !self.is_ours);
        let is_open = |tree: &Tree<'_>| tree.root().get("examples").is_none() && tree.root().kind() == Kind::Object;
        match shown.filter(|_| Tree::parse(&schema).is_ok_and(|tree| is_open(&tree))) {
            Some(shown) => {
                let rest = schema.trim_start_matches('{');
                let comma = if rest == "}" { "" } else { "," };
                format!("{{\"examples\":[{}]{comma}{rest}", shown.source())
            }
            None => schema,
        }
    }

    /// What stands between the items of a list of scalars that travels as one text.
    fn join(&self, parameter: Value<'t>, schema: Value<'t>, place: &str) -> Option<&'static str> {
        let schema = self.led(schema)?;
        let is_type = |schema: Value<'t>, kind: &str| schema.get("type").is_some_and(|own| own.is_str(kind));
        let items = schema.get("items").and_then(|items| self.led(items));
        let is_scalar = |one: Value<'t>| {
            let parts = ["properties", "items", "allOf", "oneOf", "anyOf"];
            !is_type(one, "object") && !is_type(one, "array") && parts.iter().all(|key| one.get(key).is_none())
        };
        if !is_type(schema, "array") || !items.is_none_or(is_scalar) {
            return None;
        }
        let style = parameter.get("style").and_then(Value::as_str).unwrap_or_default();
        let is_apart = parameter.get("explode").and_then(Value::as_bool) == Some(false);
        match (place, &*style) {
            ("query", "" | "form") if is_apart => Some(","),
            ("query", "spaceDelimited") => Some(" "),
            ("query", "pipeDelimited") => Some("|"),
            ("path" | "header", "" | "simple") => Some(","),
            _ => None,
        }
    }

    /// Whether a place can hold what a schema says: scalars, and in a query a list of them, one by one.
    fn is_plain(&self, parameter: Value<'t>, schema: Value<'t>, place: &str) -> bool {
        let Some(schema) = self.led(schema) else { return true };
        let is_type = |schema: Value<'t>, kind: &str| schema.get("type").is_some_and(|own| own.is_str(kind));
        let is_object = |schema: Value<'t>| is_type(schema, "object") || schema.get("properties").is_some();
        let one_by_one = parameter.get("explode").and_then(Value::as_bool) != Some(false)
            && parameter.get("style").is_none_or(|style| style.is_str("form"));
        let items = schema.get("items").and_then(|items| self.led(items));
        match () {
            () if is_object(schema) || schema.get("allOf").is_some() => false,
            () if is_type(schema, "array") => {
                place == "query"
                    && one_by_one
                    && items.is_none_or(|items| !is_object(items) && !is_type(items, "array"))
            }
            () => true,
        }
    }
}
