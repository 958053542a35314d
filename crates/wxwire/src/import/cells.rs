//! A body between quotes that are doubled inside: in a cell of CSV, a scalar of YAML, a text of SQL.

use std::ops::Range;

use super::escaped::whole;
use super::found::{Form, Found};
use super::operation::is_values;
use super::repair::Origin;
use super::report::Fix;
use super::text::Text;
use crate::layer::escape::{Escaping, doubled};

/// So many of a table are looked at to find the values of a call.
const MAX_CELLS: usize = 1000;

/// What stands so.
pub(super) struct Cell {
    how: &'static Escaping,
    pub(super) place: Range<usize>,
}

impl Cell {
    /// From the bracket at a place on.
    fn at(source: &str, start: usize) -> Option<Self> {
        let inner = source.get(start + 1..)?.trim_start_matches(['{', ' ', '\n', '\r']);
        let (how, end) = match doubled::is_quote(inner) {
            true => (&doubled::CELL, doubled::end(source, start).unwrap_or(source.len())),
            false => (&doubled::SINGLE, doubled::in_single(source, start)?),
        };
        Some(Self { how, place: start..end })
    }

    /// The one at a place that was found before.
    fn of(source: &str, place: Range<usize>) -> Option<Self> {
        let inner = source.get(place.start + 1..)?.trim_start_matches(['{', ' ', '\n', '\r']);
        let how = if doubled::is_quote(inner) { &doubled::CELL } else { &doubled::SINGLE };
        Some(Self { how, place })
    }

    /// The cell that begins at a place; of several in a table, the first that surely holds the values of a call.
    pub(super) fn find(text: &Text, start: usize) -> Option<Self> {
        let source = text.as_str();
        let first = Self::at(source, start)?;
        let mut at = start;
        for _ in 0..MAX_CELLS {
            let Some(cell) = Self::at(source, at) else { break };
            let (inner, _) = text.slice(cell.place.clone()).unescaped(cell.how);
            if is_values(inner.as_str()) {
                return Some(cell);
            }
            let end = cell.place.end;
            let Some(next) = source[end..].find(['{', '[']) else { break };
            at = end + next;
        }
        Some(first)
    }
}

/// The body of the cell at a place of a table, and nothing else.
pub(super) fn read(text: &Text, place: Range<usize>) -> Found {
    let mut found = Found::new(Form::Json);
    if let Some(cell) = Cell::of(text.as_str(), place) {
        let body = whole(&text.slice(cell.place), cell.how, Fix::Doubled, &mut found.repairs);
        found.body = Some((body, Origin::Body));
    }
    found
}
