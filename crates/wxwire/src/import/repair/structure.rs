//! Brackets, commas and colons, and the end of the text.

use super::brackets::Brackets;
use super::choice::Other;
use super::edit::Mark;
use super::fault::Fault;
use super::reading::Reading;
use super::state::{Expect, State};
use crate::import::report::Fix;
use crate::problem::Code;

impl Reading<'_> {
    pub(super) fn colon(&mut self, char: char) -> Result<(), Fault> {
        let range = self.state.at..self.state.at + char.len_utf8();
        match char {
            ':' => {}
            '：' => self.edit(range.clone(), ":", Mark::Fix(Fix::WidePunctuation)),
            ',' | '，' if self.state.last_string => self.edit(range.clone(), ":", Mark::Fix(Fix::CommaForColon)),
            _ => return Err(Fault::expected(self.state.at, ":")),
        }
        self.state.at = range.end;
        self.state.expect = Expect::Value;
        Ok(())
    }

    pub(super) fn after(&mut self, char: char) -> Result<(), Fault> {
        let (at, stack) = (self.state.at, self.state.stack);
        let next = if stack.in_object() { Expect::Key } else { Expect::Item };
        match char {
            _ if stack.is_empty() => return Err(Fault::expected(at, "end")),
            ',' | '，' => {
                self.state.comma = at..at + char.len_utf8();
                if char != ',' {
                    self.edit(self.state.comma.clone(), ",", Mark::Fix(Fix::WidePunctuation));
                }
                self.state.at = self.state.comma.end;
                self.state.expect = next;
            }
            _ if Some(char) == stack.closer() => self.close(),
            _ if self.comma_is_missing(char) => {
                self.edit(self.state.last..self.state.last, ",", Mark::Fix(Fix::MissingComma));
                self.state.comma = self.state.last..self.state.last;
                self.state.expect = next;
            }
            _ => return Err(Fault::expected(at, if stack.in_object() { ", }" } else { ", ]" })),
        }
        Ok(())
    }

    /// A member, or another object or list, on the next line, where a comma should be.
    fn comma_is_missing(&mut self, char: char) -> bool {
        let State { at, stack, last, .. } = self.state;
        let line = self.text.get(last..at).is_some_and(|between| between.contains('\n'));
        line && if stack.in_object() { self.is_key(at) } else { matches!(char, '{' | '[') }
    }

    pub(super) fn open(&mut self, char: char) -> Result<(), Fault> {
        let object = char == '{';
        let place = self.state.at..self.state.at;
        self.state.stack = self.state.stack.push(object).ok_or_else(|| Fault::new(Code::TooDeep, place).last())?;
        self.state.at += 1;
        self.state.last = self.state.at;
        self.state.expect = if object { Expect::FirstKey } else { Expect::FirstItem };
        Ok(())
    }

    pub(super) fn close(&mut self) {
        if matches!(self.state.expect, Expect::Item | Expect::Key) {
            self.edit(self.state.comma.clone(), "", Mark::Fix(Fix::TrailingComma));
        }
        self.state.at += 1;
        self.state.stack = self.state.stack.pop();
        self.value_ended(false);
    }

    /// The text is over; what is open is closed, unless it is in the midst of a member.
    pub(super) fn end(&mut self) -> Result<(), Fault> {
        let at = self.state.at;
        match self.state.expect {
            Expect::After if self.state.stack.is_empty() => return Ok(()),
            Expect::Value if self.state.stack.is_empty() => return Err(Fault::new(Code::Empty, at..at)),
            Expect::Value | Expect::Colon => return Err(Fault::new(Code::CutOff, self.state.last..at)),
            Expect::Item | Expect::Key => {
                self.edit(self.state.comma.clone(), "", Mark::Fix(Fix::TrailingComma));
            }
            Expect::FirstItem | Expect::FirstKey | Expect::After => {}
        }
        let mut closers = String::new();
        while let Some(closer) = self.state.stack.closer() {
            closers.push(closer);
            self.state.stack = self.state.stack.pop();
        }
        self.edit(at..at, closers, Mark::Fix(Fix::CutOff));
        Ok(())
    }

    /// The JSON has ended before the text has. If the rest of its line closes what it does not open, or has quotes that a
    /// string may as well reach to, the JSON went on.
    pub(super) fn stands_alone(&mut self) -> Result<usize, Fault> {
        let at = self.state.at;
        let rest = &self.text[at..at + self.text[at..].find('\n').unwrap_or(self.text.len() - at)];
        self.budget = self.budget.saturating_sub(rest.len());
        let mut brackets = Brackets::default();
        brackets.count(rest, rest.len());
        let string = self.choices.iter().any(|choice| matches!(choice.other, Other::String(_)));
        if !brackets.are_balanced() || string && rest.contains('"') {
            return Err(Fault::expected(at, "end"));
        }
        Ok(at)
    }
}
