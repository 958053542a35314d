//! A problem of some JSON: at the value that it is about; and a problem as JSON.

use super::{Object, Value};
use crate::lang::Lang;
use crate::problem::{Problem, Source, Unit};

impl Problem {
    /// The same, about a value of the checked text.
    #[must_use]
    pub fn on(self, value: Value<'_>) -> Self {
        Self { path: value.pointer(), span: Some(value.span()), ..self }
    }

    /// A problem inside the text of a value, turned into one of the whole: the path goes on behind `!layer`, and the
    /// place is where the inner bytes stand in the outer text.
    #[must_use]
    pub fn inside(self, value: Value<'_>, layer: &str) -> Self {
        let outer = |at: usize| value.source_offset(at);
        let span = self.span.as_ref().map_or(value.span(), |inner| outer(inner.start)..outer(inner.end));
        Self { path: format!("{}!{layer}{}", value.pointer(), self.path), span: Some(span), ..self }
    }

    /// The problem as the commands print it: `path, code, severity, message` and, where they apply,
    /// `limit, actual, unit, source`.
    pub fn to_json(&self, lang: Lang) -> serde_json::Value {
        self.object(lang).value()
    }

    /// The same, to be written.
    pub(crate) fn object(&self, lang: Lang) -> Object {
        let mut out = Object::new()
            .text("path", &self.path)
            .text("code", self.code.name())
            .text("severity", self.severity.name())
            .text("message", &self.message(lang));
        for (name, number) in [("limit", self.limit), ("actual", self.actual)] {
            if let Some(number) = number {
                out = out.number(name, number);
            }
        }
        out.some("unit", self.unit.map(Unit::name)).some("source", self.source.map(Source::name))
    }
}
