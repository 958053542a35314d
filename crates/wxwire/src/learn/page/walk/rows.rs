//! Rows and samples: into the call that they stand below.

use super::{NO_CALL, Walk};
use crate::import::Text;
use crate::lang::Words;
use crate::learn::field::Place;
use crate::learn::page::block::Block;
use crate::learn::page::columns::{self, Column};
use crate::learn::page::flat::Flat;
use crate::learn::page::gather::METHODS;
use crate::learn::page::heading::{self, Heading, Side};
use crate::learn::page::row;

impl Walk<'_, '_> {
    pub(super) fn row(&mut self, cells: &[Text]) {
        if self.said_in_row(cells) {
            return;
        }
        if let Some(columns) = columns::of_row(cells) {
            // A table without a heading tells by its columns of which side it is.
            if !self.is_fields() && columns.contains(&Column::Required) {
                self.section = Heading::Fields(Side::Request, None);
            }
            self.columns = Some(columns);
            return;
        }
        // A table of something else: of codes, of states.
        let heads = cells.iter().filter(|cell| columns::head(cell.as_str().trim()).is_some()).count();
        if heads > 0 && cells.iter().all(|cell| !cell.as_str().trim().is_ascii()) {
            self.columns = Some(vec![]);
        }
        let Heading::Fields(side, place) = self.section else {
            return self.left_row(cells);
        };
        let usual = [Column::Name, Column::Required, Column::Type, Column::Help];
        let columns = self.columns.clone().unwrap_or_else(|| usual.to_vec());
        match row::of_cells(cells, &columns) {
            Some(flat) => {
                if let Some(draft) = self.drafts.last_mut() {
                    draft.has_marks |= columns.contains(&Column::Required) && side == Side::Request;
                }
                self.flat(flat, side, place);
            }
            None => self.left_row(cells),
        }
    }

    /// A row that says a heading and what belongs to it: `|请求方式|POST|`.
    fn said_in_row(&mut self, cells: &[Text]) -> bool {
        let [name, value] = cells else { return false };
        let heading = heading::read(name.as_str().trim()).filter(|one| {
            matches!(one, Heading::Url | Heading::Method | Heading::Title) && columns::of_row(cells).is_none()
        });
        let value = value.trim();
        let is_said = |heading: &Heading| match heading {
            Heading::Url => value.as_str().contains('/') && !value.as_str().contains(' '),
            Heading::Method => METHODS.iter().any(|method| value.as_str().to_ascii_uppercase().contains(method)),
            _ => !value.as_str().is_empty(),
        };
        let Some(heading) = heading.filter(is_said) else { return false };
        let before = self.section;
        self.heading(heading, name, self.at, "");
        let is_said = self.said(&value);
        self.section = if is_said { Heading::Other } else { before };
        is_said
    }

    pub(super) fn left_row(&mut self, cells: &[Text]) {
        let words = cells.iter().map(|cell| cell.as_str().trim()).collect::<Vec<_>>().join(" ");
        let place = Block::Row(cells.to_vec()).place();
        match &mut self.left {
            Some((span, _)) => span.end = place.end.max(span.end),
            None => self.left = Some((place, words)),
        }
    }

    pub(super) fn flat(&mut self, mut flat: Flat, side: Side, place: Option<Place>) {
        flat.place = flat.place.or(place);
        if self.columns.as_ref().is_some_and(|columns| columns.contains(&Column::Required)) && side == Side::Request {
            self.drafts.iter_mut().last().into_iter().for_each(|draft| draft.has_marks = true);
        }
        match self.drafts.last_mut().filter(|_| !self.is_failure || side == Side::Request) {
            Some(draft) => draft.row(flat, side),
            None => self.notes.left_out(flat.span, &flat.name, self.unread()),
        }
    }

    pub(super) fn line_row(&mut self, text: &Text, columns: &[Column], side: Side, place: Option<Place>) {
        match self.drafts.last_mut().filter(|_| !self.is_failure || side == Side::Request) {
            Some(draft) => {
                draft.has_marks |= columns.contains(&Column::Required) && side == Side::Request;
                draft.line(text, columns, side, place);
            }
            None => self.notes.left_out(text.trim().place(), text.as_str(), self.unread()),
        }
    }

    /// Why a row is of no use.
    fn unread(&self) -> Words {
        if self.drafts.is_empty() { NO_CALL } else { FAILURE }
    }

    pub(super) fn code(&mut self, code: &Text) {
        let (side, title, is_failure) = (self.side(), std::mem::take(&mut self.sample), self.is_failure);
        match self.drafts.last_mut() {
            Some(draft) => draft.sample(code, side, &title, is_failure, self.notes),
            None => self.notes.left_out(code.trim().place(), code.as_str().trim(), NO_CALL),
        }
    }
}

const FAILURE: Words =
    Words::new("失败时的回复；只取成功时的字段", "of a failed reply: only the fields of a success are taken");
