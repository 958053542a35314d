//! Counting what goes by one name, so that each has a path of its own.

use std::borrow::Cow;

use crate::named::Named;

/// How many names are looked through one by one, which for so few is quicker than any order among them.
const FEW: usize = 32;

/// A name, of which a few bits tell that it is new, as most are.
pub(super) trait Name<'n>: Eq {
    fn bits(&self) -> usize;

    fn text(self) -> Cow<'n, str>;
}

impl<'n> Name<'n> for Cow<'n, str> {
    fn bits(&self) -> usize {
        let byte = |byte: Option<&u8>| byte.map_or(0, |byte| usize::from(*byte));
        let (first, last) = (byte(self.as_bytes().first()), byte(self.as_bytes().last()));
        self.len().wrapping_mul(23) ^ first.wrapping_mul(5) ^ last
    }

    fn text(self) -> Cow<'n, str> {
        self
    }
}

impl<'n> Name<'n> for u32 {
    fn bits(&self) -> usize {
        *self as usize
    }

    fn text(self) -> Cow<'n, str> {
        self.to_string().into()
    }
}

/// The names so far, and how often each was met.
#[derive(Debug)]
pub(super) struct Twins<'n, N> {
    /// One bit for each name that was met; names can share one.
    met: u128,
    few: Vec<(N, usize)>,
    many: Named<'n, usize>,
}

impl<N> Default for Twins<'_, N> {
    fn default() -> Self {
        Self { met: 0, few: Vec::with_capacity(FEW), many: Named::default() }
    }
}

impl<'n, N: Name<'n>> Twins<'n, N> {
    /// Counts a name: 1 when it is new.
    pub(super) fn count(&mut self, name: N) -> usize {
        let bit = 1 << (name.bits() % 128);
        let known = self.met & bit != 0;
        self.met |= bit;
        if known && let Some((_, count)) = self.few.iter_mut().find(|(other, _)| *other == name) {
            *count += 1;
            return *count;
        }
        if self.few.len() < FEW {
            self.few.push((name, 1));
            return 1;
        }
        let count = self.many.entry(name.text());
        *count += 1;
        *count
    }
}
