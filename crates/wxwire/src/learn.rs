//! A gateway's document out of what people have: other documents, exports of tools, pages as they were copied.
//!
//! Each source is read into the same [`Learned`]: an OpenAPI 3.1 document as the catalog reads them, and a note for all that
//! was guessed or left out. Pure: nothing that a source refers to is fetched.

mod call;
mod field;
mod notes;
mod page;
mod postman;
mod sample;
mod schema;
mod types;
mod write;

pub use page::page;
pub use postman::postman;

use std::ops::Range;

use crate::lang::Words;

/// The most bytes of a source.
const MAX_BYTES: usize = 4 << 20;

/// The most fields of a source.
const MAX_ROWS: usize = 5000;

/// The most calls of a source.
const MAX_CALLS: usize = 500;

/// How deep fields may stand in one another.
const MAX_DEPTH: usize = 32;

/// What a source taught.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Learned {
    /// The document, OpenAPI 3.1 as JSON.
    pub document: String,
    /// What was guessed and what was left out, in the order of the source.
    pub notes: Vec<Note>,
}

/// Something that whoever teaches should know.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Note {
    /// Whether it was guessed, or left out.
    pub kind: NoteKind,
    /// Where in the source, in bytes.
    pub span: Range<usize>,
    /// What stands there, cut short.
    pub what: String,
    /// Why.
    pub words: Words,
}

/// What became of something in a source.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum NoteKind {
    /// It was taken in, as it most likely is meant.
    Guessed,
    /// It was not taken in.
    LeftOut,
}
