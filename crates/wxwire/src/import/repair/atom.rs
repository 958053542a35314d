//! Values that are neither strings nor in brackets: numbers, words, and variables where a value should be.

use super::characters::{is_blank, number_end};
use super::edit::Mark;
use super::fault::Fault;
use super::number::javascript;
use super::reading::{NAME, Reading};
use crate::import::report::Fix;
use crate::problem::Code;

impl Reading<'_> {
    pub(super) fn number(&mut self) -> Result<(), Fault> {
        let start = self.state.at;
        let (end, json) = match number_end(self.text, start).filter(|end| self.ends_at(*end)) {
            Some(end) => (end, None),
            None => match javascript(&self.text[start..]).filter(|(length, _)| self.ends_at(start + length)) {
                Some((length, json)) => (start + length, Some(json)),
                None => return Err(Fault::expected(start, "value")),
            },
        };
        if self.blank(end) == self.text.len() && !self.state.stack.is_empty() {
            // More digits may have followed.
            return Err(Fault::new(Code::CutOff, start..end));
        }
        if let Some(json) = json {
            self.edit(start..end, json, Mark::Fix(Fix::Number));
        }
        self.atom(end)
    }

    pub(super) fn word(&mut self) -> Result<(), Fault> {
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
        if !self.ends_at(end) {
            return Err(Fault::expected(end, ", }"));
        }
        self.value_ended(false);
        Ok(())
    }

    /// Whether a number or a word can end at a place. A quote behind it begins the next member.
    fn ends_at(&self, at: usize) -> bool {
        self.char_at(at).is_none_or(|char| is_blank(char) || ",，}]/#;`\"{[".contains(char))
    }

    /// What stands where a value should: up to the end of its line, its comma or its bracket.
    pub(super) fn variable(&self) -> Fault {
        let rest = &self.text[self.state.at..];
        let end = if rest.starts_with("{{") {
            rest.find("}}").map_or(2, |end| end + 2)
        } else {
            rest.find([',', '，', '}', ']', '\n']).unwrap_or(rest.len())
        };
        let end = (0..=end.min(NAME)).rev().find(|&end| rest.is_char_boundary(end)).unwrap_or(0);
        Fault::new(Code::Variable, self.state.at..self.state.at + end)
    }
}
