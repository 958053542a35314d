//! Types in brackets: what they make of a value, and the calls that give a text back.

use super::join::join_all;
use super::reader::Reader;
use super::{Arguments, Expr};
use crate::import::text::Text;
use crate::layer::escape::JSON;

impl Reader<'_> {
    /// `[char]39`, `[Text.Encoding]::UTF8.GetBytes(…)`.
    pub(super) fn of_type(&mut self) -> Expr {
        let start = self.at;
        let Some(name) = self.type_name() else {
            self.skip();
            return Expr::Other(self.since(start));
        };
        if self.takes("::") {
            return self.of_class(start, &name);
        }
        self.blank();
        if name == "char" {
            return self.char(start);
        }
        match (name.as_str(), self.operand()) {
            ("string" | "byte[]", Expr::Text(text)) => Expr::Text(text),
            ("ordered" | "hashtable", Expr::Map(place, members)) => Expr::Map(place, members),
            _ => Expr::Other(self.since(start)),
        }
    }

    /// A type's name in lower case, without `System.`.
    fn type_name(&mut self) -> Option<String> {
        let rest = self.rest().strip_prefix('[')?;
        let end = rest.bytes().take(200).position(|byte| !(byte.is_ascii_alphanumeric() || b"._[".contains(&byte)))?;
        let array = rest[..end].ends_with('[') && rest[end..].starts_with("]]");
        let length = if array { end + 1 } else { end };
        let behind = rest[length..].strip_prefix(']')?;
        self.step(self.rest().len() - behind.len());
        let name = rest[..length].to_ascii_lowercase();
        Some(name.strip_prefix("system.").map(str::to_owned).unwrap_or(name))
    }

    /// A character by its number.
    fn char(&mut self, start: usize) -> Expr {
        let (from, radix) = if self.takes("0x") { (self.at, 16) } else { (self.at, 10) };
        let rest = self.rest();
        let length = rest.find(|char: char| !char.is_digit(radix)).unwrap_or(rest.len());
        self.step(length);
        let code = self.text.as_str().get(from..self.at).and_then(|digits| u32::from_str_radix(digits, radix).ok());
        // It holds one unit of UTF-16.
        let Some(char) = code.filter(|code| *code <= 0xffff).and_then(char::from_u32) else {
            self.skip();
            return Expr::Other(self.since(start));
        };
        let mut text = Text::default();
        text.push_char(char, self.text, start..self.at);
        Expr::Text(text)
    }

    fn of_class(&mut self, start: usize, class: &str) -> Expr {
        let rest = self.rest();
        let bracket = rest.bytes().take(200).position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'.'));
        let Some(bracket) = bracket.filter(|bracket| rest[*bracket..].starts_with('(')) else {
            self.skip();
            return Expr::Other(self.since(start));
        };
        let method = rest[..bracket].to_ascii_lowercase();
        self.step(bracket);
        let arguments = self.arguments(')');
        call(class, &method, arguments).map_or_else(|| Expr::Other(self.since(start)), Expr::Text)
    }
}

/// What a call gives back, where that is a text that is known.
fn call(class: &str, method: &str, arguments: Arguments) -> Option<Text> {
    let arguments: Vec<_> = arguments.into_iter().map(|(_, value)| value).collect();
    match (class, method, arguments.as_slice()) {
        ("text.encoding", "utf8.getbytes", [Expr::Text(text)]) => Some(text.clone()),
        ("string", "join", [Expr::Text(between), Expr::List(_, items)]) => join_all(items, between),
        ("string", "join", [Expr::Text(between), items @ ..]) => join_all(items, between),
        ("string", "concat", items) => join_all(items, &Text::default()),
        ("regex" | "text.regularexpressions.regex", "unescape", [Expr::Text(text)]) if is_json_like(text) => {
            Some(text.unescaped(&JSON).0)
        }
        _ => None,
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
