//! The machine: by JSON's grammar, from one part to the next, and back to another reading where the first one fails.

use super::characters::is_opener;
use super::choice::Choice;
use super::edit::{MAX_EDITS, Mark};
use super::fault::Fault;
use super::origin::Origin;
use super::reading::Reading;
use super::state::Expect;
use super::string::Role;
use crate::import::report::Fix;
use crate::problem::Code;

impl Reading<'_> {
    /// Reads to the end of the JSON, and says where that is.
    pub(super) fn run(&mut self) -> Result<usize, Fault> {
        let mut from = 0;
        let mut result = self.read();
        loop {
            let fault = match result {
                Ok(end) => return Ok(end),
                Err(fault) => fault,
            };
            self.budget = self.budget.saturating_sub(fault.at.saturating_sub(from));
            let last = fault.last;
            self.keep(fault);
            let choice = if last || self.budget == 0 { None } else { self.choices.pop_back() };
            let Some(Choice { state, edits, comment }) = choice else {
                return Err(self.fault.take().unwrap_or(Fault::expected(0, "value")));
            };
            from = state.at;
            self.state = state;
            self.edits.truncate(edits);
            result = self.comment_on(comment).and_then(|()| self.read());
        }
    }

    /// A doubt says more than a fault; of two faults, the one that a reading reached further for.
    fn keep(&mut self, fault: Fault) {
        let rank = |fault: &Fault| (fault.last, fault.code == Code::Ambiguous, fault.at);
        if self.fault.as_ref().is_none_or(|kept| rank(&fault) > rank(kept) && kept.code != Code::Ambiguous) {
            self.fault = Some(fault);
        }
    }

    fn read(&mut self) -> Result<usize, Fault> {
        loop {
            if self.edits.len() > MAX_EDITS {
                return Err(Fault::new(Code::TooMany, self.state.at..self.state.at).last());
            }
            if self.state.expect == Expect::After && self.state.stack.is_empty() && self.origin != Origin::Body {
                return self.stands_alone();
            }
            self.space()?;
            let Some(char) = self.peek() else {
                self.end()?;
                return Ok(self.text.len());
            };
            match self.state.expect {
                Expect::Value => self.value(char)?,
                Expect::FirstItem | Expect::FirstKey if self.comma_leads(char) => self.leading_comma(),
                Expect::FirstItem | Expect::Item if char == ']' => self.close(),
                Expect::FirstItem | Expect::Item => self.value(char)?,
                Expect::FirstKey | Expect::Key if char == '}' => self.close(),
                Expect::FirstKey | Expect::Key => self.key(char)?,
                Expect::Colon => self.colon(char)?,
                Expect::After => self.after(char)?,
            }
        }
    }

    fn value(&mut self, char: char) -> Result<(), Fault> {
        match char {
            '{' if self.text[self.state.at + 1..].starts_with('{') => Err(self.variable()),
            '{' | '[' => self.open(char),
            char if is_opener(char, self.origin) => self.string(Role::Value, char),
            '-' | '+' | '.' | '0'..='9' => self.number(),
            _ => self.word(),
        }
    }

    /// Behind a key's closing quote, its last letter or digit comes a colon.
    fn key(&mut self, char: char) -> Result<(), Fault> {
        if is_opener(char, self.origin) {
            return self.string(Role::Key, char);
        }
        let start = self.state.at;
        let end = self.bare_key_end(start);
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
}
