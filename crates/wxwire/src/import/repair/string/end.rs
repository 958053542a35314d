//! Where a string ends, and what makes that doubtful.

use crate::import::repair::characters::is_opener;
use crate::import::repair::choice::{Role, Scan};
use crate::import::repair::edit::Mark;
use crate::import::repair::fault::Fault;
use crate::import::repair::reading::Reading;
use crate::import::repair::state::Expect;
use crate::import::report::Fix;
use crate::problem::Code;

impl Reading<'_> {
    pub(super) fn closed(&mut self, scan: Scan) -> Result<(), Fault> {
        let at = self.state.at;
        let (odd, end) = (scan.bare % 2 == 1, scan.bare_end == at);
        let doubtful = odd && (scan.bare_first || end || scan.line_break);
        let close = self.peek().map_or(0, char::len_utf8);
        let cut = scan.bare > 0 && !self.state.stack.is_empty() && self.blank(at + close) == self.text.len();
        if doubtful || cut || scan.member || scan.bare == 2 && scan.bare_first && end {
            return Err(Fault::new(Code::Ambiguous, scan.start..at + close).last());
        }
        if odd {
            let first = if self.state.odd.0 == 0 { scan.start } else { self.state.odd.1 };
            self.state.odd = (self.state.odd.0 + 1, first);
        }
        if scan.open != '"' {
            self.edit(at..at + close, "\"", Mark::Fix(Fix::Quotes));
        }
        self.state.at += close;
        self.value_ended(true);
        if scan.role == Role::Key {
            self.state.expect = Expect::Colon;
        }
        Ok(())
    }

    /// Sees whether the quote here ends what looks like a key, with a colon and a value behind it, or like the last value
    /// of what the string is in, and no bracket around.
    pub(super) fn look_for_member(&self, scan: &mut Scan) {
        let at = self.state.at;
        scan.brackets.count(self.text, at);
        let colon = self.blank(at + self.peek().map_or(0, char::len_utf8));
        let closer = if self.state.stack.in_object() { '}' } else { ']' };
        if scan.role == Role::Value && self.char_at(colon) == Some(closer) {
            scan.member |= scan.brackets.are_balanced() && !self.state.stack.is_empty();
        }
        let Some(char @ (':' | '：')) = self.char_at(colon) else { return };
        let value = self.text.get(self.blank(colon + char.len_utf8())..).unwrap_or_default();
        let is_value = value
            .starts_with(|char: char| is_opener(char, self.origin) || char.is_ascii_digit() || "-{[".contains(char))
            || ["true", "false", "null"].iter().any(|word| value.starts_with(word));
        scan.member |= is_value && scan.brackets.are_balanced();
    }

    /// A string that nothing ends. Where the text does end as JSON does, a quote before was its end, and what follows
    /// that one is the fault.
    pub(super) fn unclosed(&self, scan: &Scan) -> Fault {
        let ends = self.text.trim_end().ends_with(['}', ']']);
        let fault = match scan.misfit.filter(|_| ends && scan.role == Role::Value) {
            Some(at) => {
                let at = self.blank(at);
                let object = self.state.stack.in_object();
                match self.char_at(at) {
                    Some(comma @ (',' | '，')) => {
                        Fault::expected(self.blank(at + comma.len_utf8()), if object { "\"key\"" } else { "value" })
                    }
                    _ => Fault::expected(at, if object { ", }" } else { ", ]" }),
                }
            }
            None => Fault::new(Code::CutOff, scan.start..scan.start),
        };
        Fault { at: self.text.len(), ..fault }
    }
}
