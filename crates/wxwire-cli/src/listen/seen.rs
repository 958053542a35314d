//! What came before. A gateway sends again what was not answered in time, be it to a listener that was started anew.

mod record;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io;
use std::time::Instant;

use wxwire::operation::Repeat;

use super::Route;
use crate::private::digest;
use crate::text::Text;
use record::Record;

/// So many are remembered: gateways repeat within minutes.
const MOST: usize = 100_000;

/// The last callbacks of a route, by what is the same in a repeat.
#[derive(Debug, Default)]
pub struct Seen {
    keys: BTreeSet<String>,
    order: VecDeque<String>,
    /// Those that may come again in the same words, and until when they count as repeats.
    soon: BTreeMap<String, Instant>,
    record: Option<Record>,
}

/// A callback that came for the first time.
#[derive(Debug)]
pub struct New {
    /// What is kept of it; none where it is remembered for a while alone.
    kept: Option<String>,
}

impl Seen {
    /// What the last run remembered of a route, unless that is to be forgotten; and a note where nothing can be kept for the
    /// next one.
    pub fn of(route: &Route, forget: bool) -> (Self, Option<Text>) {
        let mut seen = Self::default();
        match Record::open(route, forget, MOST) {
            Ok(Some((record, keys))) => {
                keys.into_iter().for_each(|key| _ = seen.remember(key));
                seen.record = Some(record);
                (seen, None)
            }
            Ok(None) => (seen, None),
            Err(note) => (seen, Some(note.about(&route.path))),
        }
    }

    /// Whether it comes for the first time; from now on it does not.
    pub fn take(&mut self, repeat: &Repeat) -> Option<New> {
        // A key can hold who wrote: what is kept tells nothing.
        let key = digest(&[&repeat.key]);
        let Some(within) = repeat.within else {
            return self.remember(key.clone()).then_some(New { kept: Some(key) });
        };
        let now = Instant::now();
        self.soon.retain(|_, end| *end > now);
        if self.soon.contains_key(&key) {
            return None;
        }
        if self.soon.len() < MOST {
            self.soon.insert(key, now + within);
        }
        Some(New { kept: None })
    }

    /// Keeps one for the next run, once it was taken in.
    pub fn keep(&mut self, new: New) -> io::Result<()> {
        match (&mut self.record, new.kept) {
            (Some(record), Some(key)) => record.add(&key, &self.order),
            _ => Ok(()),
        }
    }

    fn remember(&mut self, key: String) -> bool {
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
    use std::time::Duration;

    use wxwire::operation::Repeat;

    use super::{MOST, Seen};

    #[test]
    fn a_repeat_is_known_as_long_as_it_is_remembered() {
        let mut seen = Seen::default();
        let mut is_new = |key: &str| seen.take(&Repeat::from(key.to_owned())).is_some();
        assert!(is_new("a") && !is_new("a"));
        for at in 0..MOST {
            assert!(is_new(&at.to_string()));
        }
        assert!(is_new("a"), "it was forgotten");
        assert_eq!((seen.keys.len(), seen.order.len()), (MOST, MOST));
    }

    #[test]
    fn what_may_be_said_again_is_remembered_for_a_while() {
        let mut seen = Seen::default();
        let said = |within| Repeat { key: "offline".to_owned(), within: Some(within) };
        assert!(seen.take(&said(Duration::from_millis(30))).is_some());
        assert!(seen.take(&said(Duration::from_millis(30))).is_none());
        std::thread::sleep(Duration::from_millis(40));
        assert!(seen.take(&said(Duration::from_secs(60))).is_some());
    }
}
