//! One call of a collection: its request, and the replies that were kept with it.

use super::{Reader, said, shown, title};
use crate::import::{Origin, Text, repair};
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, Value, quote};
use crate::learn::call::{Call, Scheme};
use crate::learn::field::{Field, Place, Type};
use crate::learn::sample::Sample;
use crate::secret::is_name;

impl<'t> Reader<'t> {
    /// The call of an item; none where it has no address.
    pub(super) fn call(&mut self, item: Value<'t>, request: Value<'t>, auth: Option<Value<'t>>) -> Option<Call> {
        let mut call = Call { title: title(item), span: request.span(), ..Call::default() };
        let method = request.get("method").and_then(Value::as_str).unwrap_or("GET".into()).to_ascii_lowercase();
        if !["get", "post", "put", "patch", "delete"].contains(&method.as_str()) {
            self.notes.left_out(request.span(), &method, METHOD);
            return None;
        }
        call.method = method;
        call.help = request.get("description").map(said).unwrap_or_default();
        let url = request.get("url").unwrap_or(request);
        let written = url.as_str().or_else(|| url.get("raw")?.as_str()).unwrap_or_default();
        if written.trim().is_empty() {
            self.notes.left_out(item.span(), &call.title, NO_ADDRESS);
            return None;
        }
        for (place, list) in [
            (Place::Query, url.get("query")),
            (Place::Path, url.get("variable")),
            (Place::Header, request.get("header")),
        ] {
            for one in list.into_iter().flat_map(Value::items) {
                self.parameter(&mut call, one, place);
            }
        }
        let (known, _) = written.split_once('?').unwrap_or((&written, ""));
        // What is listed one by one has been taken in.
        let written = if url.get("query").is_some() { known } else { &*written };
        call.address(&self.resolved(written), url.span(), &mut self.notes);
        self.auth(&mut call, request.get("auth").or(auth));
        if let Some(body) = request.get("body").filter(|body| body.kind() == Kind::Object) {
            self.body(&mut call, body);
        }
        for reply in item.get("response").into_iter().flat_map(Value::items) {
            self.reply(&mut call, reply);
        }
        call.settle(&mut self.notes);
        Some(call)
    }

    /// A text with its variables resolved, as far as the collection says what they are; of secrets it is not asked.
    fn resolved(&self, text: &str) -> String {
        let mut out = text.to_owned();
        for (name, value) in self.variables.iter().filter(|(name, _)| !is_name(name)) {
            let sign = format!("{{{{{name}}}}}");
            if let Some(value) = value.as_str().filter(|value| out.contains(&sign) && value.len() < 2000) {
                out = out.replacen(&sign, &value, 4);
            }
        }
        out
    }

    fn parameter(&mut self, call: &mut Call, one: Value<'t>, place: Place) {
        let name = one.get("key").map(said).unwrap_or_default();
        if name.is_empty() || !self.notes.row(one.span(), &name) {
            return;
        }
        let mut field = Field { place, types: vec![Type::String], ..shown(name, one.span()) };
        field.help = one.get("description").map(said).unwrap_or_default();
        // A value in braces is a variable, and no example.
        let value = one.get("value").map(said).filter(|value| !value.is_empty() && !value.contains("{{"));
        field.example = match value {
            Some(value) if is_name(&field.name) => value.starts_with("Bearer").then(|| quote("Bearer xxx")),
            value => value.map(|value| quote(&value)),
        };
        call.parameter(field, &mut self.notes);
    }

    /// How the call says who it is from.
    fn auth(&mut self, call: &mut Call, auth: Option<Value<'t>>) {
        let Some(auth) = auth.filter(|auth| auth.kind() == Kind::Object) else { return };
        let kind = auth.get("type").map(said).unwrap_or_default();
        // Version 2.1 lists its parts, version 2.0 has them as members.
        let part = |name: &str| {
            let all = auth.get(&kind)?;
            let listed = all.items().find(|one| one.get("key").is_some_and(|key| key.is_str(name)));
            listed.map_or_else(|| all.get(name), |one| one.get("value")).map(said)
        };
        let (name, place) = match kind.as_str() {
            "bearer" | "oauth2" => ("Authorization".to_owned(), Place::Header),
            "apikey" => {
                let place = if part("in").is_some_and(|place| place == "query") { Place::Query } else { Place::Header };
                (part("key").unwrap_or_default(), place)
            }
            "noauth" | "" => return,
            _ => return self.notes.left_out(auth.span(), &kind, AUTH),
        };
        if name.is_empty() || call.schemes.iter().any(|one| one.name == name) {
            return;
        }
        call.parameters.retain(|one| !one.name.eq_ignore_ascii_case(&name));
        let is_bearer = kind != "apikey";
        call.schemes.push(Scheme { name, place, is_bearer, required: true, help: String::new() });
    }

    fn body(&mut self, call: &mut Call, body: Value<'t>) {
        let mode = body.get("mode").map(said).unwrap_or_default();
        call.has_body = true;
        match mode.as_str() {
            "raw" => {
                let Some(raw) = body.get("raw") else { return };
                let Some(json) = self.json(raw) else { return };
                let Ok(tree) = Tree::parse(&json) else { return };
                let place = |_: std::ops::Range<usize>| raw.span();
                self.notes.guessed(raw.span(), &call.title, CONCLUDED);
                Sample { root: tree.root(), place: &place, is_alone: true }.show(&mut call.body, &mut self.notes);
                if tree.root().kind() == Kind::Object {
                    call.examples.push((String::new(), json.clone()));
                }
            }
            "urlencoded" | "formdata" => {
                let is_form = mode == "urlencoded";
                call.media = if is_form { "application/x-www-form-urlencoded" } else { "multipart/form-data" };
                for part in body.get(&mode).into_iter().flat_map(Value::items) {
                    let name = part.get("key").map(said).unwrap_or_default();
                    if name.is_empty() || !self.notes.row(part.span(), &name) {
                        continue;
                    }
                    let is_file = part.get("type").is_some_and(|kind| kind.is_str("file"));
                    let help = part.get("description").map(said).unwrap_or_default();
                    let types = vec![if is_file { Type::File } else { Type::String }];
                    let value = part.get("value").map(said).filter(|value| !value.is_empty() && !value.contains("{{"));
                    let example = value.filter(|_| !is_file && !is_name(&name)).map(|value| quote(&value));
                    call.body.add(Field { types, help, example, ..shown(name, part.span()) });
                }
            }
            "" | "none" => {}
            _ => self.notes.left_out(body.span(), &mode, MODE),
        }
    }

    /// JSON in a text of the collection, mended; a variable where a value has to be is a text.
    fn json(&mut self, raw: Value<'t>) -> Option<String> {
        let text = raw.as_str()?;
        if text.trim().is_empty() {
            return None;
        }
        let text = self.resolved(text.trim());
        match repair(&Text::whole(&text), Origin::Body) {
            // Its places are those of the text inside, which the collection has escaped.
            Ok(repaired) => {
                for repair in &repaired.repairs {
                    self.notes.guessed(raw.span(), &repair.before, repair.fix.words());
                }
                Some(repaired.json.as_str().to_owned())
            }
            Err(_) => {
                self.notes.left_out(raw.span(), &text, UNREADABLE);
                None
            }
        }
    }

    fn reply(&mut self, call: &mut Call, reply: Value<'t>) {
        let code = reply.get("code").and_then(Value::as_i64).unwrap_or(200);
        let Some(body) = reply.get("body").filter(|_| (200..300).contains(&code)) else { return };
        let Some(json) = self.json(body) else { return };
        let Ok(tree) = Tree::parse(&json) else { return };
        if tree.root().kind() == Kind::Array && call.reply.fields.is_empty() {
            call.reply.types = vec![Type::Array];
        }
        let place = |_: std::ops::Range<usize>| body.span();
        Sample { root: tree.root(), place: &place, is_alone: true }.show(&mut call.reply, &mut self.notes);
        call.reply_example.get_or_insert_with(|| json.clone());
    }
}

const METHOD: Words = Words::new("不支持的请求方法", "a method that calls do not have here");
const NO_ADDRESS: Words = Words::new("没有地址的请求", "a request without an address");
const AUTH: Words = Words::new("不支持的认证方式", "a way of saying who one is that is not supported");
const MODE: Words = Words::new("不支持的请求体形式", "a form of body that is not supported");
const CONCLUDED: Words = Words::new("字段类型全部由示例推断", "all types are concluded from the sample");
const UNREADABLE: Words = Words::new("不是 JSON，也无法可靠地修复", "no JSON, and cannot be mended for sure");
