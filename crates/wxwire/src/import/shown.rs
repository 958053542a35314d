//! What an import shows, without the secrets that stand in the text.

use std::ops::Range;

use super::blot::remark;
use super::imported::Imported;
use super::report::{Dropped, Repair, Why};
use crate::problem::Code;
use crate::secret::{Credentials, MASK, blotted, masked, ranges};

impl Imported {
    /// The same with every secret masked in what is shown, the values too.
    pub(super) fn without_secrets(mut self, source: &str) -> Self {
        let hidden: Vec<_> = ranges(source).collect();
        let hides = |span: &Range<usize>| {
            let next = hidden.partition_point(|one| one.end <= span.start);
            hidden.get(next).is_some_and(|one| one.start < span.end)
        };
        let secrets = &self.credentials;
        self.repairs = self.repairs.into_iter().map(|one| repair(one, secrets, &hides)).collect();
        self.dropped = self.dropped.into_iter().map(|one| dropped(one, secrets)).collect();
        self.values = self.values.map(|values| masked(&values).into_owned());
        for one in &mut self.problems {
            one.found = secrets.mask(&one.found);
            // Of a value of the wrong type its kind is told, which is no part of the text.
            let told = one.code != Code::WrongType && !one.found.is_empty();
            if told && one.span.as_ref().is_some_and(hides) {
                one.found = MASK.into();
            }
        }
        self
    }
}

fn repair(repair: Repair, secrets: &Credentials, hides: &dyn Fn(&Range<usize>) -> bool) -> Repair {
    if hides(&repair.span) {
        return Repair { before: MASK.into(), after: MASK.into(), ..repair };
    }
    Repair { before: secrets.mask(&repair.before), after: secrets.mask(&repair.after), ..repair }
}

fn dropped(dropped: Dropped, secrets: &Credentials) -> Dropped {
    let what = secrets.mask(&dropped.what);
    let what = if dropped.why == Why::Comment { remark(&what) } else { blotted(&what) };
    Dropped { what, ..dropped }
}
