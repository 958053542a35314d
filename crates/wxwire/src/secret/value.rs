//! The value behind a name: where it begins and where it ends, in any form of text.

mod element;
mod read;
mod separator;
mod written;

use std::ops::Range;

use super::Scope;
use super::names::{self, can_be};
use super::said;
use super::sign::Sign;
use super::variable::is_variable;

/// The most signs between a name and its value.
const BETWEEN: usize = 64;

/// The longest text that may be a name for a value.
const NAME: usize = 128;

/// A value: its bytes, where reading goes on, and whether it stands without quotes.
pub(super) type Read = (Range<usize>, usize, bool);

/// Which values are read.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Of {
    /// Any.
    All,
    /// A header's: to the end of its line.
    Line,
    /// Those of ASCII alone. Another is none from its first other character on, and is read no further: behind names in
    /// Chinese mostly stands a sentence, and reading goes on within it.
    Ascii,
}

impl Of {
    fn allows(self, written: &str) -> bool {
        self != Self::Ascii || written.is_ascii()
    }
}

/// The values of a text.
pub(super) struct Values<'t> {
    text: &'t str,
    /// Elements that end nowhere: what was looked for in vain is not looked for again.
    open: Vec<String>,
}

impl<'t> Values<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, open: Vec::new() }
    }

    /// Whether a value is more than a name for one.
    pub(super) fn is_secret(&self, value: &str) -> bool {
        // A name is short; and what is none is not read twice.
        if value.len() > NAME {
            return true;
        }
        let last = value.rsplit(['.', '>', ' ']).next().unwrap_or_default();
        let named = matches!(names::find(last), Some(Scope::Anywhere | Scope::Ending));
        can_be(value.trim())
            && !named
            && !is_variable(value)
            && !said::is_word(value)
            && value
                .contains(|char: char| char != '*' && char != 'x' && char != 'X' && !matches!(char, '.' | '…' | '?'))
    }

    /// The place behind white space; a line break counts as such only where a quote tells that it is no sentence.
    fn blank(&self, from: usize, breaks: bool) -> usize {
        let mut at = from;
        for _ in 0..BETWEEN {
            match Sign::at(self.text, at) {
                Some(sign) if sign.is_blank() && (breaks || sign.char != '\n') => at = sign.end,
                _ => break,
            }
        }
        at
    }
}
