//! The text of an XML element: text and CDATA sections, one behind the other.

use std::borrow::Cow;
use std::ops::Range;

use super::{Edit, Seat, escaped};
use crate::layer::escape::{Cursor, TEXT};
use crate::layer::xml::{Child, Element};

/// One piece of an element's text.
#[derive(Clone, Copy)]
pub(crate) struct Part<'t> {
    /// What stands there: text with its references, or the inside of a CDATA section.
    pub(crate) raw: &'t str,
    /// Where it stands; of a CDATA section, where its inside does.
    pub(crate) start: usize,
    pub(crate) cdata: bool,
}

impl<'t> Part<'t> {
    /// What an element holds, if it is text.
    pub(crate) fn of(element: Element<'t>, child: Child<'t>) -> Option<Self> {
        match child {
            Child::Text(raw) => Some(Self { raw, start: element.position(raw), cdata: false }),
            Child::CData(raw) => Some(Self { raw, start: element.position(raw), cdata: true }),
            Child::Element(_) | Child::Other(_) => None,
        }
    }

    /// The pieces of an element's text; one empty piece where there is none.
    pub(crate) fn all(element: Element<'t>) -> Vec<Self> {
        let mut parts: Vec<_> = element.children().filter_map(|child| Self::of(element, child)).collect();
        if parts.is_empty() {
            parts.push(Part { raw: "", start: element.inner_span().start, cdata: false });
        }
        parts
    }

    /// What it reads as.
    pub(crate) fn decode(&self) -> Cow<'t, [u8]> {
        if self.cdata { Cow::Borrowed(self.raw.as_bytes()) } else { TEXT.decode(self.raw) }
    }

    fn length(&self) -> usize {
        self.decode().len()
    }

    fn end(&self) -> usize {
        self.start + self.raw.len()
    }
}

pub(super) fn span(parts: &[Part<'_>]) -> Range<usize> {
    let start = parts.first().map_or(0, |part| part.start);
    start..parts.last().map_or(start, Part::end)
}

/// The place of a byte of the text: in the first part that reaches it.
pub(super) fn outer(parts: &[Part<'_>], at: usize, seat: &mut Seat) -> usize {
    if at < seat.before {
        *seat = Seat::default();
    }
    while let Some(part) = parts.get(seat.part) {
        let length = *seat.length.get_or_insert_with(|| part.length());
        if at <= seat.before + length {
            let within = at - seat.before;
            if part.cdata {
                return part.start + within;
            }
            seat.within = TEXT.advance(part.raw, seat.within, within);
            return part.start + seat.within.raw;
        }
        *seat = Seat { part: seat.part + 1, before: seat.before + length, ..Seat::default() };
    }
    span(parts).end
}

fn raw_place(part: &Part<'_>, at: usize) -> usize {
    if part.cdata { at } else { TEXT.advance(part.raw, Cursor::default(), at).raw }
}

/// A change of the text: inside one part, it is one of that part; across several, the first takes what is new.
pub(crate) fn outward(parts: &[Part<'_>], content: &[u8], edit: &Edit) -> Option<Edit> {
    let mut before = 0;
    let mut places = parts.iter().map(|part| {
        let start = before;
        before += part.length();
        (part, start..before)
    });
    let (first, held) = places.find(|(_, held)| edit.range.start <= held.end)?;
    let inside = edit.range.start - held.start..edit.range.end.min(held.end) - held.start;
    let local = Edit { range: inside, new: edit.new.clone() };
    let own = within(first, &content[held.clone()], &local)?;
    if edit.range.end <= held.end {
        return Some(own);
    }
    let (last, behind) = places.find(|(_, held)| edit.range.end <= held.end)?;
    // The change goes beyond the first part's end, so that nothing of it is left behind the change.
    let mut new = own.new;
    if first.cdata {
        new.extend_from_slice(b"]]>");
    }
    let end = last.start + raw_place(last, edit.range.end - behind.start);
    if last.cdata {
        new.extend_from_slice(b"<![CDATA[");
    }
    Some(Edit { range: own.range.start..end, new })
}

fn within(part: &Part<'_>, content: &[u8], edit: &Edit) -> Option<Edit> {
    let own = if part.cdata { section(part.raw, edit)? } else { escaped(&TEXT, part.raw, content, edit)? };
    Some(Edit { range: own.range.start + part.start..own.range.end + part.start, new: own.new })
}

/// A carriage return between two sections: inside of one, a reader makes a line feed of it.
const RETURN: &str = "]]>&#13;<![CDATA[";

/// A change inside a CDATA section, which is ended and begun anew inside every `]]>`.
fn section(raw: &str, edit: &Edit) -> Option<Edit> {
    let new = std::str::from_utf8(&edit.new).ok()?;
    if new.contains(|char: char| char < ' ' && !matches!(char, '\t' | '\n' | '\r')) {
        return None;
    }
    let after = String::from_utf8(edit.apply(raw.as_bytes())).ok()?;
    if after.contains("]]>") {
        return Some(Edit {
            range: 0..raw.len(),
            new: after.replace("]]>", "]]]]><![CDATA[>").replace('\r', RETURN).into_bytes(),
        });
    }
    Some(Edit { range: edit.range.clone(), new: new.replace('\r', RETURN).into_bytes() })
}
