//! What whoever teaches should know, gathered on the way.

use crate::lang::Words;
use crate::layer::json::Value;
use crate::learn::{Note, NoteKind};

/// More notes than these are not kept.
const MAX_NOTES: usize = 1000;

/// The most characters of a source that a note repeats.
const SHOWN: usize = 80;

/// Notes, in the order in which they come.
#[derive(Debug, Default)]
pub(crate) struct Notes(Vec<Note>);

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
        if self.0.len() < MAX_NOTES && !self.0.last().is_some_and(is_known) {
            let mut short: String = what.chars().take(SHOWN).collect();
            if short.len() < what.len() {
                short.push('…');
            }
            self.0.push(Note { kind, span, what: short, words });
        }
    }

    /// All of them, in the order of the source.
    pub(crate) fn in_order(mut self) -> Vec<Note> {
        self.0.sort_by_key(|note| note.span.start);
        self.0
    }
}
