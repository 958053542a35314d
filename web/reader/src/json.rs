//! Answers as JSON.

use wxwire::lang::Lang;
use wxwire::layer::json::quote;
use wxwire::problem::Problem;

/// A JSON object that is being written.
pub(crate) struct Object(String);

impl Object {
    pub(crate) fn new() -> Self {
        Self("{".into())
    }

    /// The same with one more text.
    pub(crate) fn text(self, name: &str, value: &str) -> Self {
        self.json(name, &quote(value))
    }

    /// The same with one more text, if there is one.
    pub(crate) fn some(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self,
        }
    }

    /// The same with one more member, whose JSON this is.
    pub(crate) fn json(mut self, name: &str, value: &str) -> Self {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        self.0.push_str(&quote(name));
        self.0.push(':');
        self.0.push_str(value);
        self
    }

    pub(crate) fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// A JSON array.
pub(crate) fn array(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(","))
}

/// An error as the commands print it.
pub(crate) fn error(problem: &Problem, lang: Lang) -> String {
    let error = Object::new().text("code", problem.code.name()).text("message", &problem.message(lang));
    Object::new().json("error", &error.end()).end()
}
