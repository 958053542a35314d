//! Which fields of an object were seen.

/// The fields of an object that were seen, by their places. Most objects have no more than 64 fields, and take no memory
/// of their own.
#[derive(Default)]
pub(super) struct Seen {
    first: u64,
    further: Vec<u64>,
}

impl Seen {
    /// Whether this is the first time.
    pub(super) fn insert(&mut self, at: usize) -> bool {
        let new = !self.contains(at);
        let bit = 1 << (at % 64);
        match (at / 64).checked_sub(1) {
            None => self.first |= bit,
            Some(word) => {
                self.further.resize(self.further.len().max(word + 1), 0);
                self.further[word] |= bit;
            }
        }
        new
    }

    pub(super) fn contains(&self, at: usize) -> bool {
        let word = match (at / 64).checked_sub(1) {
            None => self.first,
            Some(word) => self.further.get(word).copied().unwrap_or_default(),
        };
        word >> (at % 64) & 1 == 1
    }
}
