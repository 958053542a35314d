//! The tokens of a text, read from outside or from inside a string.

use std::ops::Range;

use crate::import::repair::characters::number_end;

/// A string; the other tokens of one byte are their own kind.
pub(super) const STRING: u8 = b'"';

/// A number or a word.
pub(super) const ATOM: u8 = b'0';

/// A string with a line break or another control character in it, which JSON's have not.
pub(super) const BROKEN: u8 = b'\n';

/// What is none of JSON.
pub(super) const OTHER: u8 = b'?';

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    start: u32,
    end: u32,
    pub(super) kind: u8,
}

impl Token {
    fn new(range: Range<usize>, kind: u8) -> Self {
        Self { start: range.start as u32, end: range.end as u32, kind }
    }

    pub(super) fn start(self) -> usize {
        self.start as usize
    }

    pub(super) fn end(self) -> usize {
        self.end as usize
    }

    pub(super) fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether it is between two quotes.
    pub(super) fn is_quoted(self) -> bool {
        matches!(self.kind, STRING | BROKEN)
    }
}

/// The tokens of a text that begins outside of a string, or inside one.
pub(super) fn tokens(text: &str, inside: bool) -> Vec<Token> {
    let mut tokens = vec![];
    if inside {
        tokens.push(string(text.as_bytes(), 0, 0));
    }
    while let Some(token) = next(text, tokens.last().copied().map_or(0, Token::end)) {
        tokens.push(token);
    }
    tokens
}

/// The first token from a place on, which is outside of strings.
pub(super) fn next(text: &str, from: usize) -> Option<Token> {
    let bytes = text.as_bytes();
    let blank = |byte: &u8| b" \n\t\r".contains(byte);
    let at = from + bytes.get(from..)?.iter().position(|byte| !blank(byte))?;
    Some(match bytes[at] {
        b'"' => string(bytes, at, at + 1),
        byte @ (b':' | b',' | b'{' | b'}' | b'[' | b']') => Token::new(at..at + 1, byte),
        _ => word(text, at),
    })
}

/// A string, from behind its opening quote.
fn string(bytes: &[u8], start: usize, from: usize) -> Token {
    let (mut at, mut kind) = (from, STRING);
    loop {
        match bytes.get(at) {
            None => return Token::new(start..bytes.len(), OTHER),
            Some(b'"') => return Token::new(start..at + 1, kind),
            Some(b'\\') => at = (at + 2).min(bytes.len()),
            Some(byte) => {
                kind = if *byte < b' ' { BROKEN } else { kind };
                at += 1;
            }
        }
    }
}

/// A number or a word of JSON, or what is up to the next sign. An escaped quote is none, as it is none inside a string.
fn word(text: &str, start: usize) -> Token {
    let bytes = text.as_bytes();
    let words = ["true", "false", "null"];
    let word = words.iter().find(|word| bytes[start..].starts_with(word.as_bytes())).map(|word| start + word.len());
    if let Some(end) = word.or_else(|| number_end(text, start)) {
        return Token::new(start..end, ATOM);
    }
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at = (at + 2).min(bytes.len()),
            byte if b" \n\t\r\":,{}[]".contains(byte) => break,
            _ => at += 1,
        }
    }
    Token::new(start..at, OTHER)
}
