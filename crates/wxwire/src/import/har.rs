//! Requests that browsers and other tools record as JSON: HAR, collections, and what `wxwire build` prints.

mod scripts;
mod variables;

use super::found::{Form, Found, Part};
use super::repair::Origin;
use super::report::Why;
use super::text::Text;
use crate::layer::base64;
use crate::layer::escape::JSON;
use crate::layer::json::{Kind, Value};
use crate::problem::{Code, Problem};
use scripts::Scripts;
use variables::Variables;

/// The most requests of one record that are looked at.
const MAX_REQUESTS: usize = 10_000;

/// How deep folders are looked into.
const MAX_DEPTH: usize = 32;

/// What is recorded in a document.
pub(crate) struct Record<'t> {
    pub(crate) requests: Vec<Recorded<'t>>,
    variables: Variables<'t>,
    /// How every request says who it is from, where it does not say so itself.
    auth: Option<Value<'t>>,
    form: Form,
}

/// A recorded request.
pub(crate) struct Recorded<'t> {
    /// What the record calls it, behind its folders; of one without a name, its path.
    pub(crate) name: String,
    request: Value<'t>,
    /// The scripts that run before it is sent, and may change anything of it: the collection's, those of its folders, its own.
    scripts: Vec<Value<'t>>,
}

impl Recorded<'_> {
    /// Where it stands.
    pub(crate) fn span(&self) -> std::ops::Range<usize> {
        self.request.span()
    }
}

impl<'t> Record<'t> {
    /// The requests of a document, if it is such a record.
    pub(crate) fn of(root: Value<'t>) -> Self {
        let root = root.get("collection").unwrap_or(root);
        let mut requests = Vec::new();
        match root.find("/log/entries").or_else(|| root.get("item")).unwrap_or(root) {
            list if list.kind() == Kind::Array => folder(list, "", &script(root), 0, &mut requests),
            one => requests.extend(recorded(one, "", script(root))),
        }
        let form = if root.get("item").is_some() { Form::Postman } else { Form::Har };
        Self { requests, variables: Variables::of(root), auth: root.get("auth"), form }
    }

    /// Which of several is meant: the first that is chosen by its address, that has a body, or that there is.
    pub(crate) fn meant(&self, chosen: &dyn Fn(&str) -> bool) -> Option<usize> {
        let is_chosen = |one: &Recorded<'_>| url(one.request).and_then(Value::as_str).is_some_and(|url| chosen(&url));
        let first = self.requests.iter().position(is_chosen);
        let first = first.or_else(|| self.requests.iter().position(|one| body(one.request).is_some()));
        first.or((!self.requests.is_empty()).then_some(0))
    }

    /// One of the requests.
    pub(crate) fn read(&self, text: &Text, at: usize) -> Option<Found> {
        let Recorded { request, scripts: before, .. } = self.requests.get(at)?;
        let (request, scripts) = (*request, Scripts::of(text, before));
        let known = self.variables.but(&scripts);
        let inner = |value: Value<'_>| known.resolved(text, inner(text, value));
        let mut found = Found::new(self.form);
        // A body that is switched off is not sent.
        let is_off_whole = request.get("body").is_some_and(is_off);
        if let Some(body) = body(request).filter(|_| is_off_whole) {
            found.drop(Why::Unsent, &inner(body));
        }
        let request_body = body(request).filter(|_| !is_off_whole);
        found.url = url(request).map(inner);
        found.method = request.get("method").map(inner);
        let headers = request.get("headers").or_else(|| request.get("header"));
        for header in headers.into_iter().flat_map(Value::items) {
            let name = header.get("name").or_else(|| header.get("key"));
            if let (Some(name), Some(value)) = (name, header.get("value")) {
                match is_off(header) {
                    true => found.drop(Why::Unsent, &inner(name)),
                    false => found.headers.push((inner(name), inner(value))),
                }
            }
        }
        for (name, value) in headers.into_iter().flat_map(Value::members) {
            found.headers.push((inner(name), inner(value)));
        }
        if let Some(auth) = request.get("auth").filter(|auth| auth.kind() == Kind::Object).or(self.auth) {
            self.auth(auth, text, &known, &mut found);
        }
        found.body = request_body.map(|body| (inner(body), Origin::Body));
        let is_base64 = request.find("/postData/encoding").is_some_and(|encoding| encoding.is_str("base64"));
        if let Some((body, _)) = found.body.as_mut().filter(|_| is_base64) {
            match base64::decode(body.as_str()).ok().and_then(|bytes| String::from_utf8(bytes).ok()) {
                Some(text) => *body = Text::in_place_of(&text, body),
                None => found
                    .problems
                    .push(Problem::new(Code::WrongType).expected("text").found("base64").span(body.place())),
            }
        }
        let lists = ["/body/urlencoded", "/body/formdata", "/postData/params"];
        for part in lists.iter().filter_map(|list| request.find(list)).flat_map(Value::items) {
            let name = part.get("key").or_else(|| part.get("name"));
            let is_file = part.get("type").is_some_and(|kind| kind.is_str("file")) || part.get("fileName").is_some();
            let value = part.get("value").or_else(|| part.get("src")).or_else(|| part.get("fileName"));
            if let Some(name) = name.filter(|_| is_off(part) || is_off_whole) {
                found.drop(Why::Unsent, &inner(name));
            } else if let Some(name) = name.filter(|_| found.body.is_none()) {
                let value = value.filter(|value| value.kind() != Kind::Null).map(inner).unwrap_or_default();
                found.parts.push(Part { name: inner(name), value, is_file });
            }
        }
        for script in before {
            found.drop(Why::Unknown, &text.slice(script.span()));
        }
        let values = found.body.iter().map(|(body, _)| body).chain(found.parts.iter().map(|part| &part.value));
        let names = self.variables.names();
        let unknown: Vec<_> = values.flat_map(|value| scripts.set_in(value, &names)).chain(scripts.change()).collect();
        unknown.iter().for_each(|one| found.refuse(Code::Variable, one));
        Some(found)
    }

    /// Tells the other requests as left out.
    pub(crate) fn tell_others(&self, text: &Text, at: usize, found: &mut Found) {
        for (_, other) in self.requests.iter().enumerate().filter(|(other, _)| *other != at) {
            found.drop(Why::Rest, &url(other.request).map(|url| inner(text, url)).unwrap_or_default());
        }
    }

    /// The header that a collection's own words on credentials become.
    fn auth(&self, auth: Value<'t>, text: &Text, known: &Variables<'t>, found: &mut Found) {
        let kind = auth.get("type").and_then(Value::as_str).unwrap_or_default();
        // Version 2.1 lists its parts, version 2.0 has them as members.
        let part = |name: &str| {
            let all = auth.get(&kind)?;
            let listed = all.items().find(|one| one.get("key").is_some_and(|key| key.is_str(name)));
            let value = listed.map_or_else(|| all.get(name), |one| one.get("value"))?;
            Some(known.resolved(text, inner(text, value)))
        };
        let header = match &*kind {
            "bearer" => part("token").map(|token| {
                let (mut name, mut value) = (Text::default(), Text::default());
                "Authorization".chars().for_each(|char| name.push_char(char, &token, 0..0));
                "Bearer ".chars().for_each(|char| value.push_char(char, &token, 0..0));
                value.push(&token, 0..token.len());
                (name, value)
            }),
            "apikey" => part("key").zip(part("value")),
            "" | "noauth" => None,
            _ => return found.drop(Why::UserInfo, &inner(text, auth.get("type").unwrap_or(auth))),
        };
        match header {
            Some((name, value)) if part("in").is_some_and(|place| place.as_str() == "query") => {
                let mut pair = name;
                pair.push_char('=', &value, 0..0);
                pair.push(&value, 0..value.len());
                found.query.push(pair);
            }
            header => found.headers.extend(header),
        }
    }
}

/// Where a document says that it is a tool's list of variables, which is the body of no call.
pub(super) fn environment(root: Value<'_>) -> Option<std::ops::Range<usize>> {
    let scope = root.get("_postman_variable_scope")?;
    root.get("values").map(|_| scope.span())
}

/// The requests of a list, and of the folders in it.
fn folder<'t>(list: Value<'t>, path: &str, before: &[Value<'t>], depth: usize, found: &mut Vec<Recorded<'t>>) {
    for item in list.items() {
        if found.len() >= MAX_REQUESTS {
            return;
        }
        match item.get("item").filter(|inner| inner.kind() == Kind::Array) {
            Some(inner) if depth < MAX_DEPTH => {
                folder(inner, &named(item, path), &[before, &script(item)].concat(), depth + 1, found);
            }
            _ => found.extend(recorded(item, path, [before, &script(item)].concat())),
        }
    }
}

fn named(item: Value<'_>, path: &str) -> String {
    let name = item.get("name").and_then(Value::as_str).unwrap_or_default();
    let short: String = name.chars().take(80).collect();
    if path.is_empty() || path.len() > 400 { short } else { format!("{path}/{short}") }
}

/// The scripts that a collection, a folder or a request runs before it sends.
fn script(item: Value<'_>) -> Vec<Value<'_>> {
    let events = item.get("event").into_iter().flat_map(Value::items).filter(|event| !is_off(*event));
    let before = events.filter(|event| event.get("listen").is_some_and(|name| name.is_str("prerequest")));
    let says =
        |line: Value<'_>| line.as_str().is_some_and(|line| !line.trim().is_empty() && !line.trim().starts_with("//"));
    let scripts = before.filter_map(|event| event.find("/script/exec")).take(MAX_SCRIPTS);
    scripts.filter(|lines| says(*lines) || lines.items().any(says)).collect()
}

/// The most scripts of one place.
const MAX_SCRIPTS: usize = 4;

fn recorded<'t>(item: Value<'t>, path: &str, scripts: Vec<Value<'t>>) -> Option<Recorded<'t>> {
    let request = item.get("request").unwrap_or(item);
    let address = (request.kind() == Kind::Object).then(|| url(request)?.as_str())??;
    let is_one = request.get("method").is_some() || request.get("headers").is_some();
    let mut name = named(item, path);
    if item.get("name").is_none() {
        name = super::address::Address::of(&address).path.chars().take(120).collect();
    }
    is_one.then_some(Recorded { name, request, scripts })
}

fn is_off(value: Value<'_>) -> bool {
    value.get("disabled").is_some_and(|off| off.source() == "true")
}

fn body(request: Value<'_>) -> Option<Value<'_>> {
    // Of the bodies that Postman keeps, one for each way to write it, the one that was chosen last is sent.
    let is_raw = request.find("/body/mode").is_none_or(|mode| mode.is_str("raw"));
    let body = request.find("/postData/text").or_else(|| request.find("/body/raw").filter(|_| is_raw));
    // Insomnia says what the text is beside it.
    let body = body.or_else(|| request.find("/body/text").filter(|_| request.find("/body/mimeType").is_some()));
    // Postman's own object says how the body is written, and is none.
    let body = body.or_else(|| request.get("body").filter(|body| body.get("mode").is_none()));
    // Without a body there is none, or an empty one.
    body.filter(|body| body.kind() != Kind::Null && !body.is_str(""))
}

fn url(request: Value<'_>) -> Option<Value<'_>> {
    let url = request.get("url")?;
    [Some(url), url.get("raw")].into_iter().flatten().find(|url| url.kind() == Kind::String)
}

/// What a string says; of anything else, its source.
fn inner(text: &Text, value: Value<'_>) -> Text {
    let span = value.span();
    match value.kind() {
        Kind::String => text.slice(span.start + 1..span.end - 1).unescaped(&JSON).0,
        _ => text.slice(span),
    }
}
