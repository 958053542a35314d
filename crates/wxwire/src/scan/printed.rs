//! Objects as Python's `print` and JavaScript's `console.log` write them, read as JSON, and those of Ruby, Perl, Elixir and Rust;
//! `php.rs` has what is PHP's own.
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

/// Where the head of a print begins, and how its reading ended.
pub(super) type Read<'t> = (usize, Reader<'t>, Result<(), Stopped>);

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

pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) json: String,
    /// Marks of either language.
    python: usize,
    javascript: usize,
    /// Another language, of which something stood here that only it has.
    pub(super) other: Option<Form>,
    left: Vec<String>,
    /// A key was read, and not yet what is between it and its value.
    is_at_key: bool,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Self { text, at, json: String::new(), python: 0, javascript: 0, other: None, left: vec![], is_at_key: false }
    }

    pub(super) fn finish(self) -> Print {
        let manner = match (self.python, self.javascript) {
            _ if self.other.is_some() => self.other,
            (0, 0) => None,
            (python, javascript) if python >= javascript => Some(Form::Python),
            _ => Some(Form::JavaScript),
        };
        Print { json: self.json, end: self.at, manner, left: self.left }
    }

    pub(super) fn value(&mut self, depth: usize) -> Result<(), Stopped> {
        if depth > MAX_DEPTH {
            return Err(Stopped::Here);
        }
        match self.peek()? {
            '{' => self.members(depth),
            '[' if self.other == Some(Form::Php) => self.rows(']', depth),
            '(' if self.other == Some(Form::Php) => {
                let cast = self.text[self.at..].strip_prefix("(object) ").ok_or(Stopped::Here)?;
                self.at = self.text.len() - cast.len();
                self.word(depth)
            }
            // A map within one of Elixir's.
            '%' if self.other == Some(Form::Ruby) => {
                self.at += 1;
                match self.peek()? {
                    '{' => self.members(depth),
                    _ => Err(Stopped::Here),
                }
            }
            // A symbol of Ruby's.
            ':' if self.other == Some(Form::Ruby) => self.symbol(),
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
            // A variable of PHP's is code.
            '$' if self.other == Some(Form::Php) => Err(Stopped::Here),
            char if char.is_alphabetic() || char == '_' || char == '$' => self.word(depth),
            _ => Err(Stopped::Here),
        }
    }

    fn space(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_ascii_start().len();
    }

    /// The next character that is no white space.
    pub(super) fn peek(&mut self) -> Result<char, Stopped> {
        self.space();
        self.text[self.at..].chars().next().ok_or(Stopped::AtEnd)
    }
}
