//! Calls as a document of OpenAPI 3.1.

use std::collections::BTreeSet;

use super::call::{Call, Scheme, is_body_credential};
use super::field::{Field, Place};
use super::notes::Notes;
use super::{schema, twins};
use crate::layer::json::{Kind, Object, Tree, Value, array, pretty, quote};
use crate::secret::{is_name, masked};

/// The document of some calls. `title` is that of the whole.
pub(super) fn document(title: &str, calls: &mut [Call], notes: &mut Notes) -> String {
    twins::tell_apart(calls, notes);
    let mut schemes: Vec<(String, String)> = Vec::new();
    let mut paths: Vec<(String, Vec<(&str, String)>)> = Vec::new();
    let mut ids = BTreeSet::new();
    for call in &*calls {
        let key = key(call);
        let item = match paths.iter_mut().find(|(path, _)| *path == key) {
            Some((_, item)) => item,
            None => {
                paths.push((key, vec![]));
                let Some((_, item)) = paths.last_mut() else { continue };
                item
            }
        };
        if item.iter().any(|(method, _)| *method == call.method) {
            notes.left_out(call.span.clone(), &call.title, twins::SAME_PATH);
            continue;
        }
        let id = free(&mut ids, id(call));
        item.push((&call.method, operation(call, &id, &mut schemes)));
    }
    let mut written = Object::new();
    for (path, item) in &paths {
        let item = item.iter().fold(Object::new(), |out, (method, one)| out.json(method, one));
        written = written.json(path, &item.end());
    }
    let info = Object::new().text("title", title).text("x-title-zh", title).text("version", "1");
    let mut out = Object::new().text("openapi", "3.1.0").json("info", &info.end()).json("paths", &written.end());
    if !schemes.is_empty() {
        let all = schemes.iter().fold(Object::new(), |out, (name, scheme)| out.json(name, scheme));
        out = out.json("components", &Object::new().json("securitySchemes", &all.end()).end());
    }
    let text = out.end();
    Tree::parse(&text).map(|tree| pretty(tree.root())).unwrap_or(text)
}

/// The path, and behind a `#` what tells the call from others there.
fn key(call: &Call) -> String {
    match &call.told {
        Some(told) => format!("{}#{told}", call.path),
        None => call.path.clone(),
    }
}

fn operation(call: &Call, id: &str, schemes: &mut Vec<(String, String)>) -> String {
    let mut out = Object::new().text("operationId", id).text("summary", &call.title).text("x-title-zh", &call.title);
    if !call.help.is_empty() {
        out = out.text("description", &call.help).text("x-help-zh", &call.help);
    }
    if let Some(page) = &call.page {
        out = out.json("externalDocs", &Object::new().text("url", page).end());
    }
    out = out.text("x-source", "documented");
    if let Some(server) = &call.server {
        out = out.json("servers", &array([Object::new().text("url", server).end()].into_iter()));
    }
    out = out.json("security", &security(&call.schemes, schemes));
    if !call.parameters.is_empty() {
        out = out.json("parameters", &array(call.parameters.iter().map(parameter)));
    }
    if !call.body.fields.is_empty() {
        out = out.json("requestBody", &body(call));
    }
    if let Some(example) = whole_example(call) {
        out = out.json("x-examples", &example);
    }
    let mut reply = Object::new();
    if !call.reply.fields.is_empty() || call.reply.is(super::field::Type::Array) {
        reply = reply.json("schema", &schema::schema(&call.reply, 0));
    }
    if let Some(example) = &call.reply_example {
        reply = reply.json("example", &without_secrets(example));
    }
    let content = Object::new().json("application/json", &reply.end()).end();
    let response = Object::new().text("description", "The reply").json("content", &content).end();
    out.json("responses", &Object::new().json("200", &response).end()).end()
}

fn parameter(field: &Field) -> String {
    let mut out = Object::new().text("name", &field.name).text("in", field.place.name());
    if field.required {
        out = out.json("required", "true");
    }
    if !field.help.is_empty() {
        out = out.text("description", &field.help).text("x-help-zh", &field.help);
    }
    let bare = Field { help: String::new(), ..field.clone() };
    out.json("schema", &schema::schema(&bare, 0)).end()
}

fn body(call: &Call) -> String {
    let properties = call.body.fields.iter().map(|one| {
        let schema = schema::schema(one, 1);
        match is_body_credential(one) {
            true => (one, insert(&schema, "\"format\":\"password\",\"x-credential\":true")),
            false => (one, schema),
        }
    });
    let properties = properties.fold(Object::new(), |out, (one, schema)| out.json(&one.name, &schema));
    let required: Vec<_> = call.body.fields.iter().filter(|one| one.required).map(|one| quote(&one.name)).collect();
    let mut schema = Object::new().text("type", "object");
    if !required.is_empty() {
        schema = schema.json("required", &array(required.into_iter()));
    }
    let mut media = Object::new().json("schema", &schema.json("properties", &properties.end()).end());
    if call.parameters.is_empty() && !call.examples.is_empty() {
        media = media.json("examples", &examples(&call.examples));
    }
    let content = Object::new().json(call.media, &media.end()).end();
    Object::new().json("required", "true").json("content", &content).end()
}

/// Adds members to an object that is written.
fn insert(object: &str, members: &str) -> String {
    match object.strip_suffix('}') {
        Some(open) if open.len() > 1 => format!("{open},{members}}}"),
        _ => format!("{{{members}}}"),
    }
}

fn examples(all: &[(String, String)]) -> String {
    let one = |out: Object, (number, (title, value)): (usize, &(String, String))| {
        let (zh, en) = if title.is_empty() { ("示例", "Example") } else { (title.as_str(), title.as_str()) };
        let example = Object::new().text("summary", en).text("x-title-zh", zh);
        out.json(&format!("example_{}", number + 1), &example.json("value", &without_secrets(value)).end())
    };
    all.iter().enumerate().fold(Object::new(), one).end()
}

/// The values of a whole call, where it has parameters: what the source shows of each.
fn whole_example(call: &Call) -> Option<String> {
    if call.parameters.is_empty() || call.parameters.iter().any(|one| one.required && one.example.is_none()) {
        return None;
    }
    let shown = call.parameters.iter().filter_map(|one| Some((one.name.as_str(), one.example.as_deref()?)));
    let mut out = shown.fold(Object::new(), |out, (name, value)| out.json(name, value));
    let body = call.examples.first().map(|(_, body)| without_secrets(body));
    let tree = body.as_deref().and_then(|body| Tree::parse(body).ok());
    for (key, value) in tree.iter().flat_map(|tree| tree.root().members()) {
        out = out.json(&key.as_str().unwrap_or_default(), value.source());
    }
    Some(examples(&[(String::new(), out.end())]))
}

/// The security of a call: what it always needs, and beside it what it may take.
fn security(own: &[Scheme], all: &mut Vec<(String, String)>) -> String {
    let mut always = Object::new();
    let mut more = Object::new();
    let has_required = own.iter().any(|one| one.required);
    let mut optional = false;
    for (at, one) in own.iter().enumerate() {
        let name = scheme(one, all);
        more = more.json(&name, "[]");
        if one.required || !has_required && at == 0 {
            always = always.json(&name, "[]");
        } else {
            optional = true;
        }
    }
    let ways = [Some(always.end()), Some(more.end()).filter(|_| optional)];
    array(ways.into_iter().flatten().filter(|_| !own.is_empty()))
}

/// The name of a scheme in the document, where it is put unless it stands there.
fn scheme(one: &Scheme, all: &mut Vec<(String, String)>) -> String {
    let kind = match one.is_bearer {
        true => Object::new().text("type", "http").text("scheme", "bearer"),
        false => {
            let place = if one.place == Place::Header { "header" } else { "query" };
            Object::new().text("type", "apiKey").text("in", place).text("name", &one.name)
        }
    };
    let help = Some(one.help.as_str()).filter(|help| !help.is_empty());
    let written = kind.some("description", help).some("x-help-zh", help).end();
    let base = snake(one.name.strip_prefix("X-").or_else(|| one.name.strip_prefix("x-")).unwrap_or(&one.name));
    let mut name = base.clone();
    let mut number = 1;
    while let Some((_, known)) = all.iter().find(|(known, _)| *known == name) {
        if *known == written {
            return name;
        }
        number += 1;
        name = format!("{base}_{number}");
    }
    all.push((name.clone(), written));
    name
}

/// The name of a call: the end of its path, or what its one value says where all calls share a path.
fn id(call: &Call) -> String {
    let steps: Vec<_> = call.path.split('/').filter(|step| !step.is_empty() && !step.contains('{')).collect();
    let path = snake(&steps[steps.len().saturating_sub(2)..].join("_"));
    let told = call.told.as_deref().and_then(|told| told.split_once('=')).map(|(_, value)| snake(value));
    match told.filter(|told| !told.is_empty()) {
        Some(told) if path.is_empty() => return told,
        Some(told) => return format!("{path}_{told}"),
        None if !path.is_empty() => return path,
        None => {}
    }
    let mut only = call.body.fields.iter().filter(|one| one.choices.len() == 1);
    let value = only.next().map(|one| snake(&one.choices[0].0)).unwrap_or_default();
    if value.is_empty() { "call".to_owned() } else { value }
}

fn free(ids: &mut BTreeSet<String>, base: String) -> String {
    let mut number = 1;
    let mut id = base.clone();
    while !ids.insert(id.clone()) {
        number += 1;
        id = format!("{base}_{number}");
    }
    id
}

/// A name in small letters, its words joined by `_`.
pub(super) fn snake(name: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for char in name.chars() {
        let begins = char.is_ascii_uppercase() && (before.is_ascii_lowercase() || before.is_ascii_digit());
        if char.is_ascii_alphanumeric() {
            if begins && !out.ends_with('_') {
                out.push('_');
            }
            out.push(char.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('_') {
            out.push('_');
        }
        before = char;
    }
    out.trim_end_matches('_').to_owned()
}

/// A sample without what could be a secret: other signs stand for each.
pub(super) fn without_secrets(json: &str) -> String {
    let Ok(tree) = Tree::parse(json) else { return "{}".to_owned() };
    let (mut out, mut at) = (String::with_capacity(json.len()), 0);
    secrets(tree.root(), &mut |value| {
        out.push_str(&json[at..value.span().start]);
        out.push_str("\"xxx\"");
        at = value.span().end;
    });
    out.push_str(&json[at..]);
    let shown = masked(&out).into_owned();
    if Tree::parse(&shown).is_ok() { shown } else { out }
}

fn secrets(value: Value<'_>, tell: &mut impl FnMut(Value<'_>)) {
    for (key, member) in value.members() {
        let is_secret = member.kind() == Kind::String && key.as_str().is_some_and(|key| is_name(&key));
        if is_secret { tell(member) } else { secrets(member, tell) }
    }
    value.items().for_each(|item| secrets(item, tell));
}
