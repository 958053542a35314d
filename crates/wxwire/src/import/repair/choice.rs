//! Other readings, to be tried when the first one fails: where a comment did not end.

use super::state::State;

/// A reading to be tried when the first one fails.
pub(super) struct Choice {
    pub(super) state: State,
    pub(super) edits: usize,
    pub(super) comment: Comment,
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
