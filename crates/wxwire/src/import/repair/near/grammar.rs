//! JSON's grammar, token by token: what may come next, and in which brackets.

use super::token::{ATOM, STRING};

/// What may come next, one bit each.
pub(super) const VALUE: u8 = 1;
pub(super) const FIRST_ITEM: u8 = 2;
pub(super) const ITEM: u8 = 4;
pub(super) const FIRST_KEY: u8 = 8;
pub(super) const KEY: u8 = 16;
pub(super) const COLON: u8 = 32;
pub(super) const AFTER: u8 = 64;

/// Where a value may stand.
pub(super) const VALUES: u8 = VALUE | FIRST_ITEM | ITEM;

/// The open brackets, as a number of `Stacks`; the same brackets have the same number.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Stack(u32);

impl Stack {
    pub(super) const EMPTY: Self = Self(0);
}

/// Where a reading is: in these brackets, with this to come.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) stack: Stack,
    pub(super) expect: u8,
}

impl Place {
    pub(super) fn first() -> Self {
        Self { stack: Stack::EMPTY, expect: VALUE }
    }

    /// Whether all is read.
    pub(super) fn is_end(self) -> bool {
        self.stack == Stack::EMPTY && self.expect == AFTER
    }
}

/// All open brackets that were met: each is one more bracket in others.
pub(super) struct Stacks(Vec<Node>);

struct Node {
    parent: Stack,
    bracket: u8,
    /// With one more bracket: a list's, an object's.
    with: [Option<Stack>; 2],
}

impl Default for Stacks {
    fn default() -> Self {
        Self(vec![Node { parent: Stack::EMPTY, bracket: 0, with: [None; 2] }])
    }
}

impl Stacks {
    /// These brackets and one more, which is `{` or `[`.
    pub(super) fn push(&mut self, stack: Stack, bracket: u8) -> Stack {
        let which = usize::from(bracket == b'{');
        if let Some(known) = self.0[stack.0 as usize].with[which] {
            return known;
        }
        let new = Stack(self.0.len() as u32);
        self.0[stack.0 as usize].with[which] = Some(new);
        self.0.push(Node { parent: stack, bracket, with: [None; 2] });
        new
    }

    /// The innermost bracket, and the others.
    pub(super) fn pop(&self, stack: Stack) -> (u8, Stack) {
        let node = &self.0[stack.0 as usize];
        (node.bracket, node.parent)
    }

    /// Where a reading is behind a token; nothing if the token cannot stand there.
    pub(super) fn next(&mut self, place: Place, kind: u8) -> Option<Place> {
        let Place { stack, expect } = place;
        let value = expect & VALUES > 0;
        let (innermost, others) = self.pop(stack);
        let (stack, expect) = match kind {
            b'{' if value => (self.push(stack, b'{'), FIRST_KEY),
            b'[' if value => (self.push(stack, b'['), FIRST_ITEM),
            STRING | ATOM if value => (stack, AFTER),
            STRING if expect & (FIRST_KEY | KEY) > 0 => (stack, COLON),
            b':' if expect == COLON => (stack, VALUE),
            b',' if expect == AFTER && innermost == b'{' => (stack, KEY),
            b',' if expect == AFTER && innermost == b'[' => (stack, ITEM),
            b'}' if innermost == b'{' && expect & (FIRST_KEY | AFTER) > 0 => (others, AFTER),
            b']' if innermost == b'[' && expect & (FIRST_ITEM | AFTER) > 0 => (others, AFTER),
            _ => return None,
        };
        Some(Place { stack, expect })
    }
}
