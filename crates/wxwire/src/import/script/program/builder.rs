//! Texts that grow by calls: Java's and C#'s `StringBuilder`, Go's buffers.

use super::super::known::Content;
use super::Program;
use super::made::{is_empty_text, makes_builder};
use crate::import::code::Expr;
use crate::import::found::Form;
use crate::import::text::Text;

/// Methods that put a text behind it.
const APPENDS: [&str; 3] = ["append", "Append", "WriteString"];

/// Methods that leave it as it is.
const READS: [&str; 8] = ["toString", "ToString", "String", "Bytes", "length", "Length", "Len", "isEmpty"];

/// Types of Go's whose variables are empty where nothing is set.
const DECLARED: [&str; 2] = ["bytes.Buffer", "strings.Builder"];

/// What writes the JSON of values into a buffer, and the method that does.
const ENCODER: &str = "json.NewEncoder";
const ENCODES: &str = "Encode";

impl Program<'_> {
    /// Goes on behind what makes a text that grows, which a name is set to; the value begins at a place.
    pub(super) fn makes_text(&mut self, name: &str, value: &Expr, [start, from, end]: [usize; 3]) -> bool {
        let at = self.reader.at;
        let whole = value.place().as_str();
        let text = if self.draft.language.form == Form::Go && is_empty_text(whole) {
            Some(value.place().slice(0..0))
        } else if makes_builder(value) {
            self.reader.at = from;
            self.reader.space();
            _ = self.reader.takes("new ");
            self.reader.space();
            self.reader.path();
            let given = self.reader.arguments(')');
            match &given[..] {
                [] => Some(value.place().slice(0..0)),
                [(None, Expr::Text(text))] if !text.has_code() => Some(text.clone()),
                // How long it may get.
                [(None, Expr::Other(number))] if number.as_str().bytes().all(|byte| byte.is_ascii_digit()) => {
                    Some(value.place().slice(0..0))
                }
                _ => None,
            }
        } else {
            None
        };
        let Some(text) = text.filter(|_| self.is_statement(start)) else {
            self.reader.at = at;
            return false;
        };
        let is_go = self.draft.language.form == Form::Go;
        let place = self.reader.text.slice(start..end).trim();
        self.known.builds(name, text, place);
        self.chained = Some((name.to_owned(), end));
        if is_go {
            self.reader.at = end;
        }
        true
    }

    /// Go's `var text strings.Builder`.
    pub(super) fn declares_text(&mut self, word: &str) {
        if word != "var" || self.draft.language.form != Form::Go {
            return;
        }
        let line = self.reader.rest().lines().next().unwrap_or_default();
        let Some((name, kind)) = line.trim().split_once(' ') else { return };
        if DECLARED.contains(&kind.trim()) {
            let place = self.reader.text.slice(self.reader.at..self.reader.at + line.len()).trim();
            self.known.builds(name, place.slice(0..0), place);
        }
    }

    /// Takes in a call of a text that grows.
    pub(super) fn grows(&mut self, own: &str, text: &str, start: usize, is_behind: bool) -> bool {
        if !self.known.is_builder(text) || READS.contains(&own) {
            return false;
        }
        let given = self.reader.arguments(')');
        let place = self.reader.text.slice(start..self.reader.at).trim();
        match &given[..] {
            [(None, more)] if APPENDS.contains(&own) && (is_behind || self.is_statement(start)) => {
                self.known.grow(text, more.clone(), place);
            }
            _ => self.known.forget(text, place),
        }
        if !is_behind {
            let end = self.reader.at;
            self.reader.skip();
            self.chained = Some((text.to_owned(), self.reader.at));
            self.reader.at = end;
        }
        true
    }

    /// Go's `json.NewEncoder(&buffer).Encode(value)`, at once or by the name of the encoder.
    pub(super) fn encodes(&mut self, name: &str, start: usize) -> bool {
        if self.draft.language.form != Form::Go {
            return false;
        }
        let buffer = if name == ENCODER {
            let given = self.reader.arguments(')');
            let buffer = given.first().map(|(_, buffer)| buffer.place().as_str().trim_start_matches('&').to_owned());
            if !self.reader.takes(&format!(".{ENCODES}")) || self.reader.peek() != Some('(') {
                return true;
            }
            buffer
        } else {
            let encoder = name.strip_suffix(ENCODES).and_then(|name| name.strip_suffix('.'));
            encoder.and_then(|encoder| self.known.encoder_of(encoder, ENCODER))
        };
        let Some(buffer) = buffer.filter(|buffer| self.known.is_builder(buffer)) else { return false };
        let given = self.reader.arguments(')');
        let place = self.reader.text.slice(start..self.reader.at).trim();
        let content = given.first().map(|(_, value)| self.known.content(value));
        let before = &self.reader.text.as_str()[..start];
        let line = before.rsplit(['\n', ';', '{', '}']).next().unwrap_or_default().trim();
        // What a condition begins with is run.
        let is_run = ["", "_ =", "err =", "err :=", "if err =", "if err :="].contains(&line);
        match content {
            Some(Content::Text(json)) if is_run => {
                let is_branch = line.starts_with("if");
                if is_branch {
                    self.known.statement_ends();
                }
                self.known.grow(&buffer, Expr::Text(json), place);
                if is_branch {
                    self.known.branch();
                }
            }
            _ => self.known.forget(&buffer, place),
        }
        true
    }
}

/// The place of a text that is sent by where its buffer is: `&buffer`.
pub(in crate::import::script) fn by_place(code: &Text) -> Option<&str> {
    let name = code.as_str().strip_prefix('&')?;
    name.chars().all(|char| char.is_alphanumeric() || char == '_').then_some(name)
}
