//! How often a call may be made, where that is asked for: as often as was said, or as its gateway documents it.

use std::collections::{BTreeMap, VecDeque};
use std::time::{Duration, Instant};

use wxwire::imitation::Refusal;
use wxwire::operation::{Entry, Rate};

use crate::fault::{Fault, Kind};

/// So many calls of one operation are remembered.
const MOST: usize = 100_000;

/// When each operation was called. All of its calls count together, whomever they are for: who sends is one account.
#[derive(Debug)]
pub(crate) struct Rates {
    /// So many calls of one operation in a minute.
    a_minute: Option<u64>,
    is_documented: bool,
    calls: BTreeMap<&'static str, VecDeque<Instant>>,
}

impl Rates {
    /// Nothing was called yet.
    pub(crate) fn new(faults: &[Fault]) -> Self {
        let a_minute =
            faults.iter().find_map(|fault| if let Kind::Rate(times) = fault.kind { Some(times) } else { None });
        let is_documented = faults.iter().any(|fault| fault.kind == Kind::Rates);
        Self { a_minute, is_documented, calls: BTreeMap::new() }
    }

    /// Counts a call that is otherwise good, unless it is one too many: that is not counted.
    pub(crate) fn spend(&mut self, entry: &Entry) -> Result<(), Refusal> {
        let documented = entry.rates.iter().filter(|_| self.is_documented);
        let documented = documented.map(|Rate { times, seconds, .. }| (u64::from(*times), u64::from(*seconds)));
        let limits: Vec<_> = documented.chain(self.a_minute.map(|times| (times, 60))).collect();
        if limits.is_empty() {
            return Ok(());
        }
        let now = Instant::now();
        let calls = self.calls.entry(entry.id).or_default();
        let within = |seconds: u64| {
            let since = now.checked_sub(Duration::from_secs(seconds));
            calls.iter().rev().take_while(|call| since.is_none_or(|since| **call > since)).count() as u64
        };
        if limits.iter().any(|(times, seconds)| within(*seconds) >= *times) {
            return Err(Refusal::RateLimited);
        }
        calls.push_back(now);
        if calls.len() > MOST {
            calls.pop_front();
        }
        Ok(())
    }
}
