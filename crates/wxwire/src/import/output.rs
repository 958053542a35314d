//! An import as the commands print it.

use serde_json::{Map, Value};

use super::imported::Imported;
use super::report::Places;
use crate::lang::Lang;
use crate::problem::Problem;

impl Imported {
    /// The import as one JSON document: `operation, values, credentials, repairs, dropped`, and what else applies. It is
    /// text, because the values keep every digit. `source` is the text that was imported.
    pub fn to_json(&self, source: &str, lang: Lang) -> String {
        let mut places = Places::of(source);
        let repairs: Vec<_> = self.repairs.iter().map(|one| one.to_json(places.find(one.span.start), lang)).collect();
        let mut places = Places::of(source);
        let dropped: Vec<_> = self.dropped.iter().map(|one| one.to_json(places.find(one.span.start), lang)).collect();
        let mut out: Vec<(&str, String)> = Vec::new();
        let mut add = |key, value: Value| out.push((key, value.to_string()));
        add("operation", self.operation.map(|entry| entry.id).into());
        add("form", self.form.name().into());
        if self.operation.is_none() {
            add("candidates", self.candidates.iter().map(|entry| entry.id).collect());
        }
        add("credentials", self.given.as_slice().into());
        add("credentials_absent", self.absent.as_slice().into());
        if let Some(method) = &self.method {
            add("method", method.as_str().into());
        }
        if let Some(base_url) = &self.base_url {
            add("base_url", base_url.as_str().into());
        }
        if let Some(host) = &self.host {
            add("host", host.as_str().into());
        }
        add("repairs", repairs.into());
        add("dropped", dropped.into());
        if !self.problems.is_empty() {
            add("problems", self.problems.iter().map(|problem| self::problem(problem, source, lang)).collect());
        }
        out.insert(1, ("values", self.values.clone().map_or("null".to_owned(), |values| values.trim().to_owned())));
        let members: Vec<_> = out.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
        format!("{{{}}}", members.join(",\n"))
    }
}

/// A problem with its place in lines.
pub fn problem(problem: &Problem, source: &str, lang: Lang) -> Value {
    let Value::Object(mut out) = problem.to_json(lang) else { return Value::Object(Map::new()) };
    if let Some(span) = &problem.span {
        let (line, column) = Places::of(source).find(span.start);
        out.insert("line".into(), line.into());
        out.insert("column".into(), column.into());
    }
    Value::Object(out)
}
