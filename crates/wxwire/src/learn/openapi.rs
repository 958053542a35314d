//! OpenAPI 3.0 and 3.1 of any author, as a document that the catalog reads. What is one already comes out as it went in.

mod audit;
mod body;
mod example;
mod merge;
mod notes;
mod operation;
mod parameter;
mod reply;
mod route;
mod rule;
mod schema;
mod security;
mod server;
mod tagged;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::twins::{self, Twins};
use super::{Learned, name};
use crate::catalog;
use crate::document::references::{self, End};
use crate::document::{MAX_OPERATIONS, is_method, is_name};
use crate::lang::Words;
use crate::layer::MAX_BYTES;
use crate::layer::json::{Kind, Object, Value, quote};
use crate::problem::{Code, Problem, Unit};
use notes::Notes;
use route::Route;

/// Whether some JSON is such a document.
fn is_openapi(root: Value<'_>) -> bool {
    root.get("openapi").and_then(Value::as_str).is_some_and(|version| version.starts_with("3."))
}

/// Learns from such a document.
pub(super) fn openapi(root: Value<'_>, name: Option<&str>) -> Result<Learned, Problem> {
    if !is_openapi(root) {
        let version = root.get("openapi").or_else(|| root.get("swagger"));
        let Some(version) = version else { return Err(Problem::new(Code::NotOpenApi).on(root)) };
        // In YAML, 2.0 is a number.
        let found = version.as_str().unwrap_or(version.source().into());
        let found = if root.get("openapi").is_some() { found.into_owned() } else { format!("OpenAPI {found}") };
        return Err(Problem::new(Code::WrongForm).on(version).expected("OpenAPI 3.0, 3.1").found(&found));
    }
    rule::check(root)?;
    let mut learner = Learner::of(root);
    learner.audit();
    let gateway = learner.gateway(name)?;
    let document = learner.document(&gateway)?;
    if document.len() > MAX_BYTES {
        return Err(Problem::new(Code::TooLarge).measured(MAX_BYTES, document.len(), Unit::Bytes));
    }
    Ok(Learned { gateway, document, notes: learner.notes.in_order() })
}

/// What is known on the way.
struct Learner<'t> {
    root: Value<'t>,
    notes: Notes,
    /// The schemas that have names: there may be thousands, and each is looked up often.
    schemas: BTreeMap<Cow<'t, str>, Value<'t>>,
    /// The ids of calls that are taken.
    ids: BTreeSet<String>,
    /// What security schemes are called here, by their names in the source; none for one that was not understood.
    schemes: Vec<(String, Option<String>)>,
    /// Security schemes that the source has as parameters, with their JSON.
    more_schemes: Vec<(String, String)>,
    /// It is OpenAPI 3.0.
    is_3_0: bool,
    /// The document is one of ours: nothing is guessed that it does not say.
    is_ours: bool,
    /// How deep schemas stand in each other that were put together out of several.
    merging: usize,
    /// How many members such schemas have.
    merged: usize,
    /// How many names were looked at to find faults.
    looked: usize,
}

impl<'t> Learner<'t> {
    fn of(root: Value<'t>) -> Self {
        let schemas = root.find("/components/schemas").into_iter().flat_map(Value::members);
        Self {
            root,
            schemas: schemas.filter_map(|(name, schema)| Some((name.as_str()?, schema))).collect(),
            notes: Notes::default(),
            ids: BTreeSet::new(),
            schemes: Vec::new(),
            more_schemes: Vec::new(),
            is_3_0: text_of(root, "openapi").starts_with("3.0"),
            is_ours: root.find("/info/x-gateway").is_some(),
            merging: 0,
            merged: 0,
            looked: 0,
        }
    }

    fn gateway(&mut self, name: Option<&str>) -> Result<String, Problem> {
        let said = self.root.find("/info/x-gateway");
        match (name, said.and_then(Value::as_str)) {
            (Some(name), _) => Ok(name.to_owned()),
            (None, Some(own)) => {
                let own = own.into_owned();
                if is_name(&own) { Ok(own) } else { Err(name::wrong(&own).on(said.unwrap_or(self.root))) }
            }
            (None, None) => {
                let made = name::of_gateway(self.root);
                let words = Words::new(
                    "网关名取自标题或主机名；可用 --name 指定",
                    "the gateway's name, made of its title or host; --name gives another",
                );
                self.notes.guessed(self.root.get("info").unwrap_or(self.root), &made, words);
                Ok(made)
            }
        }
    }

    fn document(&mut self, gateway: &str) -> Result<String, Problem> {
        let root = self.root;
        let paths = root.get("paths").filter(|paths| paths.kind() == Kind::Object);
        let paths = paths.ok_or_else(|| Problem::new(Code::NotOpenApi).on(root).expected("paths"))?;
        let schemes = self.security_schemes();
        let paths = self.paths(paths)?;
        let components = self.components(schemes);
        let rule = self.reply_rule(gateway);
        let mut document = Object::new().text("openapi", "3.1.0").json("info", &self.info(gateway));
        for (key, value) in root.members() {
            let key = key.as_str().unwrap_or_default();
            document = match &*key {
                "openapi" | "info" => document,
                "paths" => document.json("paths", &paths),
                "components" => document.json("components", &components),
                "servers" => document.json("servers", &self.servers(value)),
                "security" => document.json("security", &self.security(value)),
                "tags" | "externalDocs" => document.json(&key, value.source()),
                "webhooks" => {
                    self.notes.left_out(value, "webhooks", Words::new("回调不能取入", "callbacks are not taken in"));
                    document
                }
                key if key.starts_with("x-") => document.json(key, value.source()),
                _ => document,
            };
        }
        if root.get("components").is_none() && components != "{}" {
            document = document.json("components", &components);
        }
        if let Some(rule) = rule {
            document = document.json("x-reply", &rule);
        }
        Ok(document.end())
    }

    fn info(&self, gateway: &str) -> String {
        let mut info = Object::new();
        let own = self.root.get("info").filter(|info| info.kind() == Kind::Object);
        if own.is_none_or(|own| own.get("title").is_none()) {
            info = info.text("title", gateway);
        }
        for (key, value) in own.into_iter().flat_map(Value::members).filter(|(key, _)| !key.is_str("x-gateway")) {
            info = info.json(&key.as_str().unwrap_or_default(), value.source());
        }
        info.text("x-gateway", gateway).end()
    }

    fn paths(&mut self, paths: Value<'t>) -> Result<String, Problem> {
        let mut all = Object::new();
        let keys = || paths.members().filter_map(|(key, _)| key.as_str());
        let count = paths.members().flat_map(|(_, item)| item.members()).filter(|(key, _)| is_method(*key)).count();
        let mut counted: BTreeMap<String, usize> = BTreeMap::new();
        keys().for_each(|key| *counted.entry(Route::of(&key).path.to_owned()).or_default() += 1);
        let mut twins = Twins::default();
        for (path, item) in paths.members() {
            let name = path.as_str().unwrap_or_default();
            let route = Route::of(&name);
            let Some(item) = self.followed(item) else { continue };
            let mut written = Object::new();
            for (key, value) in item.members() {
                let key_name = key.as_str().unwrap_or_default();
                if is_method(key) {
                    if self.ids.len() >= MAX_OPERATIONS {
                        let many = Problem::new(Code::TooMany).on(value);
                        return Err(many.measured(MAX_OPERATIONS, count.max(MAX_OPERATIONS + 1), Unit::Items));
                    }
                    if counted.get(route.path).is_some_and(|count| *count > 1) {
                        let fixed = self.fixed(&route, value);
                        if !twins.take(route.path, &key_name, fixed) {
                            let what = format!("{} {name}", key_name.to_ascii_uppercase());
                            self.notes.left_out(value, &what, twins::SAME_PATH);
                            continue;
                        }
                    }
                    if let Some(operation) = self.operation(&key_name, &route, item, value) {
                        written = written.json(&key_name, &operation);
                    }
                } else if ["head", "options", "trace"].contains(&&*key_name) {
                    let words = Words::new("没有这种方法的操作", "no calls by this method");
                    self.notes.left_out(value, &format!("{key_name} {name}"), words);
                } else if key_name == "servers" {
                    written = written.json("servers", &self.servers(value));
                } else if key_name.starts_with("x-") {
                    written = written.json(&key_name, value.source());
                }
            }
            all = all.json(&route.key(), &written.end());
        }
        Ok(all.end())
    }

    fn components(&mut self, schemes: String) -> String {
        let own = self.root.get("components").filter(|own| own.kind() == Kind::Object);
        let mut components = Object::new();
        let mut has_schemes = false;
        for (key, value) in own.into_iter().flat_map(Value::members) {
            let key = key.as_str().unwrap_or_default();
            components = match &*key {
                "schemas" => components.json("schemas", &self.each(value, Self::schema)),
                "responses" => components.json("responses", &self.each(value, Self::response)),
                "examples" => components.json("examples", value.source()),
                "securitySchemes" => {
                    has_schemes = true;
                    components.json("securitySchemes", &self.with_more(&schemes))
                }
                _ => components,
            };
        }
        if !has_schemes && !self.more_schemes.is_empty() {
            components = components.json("securitySchemes", &self.with_more("{}"));
        }
        components.end()
    }

    /// An object of the same names, each member as `one` makes it.
    fn each(&mut self, all: Value<'t>, one: fn(&mut Self, Value<'t>) -> String) -> String {
        let members = all.members().map(|(name, value)| format!("{}:{}", name.source(), one(self, value)));
        format!("{{{}}}", members.collect::<Vec<_>>().join(","))
    }

    /// What a value refers to, or the value. Nothing is fetched: what is elsewhere, or leads in a circle, is noted.
    fn followed(&mut self, value: Value<'t>) -> Option<Value<'t>> {
        let followed = self.led(value);
        if followed.is_none() {
            let reference = value.get("$ref").unwrap_or(value);
            self.notes.left_out(reference, reference.source(), self.lost(value));
        }
        followed
    }

    /// The same, of what a call cannot do without: why it is left out, too.
    fn reached(&mut self, value: Value<'t>) -> Result<Value<'t>, Words> {
        self.followed(value).ok_or_else(|| self.lost(value))
    }

    /// The same without a note.
    fn led(&self, mut value: Value<'t>) -> Option<Value<'t>> {
        for _ in 0..16 {
            let Some(reference) = value.get("$ref").and_then(Value::as_str) else { return Some(value) };
            let name = reference.strip_prefix("#/components/schemas/").and_then(|name| self.schemas.get(name));
            value = match name {
                Some(schema) => *schema,
                None => self.root.find(reference.strip_prefix('#')?)?,
            };
        }
        None
    }

    /// Why a reference is left out, which leads to nothing.
    fn lost(&self, value: Value<'t>) -> Words {
        let reference = value.get("$ref").and_then(Value::as_str).unwrap_or_default();
        match references::end(self.root, &reference) {
            End::Elsewhere => Words::new(
                "引用不在本文档内；不会去取",
                "a reference that leads out of the document; nothing is fetched",
            ),
            End::Nowhere => Words::new("本文档中没有引用的内容", "a reference to what is not in the document"),
            End::Round | End::Found => Words::new("循环引用", "a reference that leads in a circle"),
        }
    }
}

/// Whether the catalog knows a gateway without this document.
fn is_known(gateway: &str) -> bool {
    catalog::gateways().any(|known| known.name == gateway)
}

/// A text of a member.
fn text_of(value: Value<'_>, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().into_owned()
}

/// A list of texts, as JSON.
fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    format!("[{}]", names.map(quote).collect::<Vec<_>>().join(","))
}
