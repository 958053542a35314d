//! Types in brackets: what they make of a value, and the calls that give a text back.

use super::Value;
use super::collection::join;
use super::expression::Reader;
use crate::import::text::Text;
use crate::layer::escape::JSON;

impl Reader<'_> {
    /// `[char]39`, `[Text.Encoding]::UTF8.GetBytes(…)`.
    pub(super) fn of_type(&mut self) -> Value {
        let start = self.at;
        let Some(name) = self.type_name() else { return self.unknown(start) };
        if self.takes("::") {
            return self.of_class(start, &name);
        }
        self.blank();
        if name == "char" {
            return self.char(start);
        }
        let value = self.nested();
        match (name.as_str(), value) {
            ("string", Value::Text(text)) | ("byte[]", Value::Text(text)) => Value::Text(text),
            ("ordered" | "hashtable", Value::Table(place, members)) => Value::Table(place, members),
            _ => Value::Unknown(self.since(start)),
        }
    }

    /// A type's name in lower case, without `System.`.
    fn type_name(&mut self) -> Option<String> {
        let rest = self.rest().strip_prefix('[')?;
        let end = rest.bytes().take(200).position(|byte| !(byte.is_ascii_alphanumeric() || b"._[".contains(&byte)))?;
        let array = rest[..end].ends_with('[') && rest[end..].starts_with("]]");
        let length = if array { end + 1 } else { end };
        let behind = rest[length..].strip_prefix(']')?;
        self.at += self.rest().len() - behind.len();
        let name = rest[..length].to_ascii_lowercase();
        Some(name.strip_prefix("system.").map(str::to_owned).unwrap_or(name))
    }

    /// A character by its number.
    fn char(&mut self, start: usize) -> Value {
        let (from, radix) = if self.takes("0x") { (self.at, 16) } else { (self.at, 10) };
        let rest = self.rest();
        let length = rest.find(|char: char| !char.is_digit(radix)).unwrap_or(rest.len());
        self.at += length;
        let code = self.text.as_str().get(from..self.at).and_then(|digits| u32::from_str_radix(digits, radix).ok());
        // It holds one unit of UTF-16.
        match code.filter(|code| *code <= 0xffff).and_then(char::from_u32) {
            Some(char) => {
                let mut text = Text::default();
                text.push_char(char, self.text, start..self.at);
                Value::Text(text)
            }
            None => self.unknown(start),
        }
    }

    fn of_class(&mut self, start: usize, class: &str) -> Value {
        let rest = self.rest();
        let Some(bracket) = rest.bytes().take(200).position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'.'))
        else {
            return self.unknown(start);
        };
        let method = rest[..bracket].to_ascii_lowercase();
        if !rest[bracket..].starts_with('(') {
            return self.unknown(start);
        }
        self.at += bracket + 1;
        let mut arguments = Vec::new();
        loop {
            self.white();
            if self.takes(")") {
                break;
            }
            arguments.push(self.joined(false));
            self.white();
            if !self.takes(",") && !self.rest().starts_with(')') {
                return self.unknown(start);
            }
        }
        if self.rest().starts_with(['.', '[']) {
            return self.unknown(start);
        }
        let list = |items: &[Value]| Value::List(Text::default(), items.to_vec());
        let value = match (class, method.as_str(), arguments.as_slice()) {
            ("text.encoding", "utf8.getbytes", [Value::Text(text)]) => Some(Value::Text(text.clone())),
            ("string", "join", [Value::Text(between), items @ Value::List(..)]) => join(items.clone(), between),
            ("string", "join", [Value::Text(between), items @ ..]) => join(list(items), between),
            ("string", "concat", items) => join(list(items), &Text::default()),
            ("regex" | "text.regularexpressions.regex", "unescape", [Value::Text(text)]) if is_json_like(text) => {
                Some(Value::Text(text.unescaped(&JSON).0))
            }
            _ => None,
        };
        value.unwrap_or_else(|| Value::Unknown(self.since(start)))
    }
}

/// Whether a text has only the escapes that .NET's regular expressions share with JSON.
fn is_json_like(text: &Text) -> bool {
    let mut bytes = text.as_str().bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'\\' {
            let known = match bytes.next() {
                Some(b'u') => (0..4).all(|_| bytes.next().is_some_and(|byte| byte.is_ascii_hexdigit())),
                Some(byte) => b"\"\\/bfnrt".contains(&byte),
                None => false,
            };
            if !known {
                return false;
            }
        }
    }
    true
}
