//! Statements before a command: what sets a variable, or adds to one.

use super::collection::add;
use super::expression::Reader;
use super::name::variable;
use super::{Value, Variables};
use crate::import::text::Text;

impl Variables {
    /// Takes in what stands from a place up to the command that `begins` knows; gives the place of the first variable
    /// that was set, and that of the command.
    pub(crate) fn run(
        &mut self,
        text: &Text,
        from: usize,
        begins: &dyn Fn(&str, usize) -> bool,
    ) -> (Option<usize>, Option<usize>) {
        let source = text.as_str();
        let (mut at, mut first) = (from, None);
        while let Some(char) = source.get(at..).and_then(|rest| rest.chars().next()) {
            if begins(source, at) {
                return (first, Some(at));
            }
            match (char == '$').then(|| self.statement(text, at, begins)).flatten() {
                Some(end) => {
                    first = first.or(Some(at));
                    at = end;
                }
                None => at += char.len_utf8(),
            }
        }
        (first, None)
    }

    /// The statement at a place, if it sets a variable; gives its end.
    fn statement(&mut self, text: &Text, at: usize, begins: &dyn Fn(&str, usize) -> bool) -> Option<usize> {
        let (name, length) = variable(text.as_str().get(at..)?)?;
        let mut reader = Reader::new(text, at + length, self);
        reader.blank();
        let rest = reader.rest();
        if rest.starts_with('=') && !rest.starts_with("==") || rest.starts_with("+=") {
            let adds = reader.takes("+=") || !reader.takes("=");
            reader.white();
            if begins(text.as_str(), reader.at) {
                return None;
            }
            let value = reader.whole();
            let end = reader.at;
            let before = if adds { self.take(name) } else { None };
            let value = match before {
                Some(before) => add(before, value).unwrap_or_else(|| Value::Unknown(text.slice(at..end))),
                None if adds => Value::Unknown(text.slice(at..end)),
                None => value,
            };
            self.set(name, value);
            return Some(end);
        }
        let (key, value) = reader.member()?;
        let end = reader.at;
        let mut members = match self.take(name) {
            Some(Value::Table(_, members)) => members,
            _ => vec![],
        };
        members.push((key, value));
        self.set(name, Value::Table(text.slice(at..end), members));
        Some(end)
    }
}

impl Reader<'_> {
    /// An expression that is all of its statement; what a pipe or an operator does to it is not followed.
    fn whole(&mut self) -> Value {
        let start = self.at;
        let value = self.expression();
        self.blank();
        match self.rest().chars().next() {
            None | Some('\n' | ';' | ')' | '}' | '#' | '$') => value,
            _ => self.unknown(start),
        }
    }

    /// `.Add("name", "value")`, `["name"] = "value"`, `.name = "value"`.
    fn member(&mut self) -> Option<(Text, Value)> {
        let key = if self.takes(".Add(") {
            self.white();
            let key = self.key()?;
            self.white();
            self.takes(",").then_some(key)?
        } else if self.takes("[") || self.takes(".") {
            let key = self.key()?;
            self.takes("]");
            self.blank();
            if self.rest().starts_with("==") || !self.takes("=") {
                return None;
            }
            key
        } else {
            return None;
        };
        self.white();
        let value = self.joined(false);
        self.blank();
        self.takes(")");
        Some((key, value))
    }
}
