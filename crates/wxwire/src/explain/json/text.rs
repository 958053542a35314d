//! JSON as it is written value by value: of one log there can be gigabytes.

use crate::layer::any::any;

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

    pub(super) fn end(mut self) -> String {
        self.raw("}");
        self.0
    }

    /// A text that stands behind its name.
    pub(super) fn quote(&mut self, text: &str) {
        self.raw("\"");
        // Nearly no text has anything to escape, and most that have, have it again and again.
        match any(text.as_bytes(), is_escaped) {
            true => self.escape(text),
            false => self.raw(text),
        }
        self.raw("\"");
    }

    fn escape(&mut self, text: &str) {
        let mut plain = 0;
        for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| is_escaped(*byte)) {
            self.raw(&text[plain..at]);
            plain = at + 1;
            match byte {
                b'"' => self.raw("\\\""),
                b'\\' => self.raw("\\\\"),
                b'\n' => self.raw("\\n"),
                b'\r' => self.raw("\\r"),
                b'\t' => self.raw("\\t"),
                8 => self.raw("\\b"),
                12 => self.raw("\\f"),
                other => self.raw(&format!("\\u{other:04x}")),
            }
        }
        self.raw(&text[plain..]);
    }

    fn digits(&mut self, mut number: usize) {
        // No number has more.
        let (mut digits, mut first) = ([b'0'; 20], 20);
        loop {
            first -= 1;
            digits[first] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 {
                break;
            }
        }
        for digit in &digits[first..] {
            self.0.push(char::from(*digit));
        }
    }
}

fn is_escaped(byte: u8) -> bool {
    (byte < b' ') | (byte == b'"') | (byte == b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// To the byte what the library writes.
        #[test]
        fn is_written_as_the_library_does(
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
            let written = [
                format!("{{\"value\":{}", serde_json::to_string(&value).expect("JSON")),
                format!("\"number\":{number}"),
                format!("\"pair\":[{number},0]"),
                format!("\"all\":{}}}", serde_json::to_string(&all).expect("JSON")),
            ];
            assert_eq!(text.end(), written.join(","));
        }
    }
}
