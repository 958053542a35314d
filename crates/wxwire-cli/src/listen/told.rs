//! Which of many refusals are told: whoever sends thousands must not hide one that matters.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Behind the first ones, one is told in this time.
const PAUSE: Duration = Duration::from_secs(10);

/// Which are told.
#[derive(Debug)]
pub struct Told {
    /// So many are told, whatever comes.
    first: u64,
    /// The last one that was told: its number, and when.
    last: Mutex<Option<(u64, Instant)>>,
}

impl Told {
    pub fn new(first: u64) -> Self {
        Self { first, last: Mutex::default() }
    }

    /// Whether the one of this number is told, and how many before it were not.
    pub fn tells(&self, number: u64, now: Instant) -> Option<u64> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let is_told = number <= self.first
            || last.is_none_or(|(_, at)| now.checked_duration_since(at).is_some_and(|passed| passed >= PAUSE));
        let before = last.map_or(0, |(number, _)| number);
        is_told.then(|| {
            *last = Some((number.max(before), now));
            number.saturating_sub(before + 1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_are_told_and_then_one_now_and_then() {
        let (told, start) = (Told::new(3), Instant::now());
        let at = |number, seconds| told.tells(number, start + Duration::from_secs(seconds));
        assert_eq!([at(1, 0), at(2, 0), at(3, 1)], [Some(0); 3]);
        assert_eq!([at(4, 1), at(5, 10), at(6, 11), at(7, 12), at(8, 30)], [None, None, Some(2), None, Some(1)]);
    }
}
