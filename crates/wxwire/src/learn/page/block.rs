//! What a page is made of, once its form is off: lines, rows of tables, and code.

use crate::import::Text;

/// A part of a page.
#[derive(Debug)]
pub(super) enum Block {
    /// A line, as it stands; its white space in front tells how deep it is.
    Line(Text, Mark),
    /// A row of a table, cell by cell.
    Row(Vec<Text>),
    /// Code that stands apart, or what reads as such.
    Code(Text),
}

/// What the page makes of a line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Mark {
    Plain,
    Heading,
    Bullet,
}

impl Block {
    /// The text of a line, trimmed.
    pub(super) fn line(&self) -> Option<&str> {
        match self {
            Self::Line(text, _) => Some(text.as_str().trim()),
            _ => None,
        }
    }

    /// Where it stands in the source.
    pub(super) fn place(&self) -> std::ops::Range<usize> {
        match self {
            Self::Line(text, _) | Self::Code(text) => text.trim().place(),
            Self::Row(cells) => {
                let start = cells.first().map_or(0, |cell| cell.place().start);
                start..cells.last().map_or(start, |cell| cell.place().end).max(start)
            }
        }
    }
}
