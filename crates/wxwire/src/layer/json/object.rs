//! Writing an object.

use super::quote;

/// A JSON object that is being written, member by member, without white space.
#[derive(Clone, Debug)]
pub struct Object(String);

impl Default for Object {
    fn default() -> Self {
        Self::new()
    }
}

impl Object {
    /// An object without members.
    pub fn new() -> Self {
        Self("{".into())
    }

    /// The same with one more text.
    #[must_use]
    pub fn text(self, name: &str, value: &str) -> Self {
        self.json(name, &quote(value))
    }

    /// The same with one more text, if there is one.
    #[must_use]
    pub fn some(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self,
        }
    }

    /// The same with one more number.
    #[must_use]
    pub fn number(self, name: &str, value: i64) -> Self {
        self.json(name, &value.to_string())
    }

    /// The same with one more member, whose JSON this is.
    #[must_use]
    pub fn json(mut self, name: &str, value: &str) -> Self {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        self.0.push_str(&quote(name));
        self.0.push(':');
        self.0.push_str(value);
        self
    }

    /// The object, written.
    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }

    /// The object as a value.
    pub fn value(self) -> serde_json::Value {
        serde_json::from_str(&self.end()).expect("members are written as JSON")
    }
}

/// A JSON array of items whose JSON this is.
pub fn array(items: impl Iterator<Item = String>) -> String {
    let items: Vec<_> = items.collect();
    format!("[{}]", items.join(","))
}
