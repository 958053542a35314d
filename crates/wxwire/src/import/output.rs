//! An import as the commands print it.

use super::imported::Imported;
use super::report::Places;
use crate::lang::Lang;
use crate::layer::json::{Object, array, quote};
use crate::operation::Entry;
use crate::problem::Problem;

impl Imported {
    /// The import as one JSON document: `operation, values, credentials, repairs, dropped`, and what else applies. It is
    /// text, because the values keep every digit. `source` is the text that was imported.
    pub fn to_json(&self, source: &str, lang: Lang) -> String {
        let id = |entry: &Entry| quote(entry.id);
        let names = |names: &[&str]| array(names.iter().map(|name| quote(name)));
        let null = || "null".to_owned();
        let mut out: Vec<(&str, String)> = vec![
            ("operation", self.operation.map_or_else(null, id)),
            ("values", self.values.as_ref().map_or_else(null, |values| values.trim().to_owned())),
            ("form", quote(self.form.name())),
        ];
        if self.operation.is_none() {
            out.push(("candidates", array(self.candidates.iter().map(|entry| id(entry)))));
        }
        out.push(("credentials", names(&self.given)));
        out.push(("credentials_absent", names(&self.absent)));
        for (name, text) in [("method", &self.method), ("base_url", &self.base_url), ("host", &self.host)] {
            if let Some(text) = text {
                out.push((name, quote(text)));
            }
        }
        let mut places = Places::of(source);
        let mut place = |at: usize| places.find(at);
        out.push(("repairs", array(self.repairs.iter().map(|one| one.to_json(place(one.span.start), lang)))));
        out.push(("dropped", array(self.dropped.iter().map(|one| one.to_json(place(one.span.start), lang)))));
        if !self.problems.is_empty() {
            out.push(("problems", array(self.problems.iter().map(|one| written(one, source, lang).end()))));
        }
        let members: Vec<_> = out.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
        format!("{{{}}}", members.join(",\n"))
    }
}

/// A problem of an import in words, which a program has too that is built without the feature `derive`.
pub fn message(problem: &Problem, lang: Lang) -> String {
    problem.message_of_source(lang)
}

/// A problem with its place in lines.
pub fn problem(problem: &Problem, source: &str, lang: Lang) -> serde_json::Value {
    written(problem, source, lang).value()
}

fn written(problem: &Problem, source: &str, lang: Lang) -> Object {
    let out = problem.object(lang);
    match &problem.span {
        Some(span) => {
            let (line, column) = Places::of(source).find(span.start);
            out.number("line", line as i64).number("column", column as i64)
        }
        None => out,
    }
}
