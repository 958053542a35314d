//! Replies: the one that is read first, its example, and how it tells success.

use super::{Learner, is_known, list};
use crate::lang::Words;
use crate::layer::json::{Kind, Object, Value, escape_step};
use crate::verdict::words::MESSAGES;

/// What codes of replies are called, those first that are nothing else.
const CODES: [&str; 7] = ["errcode", "errCode", "code", "ret", "succeed", "success", "status"];

impl<'t> Learner<'t> {
    /// The replies of a call, by status.
    pub(super) fn responses(&mut self, responses: Value<'t>) -> String {
        let mut all = Object::new();
        for (status, response) in responses.members() {
            let written = self.response(response);
            all = all.json(&status.as_str().unwrap_or_default(), &written);
        }
        all.end()
    }

    /// A reply, its JSON before anything else.
    pub(super) fn response(&mut self, written: Value<'t>) -> String {
        let refers = written.get("$ref").and_then(Value::as_str);
        if refers.is_some_and(|to| to.starts_with("#/components/responses/")) && self.led(written).is_some() {
            return written.source().to_owned();
        }
        let Some(response) = self.followed(written) else { return "{\"description\":\"\"}".to_owned() };
        let mut kinds: Vec<_> = response.get("content").into_iter().flat_map(Value::members).collect();
        kinds.sort_by_key(|(kind, _)| !kind.as_str().is_some_and(|kind| kind.contains("json")));
        let mut content = Object::new();
        for (kind, media) in &kinds {
            let kind = kind.as_str().unwrap_or_default();
            let example = self.example_of(*media);
            let is_json = |value: Value<'t>| matches!(value.kind(), Kind::Object | Kind::Array);
            let any = kind == "*/*" && example.is_none_or(is_json);
            let mut one = Object::new();
            if let Some(schema) = media.get("schema") {
                one = one.json("schema", &self.schema(schema));
            }
            if let Some(example) = example {
                one = one.json("example", example.source());
            }
            content = content.json(if any { "application/json" } else { &kind }, &one.end());
        }
        let mut reply = Object::new();
        for (key, value) in response.members() {
            let key = key.as_str().unwrap_or_default();
            if key == "description" || key.starts_with("x-") {
                reply = reply.json(&key, value.source());
            }
        }
        if !kinds.is_empty() {
            reply = reply.json("content", &content.end());
        }
        reply.end()
    }

    /// A reply rule for a gateway that says none: of its replies' examples, where all of a success have one code.
    pub(super) fn reply_rule(&mut self, gateway: &str) -> Option<String> {
        let root = self.root;
        if root.get("x-reply").is_some() || is_known(gateway) {
            return None;
        }
        let samples = self.samples(|status| status.starts_with('2'));
        let failed = self.samples(|status| !status.starts_with('2'));
        let code = CODES.iter().find_map(|name| {
            let first = samples.first()?.get(name)?;
            let is_same = |sample: &Value<'t>| sample.get(name).is_some_and(|code| code.source() == first.source());
            (is_code(first) && samples.iter().all(is_same)).then_some((*name, first))
        });
        let Some((name, value)) = code else {
            self.notes.guessed(root.get("paths").unwrap_or(root), "x-reply", STATUS_ONLY);
            return None;
        };
        let all = || samples.iter().chain(&failed);
        let message = MESSAGES.iter().find(|message| all().any(|sample| sample.get(message).is_some()));
        let pointer = |name: &str| format!("/{}", escape_step(name));
        let rule = Object::new().text("code", &pointer(name)).json("ok", &list_of(value));
        let rule = rule.some("message", message.map(|name| pointer(name)).as_deref()).end();
        self.notes.guessed(value, &format!("x-reply {rule}"), RULE);
        Some(rule)
    }

    /// The examples of replies with these statuses.
    fn samples(&self, of: fn(&str) -> bool) -> Vec<Value<'t>> {
        let operations = self.root.get("paths").into_iter().flat_map(Value::members);
        let operations = operations.flat_map(|(_, item)| item.members().map(|(_, operation)| operation));
        let mut samples = Vec::new();
        for responses in operations.filter_map(|operation| operation.get("responses")) {
            let is_meant = |status: Value<'t>| status.as_str().is_some_and(|status| of(&status));
            for (_, response) in responses.members().filter(|(status, _)| is_meant(*status)) {
                let content = self.led(response).and_then(|response| response.get("content"));
                let json = content.into_iter().flat_map(Value::members);
                let json =
                    json.filter(|(kind, _)| kind.as_str().is_some_and(|kind| kind.contains("json") || kind == "*/*"));
                samples.extend(
                    json.filter_map(|(_, media)| self.example_of(media)).filter(|one| one.kind() == Kind::Object),
                );
            }
        }
        samples
    }
}

/// Whether a value can be the code of a success.
fn is_code(value: Value<'_>) -> bool {
    let text = value.as_str().map_or_else(|| value.source().to_owned(), |text| text.to_ascii_lowercase());
    matches!(value.kind(), Kind::Number | Kind::String | Kind::Bool)
        && (["ok", "success", "succeed", "true"].contains(&&*text) || text.parse::<i64>().is_ok())
}

/// The codes of a success, of which one is known.
fn list_of(code: Value<'_>) -> String {
    match code.as_str() {
        Some(text) => list(std::iter::once(&*text)),
        None => format!("[{}]", code.source()),
    }
}

const RULE: Words =
    Words::new("回复规则取自示例；请核对", "a reply rule, out of the examples of replies; look whether it is right");
const STATUS_ONLY: Words = Words::new(
    "示例中看不出成功的代码，只凭 HTTP 状态码判断",
    "the examples show no code of a success: the HTTP status alone decides",
);
