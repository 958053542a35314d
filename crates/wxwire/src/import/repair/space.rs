//! What may stand between any two parts of JSON: white space and comments.

use super::characters::is_blank;
use super::edit::Mark;
use super::fault::Fault;
use super::reading::Reading;
use crate::import::report::Fix;
use crate::problem::Code;

impl Reading<'_> {
    /// Skips white space and comments.
    pub(super) fn space(&mut self) -> Result<(), Fault> {
        while let Some(char) = self.peek() {
            match char {
                ' ' | '\n' | '\t' | '\r' => self.state.at += 1,
                char if is_blank(char) => self.strange_space(),
                '/' if self.text[self.state.at..].starts_with("/*") => self.block_comment()?,
                '/' if self.text[self.state.at..].starts_with("//") => self.line_comment()?,
                '#' if self.text[..self.state.at].ends_with(char::is_whitespace) => self.line_comment()?,
                _ => break,
            }
        }
        Ok(())
    }

    /// White space that JSON does not have; of a run of it, one space is enough.
    fn strange_space(&mut self) {
        let start = self.state.at;
        while self.peek().is_some_and(|char| is_blank(char) && !matches!(char, ' ' | '\n' | '\t' | '\r')) {
            self.state.at += self.peek().map_or(0, char::len_utf8);
        }
        let (new, fix) = match &self.text[start..self.state.at] {
            "\u{feff}" => ("", Fix::ByteOrderMark),
            _ => (" ", Fix::WhiteSpace),
        };
        self.edit(start..self.state.at, new, Mark::Fix(fix));
    }

    fn block_comment(&mut self) -> Result<(), Fault> {
        let start = self.state.at;
        let Some(length) = self.text[start + 2..].find("*/") else {
            return Err(Fault { at: self.text.len(), ..Fault::new(Code::CutOff, start..start + 2) });
        };
        self.state.at = start + 2 + length + 2;
        self.edit(start..self.state.at, "", Mark::Comment);
        Ok(())
    }
}
