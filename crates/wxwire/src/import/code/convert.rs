//! `ConvertTo-Json`: a value that is piped into it, or that stands behind it, is its JSON.

use super::reader::Reader;
use super::{Expr, json};

const NAME: &str = "ConvertTo-Json";

impl Reader<'_> {
    /// `… | ConvertTo-Json -Depth 5`: what the pipe makes of a value, where that is known.
    pub(super) fn piped(&mut self, value: Expr, start: usize) -> Expr {
        let before = self.at;
        self.blank();
        if !self.takes("|") {
            self.at = before;
            return value;
        }
        self.space();
        if !self.takes(NAME) {
            self.at = before;
            return value;
        }
        self.options();
        self.encoded(&value, start)
    }

    /// `ConvertTo-Json -InputObject $body -Depth 5`, where it stands first.
    pub(super) fn converted(&mut self) -> Option<Expr> {
        let start = self.at;
        if !self.takes(NAME) {
            return None;
        }
        self.options();
        let value = self.operand();
        self.options();
        Some(self.encoded(&value, start))
    }

    /// Options that say how it is laid out, and how deep.
    fn options(&mut self) {
        loop {
            self.blank();
            let takes_number = self.takes("-Depth");
            if !takes_number && !self.takes("-Compress") && !self.takes("-InputObject") {
                return;
            }
            self.blank();
            if takes_number {
                let rest = self.rest();
                self.step(rest.len() - rest.trim_start_matches(|char: char| char.is_ascii_digit()).len());
            }
        }
    }

    fn encoded(&self, value: &Expr, start: usize) -> Expr {
        match json(value, &Some) {
            Ok(text) => Expr::Text(text),
            Err(_) => Expr::Other(self.since(start)),
        }
    }
}
