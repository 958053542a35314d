//! What came before. A gateway sends again what was not answered in time.

use std::collections::{BTreeSet, VecDeque};

/// So many are remembered: gateways repeat within minutes.
const MOST: usize = 100_000;

/// The last callbacks, by what is the same in a repeat.
#[derive(Debug, Default)]
pub struct Seen {
    keys: BTreeSet<String>,
    order: VecDeque<String>,
}

impl Seen {
    /// Whether it comes for the first time; from now on it does not.
    pub fn is_new(&mut self, key: String) -> bool {
        if !self.keys.insert(key.clone()) {
            return false;
        }
        self.order.push_back(key);
        if self.order.len() > MOST {
            self.order.pop_front().iter().for_each(|oldest| _ = self.keys.remove(oldest));
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Seen};

    #[test]
    fn a_repeat_is_known_as_long_as_it_is_remembered() {
        let mut seen = Seen::default();
        assert!(seen.is_new("a".into()) && !seen.is_new("a".into()));
        for at in 0..MOST {
            assert!(seen.is_new(at.to_string()));
        }
        assert!(seen.is_new("a".into()), "it was forgotten");
        assert_eq!((seen.keys.len(), seen.order.len()), (MOST, MOST));
    }
}
