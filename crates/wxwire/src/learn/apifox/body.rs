//! Bodies and replies, with the samples that go with them.

use super::schema::{of_form, schema};
use super::{Reader, said};
use crate::lang::Words;
use crate::layer::json::{Kind, Object, Tree, Value};

impl<'t> Reader<'t> {
    /// The body of a call, where it has one.
    pub(super) fn body(&mut self, api: Value<'t>) -> Option<String> {
        let body = api.get("requestBody")?;
        let kind = said(body, "type");
        if kind.is_empty() || kind == "none" {
            return None;
        }
        let mut media = Object::new();
        if kind.contains("form") {
            media = media.json("schema", &of_form(body.get("parameters")?));
        } else if let Some(own) = body.get("jsonSchema") {
            media = media.json("schema", &schema(own));
        }
        let samples = body.get("examples").into_iter().flat_map(Value::items).filter_map(|one| one.get("value"));
        let samples: Vec<_> = samples.chain(body.get("example")).filter_map(|one| self.sample(one)).collect();
        if !samples.is_empty() {
            let one = |all: Object, (at, sample): (usize, &String)| {
                all.json(&format!("example_{}", at + 1), &Object::new().json("value", sample).end())
            };
            media = media.json("examples", &samples.iter().enumerate().fold(Object::new(), one).end());
        }
        Some(Object::new().json("content", &Object::new().json(&kind, &media.end()).end()).end())
    }

    /// What a call answers: the first reply of each status.
    pub(super) fn responses(&mut self, api: Value<'t>) -> String {
        let mut all = Object::new();
        let mut codes = Vec::new();
        for reply in api.get("responses").into_iter().flat_map(Value::items) {
            let code = said(reply, "code");
            if code.is_empty() || codes.contains(&code) {
                continue;
            }
            let mut written = Object::new().text("description", &said(reply, "name"));
            let kind = said(reply, "contentType");
            if kind == "json" || kind.is_empty() {
                let mut media = Object::new();
                if let Some(own) = reply.get("jsonSchema") {
                    media = media.json("schema", &schema(own));
                }
                let samples = api.get("responseExamples").into_iter().flat_map(Value::items);
                let mut samples = samples.filter(|one| said(*one, "responseId") == said(reply, "id"));
                if let Some(sample) = samples.find_map(|one| self.sample(one.get("data")?)) {
                    media = media.json("example", &sample);
                }
                written = written.json("content", &Object::new().json("application/json", &media.end()).end());
            }
            all = all.json(&code, &written.end());
            codes.push(code);
        }
        all.end()
    }

    /// A sample as JSON: it stands there as it is, or as a text.
    fn sample(&mut self, sample: Value<'t>) -> Option<String> {
        if sample.kind() != Kind::String {
            return Some(sample.source().to_owned()).filter(|_| sample.kind() != Kind::Null);
        }
        let text = sample.as_str().filter(|text| !text.trim().is_empty())?;
        match Tree::parse(&text) {
            Ok(tree) => Some(tree.root().source().to_owned()),
            Err(_) => {
                self.notes.left_out(sample.span(), &text, Words::new("样例不是 JSON", "a sample that is no JSON"));
                None
            }
        }
    }
}
