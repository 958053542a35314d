//! A text taken out of another one, with the way back to the bytes it came from.

use std::ops::Range;

use crate::layer::escape::Escaping;

/// A text, and where each part of it stands in the source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    text: String,
    pieces: Vec<Piece>,
    /// The end of the last piece in the source.
    end: usize,
}

/// A part that stands in the source as it is, or a character that an escape there stands for.
#[derive(Clone, Copy, Debug)]
struct Piece {
    at: usize,
    source: usize,
    end: usize,
    /// It is code, or the name of a variable: what would stand there when it runs is not known.
    code: bool,
}

impl Text {
    /// The whole source.
    pub(crate) fn whole(source: &str) -> Self {
        let all = Piece { at: 0, source: 0, end: source.len(), code: false };
        Self { text: source.to_owned(), pieces: vec![all], end: source.len() }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// Where a byte of it stands in the source.
    pub(crate) fn source(&self, at: usize) -> usize {
        match self.piece(at) {
            Some(piece) if at < self.text.len() => (piece.source + at - piece.at).min(piece.end),
            _ => self.end,
        }
    }

    /// Where some bytes of it stand in the source.
    pub(crate) fn span(&self, range: Range<usize>) -> Range<usize> {
        let start = self.source(range.start);
        let end = match range.end.checked_sub(1).filter(|last| *last >= range.start).and_then(|last| self.piece(last)) {
            // The end of its last byte: the next one may stand elsewhere.
            Some(piece) => {
                (piece.source + range.end - piece.at).min(piece.end).max(self.whole_escape(piece, range.end))
            }
            None => start,
        };
        start..end.max(start)
    }

    /// The end of a piece, if the place in the text is its end.
    fn whole_escape(&self, piece: Piece, at: usize) -> usize {
        let next = self.pieces.partition_point(|other| other.at <= piece.at);
        let end = self.pieces.get(next).map_or(self.text.len(), |next| next.at);
        if at >= end { piece.end } else { 0 }
    }

    fn piece(&self, at: usize) -> Option<Piece> {
        let next = self.pieces.partition_point(|piece| piece.at <= at);
        self.pieces.get(next.checked_sub(1)?).copied()
    }

    /// What of it stands in the source, without signs that were put around it here.
    pub(crate) fn as_written(&self) -> String {
        let end = |index: usize| self.pieces.get(index).map_or(self.text.len(), |next| next.at);
        let is_there = |piece: &Piece| piece.source < piece.end;
        let pieces = self.pieces.iter().enumerate().filter(|(_, piece)| is_there(piece));
        pieces.map(|(index, piece)| &self.text[piece.at..end(index + 1)]).collect()
    }

    /// The place of the whole in the source.
    pub(crate) fn place(&self) -> Range<usize> {
        self.span(0..self.len())
    }

    /// A part of it.
    pub(crate) fn slice(&self, range: Range<usize>) -> Self {
        let mut part = Self { end: self.source(range.start), ..Self::default() };
        part.push(self, range);
        part
    }

    /// The same without white space at its ends.
    pub(crate) fn trim(&self) -> Self {
        let trimmed = self.text.trim();
        let start = self.text.len() - self.text.trim_start().len();
        self.slice(start..start + trimmed.len())
    }

    /// Adds a part of another text of the same source.
    pub(crate) fn push(&mut self, other: &Self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let first = other.pieces.partition_point(|piece| piece.at <= range.start).saturating_sub(1);
        // Nearly every part is one piece, and programs have as many parts as signs.
        if self.pieces.is_empty() {
            self.pieces.reserve_exact(1);
        }
        for (at, piece) in other.pieces.iter().enumerate().skip(first).take_while(|(_, piece)| piece.at < range.end) {
            let start = piece.at.max(range.start);
            let end = other.pieces.get(at + 1).map_or(other.text.len(), |next| next.at).min(range.end);
            let span = other.span(start..end);
            let at = self.text.len() + start - range.start;
            self.pieces.push(Piece { at, source: span.start, end: span.end, code: piece.code });
            self.end = span.end;
        }
        self.text.push_str(&other.text[range]);
    }

    /// Adds a character that some bytes of another text stand for.
    pub(crate) fn push_char(&mut self, char: char, other: &Self, range: Range<usize>) {
        let span = other.span(range);
        self.pieces.push(Piece { at: self.text.len(), source: span.start, end: span.end, code: false });
        self.end = span.end;
        self.text.push(char);
    }

    /// A word that stands for what is at the place of another text.
    pub(crate) fn in_place_of(word: &str, other: &Self) -> Self {
        let mut out = Self::default();
        word.chars().for_each(|char| out.push_char(char, other, 0..other.len()));
        out
    }

    /// Adds a part of another text that is code there.
    pub(crate) fn push_code(&mut self, other: &Self, range: Range<usize>) {
        let first = self.pieces.len();
        self.push(other, range);
        self.pieces[first..].iter_mut().for_each(|piece| piece.code = true);
    }

    /// The same, with all of it code from a place on.
    pub(crate) fn code_from(&self, at: usize) -> Self {
        let mut out = self.slice(0..at);
        out.push_code(self, at..self.len());
        out
    }

    /// All code in it.
    pub(crate) fn code(&self) -> Vec<Self> {
        self.code_places().into_iter().map(|range| self.slice(range)).collect()
    }

    /// The text with the values of code in it, where these are known.
    pub(crate) fn filled(&self, known: &dyn Fn(&str) -> Option<Self>) -> Self {
        let (mut out, mut at) = (self.slice(0..0), 0);
        for place in self.code_places() {
            out.push(self, at..place.start);
            at = place.end;
            match known(&self.text[place.clone()]) {
                Some(value) => out.push(&value, 0..value.len()),
                None => out.push(self, place),
            }
        }
        out.push(self, at..self.len());
        out
    }

    /// Where code stands in it.
    fn code_places(&self) -> Vec<Range<usize>> {
        let end = |index: usize| self.pieces.get(index).map_or(self.text.len(), |next| next.at);
        let mut found: Vec<Range<usize>> = Vec::new();
        for (index, piece) in self.pieces.iter().enumerate().filter(|(_, piece)| piece.code) {
            let own = &self.text[piece.at..end(index + 1)];
            match found.last_mut().filter(|last| last.end == piece.at && !is_another(&self.text[(*last).clone()], own))
            {
                Some(last) => last.end = end(index + 1),
                None => found.push(piece.at..end(index + 1)),
            }
        }
        found
    }

    /// Whether there is code in it.
    pub(crate) fn has_code(&self) -> bool {
        self.pieces.iter().any(|piece| piece.code)
    }

    /// Code where a text should be: `${…}`.
    pub(crate) fn as_variable(&self) -> Self {
        self.as_hole("${")
    }

    /// The same, behind what opens it.
    pub(crate) fn as_hole(&self, open: &str) -> Self {
        let mut out = self.slice(0..0);
        open.chars().for_each(|char| out.push_char(char, self, 0..0));
        out.push(self, 0..self.len());
        out.push_char('}', self, self.len()..self.len());
        out.pieces.iter_mut().for_each(|piece| piece.code = true);
        out
    }

    /// The text with its escapes resolved, and how many there were.
    pub(crate) fn unescaped(&self, how: &Escaping) -> (Self, usize) {
        let (mut out, mut at, mut count) = (Self { end: self.source(0), ..Self::default() }, 0, 0);
        while let Some((escape, char)) = how.next(&self.text, at) {
            out.push(self, at..escape.start);
            out.push_char(char, self, escape.clone());
            (at, count) = (escape.end, count + 1);
        }
        out.push(self, at..self.len());
        (out, count)
    }
}

/// Whether code that stands right behind other code is another variable: `${a}${b}`, `$a$b`.
fn is_another(before: &str, own: &str) -> bool {
    let is_closed = before.ends_with(['}', ')']) && own.starts_with(['$', '{', '#', '\\', '+']);
    let is_name = before.starts_with('$') && before.ends_with(|char: char| char.is_alphanumeric() || char == '_');
    is_closed || is_name && !before.contains(['{', '(']) && own.starts_with('$')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layer::escape::TEXT;

    #[test]
    fn knows_where_it_came_from() {
        let (text, count) = Text::whole("a &amp;quot;b&amp;quot; c").unescaped(&TEXT);
        assert_eq!((text.as_str(), count), ("a &quot;b&quot; c", 2));
        let (text, _) = text.unescaped(&TEXT);
        assert_eq!(text.as_str(), "a \"b\" c");
        assert_eq!(text.span(2..3), 2..12);
        assert_eq!(text.span(3..4), 12..13);
        let part = text.slice(3..7);
        assert_eq!((part.as_str(), part.place()), ("b\" c", 12..25));
        assert_eq!(part.slice(2..4).place(), 23..25);
    }
}
