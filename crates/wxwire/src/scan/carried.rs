//! A text as a tool wrote it down: in a terminal's colours, with the lines of several programs in turn, in records, in
//! the rows of a dump, as rows of bytes, for mail.
//!
//! Each is taken off only where all of the text is such, so that it can be nothing else. What a payload over lines with one and
//! the same beginning is, [`prefixed`](super::prefixed) tells without this.

mod colours;
mod compose;
mod copy;
mod lines;
mod mail;
mod records;
mod rows;

use std::ops::Range;

use super::Form;

/// So many may be one in the other, as colours in the lines of a program; each but once, for its signs may be in what it carries.
pub(crate) const MAX_CARRIED: usize = 3;

/// What a tool wrote down.
pub(crate) struct Carried {
    /// How it stands there.
    pub(crate) form: Form,
    /// It.
    pub(crate) bytes: Vec<u8>,
    parts: Vec<Part>,
}

/// A part of it, and the bytes of the source that it stands as, or that stand for it.
struct Part {
    at: usize,
    source: Range<usize>,
    stands: Stands,
}

/// How a part stands in the source.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    AsItIs,
    Spelt,
    /// As a variable of the tool's, whose value nobody knows.
    Variable,
}

/// What a text holds that a tool wrote down so; none where it stands there as it is.
pub(crate) fn read(text: &str) -> Option<Carried> {
    let all = [rows::read, lines::read, records::read, copy::read, compose::read, colours::read, mail::read];
    all.into_iter().find_map(|read| read(text))
}

pub(crate) use colours::uncoloured;

impl Carried {
    fn new(form: Form) -> Self {
        Self { form, bytes: Vec::new(), parts: Vec::new() }
    }

    /// Adds a part that stands there as it is.
    fn keep(&mut self, text: &str, source: Range<usize>) {
        self.copy(text, source, Stands::AsItIs);
    }

    /// Adds a variable of the tool's.
    fn leave(&mut self, text: &str, source: Range<usize>) {
        self.copy(text, source, Stands::Variable);
    }

    fn copy(&mut self, text: &str, source: Range<usize>, stands: Stands) {
        if !source.is_empty() {
            self.parts.push(Part { at: self.bytes.len(), source: source.clone(), stands });
            self.bytes.extend_from_slice(&text.as_bytes()[source]);
        }
    }

    /// Adds what some bytes of the source stand for.
    fn put(&mut self, bytes: &[u8], source: Range<usize>) {
        self.parts.push(Part { at: self.bytes.len(), source, stands: Stands::Spelt });
        self.bytes.extend_from_slice(bytes);
    }

    /// It, where it is a text.
    pub(crate) fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    /// Its parts in order: where each stands in it, where in the source, and how.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (Range<usize>, Range<usize>, Stands)> {
        let ends = self.parts.iter().skip(1).map(|part| part.at).chain([self.bytes.len()]);
        self.parts.iter().zip(ends).map(|(part, end)| (part.at..end, part.source.clone(), part.stands))
    }

    /// Where some of its bytes stand in the source.
    pub(crate) fn place(&self, range: Range<usize>) -> Range<usize> {
        let part =
            |at: usize| self.parts.partition_point(|part| part.at <= at).checked_sub(1).map(|at| &self.parts[at]);
        let offset = |part: &Part, at: usize| {
            if part.stands != Stands::Spelt { part.source.start + at - part.at } else { part.source.start }
        };
        let start = part(range.start).map_or(0, |part| offset(part, range.start).min(part.source.end));
        let last = range.end.checked_sub(1).and_then(part);
        let end = last
            .map_or(start, |part| if part.stands != Stands::Spelt { offset(part, range.end) } else { part.source.end });
        start..end.max(start)
    }
}

/// The lines of a text that hold something, each with its place, without what ends it.
fn lines_of(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let place = start..start + line.trim_end_matches(['\n', '\r']).len();
        start += line.len();
        place
    });
    lines.filter(|place| !text[place.clone()].trim().is_empty())
}

/// How many more brackets a line opens than it closes.
fn opened(line: &str) -> isize {
    let (mut open, mut is_quoted, mut is_escaped) = (0, false, false);
    for byte in line.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_quoted => is_escaped = true,
            b'"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            b'{' | b'[' => open += 1,
            b'}' | b']' => open -= 1,
            _ => {}
        }
    }
    open
}

#[cfg(test)]
mod tests;
