//! A gateway's document out of what people have: other documents, exports of tools, pages as they were copied.
//!
//! Each source is read into the same [`Learned`]: an OpenAPI 3.1 document as the catalog reads them, and a note for all that
//! was guessed or left out. Pure: nothing that a source refers to is fetched.

mod missing;
mod name;
mod notes;
mod openapi;

pub use crate::document::is_name;
pub use missing::{Missing, missing};
pub(crate) use notes::Notes;

use std::ops::Range;

use crate::lang::Words;
use crate::layer::json::Tree;
use crate::problem::Problem;

/// Learns a gateway from a source, whatever sort it is of. `name` is the gateway's; without it, the source's own or one that
/// is made of its title.
///
/// # Errors
/// The one problem that keeps the source from being read, at its place.
pub fn learn(source: &[u8], name: Option<&str>) -> Result<Learned, Problem> {
    if let Some(name) = name.filter(|name| !is_name(name)) {
        return Err(name::wrong(name));
    }
    let tree = Tree::read(source)?;
    // The one place that tells sources apart: a collection and a page come here, each with a file of its own.
    openapi::openapi(tree.root(), name)
}

/// What a source taught.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Learned {
    /// The name of the gateway.
    pub gateway: String,
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

impl NoteKind {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Guessed => "guessed",
            Self::LeftOut => "left_out",
        }
    }

    /// The name for a person.
    pub fn words(self) -> Words {
        match self {
            Self::Guessed => Words::new("推测", "guessed"),
            Self::LeftOut => Words::new("已略去", "left out"),
        }
    }
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
