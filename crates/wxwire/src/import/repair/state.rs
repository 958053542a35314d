//! Where in JSON's grammar a reading is.

use std::ops::Range;

use crate::layer::MAX_DEPTH;

/// The brackets that are open, the innermost in the lowest bit: 1 for an object.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stack {
    bits: u128,
    /// Those that hold more than one member.
    commas: u128,
    depth: usize,
}

impl Stack {
    pub(super) fn push(self, object: bool) -> Option<Self> {
        (self.depth < MAX_DEPTH).then(|| Self {
            bits: self.bits << 1 | u128::from(object),
            commas: self.commas << 1,
            depth: self.depth + 1,
        })
    }

    pub(super) fn pop(self) -> Self {
        Self { bits: self.bits >> 1, commas: self.commas >> 1, depth: self.depth.saturating_sub(1) }
    }

    /// With a comma in the innermost.
    pub(super) fn with_comma(self) -> Self {
        Self { commas: self.commas | 1, ..self }
    }

    /// Whether a member of the innermost could as well be one of what that is in, had it been closed before.
    pub(super) fn could_end_before(self) -> bool {
        self.depth > 1 && self.commas & 1 == 1 && self.bits & 1 == self.bits >> 1 & 1
    }

    pub(super) fn is_empty(self) -> bool {
        self.depth == 0
    }

    /// Whether an object is innermost.
    pub(super) fn in_object(self) -> bool {
        self.depth > 0 && self.bits & 1 == 1
    }

    /// The bracket that closes the innermost.
    pub(super) fn closer(self) -> Option<char> {
        (self.depth > 0).then(|| if self.in_object() { '}' } else { ']' })
    }
}

/// What has to come next.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Expect {
    /// The outermost value, or a member's.
    Value,
    /// An item, or the end of an empty list.
    FirstItem,
    /// An item, behind a comma.
    Item,
    /// A key, or the end of an empty object.
    FirstKey,
    /// A key, behind a comma.
    Key,
    /// A colon.
    Colon,
    /// A comma, or a closing bracket; outermost: the end.
    After,
}

/// A reading: where it is, and what it saw.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub(super) at: usize,
    pub(super) stack: Stack,
    pub(super) expect: Expect,
    /// The end of the last value, and whether it was a string.
    pub(super) last: usize,
    pub(super) last_string: bool,
    /// Whether a comment before lost its line break, so that its end was looked for.
    pub(super) comment_lost: bool,
    /// The last comma.
    pub(super) comma: Range<usize>,
}

impl State {
    /// At the beginning of a text.
    pub(super) fn first() -> Self {
        Self {
            at: 0,
            stack: Stack::default(),
            expect: Expect::Value,
            last: 0,
            last_string: false,
            comment_lost: false,
            comma: 0..0,
        }
    }
}
