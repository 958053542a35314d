//! One call: its name, its titles, and what of it the catalog can read.

use std::collections::BTreeSet;

use super::body::Body;
use super::parameter::Taken;
use super::route::Route;
use super::{Learner, text_of};
use crate::lang::Words;
use crate::layer::json::{Kind, Object, Value, array, quote};
use crate::learn::name;
use crate::operation::step::{is_path, names};

/// The most characters of a title that is made of a description.
const TITLE: usize = 60;

impl<'t> Learner<'t> {
    /// A call as the catalog reads it; none where it cannot be made.
    pub(super) fn operation(
        &mut self,
        method: &str,
        route: &Route<'_>,
        item: Value<'t>,
        own: Value<'t>,
    ) -> Option<String> {
        let path = route.path;
        let what = format!("{} {path}", method.to_ascii_uppercase());
        if own.kind() != Kind::Object || !is_path(path) {
            let words = Words::new(
                "路径中的参数应写成 {name}，两个参数之间须有分隔：/a/{name}:{verb}",
                "a parameter of a path is {name}, and between two stands something: /a/{name}:{verb}",
            );
            self.notes.left_out(own, &what, words);
            return None;
        }
        let body = match own.get("requestBody").map(|body| self.body(body)) {
            None => None,
            Some(Ok(body)) => body,
            Some(Err(words)) => {
                self.notes.left_out(own.get("requestBody").unwrap_or(own), &what, words);
                return None;
            }
        };
        let id = self.id(method, &route.key(), own);
        let parameters = self.parameters(path, item, own);
        let mut kept = Vec::new();
        let mut credentials = Vec::new();
        for (parameter, taken) in &parameters {
            match taken {
                Taken::Value(json) => kept.push((*parameter, json.clone())),
                Taken::Credential(name) => credentials.push(name.clone()),
                Taken::Not => {}
            }
        }
        let undeclared = names(path)
            .filter(|step| !kept.iter().any(|(one, _)| one.is_some_and(|one| text_of(one, "name") == *step)));
        let undeclared: Vec<_> = undeclared.map(str::to_owned).collect();
        for step in undeclared {
            let words = Words::new(
                "路径中的参数没有声明，按文本处理",
                "a parameter of the path that is not declared, taken as text",
            );
            self.notes.guessed(own, &format!("{what} {step}"), words);
            let json = Object::new().text("name", &step).text("in", "path").json("required", "true");
            kept.push((None, json.json("schema", "{\"type\":\"string\"}").end()));
        }
        for (name, value) in &route.query {
            kept.retain(|(one, _)| {
                !one.is_some_and(|one| text_of(one, "name") == *name && text_of(one, "in") == "query")
            });
            let schema = Object::new().text("type", "string").json("enum", &array([quote(value)].into_iter())).end();
            let json = Object::new().text("name", name).text("in", "query").json("required", "true");
            kept.push((None, json.json("schema", &schema).end()));
        }
        let mut written = Object::new().text("operationId", &id).text("summary", &self.title(&id, own));
        for (key, value) in own.members() {
            let key = key.as_str().unwrap_or_default();
            written = match &*key {
                "responses" => written.json("responses", &self.responses(value)),
                "servers" => written.json("servers", &self.servers(value)),
                "security" if credentials.is_empty() => written.json("security", &self.security(value)),
                "callbacks" => {
                    self.notes.left_out(value, &what, Words::new("回调不能取入", "callbacks are not taken in"));
                    written
                }
                "description" | "externalDocs" | "tags" | "deprecated" => written.json(&key, value.source()),
                "x-examples" => written,
                key if key.starts_with("x-") => written.json(key, value.source()),
                _ => written,
            };
        }
        if !credentials.is_empty() {
            let ways = own.get("security").or_else(|| self.root.get("security"));
            written = written.json("security", &self.security_and(ways, &credentials));
        }
        if !kept.is_empty() {
            written = written.json("parameters", &array(kept.iter().map(|(_, json)| json.clone())));
        }
        let kept: Vec<_> = kept.into_iter().map(|(parameter, _)| parameter).collect();
        self.named_twice(&kept, body.as_ref());
        let said = own.get("x-examples").map(|examples| examples.source().to_owned());
        if let Some(examples) = said.or_else(|| self.examples(&kept, body.as_ref())) {
            written = written.json("x-examples", &examples);
        }
        if let Some(body) = body {
            written = written.json("requestBody", &body.json);
        }
        Some(written.end())
    }

    /// Notes the members of a body that have a parameter's name: values have one of each name, which is the parameter's.
    fn named_twice(&mut self, parameters: &[Option<Value<'t>>], body: Option<&Body<'t>>) {
        let names: BTreeSet<_> = parameters.iter().flatten().map(|one| text_of(*one, "name")).collect();
        let schema = body.filter(|_| !names.is_empty()).and_then(|body| body.media.get("schema"));
        for (name, member) in schema.map(|schema| self.members(schema)).unwrap_or_default() {
            if names.contains(&name) {
                let words = Words::new(
                    "与参数同名的内容字段；该值只作参数发送",
                    "a member of the body with a parameter's name: the value goes into the parameter alone",
                );
                self.notes.left_out(member, &name, words);
            }
        }
    }

    /// The id of a call: as it is written, or made of its method and path.
    fn id(&mut self, method: &str, path: &str, own: Value<'t>) -> String {
        let said = own.get("operationId").filter(|id| id.kind() == Kind::String);
        let written = said.and_then(Value::as_str).unwrap_or_default();
        let wanted = match name::id(&written) {
            none if none.is_empty() => name::of_call(method, path),
            _ if self.is_ours => written.clone().into_owned(),
            id => id,
        };
        let id = name::free(&mut self.ids, wanted.clone());
        let words = match () {
            () if id != wanted => Words::new("编号重复，改为此名", "the id stands twice; it has a number now"),
            () if written.is_empty() => Words::new("没有编号，取自方法和路径", "no id; it is made of method and path"),
            () if id != written => Words::new("编号只留字母、数字和下划线", "an id is letters, digits and underscores"),
            () => return id,
        };
        self.notes.guessed(said.unwrap_or(own), &id, words);
        id
    }

    fn title(&self, id: &str, own: Value<'t>) -> String {
        let described = text_of(own, "description");
        let first = described.lines().next().unwrap_or_default().trim();
        let first: String = first.chars().take(TITLE).collect();
        let titles = [text_of(own, "summary"), first, id.replace('_', " ")];
        titles.into_iter().find(|title| !title.trim().is_empty()).unwrap_or_default()
    }
}
