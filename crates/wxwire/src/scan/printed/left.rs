//! What a print leaves out, or shows as no value: `[Object]`, `<Buffer …>`, a call.

use super::super::floor;
use super::{MAX_LEFT, MAX_WORD, Reader, Stopped};
use crate::layer::json::quote as json_of;

impl Reader<'_> {
    /// The length of `[Object]`, `[Function: x]`, `[Circular *1]`: what stands for a value that is not there.
    pub(super) fn mark(&self) -> Option<usize> {
        let inner = &self.text[self.at + 1..];
        let names =
            ["Object", "Array", "Function", "AsyncFunction", "Circular", "Getter", "Setter", "Symbol", "class", "Date"];
        let name = names.iter().find(|name| inner.starts_with(**name))?;
        let near = &inner[..floor(inner, MAX_WORD)];
        let end = near.find([']', '\n']).filter(|at| near[*at..].starts_with(']'))?;
        (!inner[name.len()..].starts_with(char::is_alphanumeric)).then_some(end + 2)
    }

    /// The length up to a closing bracket, in this line.
    pub(in crate::scan) fn till(&self, close: char) -> Result<usize, Stopped> {
        let rest = &self.text[self.at..];
        let near = &rest[..floor(rest, MAX_WORD)];
        let end = near.find([close, '\n']).filter(|at| near[*at..].starts_with(close));
        end.map(|at| at + 1).ok_or(Stopped::Here)
    }

    /// What is no value of JSON's stands as the text that it is.
    pub(super) fn opaque(&mut self, length: usize) -> Result<(), Stopped> {
        let mark = json_of(&self.text[self.at..self.at + length]);
        self.json.push_str(&mark);
        self.leave(length);
        Ok(())
    }

    pub(super) fn leave(&mut self, length: usize) {
        let what = self.text[self.at..self.at + length].trim();
        let is_javascript = what.starts_with('[') || what.starts_with("<Buffer") || what.starts_with("<ref");
        *if is_javascript { &mut self.javascript } else { &mut self.python } += 1;
        if self.left.len() < MAX_LEFT {
            self.left.push(what.to_owned());
        }
        self.at += length;
    }
}
