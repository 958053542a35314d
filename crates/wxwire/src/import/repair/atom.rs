//! Values and keys that are no strings; and white space.

use super::machine::Machine;
use super::state::Expect;
use super::string::Role;
use super::{Fault, From, Mark};
use crate::import::report::Fix;
use crate::problem::Code;

/// The most bytes of a variable's name that are looked at.
const NAME: usize = 200;

impl Machine<'_> {
    pub(super) fn value(&mut self, char: char) -> Result<(), Fault> {
        match char {
            '{' if self.text[self.state.at + 1..].starts_with('{') => Err(self.variable()),
            '{' | '[' => self.open(char),
            char if is_opener(char, self.from) => self.string(Role::Value, char),
            '-' | '0'..='9' => self.number(),
            _ => self.word(),
        }
    }

    /// Behind a key's closing quote, or its last letter, comes a colon.
    pub(super) fn key(&mut self, char: char) -> Result<(), Fault> {
        if is_opener(char, self.from) {
            return self.string(Role::Key, char);
        }
        let start = self.state.at;
        let end = self.name_end(start);
        if end == start || !matches!(self.char_at(self.blank(end)), Some(':' | '：')) {
            return Err(Fault::expected(start, "\"key\""));
        }
        let quoted = format!("\"{}\"", &self.text[start..end]);
        self.edit(start..end, quoted, Mark::Fix(Fix::UnquotedKey));
        self.state.at = end;
        self.state.last_string = false;
        self.state.expect = Expect::Colon;
        Ok(())
    }

    fn number(&mut self) -> Result<(), Fault> {
        let start = self.state.at;
        let end = number_end(self.text, start).ok_or_else(|| Fault::expected(start, "value"))?;
        if self.blank(end) == self.text.len() && !self.state.stack.is_empty() {
            // More digits may have followed.
            return Err(Fault::new(Code::CutOff, start..end));
        }
        self.atom(end)
    }

    fn word(&mut self) -> Result<(), Fault> {
        let start = self.state.at;
        let end = self.name_end(start);
        let json = match self.text.get(start..end).unwrap_or_default() {
            "true" | "false" | "null" => None,
            "True" => Some("true"),
            "False" => Some("false"),
            "None" => Some("null"),
            "" if !self.text[start..].starts_with(['<', '`']) => return Err(Fault::expected(start, "value")),
            _ => return Err(self.variable()),
        };
        if let Some(json) = json {
            self.edit(start..end, json, Mark::Fix(Fix::PythonWord));
        }
        self.atom(end)
    }

    fn atom(&mut self, end: usize) -> Result<(), Fault> {
        self.state.at = end;
        match self.char_at(end) {
            Some(char) if !is_blank(char) && !",，}]/#;`".contains(char) => Err(Fault::expected(end, ", }")),
            _ => {
                self.value_ended(false);
                Ok(())
            }
        }
    }

    /// What stands where a value should: up to the end of its line, its comma or its bracket.
    fn variable(&self) -> Fault {
        let rest = &self.text[self.state.at..];
        let end = match rest.starts_with("{{") {
            true => rest.find("}}").map_or(2, |end| end + 2),
            false => rest.find([',', '，', '}', ']', '\n']).unwrap_or(rest.len()),
        };
        let end = (0..=end.min(NAME)).rev().find(|&end| rest.is_char_boundary(end)).unwrap_or(0);
        Fault::new(Code::Variable, self.state.at..self.state.at + end)
    }

    /// The end of a name: letters of any language, digits, `_`, `$`, `-`, not beginning with a digit.
    pub(super) fn name_end(&self, start: usize) -> usize {
        let mut end = start;
        for char in self.text.get(start..).unwrap_or_default().chars() {
            let first = end == start;
            if !(char.is_alphabetic() || matches!(char, '_' | '$') || !first && (char.is_numeric() || char == '-')) {
                break;
            }
            end += char.len_utf8();
            if end - start > NAME {
                return start;
            }
        }
        end
    }

    /// Skips white space and comments.
    pub(super) fn space(&mut self) -> Result<(), Fault> {
        while let Some(char) = self.peek() {
            match char {
                ' ' | '\n' | '\t' | '\r' => self.state.at += 1,
                char if is_blank(char) => self.strange_space(),
                '/' if self.text[self.state.at..].starts_with("/*") => self.block_comment()?,
                '/' if self.text[self.state.at..].starts_with("//") => self.line_comment()?,
                '#' if self.text[..self.state.at].ends_with(char::is_whitespace) => self.line_comment()?,
                _ => break,
            }
        }
        Ok(())
    }

    /// White space that JSON does not have; of a run of it, one space is enough.
    fn strange_space(&mut self) {
        let start = self.state.at;
        while self.peek().is_some_and(|char| is_blank(char) && !matches!(char, ' ' | '\n' | '\t' | '\r')) {
            self.state.at += self.peek().map_or(0, char::len_utf8);
        }
        let (new, fix) = match &self.text[start..self.state.at] {
            "\u{feff}" => ("", Fix::ByteOrderMark),
            _ => (" ", Fix::WhiteSpace),
        };
        self.edit(start..self.state.at, new, Mark::Fix(fix));
    }

    /// The end of the white space at a place.
    pub(super) fn blank(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.find(|char| !is_blank(char)).unwrap_or(rest.len())
    }
}

/// White space, JSON's and all other.
pub(super) fn is_blank(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\u{feff}' | '\u{200b}')
}

/// Whether a string can begin with it.
pub(super) fn is_opener(char: char, from: From) -> bool {
    matches!(char, '"' | '\'' | '“' | '”' | '‘' | '’' | '＂') || char == '`' && from == From::Script
}

/// The end of the number at a place, by JSON's grammar.
pub(super) fn number_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = |at: usize| at + bytes.get(at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count();
    let first = start + usize::from(bytes.get(start) == Some(&b'-'));
    let mut end = digits(first);
    if end == first || end > first + 1 && bytes.get(first) == Some(&b'0') {
        return None;
    }
    if bytes.get(end) == Some(&b'.') {
        let fraction = digits(end + 1);
        end = if fraction > end + 1 { fraction } else { return None };
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        let exponent = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        end = if digits(exponent) > exponent { digits(exponent) } else { return None };
    }
    Some(end)
}
