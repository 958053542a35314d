//! Why a reading ended, and what that is told as.

use std::borrow::Cow;
use std::ops::Range;

use super::edit::MAX_EDITS;
use crate::import::text::Text;
use crate::problem::{Code, Problem, Unit};

/// Why a reading ended.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    /// How far the reading came.
    pub(super) at: usize,
    /// What it is about.
    pub(super) place: Range<usize>,
    pub(super) code: Code,
    pub(super) expected: Cow<'static, str>,
    /// No other reading is worth trying.
    pub(super) last: bool,
}

impl Fault {
    pub(super) fn new(code: Code, place: Range<usize>) -> Self {
        Self { at: place.start, place, code, expected: Cow::Borrowed(""), last: false }
    }

    pub(super) fn expected(at: usize, expected: &'static str) -> Self {
        Self { expected: expected.into(), ..Self::new(Code::Syntax, at..at) }
    }

    /// The same, with what could be meant.
    pub(super) fn could_be(self, expected: &'static str) -> Self {
        Self { expected: expected.into(), ..self }
    }

    pub(super) fn last(self) -> Self {
        Self { last: true, ..self }
    }

    pub(super) fn problem(self, text: &Text) -> Problem {
        let source = text.as_str();
        let char = source.get(self.place.start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let place = self.place.start..self.place.end.max(self.place.start + char);
        let found = source.get(place.clone()).unwrap_or_default();
        let problem = Problem::new(self.code).span(text.span(place)).expected(self.expected);
        match self.code {
            Code::TooDeep => {
                let limit = crate::layer::MAX_DEPTH;
                problem.measured(limit, limit + 1, Unit::Levels)
            }
            Code::TooMany => problem.measured(MAX_EDITS, MAX_EDITS + 1, Unit::Items),
            Code::Variable => problem.found(found),
            _ => problem,
        }
    }
}
