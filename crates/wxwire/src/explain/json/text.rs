//! JSON as it is written value by value: of one log there can be gigabytes.

use crate::layer::any::any;
use crate::layer::json::quote;

/// JSON that is being written. A member begins with a comma unless a bracket stands before it.
#[derive(Debug)]
pub(super) struct Text(String);

impl Text {
    /// An object that is still to be filled.
    pub(super) fn object(room: usize) -> Self {
        let mut text = String::with_capacity(room);
        text.push('{');
        Self(text)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// What is JSON already, such as a bracket.
    pub(super) fn raw(&mut self, json: &str) {
        self.0.push_str(json);
    }

    /// A member's name, which needs no escapes.
    pub(super) fn name(&mut self, name: &str) {
        let is_first = self.0.ends_with('{');
        for part in [if is_first { "\"" } else { ",\"" }, name, "\":"] {
            self.0.push_str(part);
        }
    }

    /// A member that is a text.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.name(name);
        self.quote(value);
    }

    /// A member that is a number.
    pub(super) fn number(&mut self, name: &str, value: usize) {
        self.name(name);
        self.digits(value);
    }

    /// A member that is a list of texts.
    pub(super) fn texts<'v>(&mut self, name: &str, values: impl Iterator<Item = &'v str>) {
        self.name(name);
        let mut before = "[";
        for value in values {
            self.raw(std::mem::replace(&mut before, ","));
            self.quote(value);
        }
        self.raw(if before == "[" { "[]" } else { "]" });
    }

    /// Two numbers that stand behind their name.
    pub(super) fn pair(&mut self, first: usize, second: usize) {
        self.raw("[");
        self.digits(first);
        self.raw(",");
        self.digits(second);
        self.raw("]");
    }

    fn digits(&mut self, number: usize) {
        self.raw(itoa::Buffer::new().format(number));
    }

    pub(super) fn end(mut self) -> String {
        self.raw("}");
        self.0
    }

    /// A text that stands behind its name.
    pub(super) fn quote(&mut self, text: &str) {
        // Nearly no text has anything to escape.
        if any(text.as_bytes(), is_escaped) {
            return self.raw(&quote(text));
        }
        for part in ["\"", text, "\""] {
            self.raw(part);
        }
    }
}

fn is_escaped(byte: u8) -> bool {
    (byte < b' ') | (byte == b'"') | (byte == b'\\')
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    proptest::proptest! {
        /// The library reads what was written.
        #[test]
        fn the_library_reads_it(
            value in "[a-z\"\\\\\0-\x1f\x7f你\u{2028}]{0,40}",
            number in proptest::num::usize::ANY,
            all in proptest::collection::vec("[a\"]{0,3}", 0..3),
        ) {
            let mut text = Text::object(0);
            text.text("value", &value);
            text.number("number", number);
            text.name("pair");
            text.pair(number, 0);
            text.texts("all", all.iter().map(String::as_str));
            let read: serde_json::Value = serde_json::from_str(&text.end()).expect("JSON");
            let written = json!({"value": value, "number": number, "pair": [number, 0], "all": all});
            assert_eq!(read, written);
        }
    }
}
