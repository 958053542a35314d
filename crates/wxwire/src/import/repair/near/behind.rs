//! What the rest of a text needs to be read to its end, read from the back.

use super::grammar::{AFTER, COLON, FIRST_ITEM, FIRST_KEY, ITEM, KEY, Place, Stack, Stacks, VALUE, VALUES};
use super::token::{ATOM, STRING, Token};

/// For each token from one on: the brackets that the rest closes, and what may be expected before it.
pub(super) struct Behind {
    from: usize,
    /// From the last to the first.
    needs: Vec<(Stack, u8)>,
}

impl Behind {
    pub(super) fn of(tokens: &[Token], stacks: &mut Stacks) -> Self {
        let mut needs = vec![(Stack::EMPTY, AFTER)];
        let mut last = (Stack::EMPTY, AFTER);
        for token in tokens.iter().rev() {
            let Some(need) = before(token.kind, last, stacks) else { break };
            needs.push(need);
            last = need;
        }
        Self { from: tokens.len() + 1 - needs.len(), needs }
    }

    /// The first token from which the rest can be read at all.
    pub(super) fn from(&self) -> usize {
        self.from
    }

    /// Whether the tokens from one on can follow a place.
    pub(super) fn fits(&self, index: usize, place: Place) -> bool {
        let back = index.checked_sub(self.from).and_then(|index| (self.needs.len() - 1).checked_sub(index));
        let need = back.and_then(|back| self.needs.get(back));
        need.is_some_and(|(stack, expect)| *stack == place.stack && expect & place.expect > 0)
    }
}

/// What is needed before a token, if this is needed behind it.
fn before(kind: u8, (stack, expect): (Stack, u8), stacks: &mut Stacks) -> Option<(Stack, u8)> {
    let (innermost, others) = stacks.pop(stack);
    let has = |one: u8| expect & one > 0;
    let need = match kind {
        b'{' if innermost == b'{' && has(FIRST_KEY) => (others, VALUES),
        b'[' if innermost == b'[' && has(FIRST_ITEM) => (others, VALUES),
        b'}' if has(AFTER) => (stacks.push(stack, b'{'), FIRST_KEY | AFTER),
        b']' if has(AFTER) => (stacks.push(stack, b'['), FIRST_ITEM | AFTER),
        b',' if innermost == b'{' && has(KEY) || innermost == b'[' && has(ITEM) => (stack, AFTER),
        b':' if has(VALUE) => (stack, COLON),
        STRING if has(AFTER) || has(COLON) => {
            let (value, key) = (if has(AFTER) { VALUES } else { 0 }, if has(COLON) { FIRST_KEY | KEY } else { 0 });
            (stack, value | key)
        }
        ATOM if has(AFTER) => (stack, VALUES),
        _ => return None,
    };
    Some(need)
}
