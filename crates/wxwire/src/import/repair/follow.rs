//! What follows a value, looked at ahead: whether JSON goes on there.

use super::characters::{closes, is_blank, is_opener, number_end};
use super::origin::Origin;
use super::reading::Reading;
use super::state::Stack;

/// Whether JSON goes on at a place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Fit {
    /// It cannot.
    No,
    /// It can, and something else could stand there as well.
    Weak,
    /// It does.
    Yes,
}

/// The most characters of a key that are looked at.
const KEY: usize = 1000;

impl Reading<'_> {
    /// Whether JSON goes on behind a value.
    pub(super) fn follows(&mut self, mut at: usize, mut stack: Stack) -> Fit {
        let mut closed = false;
        loop {
            let next = self.blank(at);
            self.budget = self.budget.saturating_sub(next + 1 - at);
            let line = self.text.get(at..next).is_some_and(|between| between.contains('\n'));
            let Some(char) = self.char_at(next) else { return Fit::Yes };
            match char {
                ',' | '，' if !stack.is_empty() => return self.goes_on(next + char.len_utf8(), stack),
                _ if Some(char) == stack.closer() => {
                    (at, stack, closed) = (next + 1, stack.pop(), true);
                }
                '/' | '#' if self.is_comment(next) => return if closed { Fit::Yes } else { Fit::Weak },
                _ if stack.is_empty() && self.origin != Origin::Body => {
                    return if line && closed { Fit::Yes } else { Fit::Weak };
                }
                _ if line && stack.in_object() && self.is_key(next) => return Fit::Yes,
                _ => return Fit::No,
            }
        }
    }

    /// Whether JSON goes on behind a comma.
    pub(super) fn goes_on(&mut self, at: usize, stack: Stack) -> Fit {
        let next = self.blank(at);
        self.budget = self.budget.saturating_sub(next + 1 - at);
        let Some(char) = self.char_at(next) else { return Fit::Yes };
        match (stack.in_object(), char) {
            (_, '/' | '#') if self.is_comment(next) => Fit::Weak,
            // Each bracket closes one of those that are open, so this comes to an end.
            (true, '}') | (false, ']') => self.follows(next, stack),
            (false, '{' | '[') => Fit::Yes,
            (true, _) if self.is_key(next) => Fit::Yes,
            (true, _) => self.key_before_comma(next),
            (false, char) if is_opener(char, self.origin) => Fit::Yes,
            (false, _) => self.atom_at(next),
        }
    }

    /// Whether a colon follows a key.
    pub(super) fn colon_follows(&mut self, at: usize) -> Fit {
        let next = self.blank(at);
        self.budget = self.budget.saturating_sub(next + 1 - at);
        match self.char_at(next) {
            Some(':' | '：') | None => Fit::Yes,
            Some(char @ (',' | '，')) => self.value_at(next + char.len_utf8()),
            Some('/' | '#') if self.is_comment(next) => Fit::Weak,
            _ => Fit::No,
        }
    }

    /// Whether a key with its colon stands at a place.
    pub(super) fn is_key(&mut self, at: usize) -> bool {
        match self.key_end(at) {
            Some(end) => matches!(self.char_at(self.blank(end)), Some(':' | '：')),
            None => false,
        }
    }

    /// A quoted key with a comma where its colon should be.
    fn key_before_comma(&mut self, at: usize) -> Fit {
        let quoted = self.char_at(at).is_some_and(|char| is_opener(char, self.origin));
        let Some(end) = self.key_end(at).filter(|_| quoted) else { return Fit::No };
        let comma = self.blank(end);
        match self.char_at(comma) {
            Some(char @ (',' | '，')) => self.value_at(comma + char.len_utf8()),
            _ => Fit::No,
        }
    }

    /// A value behind a comma that should be a colon; a string may as well be the next key.
    fn value_at(&mut self, at: usize) -> Fit {
        let at = self.blank(at);
        match self.char_at(at) {
            Some('{' | '[') => Fit::Yes,
            Some(char) if is_opener(char, self.origin) => Fit::Weak,
            _ => self.atom_at(at),
        }
    }

    /// A number or a word that JSON has, with an end to it.
    pub(super) fn atom_at(&mut self, at: usize) -> Fit {
        let words = ["true", "false", "null", "True", "False", "None"];
        let rest = self.text.get(at..).unwrap_or_default();
        let word = words.iter().find(|word| rest.starts_with(**word)).map(|word| at + word.len());
        let ends = |end: usize| self.char_at(end).is_none_or(|char| is_blank(char) || ",，}]/".contains(char));
        match word.or_else(|| number_end(self.text, at)) {
            Some(end) if ends(end) => Fit::Yes,
            _ => Fit::No,
        }
    }

    /// The end of the key at a place, quoted or not.
    fn key_end(&mut self, at: usize) -> Option<usize> {
        let char = self.char_at(at)?;
        if !is_opener(char, self.origin) {
            return Some(self.bare_key_end(at)).filter(|end| *end > at);
        }
        let start = at + char.len_utf8();
        let mut escaped = false;
        for (length, close) in self.text.get(start..)?.char_indices().take(KEY) {
            self.budget = self.budget.saturating_sub(1);
            if !escaped && closes(char, close) {
                return Some(start + length + close.len_utf8());
            }
            escaped = close == '\\' && !escaped;
        }
        None
    }

    pub(super) fn is_comment(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        let apart = self.text.get(..at).is_some_and(|before| before.ends_with(char::is_whitespace));
        rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#') && apart
    }
}
