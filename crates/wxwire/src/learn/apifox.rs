//! A project that Apifox exported in its own form: folders of calls, each with its schemas and samples. It becomes an OpenAPI
//! document, and is learned as one.

mod body;
mod schema;

use std::iter;

use super::notes::Notes;
use super::twins::Twins;
use super::{Learned, MAX_DEPTH, name, twins};
use crate::document::{MAX_OPERATIONS, METHODS};
use crate::lang::Words;
use crate::layer::json::{Kind, Object, Tree, Value, array, quote};
use crate::problem::{Code, Problem, Unit};

/// Whether some JSON is such a project.
pub(super) fn is_project(root: Value<'_>) -> bool {
    root.get("apiCollection").is_some() || root.get("apifoxProject").is_some()
}

/// Learns the calls of a project.
///
/// # Errors
/// The one problem that keeps it from being read: no JSON, no project, no call in it, or too many.
pub fn apifox(text: &str) -> Result<Learned, Problem> {
    let tree = Tree::parse(text)?;
    let root = tree.root();
    let collections = root.get("apiCollection").filter(|all| all.kind() == Kind::Array);
    let collections =
        collections.ok_or_else(|| Problem::new(Code::NotUnderstood).on(root).expected("apiCollection"))?;
    let mut reader =
        Reader { root, paths: vec![], twins: Twins::default(), schemes: vec![], count: 0, notes: Notes::default() };
    for collection in collections.items() {
        reader.folder(collection, None, None, 0)?;
    }
    for other in ["socketCollection", "webSocketCollection", "requestCollection"] {
        let items = root.get(other).into_iter().flat_map(Value::items).flat_map(|one| one.get("items"));
        items.flat_map(Value::items).for_each(|one| reader.notes.left_out(one.span(), &said(one, "name"), OTHER));
    }
    if reader.paths.is_empty() {
        return Err(Problem::new(Code::NoRequest).on(collections));
    }
    let document = reader.document();
    Ok(Learned { gateway: String::new(), document, notes: reader.notes.all() })
}

struct Reader<'t> {
    root: Value<'t>,
    /// The calls of each path: method and operation.
    paths: Vec<(String, Vec<(String, String)>)>,
    twins: Twins,
    /// Security schemes by their names, as JSON.
    schemes: Vec<(String, String)>,
    count: usize,
    notes: Notes,
}

impl<'t> Reader<'t> {
    /// Reads calls and folders; what a folder says of credentials holds inside of it.
    fn folder(
        &mut self,
        folder: Value<'t>,
        tag: Option<&str>,
        auth: Option<Value<'t>>,
        deep: usize,
    ) -> Result<(), Problem> {
        let auth = own_auth(folder).or(auth);
        for item in folder.get("items").into_iter().flat_map(Value::items) {
            let title = said(item, "name");
            if let Some(api) = item.get("api") {
                self.count += 1;
                if self.count > MAX_OPERATIONS {
                    let many = Problem::new(Code::TooMany).on(item);
                    return Err(many.measured(MAX_OPERATIONS, self.count, Unit::Items));
                }
                self.call(&title, api, tag, own_auth(api).or(auth));
            } else if deep < MAX_DEPTH {
                self.folder(item, Some(&title), auth, deep + 1)?;
            } else {
                self.notes.left_out(
                    item.span(),
                    &title,
                    Words::new("文件夹嵌套太深", "folders too deep in each other"),
                );
            }
        }
        Ok(())
    }

    fn call(&mut self, title: &str, api: Value<'t>, tag: Option<&str>, auth: Option<Value<'t>>) {
        let method = said(api, "method").to_ascii_lowercase();
        let path = path(&said(api, "path"));
        if !METHODS.contains(&&*method) {
            return self.notes.left_out(
                api.span(),
                &method,
                Words::new("不支持这种方法", "a method that is not supported"),
            );
        }
        if said(api, "path").trim().is_empty() {
            return self.notes.left_out(api.span(), title, Words::new("没有地址", "it has no address"));
        }
        let mut call = Object::new().text("summary", title);
        call = call.some("operationId", Some(said(api, "operationId")).filter(|id| !id.is_empty()).as_deref());
        call = call.some("description", Some(said(api, "description")).filter(|text| !text.is_empty()).as_deref());
        if let Some(tag) = tag {
            call = call.json("tags", &array([quote(tag)].into_iter()));
        }
        if let Some(scheme) = auth.and_then(|auth| self.scheme(auth)) {
            call = call.json("security", &array([Object::new().json(&scheme, "[]").end()].into_iter()));
        }
        let parameters = self.parameters(api, &path);
        if !parameters.is_empty() {
            call = call.json("parameters", &array(parameters.into_iter()));
        }
        if let Some(body) = self.body(api) {
            call = call.json("requestBody", &body);
        }
        let call = call.json("responses", &self.responses(api)).end();
        let fixed = Tree::parse(&call).map(|call| twins::fixed(call.root(), &|value| Some(value))).unwrap_or_default();
        if !self.twins.take(&path, &method, fixed) {
            return self.notes.left_out(api.span(), title, twins::SAME_PATH);
        }
        let is_taken =
            |key: &str| self.paths.iter().any(|(own, calls)| own == key && calls.iter().any(|(one, _)| *one == method));
        let further = (2..).map(|number: usize| format!("{path}#{number}"));
        let key = iter::once(path.clone()).chain(further).find(|key| !is_taken(key)).unwrap_or_default();
        match self.paths.iter_mut().find(|(own, _)| *own == key) {
            Some((_, calls)) => calls.push((method, call)),
            None => self.paths.push((key, vec![(method, call)])),
        }
    }

    /// A call's own parameters, those that it shares with others, and those of its path that nobody wrote down.
    fn parameters(&mut self, api: Value<'t>, path: &str) -> Vec<String> {
        let (mut all, mut named) = (Vec::new(), Vec::new());
        for place in ["path", "query", "header", "cookie"] {
            let rows = |of: Option<Value<'t>>| of.and_then(|of| of.get(place)).into_iter().flat_map(Value::items);
            let shared = self.root.find("/commonParameters/parameters").or_else(|| self.root.get("commonParameters"));
            let is_shared = |one: &Value<'t>| {
                rows(api.get("commonParameters")).any(|used| said(used, "name") == said(*one, "name"))
            };
            for one in rows(api.get("parameters")).chain(rows(shared).filter(is_shared)) {
                let name = said(one, "name").trim().to_owned();
                if !is_on(one) || name.is_empty() || named.contains(&(place, name.clone())) {
                    continue;
                }
                all.push(schema::parameter(one, &name, place));
                named.push((place, name));
            }
        }
        let in_path = path.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
        for name in in_path.filter(|name| !named.contains(&("path", (*name).to_owned()))) {
            let text = Object::new().text("type", "string").end();
            all.push(
                Object::new()
                    .text("name", name)
                    .text("in", "path")
                    .json("required", "true")
                    .json("schema", &text)
                    .end(),
            );
        }
        all
    }

    /// The name of the scheme that some credentials are of. Their values are not kept.
    fn scheme(&mut self, auth: Value<'t>) -> Option<String> {
        let kind = said(auth, "type").to_ascii_lowercase();
        let scheme = match &*kind {
            "apikey" => {
                let own = auth.get("apikey")?;
                let place = said(own, "in");
                let place = if place.is_empty() { "header" } else { &*place };
                Object::new().text("type", "apiKey").text("in", place).text("name", &said(own, "key")).end()
            }
            "bearer" | "basic" => Object::new().text("type", "http").text("scheme", &kind).end(),
            "noauth" | "" => return None,
            _ => {
                let words = Words::new("不支持这种凭据", "a kind of credential that is not supported");
                self.notes.left_out(auth.span(), &kind, words);
                return None;
            }
        };
        if let Some((name, _)) = self.schemes.iter().find(|(_, own)| *own == scheme) {
            return Some(name.clone());
        }
        let made =
            name::snake(&auth.find("/apikey/key").map_or(kind, |_| said(auth.get("apikey").unwrap_or(auth), "key")));
        let mut taken = self.schemes.iter().map(|(name, _)| name.clone()).collect();
        let name = name::free(&mut taken, if made.is_empty() { "credential".to_owned() } else { made });
        self.schemes.push((name.clone(), scheme));
        Some(name)
    }

    fn document(&self) -> String {
        let title = self.root.get("info").map(|info| said(info, "name")).unwrap_or_default();
        let object = |members: &[(String, String)]| {
            members.iter().fold(Object::new(), |all, (name, json)| all.json(name, json)).end()
        };
        let components = Object::new()
            .json("schemas", &schema::all(self.root))
            .json("securitySchemes", &object(&self.schemes))
            .end();
        let paths = self.paths.iter().fold(Object::new(), |all, (path, calls)| all.json(path, &object(calls))).end();
        let mut document = Object::new()
            .text("openapi", "3.1.0")
            .json("info", &Object::new().text("title", &title).text("version", "1").end());
        if let Some(url) = server(self.root) {
            document = document.json("servers", &array([Object::new().text("url", &url).end()].into_iter()));
        }
        document.json("paths", &paths).json("components", &components).end()
    }
}

/// What is no call over HTTP with a form of its own.
const OTHER: Words = Words::new("只取入 HTTP 接口", "only calls over HTTP are taken in");

/// What a folder or call says of credentials itself.
fn own_auth(of: Value<'_>) -> Option<Value<'_>> {
    of.get("auth").filter(|auth| auth.get("type").is_some())
}

/// Where calls go: the first address that an environment has.
fn server(root: Value<'_>) -> Option<String> {
    let environments = root.get("environments").into_iter().flat_map(Value::items);
    let urls = environments.flat_map(|one| {
        one.get("baseUrls").into_iter().flat_map(Value::members).map(|(_, url)| url).chain(one.get("baseUrl"))
    });
    urls.filter_map(Value::as_str).map(std::borrow::Cow::into_owned).find(|url| url.starts_with("http"))
}

/// A path as OpenAPI writes it: without a host or a variable for it, `:id` in braces.
fn path(written: &str) -> String {
    let written = written.trim();
    let rest = match written.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("", |at| &rest[at..]),
        None => written.strip_prefix("{{").and_then(|rest| Some(rest.split_once("}}")?.1)).unwrap_or(written),
    };
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let step = |step: &str| match step.strip_prefix(':').filter(|name| !name.is_empty()) {
        Some(name) => format!("{{{name}}}"),
        None => step.to_owned(),
    };
    let steps: Vec<_> = rest.trim_start_matches('/').split('/').map(step).collect();
    format!("/{}", steps.join("/"))
}

/// Whether a row counts: Apifox keeps those that were switched off.
fn is_on(row: Value<'_>) -> bool {
    row.get("enable").and_then(Value::as_bool) != Some(false)
}

/// A member's text; a number is read as its digits.
fn said(value: Value<'_>, key: &str) -> String {
    let Some(one) = value.get(key) else { return String::new() };
    match one.kind() {
        Kind::String => one.as_str().unwrap_or_default().into_owned(),
        Kind::Number => one.source().to_owned(),
        _ => String::new(),
    }
}
