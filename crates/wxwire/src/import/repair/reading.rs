//! A reading of a text: where it is, what it changed, and the other readings that it leaves to be tried.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use super::characters::is_blank;
use super::choice::{Choice, Comment};
use super::edit::{Edit, Mark};
use super::fault::Fault;
use super::origin::Origin;
use super::state::{Expect, State};

/// The most readings that are kept to be tried; of more, the oldest are given up.
const MAX_CHOICES: usize = 1000;

/// The most bytes of a name that are looked at.
pub(super) const NAME: usize = 200;

pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) origin: Origin,
    pub(super) state: State,
    pub(super) edits: Vec<Edit>,
    pub(super) choices: VecDeque<Choice>,
    /// The steps that may still be taken.
    pub(super) budget: usize,
    /// The bytes of strings that may still be looked at as JSON of their own.
    pub(super) nested: usize,
    /// A place, and the end of its line.
    pub(super) line: (usize, usize),
    /// The doubt or the fault that is told when no reading is left.
    pub(super) fault: Option<Fault>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(text: &'a str, origin: Origin) -> Self {
        let state = State::first();
        let budget = text.len() * 32 + 10_000;
        let nested = text.len() * 4;
        Self { text, origin, state, edits: vec![], choices: VecDeque::new(), budget, nested, line: (1, 0), fault: None }
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.char_at(self.state.at)
    }

    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// The end of the white space at a place.
    pub(super) fn blank(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.find(|char| !is_blank(char)).unwrap_or(rest.len())
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

    /// The end of a key without quotes: a name, or a whole number.
    pub(super) fn bare_key_end(&self, start: usize) -> usize {
        let digits = |char: char| char.is_ascii_digit();
        let rest = self.text.get(start..).unwrap_or_default();
        let number = rest.bytes().take(NAME).take_while(u8::is_ascii_digit).count();
        match number {
            0 => self.name_end(start),
            1 => start + 1,
            // JavaScript reads what begins with a zero as octal.
            _ if rest.starts_with('0') || rest[number..].starts_with(digits) => start,
            _ => start + number,
        }
    }

    pub(super) fn edit(&mut self, range: Range<usize>, new: impl Into<Cow<'static, str>>, mark: Mark) {
        self.edits.push(Edit { range, new: new.into(), mark });
    }

    /// Keeps another reading from here on.
    pub(super) fn or_else(&mut self, comment: Comment) {
        if self.choices.len() == MAX_CHOICES {
            self.choices.pop_front();
        }
        self.choices.push_back(Choice { state: self.state.clone(), edits: self.edits.len(), comment });
    }

    pub(super) fn value_ended(&mut self, string: bool) {
        self.state.last = self.state.at;
        self.state.last_string = string;
        self.state.expect = Expect::After;
    }
}
