//! `print_r`: a line for each value, without quotes. Whether digits are a number or a text it does not say; they are read as a
//! number.

use super::super::Form;
use super::super::printed::{Reader, Stopped};
use super::rows::Keys;
use crate::layer::MAX_DEPTH;
use crate::layer::json::{Tree, quote as json_of};

impl Reader<'_> {
    /// An array or object, from its name on.
    pub(super) fn lines(&mut self, depth: usize) -> Result<(), Stopped> {
        if depth > MAX_DEPTH {
            return Err(Stopped::Here);
        }
        self.other = Some(Form::Php);
        self.at += self.text[self.at..].find('(').ok_or(Stopped::AtEnd)?;
        let bracket = self.column();
        self.at += 1;
        let mut keys = Keys::new(self);
        let mut first = None;
        loop {
            match self.peek()? {
                ')' if is_below(bracket, self.column()) => {
                    self.at += 1;
                    return keys.end(self);
                }
                '[' if is_below(first, self.column()) => {
                    first = first.or(self.column());
                    self.at += 1;
                }
                // The value before goes on in this line.
                _ => return Err(Stopped::Here),
            }
            self.key_of_line(&mut keys)?;
            self.value_of_line(depth)?;
        }
    }

    /// How far from the margin a place stands, where its line begins with it.
    fn column(&self) -> Option<usize> {
        let before = &self.text[..self.at];
        let line = before.trim_end_matches([' ', '\t']);
        (line.is_empty() || line.ends_with('\n')).then_some(before.len() - line.len())
    }

    fn key_of_line(&mut self, keys: &mut Keys) -> Result<(), Stopped> {
        let length = self.till(']')? - 1;
        let name = &self.text[self.at..self.at + length];
        match name.parse::<usize>() {
            Ok(number) => keys.number(self, number)?,
            Err(_) => {
                keys.name(self)?;
                self.json.push_str(&json_of(name.split(':').next().unwrap_or_default()));
                self.json.push(':');
            }
        }
        self.at += length + 1;
        self.arrow()
    }

    fn value_of_line(&mut self, depth: usize) -> Result<(), Stopped> {
        let rest = &self.text[self.at..];
        let line = &rest[..rest.find('\n').ok_or(Stopped::AtEnd)?];
        let value = line.strip_prefix(' ').unwrap_or(line).trim_end_matches('\r');
        let is_nested = value == "Array" || value.ends_with(" Object");
        if is_nested && rest[line.len()..].trim_ascii_start().starts_with('(') {
            return self.lines(depth + 1);
        }
        let is_number = value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && Tree::parse(value).is_ok();
        self.json.push_str(&if is_number { value.to_owned() } else { json_of(value) });
        self.at += line.len();
        Ok(())
    }
}

/// Whether one place can stand below another of the same array: what stands elsewhere is a text that goes on.
fn is_below(one: Option<usize>, other: Option<usize>) -> bool {
    one.is_none() || other.is_none() || one == other
}
