//! `ConvertTo-Json`: a value that is piped into it, or that stands behind it, is its JSON.

use super::reader::Reader;
use super::{Expr, json};

const NAME: &str = "ConvertTo-Json";

/// How deep it writes what it is told nothing about.
const DEPTH: usize = 2;

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
        let depth = self.options(DEPTH);
        // A pipe hands on the items of a list one by one.
        match value {
            Expr::List(_, items) if items.len() < 2 => match items.first() {
                Some(one) => self.encoded(one, depth, start),
                None => Expr::Other(self.since(start)),
            },
            value => self.encoded(&value, depth, start),
        }
    }

    /// `ConvertTo-Json -InputObject $body -Depth 5`, where it stands first.
    pub(super) fn converted(&mut self) -> Option<Expr> {
        let start = self.at;
        if !self.takes(NAME) {
            return None;
        }
        let depth = self.options(DEPTH);
        let value = self.operand();
        let depth = self.options(depth);
        Some(self.encoded(&value, depth, start))
    }

    /// Options that say how it is laid out, and how deep; the depth.
    fn options(&mut self, mut depth: usize) -> usize {
        loop {
            self.blank();
            let takes_number = self.takes("-Depth");
            if !takes_number && !self.takes("-Compress") && !self.takes("-InputObject") {
                return depth;
            }
            self.blank();
            if takes_number {
                let rest = self.rest();
                let digits = rest.len() - rest.trim_start_matches(|char: char| char.is_ascii_digit()).len();
                depth = rest[..digits].parse().unwrap_or(0);
                self.step(digits);
            }
        }
    }

    fn encoded(&self, value: &Expr, depth: usize, start: usize) -> Expr {
        match json(value, &Some) {
            Ok(text) if !is_deeper(value, depth) => Expr::Text(text),
            _ => Expr::Other(self.since(start)),
        }
    }
}

/// Whether lists and maps lie in a value deeper than so far: of what does, the name of its type is written.
fn is_deeper(value: &Expr, depth: usize) -> bool {
    let is_inner = |inner: &Expr| match depth.checked_sub(1) {
        Some(depth) => is_deeper(inner, depth),
        None => matches!(inner, Expr::List(..) | Expr::Map(..)),
    };
    match value {
        Expr::List(_, items) => items.iter().any(is_inner),
        Expr::Map(_, members) => members.iter().any(|(_, value)| is_inner(value)),
        _ => false,
    }
}
