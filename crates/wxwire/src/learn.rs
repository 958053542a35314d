//! A gateway's document out of what people have: other documents, exports of tools, pages as they were copied.
//!
//! Each source is read into the same [`Learned`]: an OpenAPI 3.1 document as the catalog reads them, and a note for all that
//! was guessed or left out. Pure: nothing that a source refers to is fetched.

mod apifox;
mod call;
mod field;
mod missing;
mod name;
mod notes;
mod openapi;
mod page;
mod postman;
mod sample;
mod schema;
mod types;
mod write;

pub use crate::document::is_name;
pub use apifox::apifox;
pub use missing::{Missing, missing};
pub use page::page;
pub use postman::postman;

use std::ops::Range;

use crate::lang::Words;
use crate::layer::json::{Kind, Tree};
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
    let text = std::str::from_utf8(source).unwrap_or_default();
    // The one place that tells sources apart.
    let tree = Tree::read(source);
    let made = match &tree {
        Ok(tree) if apifox::is_project(tree.root()) => apifox(text)?,
        Ok(tree) if tree.root().get("item").is_some() => postman(text)?,
        Ok(tree) if tree.root().kind() == Kind::Object => return openapi::openapi(tree.root(), name),
        Err(problem) if text.trim_start().starts_with(['{', '[']) || text.is_empty() => return Err(problem.clone()),
        _ => page(text)?,
    };
    // Such a document is one of another author's: how its replies tell success is not in it.
    let document = Tree::parse(&made.document)?;
    let learned = openapi::openapi(document.root(), name)?;
    let more = learned.notes.into_iter().map(|note| Note { span: 0..0, ..note });
    Ok(Learned { notes: made.notes.into_iter().chain(more).collect(), ..learned })
}

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
