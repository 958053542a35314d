//! The palette: one call of nine hundred, found by typing.

use std::ops::Range;

use crate::calls::Index;

/// The most rows that are drawn.
const ROWS: usize = 50;

/// After so many steps, others are drawn.
const STRIDE: usize = 25;

/// What is being looked for.
#[derive(Debug, Default)]
pub(crate) struct Palette {
    pub(crate) text: String,
    /// The calls that were found, by their places in the index.
    pub(crate) found: Vec<usize>,
    /// Which of them is chosen.
    pub(crate) at: usize,
}

impl Palette {
    /// The part of what was found that is drawn: around the one that is chosen, and the same for its neighbours.
    pub(crate) fn shown(&self) -> Range<usize> {
        let last = self.found.len().saturating_sub(ROWS);
        let start = (self.at - self.at % STRIDE).saturating_sub(STRIDE / 2).min(last);
        start..self.found.len().min(start + ROWS)
    }

    /// Goes up or down; from either end to the other.
    pub(crate) fn step(&mut self, down: bool) {
        let count = self.found.len().max(1);
        self.at = (self.at + if down { 1 } else { count - 1 }) % count;
    }

    /// Takes in what was typed.
    pub(crate) fn find(&mut self, text: String, index: Option<&Index>) {
        self.found = index.map(|index| index.find(&text)).unwrap_or_default();
        self.at = 0;
        self.text = text;
    }

    /// Finds anew what was typed; where nothing was, all, and the call that is open is chosen.
    pub(crate) fn begin(&mut self, index: Option<&Index>, open: &str) {
        let text = std::mem::take(&mut self.text);
        self.find(text, index);
        if self.text.is_empty() {
            self.at = index.and_then(|index| index.place(open)).unwrap_or_default();
        }
    }
}
