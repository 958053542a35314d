//! How a content stands in the bytes around it, and how a change of the one becomes a change of the other.

mod parts;

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;

pub(crate) use parts::{Part, outward as parts_outward};

use super::change::Edit;
use super::charset::Charset;
use super::chunks::Chunks;
use super::escape::{Cursor, Escaping};
use super::hex::Spelling;
use super::lines::Lines;
use super::packed::{Packing, pack};
use super::{base64, der, protobuf};

/// How a content stands in the bytes around it.
#[derive(Clone)]
pub(crate) enum Form<'t> {
    /// As it is.
    Plain(Range<usize>),
    /// Escaped; the place is that of the first byte.
    Escaped(&'static Escaping, &'t str, usize),
    /// The text of an XML element.
    Parts(Vec<Part<'t>>),
    /// Absent: the end of a tag such as `<name a="b" />`, from behind its attributes on.
    EmptyTag(&'t str, Range<usize>),
    /// Base64; the place is that of the first byte.
    Base64(&'t str, usize),
    /// Base64 that can be of no other alphabet than the one for addresses.
    UrlBase64(&'t str, usize),
    /// Behind its length, as protobuf has it; where the length stands, and where the content.
    Delimited(Range<usize>, Range<usize>),
    /// Behind its length, as DER has it.
    Measured(Range<usize>, Range<usize>),
    /// Hexadecimal; the place is that of the first digit.
    Hex(Spelling, &'t str, usize),
    /// Broken into lines; the place is that of the first.
    Lines(Lines, &'t str, usize),
    /// In chunks, each behind its length.
    Chunked(Chunks),
    /// Text in an encoding; the place is that of the first byte.
    Encoded(Charset, &'t [u8], usize),
    /// Compressed: all of it holds each part.
    Packed(Packing, &'t [u8]),
}

/// The last place that was asked for, from which the next is not far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seat {
    /// Which of several parts, how many bytes of the content come before it, and how many it holds, once counted.
    part: usize,
    before: usize,
    length: Option<usize>,
    within: Cursor,
}

impl Form<'_> {
    /// Where it all stands.
    pub(crate) fn span(&self) -> Range<usize> {
        match self {
            Self::Plain(span) | Self::EmptyTag(_, span) => span.clone(),
            Self::Delimited(_, span) | Self::Measured(_, span) => span.clone(),
            Self::Escaped(_, raw, start) => *start..start + raw.len(),
            Self::Base64(raw, start) | Self::UrlBase64(raw, start) => *start..start + raw.len(),
            Self::Hex(_, raw, start) | Self::Lines(_, raw, start) => *start..start + raw.len(),
            Self::Encoded(_, raw, start) => *start..start + raw.len(),
            Self::Packed(_, raw) => 0..raw.len(),
            Self::Chunked(chunks) => 0..chunks.end,
            Self::Parts(parts) => parts::span(parts),
        }
    }

    /// Where some bytes of the content, which has so many, stand around. Asked in rising order from one seat, it is linear.
    pub(crate) fn outer(&self, span: Range<usize>, length: usize, seat: &Cell<Seat>) -> Range<usize> {
        match self {
            Self::Packed(..) => self.span(),
            _ => self.place(span.start, length, seat)..self.place(span.end, length, seat),
        }
    }

    fn place(&self, at: usize, length: usize, seat: &Cell<Seat>) -> usize {
        match self {
            // No escape is shorter than what it stands for: where nothing got shorter, each byte is where it was.
            Self::Escaped(_, raw, start) if raw.len() == length => start + at,
            Self::Plain(span) | Self::Delimited(_, span) | Self::Measured(_, span) => span.start + at,
            Self::EmptyTag(_, span) => span.start,
            Self::Hex(spelling, raw, start) => start + spelling.source(raw, at),
            Self::Lines(lines, raw, start) => start + lines.source(raw, at),
            Self::Packed(..) => 0,
            Self::Chunked(chunks) => chunks.source(at),
            Self::Encoded(charset, raw, start) => {
                let within = Cell::new(seat.get().within);
                let place = start + charset.source(raw, &within, at);
                seat.set(Seat { within: within.get(), ..seat.get() });
                place
            }
            Self::Escaped(how, raw, start) => {
                let within = how.advance(raw, seat.get().within, at);
                seat.set(Seat { within, ..seat.get() });
                start + within.raw
            }
            Self::Base64(raw, start) | Self::UrlBase64(raw, start) => start + base64::source(raw, at),
            Self::Parts(parts) => {
                let mut last = seat.get();
                let outer = parts::outer(parts, at, &mut last);
                seat.set(last);
                outer
            }
        }
    }

    /// A change of the content as a change of what is around. `content` is the content as it was.
    pub(crate) fn outward(&self, content: &[u8], edit: &Edit) -> Option<Edit> {
        match self {
            Self::Plain(span) => Some(moved(edit, span.start)),
            Self::Escaped(how, raw, start) => escaped(how, raw, content, edit).map(|edit| moved(&edit, *start)),
            Self::Parts(parts) => parts::outward(parts, content, edit),
            Self::EmptyTag(name, span) => {
                let text = super::escape::TEXT.encode(std::str::from_utf8(&edit.new).ok()?, "")?;
                Some(Edit { range: span.clone(), new: format!(">{text}</{name}>").into_bytes() })
            }
            Self::Base64(raw, start) => Some(moved(&base64::outward(raw, content, edit), *start)),
            Self::UrlBase64(raw, start) => Some(moved(&base64::url_outward(raw, content, edit), *start)),
            Self::Delimited(length, span) => {
                Some(measured(length, span, content, edit, |length| protobuf::varint(length as u64)))
            }
            Self::Measured(length, span) => Some(measured(length, span, content, edit, der::written)),
            Self::Hex(spelling, raw, start) => Some(moved(&spelling.outward(raw, content, edit), *start)),
            Self::Lines(lines, raw, start) => Some(moved(&lines.outward(raw, content, edit), *start)),
            Self::Encoded(charset, raw, start) => Some(moved(&charset.outward(raw, edit)?, *start)),
            Self::Chunked(chunks) => Some(chunks.outward(content, edit)),
            Self::Packed(packing, raw) => {
                Some(Edit { range: 0..raw.len(), new: pack(packing, raw, &edit.apply(content))? })
            }
        }
    }
}

/// A change of what stands behind its length, which may change with it.
fn measured(
    length: &Range<usize>,
    span: &Range<usize>,
    content: &[u8],
    edit: &Edit,
    written: impl Fn(usize) -> Vec<u8>,
) -> Edit {
    let moved = moved(edit, span.start);
    let new_length = content.len() - edit.range.len() + edit.new.len();
    if new_length == content.len() {
        return moved;
    }
    let new = [&written(new_length), &content[..edit.range.start], &edit.new[..]].concat();
    Edit { range: length.start..moved.range.end, new }
}

fn moved(edit: &Edit, by: usize) -> Edit {
    Edit { range: edit.range.start + by..edit.range.end + by, new: edit.new.clone() }
}

/// A change of an escaped text; what stands beside the change stays as it was escaped.
pub(crate) fn escaped(how: &Escaping, raw: &str, content: &[u8], edit: &Edit) -> Option<Edit> {
    let start = how.advance(raw, Cursor::default(), edit.range.start);
    let end = how.advance(raw, start, edit.range.end);
    let new = how.encode_bytes(&edit.new, raw)?;
    let small = Edit { range: start.raw..end.raw, new: new.into_bytes() };
    // What is new and what stands beside it could make another escape together. Then the whole is written anew.
    let expected = edit.apply(content);
    let after = String::from_utf8(small.apply(raw.as_bytes())).ok()?;
    match how.decode(&after) {
        Cow::Borrowed(read) if read == expected && !breaks_cdata(raw, &after) => Some(small),
        Cow::Owned(read) if read == expected && !breaks_cdata(raw, &after) => Some(small),
        _ => {
            let whole = how.encode_bytes(&expected, raw)?;
            Some(Edit { range: 0..raw.len(), new: whole.into_bytes() })
        }
    }
}

/// `]]>` may not stand in XML's text. Elsewhere it does no harm to write the whole anew.
fn breaks_cdata(before: &str, after: &str) -> bool {
    after.contains("]]>") && !before.contains("]]>")
}
