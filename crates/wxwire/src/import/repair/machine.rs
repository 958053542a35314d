//! The machine: where in JSON's grammar a reading is, and the readings that are still to be tried.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use super::comment::Comment;
use super::state::{Expect, State};
use super::string::{Brackets, Scan};
use super::{Edit, Fault, From, MAX_REPAIRS, Mark};
use crate::import::report::Fix;
use crate::problem::Code;

/// The most readings that are kept to be tried; of more, the oldest are given up.
const MAX_CHOICES: usize = 1000;

/// A reading to be tried when the first one fails.
pub(super) struct Choice {
    state: State,
    edits: usize,
    other: Other,
}

/// How the other reading goes on.
pub(super) enum Other {
    /// The string did not end there.
    String(Scan),
    /// The comment did not end there.
    Comment(Comment),
}

pub(super) struct Machine<'a> {
    pub(super) text: &'a str,
    pub(super) from: From,
    pub(super) state: State,
    pub(super) edits: Vec<Edit>,
    choices: VecDeque<Choice>,
    /// The steps that may still be taken.
    pub(super) budget: usize,
    /// A place, and the end of its line.
    pub(super) line: (usize, usize),
    /// The doubt or the fault that is told when no reading is left.
    fault: Option<Fault>,
}

impl<'a> Machine<'a> {
    pub(super) fn new(text: &'a str, from: From) -> Self {
        let state = State::first();
        let budget = text.len() * 32 + 10_000;
        Self { text, from, state, edits: vec![], choices: VecDeque::new(), budget, line: (1, 0), fault: None }
    }

    /// Reads to the end of the JSON, and says where that is.
    pub(super) fn run(&mut self) -> Result<usize, Fault> {
        let mut from = 0;
        let mut result = self.read();
        loop {
            let fault = match result {
                // One odd string has its quote somewhere in it. Two of them may as well be one that reaches further.
                Ok(_) if self.state.odd.0 > 1 => {
                    return Err(Fault::new(Code::Ambiguous, self.state.odd.1..self.state.odd.1));
                }
                Ok(end) => return Ok(end),
                Err(fault) => fault,
            };
            self.budget = self.budget.saturating_sub(fault.at.saturating_sub(from));
            let last = fault.last;
            self.keep(fault);
            let choice = if last || self.budget == 0 { None } else { self.choices.pop_back() };
            let Some(Choice { state, edits, other }) = choice else {
                return Err(self.fault.take().unwrap_or(Fault::expected(0, "value")));
            };
            from = state.at;
            self.state = state;
            self.edits.truncate(edits);
            result = match other {
                Other::String(scan) => self.string_on(scan),
                Other::Comment(comment) => self.comment_on(comment),
            }
            .and_then(|()| self.read());
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
            if self.edits.len() > MAX_REPAIRS {
                return Err(Fault::new(Code::TooMany, self.state.at..self.state.at).last());
            }
            if self.state.expect == Expect::After && self.state.stack.is_empty() && self.from != From::Body {
                return self.stands_alone();
            }
            self.space()?;
            let Some(char) = self.peek() else {
                self.end()?;
                return Ok(self.text.len());
            };
            match self.state.expect {
                Expect::Value => self.value(char)?,
                Expect::FirstItem | Expect::Item if char == ']' => self.close(),
                Expect::FirstItem | Expect::Item => self.value(char)?,
                Expect::FirstKey | Expect::Key if char == '}' => self.close(),
                Expect::FirstKey | Expect::Key => self.key(char)?,
                Expect::Colon => self.colon(char)?,
                Expect::After => self.after(char)?,
            }
        }
    }

    /// The JSON has ended before the text has. If the rest of its line closes what it does not open, or has quotes that a
    /// string may as well reach to, the JSON went on.
    fn stands_alone(&mut self) -> Result<usize, Fault> {
        let at = self.state.at;
        let rest = &self.text[at..at + self.text[at..].find('\n').unwrap_or(self.text.len() - at)];
        self.budget = self.budget.saturating_sub(rest.len());
        let mut brackets = Brackets::default();
        brackets.count(rest, rest.len());
        let string = self.choices.iter().any(|choice| matches!(choice.other, Other::String(_)));
        match brackets.are_balanced() && !(string && rest.contains('"')) {
            true => Ok(at),
            false => Err(Fault::expected(at, "end")),
        }
    }

    fn colon(&mut self, char: char) -> Result<(), Fault> {
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

    fn after(&mut self, char: char) -> Result<(), Fault> {
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
        match stack.in_object() {
            true => line && self.is_key(at),
            false => line && matches!(char, '{' | '['),
        }
    }

    fn close(&mut self) {
        if matches!(self.state.expect, Expect::Item | Expect::Key) {
            self.edit(self.state.comma.clone(), "", Mark::Fix(Fix::TrailingComma));
        }
        self.state.at += 1;
        self.state.stack = self.state.stack.pop();
        self.value_ended(false);
    }

    /// The text is over; what is open is closed, unless it is in the midst of a member.
    fn end(&mut self) -> Result<(), Fault> {
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

    pub(super) fn open(&mut self, char: char) -> Result<(), Fault> {
        let object = char == '{';
        let place = self.state.at..self.state.at;
        self.state.stack = self.state.stack.push(object).ok_or_else(|| Fault::new(Code::TooDeep, place).last())?;
        self.state.at += 1;
        self.state.last = self.state.at;
        self.state.expect = if object { Expect::FirstKey } else { Expect::FirstItem };
        Ok(())
    }

    pub(super) fn value_ended(&mut self, string: bool) {
        self.state.last = self.state.at;
        self.state.last_string = string;
        self.state.expect = Expect::After;
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.char_at(self.state.at)
    }

    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    pub(super) fn edit(&mut self, range: Range<usize>, new: impl Into<Cow<'static, str>>, mark: Mark) {
        self.edits.push(Edit { range, new: new.into(), mark });
    }

    /// Keeps another reading from here on.
    pub(super) fn or_else(&mut self, other: Other) {
        if self.choices.len() == MAX_CHOICES {
            self.choices.pop_front();
        }
        self.choices.push_back(Choice { state: self.state.clone(), edits: self.edits.len(), other });
    }
}
