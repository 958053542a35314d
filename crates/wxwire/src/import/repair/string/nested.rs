//! JSON that was put between quotes as it stood: `"{"a":"b"}"`.
//!
//! It is certain where what stands between the quotes is whole JSON with quotes in it, and JSON goes on behind: then the quotes
//! inside are the inner JSON's, and no other reading takes all of them. With a backslash inside, nobody knows whose it is.

use super::{Role, Scan};
use crate::import::repair::characters::closes;
use crate::import::repair::edit::Mark;
use crate::import::repair::fault::Fault;
use crate::import::repair::near::length;
use crate::import::repair::origin::Origin;
use crate::import::repair::reading::Reading;
use crate::import::report::Fix;
use crate::layer::json::Tree;

impl Reading<'_> {
    /// The end of the JSON that a string is.
    pub(super) fn nested(&mut self, scan: &Scan) -> Option<usize> {
        let from = scan.text();
        let rest = self.text.get(from..)?;
        if scan.role == Role::Key || scan.open != '"' || self.origin == Origin::Script || !rest.starts_with(['{', '['])
        {
            return None;
        }
        let (length, read) = length(rest.get(..self.nested).unwrap_or(rest));
        self.nested = self.nested.saturating_sub(read);
        let end = from + length?;
        let inner = self.text.get(from..end)?;
        let quote = self.char_at(end).filter(|char| closes(scan.open, *char))?;
        let is_json = inner.contains('"') && !inner.contains('\\') && Tree::parse(inner).is_ok();
        let next = self.blank(end + quote.len_utf8());
        (is_json && self.is_structure(next)).then_some(end)
    }

    pub(super) fn json_in_string(&mut self, scan: &Scan, end: usize) -> Result<(), Fault> {
        while self.state.at < end {
            self.plain(scan.open);
            match self.peek().filter(|_| self.state.at < end) {
                Some('"') => {
                    self.edit(self.state.at..self.state.at + 1, "\\\"", Mark::Fix(Fix::BareQuote));
                    self.state.at += 1;
                }
                Some(char @ '\0'..' ') => self.control_character(char),
                _ => break,
            }
        }
        self.closed(&Scan { bare: 2, ..*scan })
    }
}
