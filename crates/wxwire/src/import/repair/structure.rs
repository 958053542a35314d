//! Brackets, commas and colons, and the end of the text.

use super::edit::Mark;
use super::fault::Fault;
use super::origin::Origin;
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
            _ if stack.is_empty() => return self.too_many(char),
            ',' | '，' => {
                self.state.stack = stack.with_comma();
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
                self.state.stack = stack.with_comma();
                self.state.comma = self.state.last..self.state.last;
                self.state.expect = next;
            }
            _ => return Err(Fault::expected(at, if stack.in_object() { ", }" } else { ", ]" })),
        }
        Ok(())
    }

    /// What can only be another member or item: on the next line, or right behind a number, a word or a bracket. Behind a
    /// string on its own line, the string's text may as well go on; so may a comment whose line break is lost.
    fn comma_is_missing(&mut self, char: char) -> bool {
        let State { at, stack, last, last_string, comment_lost, .. } = self.state;
        let line = self.text.get(last..at).is_some_and(|between| between.contains('\n'));
        let beside = !last_string && !comment_lost;
        // It may be the one that stands before the quote.
        let inside = self
            .text
            .get(..last)
            .is_some_and(|before| before.trim_end_matches(['"', '\'', '”', '’', '`']).ends_with([',', '，']));
        if last_string && inside {
            return false;
        }
        match (stack.in_object(), char) {
            (true, _) if line => self.is_key(at),
            // Before the comma that stands in it, the quote is one too many.
            (true, '"') => beside && self.is_key(at) && !self.text[at + 1..].starts_with([',', '，']),
            (false, '{' | '[') => line || beside,
            (false, '"') => beside,
            _ => false,
        }
    }

    /// Whether a comma stands before the first item or member, and such a one follows.
    pub(super) fn comma_leads(&self, char: char) -> bool {
        let next = self.blank(self.state.at + char.len_utf8());
        matches!(char, ',' | '，') && self.char_at(next).is_some_and(|char| !",，]}".contains(char))
    }

    pub(super) fn leading_comma(&mut self) {
        let end = self.state.at + self.peek().map_or(0, char::len_utf8);
        self.edit(self.state.at..end, "", Mark::Fix(Fix::TrailingComma));
        self.state.at = end;
    }

    /// One sign more behind the whole, and nothing else, is taken away.
    fn too_many(&mut self, char: char) -> Result<(), Fault> {
        let (at, end) = (self.state.at, self.state.at + char.len_utf8());
        if !matches!(char, ',' | '，' | '}' | ']') || self.blank(end) < self.text.len() {
            return Err(Fault::expected(at, "end"));
        }
        let fix = if matches!(char, ',' | '，') { Fix::TrailingComma } else { Fix::ExtraBracket };
        self.edit(at..end, "", Mark::Fix(fix));
        self.state.at = self.text.len();
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

    pub(super) fn close(&mut self) {
        if matches!(self.state.expect, Expect::Item | Expect::Key) {
            self.edit(self.state.comma.clone(), "", Mark::Fix(Fix::TrailingComma));
        }
        self.state.at += 1;
        self.state.stack = self.state.stack.pop();
        self.value_ended(false);
    }

    /// The text is over; what is open is closed, unless it is in the midst of a member, or may have been closed before one.
    pub(super) fn end(&mut self) -> Result<(), Fault> {
        let at = self.state.at;
        match self.state.expect {
            Expect::After if self.state.stack.is_empty() => return Ok(()),
            Expect::Value if self.state.stack.is_empty() => return Err(Fault::new(Code::Empty, at..at)),
            Expect::Value | Expect::Colon => return Err(Fault::new(Code::CutOff, self.state.last..at)),
            // More was to come.
            Expect::Item | Expect::Key => return Err(Fault::new(Code::CutOff, self.state.comma.clone())),
            Expect::FirstItem | Expect::FirstKey => return Err(Fault::new(Code::CutOff, at..at)),
            Expect::After => {}
        }
        // Where a comma was missing, a bracket may have been: then nothing is open here.
        if self.edits.iter().any(|edit| matches!(edit.mark, Mark::Fix(Fix::MissingComma))) {
            return Err(Fault::new(Code::Ambiguous, at..at));
        }
        let mut closers = String::new();
        while let Some(closer) = self.state.stack.closer() {
            if self.state.stack.could_end_before() {
                return Err(Fault::new(Code::Ambiguous, at..at).could_be(if closer == '}' { "}" } else { "]" }));
            }
            closers.push(closer);
            self.state.stack = self.state.stack.pop();
        }
        self.edit(at..at, closers, Mark::Fix(Fix::CutOff));
        Ok(())
    }

    /// The JSON has ended before the text has. If the rest of its line closes what it does not open, the JSON went on; but
    /// one sign, and nothing else, is one too many.
    pub(super) fn stands_alone(&mut self) -> Result<usize, Fault> {
        let at = self.state.at;
        let next = self.blank(at);
        let one_more = |char: &char| ",，}]".contains(*char) && self.origin == Origin::Text;
        if let Some(char) = self.char_at(next).filter(one_more) {
            self.state.at = next;
            self.too_many(char)?;
            return Ok(self.state.at);
        }
        let rest = &self.text[at..at + self.text[at..].find('\n').unwrap_or(self.text.len() - at)];
        self.budget = self.budget.saturating_sub(rest.len());
        if !are_balanced(rest) {
            return Err(Fault::expected(at, "end"));
        }
        Ok(at)
    }
}

/// Whether the brackets of a text close each other.
fn are_balanced(text: &str) -> bool {
    let mut open = 0_usize;
    for byte in text.bytes() {
        match byte {
            b'{' | b'[' => open += 1,
            b'}' | b']' if open == 0 => return false,
            b'}' | b']' => open -= 1,
            _ => {}
        }
    }
    open == 0
}
