//! What an import shows, without the secrets that it found.

use std::ops::Range;

use super::blot::{blotted, remark};
use super::imported::Imported;
use super::report::{Dropped, Repair, Why};
use crate::problem::Problem;
use crate::secret::{Credentials, MASK};

impl Imported {
    /// The same with every secret masked in what is shown, and with what may be one blotted out.
    pub(super) fn without_secrets(mut self, source: &str) -> Self {
        let secrets = &self.credentials;
        self.repairs = self.repairs.into_iter().map(|one| repair(one, secrets)).collect();
        self.dropped = self.dropped.into_iter().map(|one| dropped(one, secrets)).collect();
        for one in &mut self.problems {
            one.found = secrets.mask(&one.found);
        }
        blot_words(&mut self.problems, source);
        self
    }
}

fn repair(repair: Repair, secrets: &Credentials) -> Repair {
    Repair { before: secrets.mask(&repair.before), after: secrets.mask(&repair.after), ..repair }
}

fn dropped(dropped: Dropped, secrets: &Credentials) -> Dropped {
    let what = secrets.mask(&dropped.what);
    let what = if dropped.why == Why::Comment { remark(&what) } else { blotted(&what) };
    Dropped { what, ..dropped }
}

/// A word that stands for no value is a secret as easily.
fn blot_words(problems: &mut [Problem], source: &str) {
    if problems.iter().all(|one| one.found.is_empty()) {
        return;
    }
    let masked = blotted(source);
    let same = |span: Range<usize>| source.get(span.clone()) == masked.get(span);
    for one in problems.iter_mut().filter(|one| !one.found.is_empty()) {
        if !one.span.clone().is_none_or(same) {
            one.found = MASK.into();
        }
    }
}
