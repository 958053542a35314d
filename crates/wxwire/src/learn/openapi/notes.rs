//! What whoever teaches should know, gathered on the way.

use std::ops::Range;

use crate::lang::Words;
use crate::layer::json::Value;
use crate::learn::{Note, NoteKind};

/// Of those that say the same, so many are kept; the rest is counted. What is said seldom is not lost among them.
const MAX_SAME: usize = 100;

/// The most characters of a source that a note repeats.
const SHOWN: usize = 80;

/// Notes, in the order in which they come.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    notes: Vec<Note>,
    /// How many there are of each that say the same, and where the first stands that was not kept.
    same: Vec<(Words, usize, Range<usize>)>,
}

impl Notes {
    /// Something that was taken in as it most likely is meant.
    pub(crate) fn guessed(&mut self, place: Value<'_>, what: &str, words: Words) {
        self.add(NoteKind::Guessed, place, what, words);
    }

    /// Something that was not taken in.
    pub(crate) fn left_out(&mut self, place: Value<'_>, what: &str, words: Words) {
        self.add(NoteKind::LeftOut, place, what, words);
    }

    fn add(&mut self, kind: NoteKind, place: Value<'_>, what: &str, words: Words) {
        let span = place.span();
        let is_known = |note: &Note| note.span == span && note.words == words && note.kind == kind;
        if self.notes.last().is_some_and(is_known) {
            return;
        }
        let at = self.same.iter().position(|(own, ..)| *own == words).unwrap_or(self.same.len());
        if at == self.same.len() {
            self.same.push((words, 0, 0..0));
        }
        let (_, count, further) = &mut self.same[at];
        *count += 1;
        if *count == MAX_SAME + 1 {
            *further = span.clone();
        }
        if *count <= MAX_SAME {
            let mut short: String = what.chars().take(SHOWN).collect();
            if short.len() < what.len() {
                short.push('…');
            }
            self.notes.push(Note { kind, span, what: short, words });
        }
    }

    /// All of them, in the order of the source.
    pub(crate) fn in_order(mut self) -> Vec<Note> {
        for (words, count, span) in self.same.iter().filter(|(_, count, _)| *count > MAX_SAME) {
            let kind = self.notes.iter().find(|note| note.words == *words).map_or(NoteKind::LeftOut, |note| note.kind);
            let what = format!("… +{}", count - MAX_SAME);
            self.notes.push(Note { kind, span: span.clone(), what, words: *words });
        }
        self.notes.sort_by_key(|note| note.span.start);
        self.notes
    }
}
