//! What is told of a reading: what was guessed, and what was left out.

use std::ops::Range;

use super::{MAX_ROWS, Note, NoteKind};
use crate::import::{Dropped, Repair};
use crate::lang::Words;

/// The most notes of one source.
const MAX_NOTES: usize = 10_000;

/// How much of a text is shown.
const SHOWN: usize = 60;

/// The notes of a reading, and how much more it may take in.
#[derive(Debug)]
pub(super) struct Notes {
    notes: Vec<Note>,
    rows: usize,
}

impl Default for Notes {
    fn default() -> Self {
        Self { notes: Vec::new(), rows: MAX_ROWS }
    }
}

impl Notes {
    pub(super) fn guessed(&mut self, span: Range<usize>, what: &str, words: Words) {
        self.push(NoteKind::Guessed, span, what, words);
    }

    pub(super) fn left_out(&mut self, span: Range<usize>, what: &str, words: Words) {
        self.push(NoteKind::LeftOut, span, what, words);
    }

    /// What was mended in a sample, and what was left out of it.
    pub(super) fn mended(&mut self, repairs: &[Repair], dropped: &[Dropped]) {
        for repair in repairs {
            self.guessed(repair.span.clone(), &repair.before, repair.fix.words());
        }
        for one in dropped {
            self.left_out(one.span.clone(), &one.what, one.why.words());
        }
    }

    /// Whether one more row may be taken in; where not, it is said once.
    pub(super) fn row(&mut self, span: Range<usize>, what: &str) -> bool {
        if self.rows == 1 {
            self.left_out(span, what, TOO_MANY);
        }
        self.rows = self.rows.saturating_sub(1);
        self.rows > 0
    }

    /// All of them, in the order of the source.
    pub(super) fn all(self) -> Vec<Note> {
        let mut notes = self.notes;
        crate::order::sort_by_key(&mut notes, |note| (note.span.start, note.span.end));
        notes
    }

    fn push(&mut self, kind: NoteKind, span: Range<usize>, what: &str, words: Words) {
        if self.notes.len() < MAX_NOTES {
            // A secret that begins in what is shown ends in what is looked at.
            let what: String = what.trim().chars().take(10 * SHOWN).collect();
            let mut short: String = crate::secret::masked(&what).chars().take(SHOWN).collect();
            if what.chars().nth(SHOWN).is_some() {
                short.push('…');
            }
            self.notes.push(Note { kind, span, what: short, words });
        }
    }
}

const TOO_MANY: Words = Words::new("字段太多，从这里起不再读取", "too many fields; from here on none is read");
