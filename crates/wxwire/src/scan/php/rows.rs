//! Arrays of PHP's, with an arrow behind each key: a list where the keys are its places.

use super::super::Form;
use super::super::printed::{Reader, Stopped};
use super::super::string::Of;

impl Reader<'_> {
    /// The rows of an array, from its bracket on.
    pub(in crate::scan) fn rows(&mut self, close: char, depth: usize) -> Result<(), Stopped> {
        self.at += 1;
        self.other = Some(Form::Php);
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches(['▼', '▶']).len();
        let mut keys = Keys::new(self);
        loop {
            if self.peek()? == close {
                self.at += 1;
                return keys.end(self);
            }
            match self.whole_number() {
                Some(number) => keys.number(self, number)?,
                None => {
                    keys.name(self)?;
                    self.text(Of::Text)?;
                    self.json.push(':');
                }
            }
            self.arrow()?;
            self.value(depth + 1)?;
            self.row_ends(close)?;
        }
    }

    /// A row ends with a comma, with its line, or with the array.
    fn row_ends(&mut self, close: char) -> Result<(), Stopped> {
        let before = self.at;
        let char = self.peek()?;
        if char == ',' {
            self.at += 1;
        } else if char != close && !self.text[before..self.at].contains('\n') {
            return Err(Stopped::Here);
        }
        Ok(())
    }

    pub(super) fn arrow(&mut self) -> Result<(), Stopped> {
        self.peek()?;
        let rest = &self.text[self.at..];
        if !rest.starts_with("=>") {
            return Err(if "=>".starts_with(rest) { Stopped::AtEnd } else { Stopped::Here });
        }
        self.at += "=>".len();
        Ok(())
    }

    /// A whole number without a sign, which is the place of an item.
    pub(in crate::scan) fn whole_number(&mut self) -> Option<usize> {
        let rest = &self.text[self.at..];
        let digits = &rest[..rest.len() - rest.trim_start_matches(|char: char| char.is_ascii_digit()).len()];
        let number = digits.parse().ok()?;
        self.at += digits.len();
        Some(number)
    }
}

/// The keys of an array so far, which tell whether it is a list.
pub(super) struct Keys {
    /// Where its bracket stands in what was read.
    bracket: usize,
    count: usize,
    is_list: bool,
}

impl Keys {
    pub(super) fn new(reader: &mut Reader<'_>) -> Self {
        reader.json.push('[');
        Self { bracket: reader.json.len() - 1, count: 0, is_list: true }
    }

    /// An item at a place, which is the next one of a list.
    pub(super) fn number(&mut self, reader: &mut Reader<'_>, number: usize) -> Result<(), Stopped> {
        if self.is_list && number == self.count {
            self.next(reader);
            return Ok(());
        }
        self.name(reader)?;
        reader.json.push_str(&format!("\"{number}\":"));
        Ok(())
    }

    /// A member, whose name follows. What was a list is none any more; one that has both is not read.
    pub(super) fn name(&mut self, reader: &mut Reader<'_>) -> Result<(), Stopped> {
        if self.is_list && self.count > 0 {
            return Err(Stopped::Here);
        }
        if self.is_list {
            self.is_list = false;
            reader.json.truncate(self.bracket);
            reader.json.push('{');
        }
        self.next(reader);
        Ok(())
    }

    fn next(&mut self, reader: &mut Reader<'_>) {
        if self.count > 0 {
            reader.json.push(',');
        }
        self.count += 1;
    }

    pub(super) fn end(&self, reader: &mut Reader<'_>) -> Result<(), Stopped> {
        reader.json.push(if self.is_list { ']' } else { '}' });
        Ok(())
    }
}
