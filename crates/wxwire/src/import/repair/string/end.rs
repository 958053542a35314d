//! The end of a string, or of the text before it.

use super::{Role, Scan};
use crate::import::repair::edit::Mark;
use crate::import::repair::fault::Fault;
use crate::import::repair::reading::Reading;
use crate::import::repair::state::Expect;
use crate::import::report::Fix;
use crate::problem::Code;

impl Reading<'_> {
    pub(super) fn closed(&mut self, scan: &Scan) -> Result<(), Fault> {
        let at = self.state.at;
        let end = at + self.peek().map_or(0, char::len_utf8);
        // Where the text is cut off behind it, its own end may be cut off, too.
        if scan.bare > 0 && !self.state.stack.is_empty() && self.blank(end) == self.text.len() {
            return Err(Fault::new(Code::Ambiguous, scan.start..end).last());
        }
        if scan.open != '"' {
            self.edit(at..end, "\"", Mark::Fix(Fix::Quotes));
        }
        self.state.at = end;
        self.value_ended(true);
        if scan.role == Role::Key {
            self.state.expect = Expect::Colon;
        }
        Ok(())
    }

    /// A string that nothing ends. Where the text does end as JSON does, a quote before was its end, and what follows
    /// that one is the fault.
    pub(super) fn unclosed(&self, scan: &Scan) -> Fault {
        let ends = self.text.trim_end().ends_with(['}', ']']);
        let fault = match scan.misfit.filter(|_| ends && scan.role == Role::Value) {
            Some(at) => {
                let expected = if self.state.stack.in_object() { ", }" } else { ", ]" };
                Fault::expected(self.blank(at), expected)
            }
            None => Fault::new(Code::CutOff, scan.start..scan.start),
        };
        Fault { at: self.text.len(), ..fault }
    }
}
