//! Other readings, to be tried when the first one fails: where a string or a comment did not end.

use super::brackets::Brackets;
use super::state::State;

/// A reading to be tried when the first one fails.
pub(super) struct Choice {
    pub(super) state: State,
    pub(super) edits: usize,
    pub(super) other: Other,
}

/// How the other reading goes on.
pub(super) enum Other {
    /// The string did not end there.
    String(Scan),
    /// The comment did not end there.
    Comment(Comment),
}

/// What a string is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    Key,
    Value,
}

/// A string that is being read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan {
    pub(super) role: Role,
    pub(super) open: char,
    pub(super) start: usize,
    /// Quotes inside it so far.
    pub(super) bare: usize,
    pub(super) bare_first: bool,
    pub(super) bare_end: usize,
    pub(super) line_break: bool,
    /// A member of JSON seems to stand in it.
    pub(super) member: bool,
    /// What follows the first quote that was not taken for the end.
    pub(super) misfit: Option<usize>,
    pub(super) brackets: Brackets,
}

/// A comment that is being read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comment {
    pub(super) start: usize,
    /// Where to look on for its end, and the quotes before.
    pub(super) from: usize,
    pub(super) quotes: usize,
    /// The end of its line.
    pub(super) end: usize,
}
