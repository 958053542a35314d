//! Where the reader is, and its first steps.

use super::{Language, Scope};
use crate::import::text::Text;

/// How deep expressions are read; what is deeper is taken as it stands.
pub(super) const MAX_DEPTH: usize = 64;

/// The most bytes of a name that are looked at.
const NAME: usize = 200;

/// Reads the expressions of a text in a language.
#[derive(Debug)]
pub(crate) struct Reader<'t> {
    pub(crate) text: &'t Text,
    pub(crate) at: usize,
    pub(super) language: &'static Language,
    /// What names hold, where they are looked up at once.
    pub(super) scope: &'t Scope,
    /// The steps that may still be taken.
    pub(crate) budget: usize,
    pub(super) depth: usize,
    /// How many brackets are open, as far as they were read: between them no line ends.
    pub(super) brackets: usize,
    /// Whether a comma makes a list here, as it does not between arguments.
    pub(super) lists: bool,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t Text, at: usize, language: &'static Language, scope: &'t Scope) -> Self {
        Self { text, at, language, scope, budget: text.len() * 16 + 10_000, depth: 0, brackets: 0, lists: true }
    }

    pub(crate) fn rest(&self) -> &'t str {
        self.text.as_str().get(self.at..).unwrap_or_default()
    }

    pub(crate) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(crate) fn step(&mut self, length: usize) {
        self.at += length;
        self.budget = self.budget.saturating_sub(length);
    }

    /// Skips the character that comes next, whatever it is.
    pub(crate) fn step_over(&mut self) {
        self.step(self.peek().map_or(0, char::len_utf8));
    }

    /// Skips the character that comes next, and counts it if it is a bracket.
    pub(super) fn pass(&mut self) {
        match self.peek() {
            Some('(' | '[' | '{') => self.brackets += 1,
            Some(')' | ']' | '}') => self.brackets = self.brackets.saturating_sub(1),
            _ => {}
        }
        self.step_over();
    }

    /// Skips a sign, in letters of any case, if it comes next.
    pub(crate) fn takes(&mut self, sign: &str) -> bool {
        let is = self.rest().get(..sign.len()).is_some_and(|next| next.eq_ignore_ascii_case(sign));
        if is {
            self.step(sign.len());
        }
        is
    }

    /// Takes so many bytes as they are.
    pub(super) fn take(&mut self, length: usize, out: &mut Text) {
        out.push(self.text, self.at..self.at + length);
        self.step(length);
    }

    /// What stands from a place up to here.
    pub(crate) fn since(&self, start: usize) -> Text {
        self.text.slice(start..self.at).trim()
    }

    /// A name with dots in it; white space may stand before a dot.
    pub(crate) fn path(&mut self) -> String {
        let mut path = String::new();
        loop {
            let rest = self.rest();
            let word = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$');
            let length = rest.find(|char| !word(char)).unwrap_or(rest.len());
            path.push_str(&rest[..length]);
            self.step(length);
            let next = self.rest().trim_start();
            let behind = next.strip_prefix('.').map(str::trim_start);
            if length == 0
                || path.len() > NAME
                || !behind.is_some_and(|behind| behind.starts_with(|char: char| char.is_alphabetic() || char == '_'))
            {
                return path;
            }
            let behind = behind.unwrap_or_default();
            path.push('.');
            self.step(self.rest().len() - behind.len());
        }
    }
}

/// Whether a name can begin with it.
pub(super) fn begins_name(char: char) -> bool {
    char.is_alphabetic() || matches!(char, '_' | '$')
}
