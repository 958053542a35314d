//! Whether a list or a map was read with all that stands in it. Its reader goes on behind what it does not know, as it must
//! to find the end; what is sent must hold all that is written.

use super::language::Language;
use super::reader::{MAX_DEPTH, Reader};
use super::scope::Scope;
use crate::import::found::Form;
use crate::import::text::Text;

/// Whether a text is one list or one map, each of whose parts is read as what it is.
pub(crate) fn is_whole(text: &Text, language: &'static Language) -> bool {
    let scope = Scope::new(0);
    let mut reader = Reader::new(text, 0, language, &scope);
    let is_read = match reader.peek() {
        Some('{') => reader.takes_all('}', 0),
        Some('[') => reader.takes_all(']', 0),
        _ => false,
    };
    is_read && reader.at == text.len()
}

/// What is read of a list or a map.
enum Part {
    /// A value is to come.
    Value,
    /// A variable that is a member by its own name.
    Key,
    Unknown,
}

impl Reader<'_> {
    /// Reads the parts up to a bracket, and the bracket.
    fn takes_all(&mut self, close: char, depth: usize) -> bool {
        self.step(1);
        loop {
            self.space();
            if self.peek() == Some(close) {
                self.step(1);
                return true;
            }
            let part = match close == '}' && !self.spreads() {
                true => self.takes_key(),
                false => Part::Value,
            };
            self.space();
            let is_read = match part {
                Part::Value => depth < MAX_DEPTH && self.takes_value(depth),
                Part::Key => true,
                Part::Unknown => false,
            };
            if !is_read {
                return false;
            }
            self.space();
            if self.peek() != Some(close) && !self.takes(",") {
                return false;
            }
        }
    }

    /// Reads a key, and the colon behind it.
    fn takes_key(&mut self) -> Part {
        let is_text = self.string_begins();
        let is_there = !self.key().is_empty() || is_text;
        self.space();
        if is_there && self.takes(":") {
            return Part::Value;
        }
        let is_short = is_there && !is_text && self.language.names.contains(&":");
        if is_short && matches!(self.peek(), Some(',' | '}')) { Part::Key } else { Part::Unknown }
    }

    fn takes_value(&mut self, depth: usize) -> bool {
        match self.peek() {
            Some('{') => self.takes_all('}', depth + 1),
            Some('[') => {
                let start = self.at;
                let is_read = self.takes_all(']', depth + 1);
                // What is asked of it is read with it.
                if is_read && self.rest().trim_start().starts_with('.') {
                    self.at = start;
                    self.expression();
                }
                is_read
            }
            _ => {
                let start = self.at;
                self.expression();
                self.at > start
            }
        }
    }

    /// Skips what puts the items of another list into this one: `...`, and Python's `*`.
    pub(super) fn spreads_items(&mut self) -> bool {
        let is_python = self.language.form == Form::Python;
        self.language.spreads.iter().any(|sign| self.takes(if is_python { "*" } else { sign }))
    }

    /// Skips what puts the members of another value into this one: `...`, `**`.
    pub(super) fn spreads(&mut self) -> bool {
        self.language.spreads.iter().any(|sign| self.takes(sign))
    }
}
