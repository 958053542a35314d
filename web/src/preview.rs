//! What the reader was asked of the request, and what it said.

use crate::question::{Ask, Question, Said};

/// What the reader was asked of the request, and what it said.
#[derive(Debug, Default)]
pub(crate) struct Preview {
    pub(crate) asked: bool,
    pub(crate) said: Option<(Question, Said)>,
}

impl Preview {
    pub(crate) fn take(&mut self, question: Question, said: Said) {
        debug_assert_eq!(question.ask, Ask::Request);
        *self = Self { asked: false, said: Some((question, said)) };
    }

    /// Forgets that the reader did not load.
    pub(crate) fn again(&mut self) {
        self.said = None;
    }
}
