//! Objects as Python's `print` and JavaScript's `console.log` write them, read as JSON.
//!
//! Their grammar has no doubts: every text has its quotes. What a print left out stands as the text that stands for it, and is
//! told; anything else ends the reading.

mod broken_off;
mod container;
mod left;
mod token;

use super::Form;
use super::string::Of;
use crate::layer::MAX_DEPTH;

pub(super) use broken_off::begun;

/// Something printed, as JSON.
#[derive(Debug)]
pub(super) struct Print {
    pub(super) json: String,
    pub(super) end: usize,
    /// Whose manner it is, where that can be told.
    pub(super) manner: Option<Form>,
    /// What was left out, as it stands.
    pub(super) left: Vec<String>,
}

/// Why the reading ended.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Stopped {
    /// The text ends before the value does.
    AtEnd,
    /// It is no print.
    Here,
}

/// The most parts that were left out that are told.
const MAX_LEFT: usize = 100;

/// The longest word, call or mark.
const MAX_WORD: usize = 400;

/// Reads the value that begins at a place.
pub(super) fn read(text: &str, at: usize) -> Result<Print, Stopped> {
    let mut reader = Reader::new(text, at);
    reader.value(0)?;
    Ok(reader.finish())
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    json: String,
    /// Marks of either language.
    python: usize,
    javascript: usize,
    left: Vec<String>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, at: usize) -> Self {
        Self { text, at, json: String::new(), python: 0, javascript: 0, left: vec![] }
    }

    fn finish(self) -> Print {
        let manner = match (self.python, self.javascript) {
            (0, 0) => None,
            (python, javascript) if python >= javascript => Some(Form::Python),
            _ => Some(Form::JavaScript),
        };
        Print { json: self.json, end: self.at, manner, left: self.left }
    }

    fn value(&mut self, depth: usize) -> Result<(), Stopped> {
        if depth > MAX_DEPTH {
            return Err(Stopped::Here);
        }
        match self.peek()? {
            '{' => self.members(depth),
            '[' => match self.mark() {
                // `[Object: null prototype] {`: what is behind is the value.
                Some(length) if self.text[self.at + length..].trim_ascii_start().starts_with('{') => {
                    self.javascript += 1;
                    self.at += length;
                    self.space();
                    self.members(depth)
                }
                Some(length) => self.opaque(length),
                None => self.items(']', depth),
            },
            '(' => {
                self.python += 1;
                self.items(')', depth)
            }
            // Node prints a text so only where it has both other quotes; with a hole in it, it is code.
            '`' if self.has_hole() => Err(Stopped::Here),
            '"' | '\'' | '`' => self.texts(Of::Text),
            '<' => {
                let length = self.till('>')?;
                self.opaque(length)
            }
            '-' | '0'..='9' | '.' => self.number(),
            char if char.is_alphabetic() || char == '_' || char == '$' => self.word(depth),
            _ => Err(Stopped::Here),
        }
    }

    fn space(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_ascii_start().len();
    }

    /// The next character that is no white space.
    fn peek(&mut self) -> Result<char, Stopped> {
        self.space();
        self.text[self.at..].chars().next().ok_or(Stopped::AtEnd)
    }
}
