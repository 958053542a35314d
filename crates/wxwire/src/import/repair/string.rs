//! Strings: where they end, though quotes stand inside them.
//!
//! What follows a quote says what it is (`quote`). Where JSON goes on behind it, it closes the string, whatever the rest of the
//! text holds; so no string reaches over structure. Inside, quotes belong to the text in pairs: the first of a pair opens a
//! quotation, such as in `appid=""`, the second ends it, and neither can close the string. An odd quote is never mended, for it
//! may be one too many, one of two, or another sign mistyped. A string that is JSON of its own, `"{"a":1}"`, is one (`nested`).

mod end;
mod escape;
mod nested;
mod quote;

use super::characters::closes;
use super::edit::Mark;
use super::fault::Fault;
use super::origin::Origin;
use super::reading::Reading;
use crate::import::report::Fix;
use crate::problem::Code;
use quote::Quote;

/// The longest line of mail.
const MAIL_LINE: usize = 76;

/// What a string is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    Key,
    Value,
}

/// A string that is being read.
#[derive(Clone, Copy, Debug)]
struct Scan {
    role: Role,
    open: char,
    start: usize,
    /// Quotes inside it so far, and the end of the last one.
    bare: usize,
    bare_end: usize,
    /// What follows the first of them.
    misfit: Option<usize>,
    /// Whether the last of them follows a `=`, as an attribute's does.
    attribute: bool,
    /// Whether the name before it has no quotes, as in code.
    of_code: bool,
}

/// Whether a text begins as a line of a log does: with a date and a time, or with a time to the second.
fn is_log_line(text: &str) -> bool {
    let start = text.trim_start_matches(['[', ' ', '"']);
    let mut shape = start.bytes().take(19).map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
    let shape: [u8; 19] = std::array::from_fn(|_| shape.next().unwrap_or_default());
    let is_date = matches!(&shape[..10], b"0000-00-00" | b"0000/00/00");
    is_date && matches!(shape[10], b'T' | b' ') && &shape[11..16] == b"00:00"
        || &shape[..9] == b"00:00:00."
        || &shape[..9] == b"00:00:00,"
}

impl Scan {
    /// Where its text begins.
    fn text(&self) -> usize {
        self.start + self.open.len_utf8()
    }
}

impl Reading<'_> {
    pub(super) fn string(&mut self, role: Role, open: char) -> Result<(), Fault> {
        let start = self.state.at;
        self.state.at += open.len_utf8();
        let mut before = self.edits.iter().rev().take(2);
        let of_code = before.any(|edit| matches!(edit.mark, Mark::Fix(Fix::UnquotedKey)));
        let scan = Scan { role, open, start, bare: 0, bare_end: 0, misfit: None, attribute: false, of_code };
        let edits = self.edits.len();
        if open != '"' {
            self.edit(start..self.state.at, "\"", Mark::Fix(Fix::Quotes));
        }
        let result = match self.nested(&scan) {
            Some(end) => self.json_in_string(&scan, end),
            None => self.scan(scan),
        };
        if result.is_err() {
            // Of a string that was not read nothing is known.
            self.edits.truncate(edits);
        }
        result
    }

    fn scan(&mut self, mut scan: Scan) -> Result<(), Fault> {
        loop {
            self.plain(scan.open);
            let Some(char) = self.peek() else { return Err(self.unclosed(&scan)) };
            match char {
                '\\' => self.escape(&scan)?,
                char if closes(scan.open, char) => match self.quote(&scan) {
                    Quote::End => return self.closed(&scan),
                    Quote::Apostrophe => self.state.at += char.len_utf8(),
                    Quote::Inside => self.bare(&mut scan),
                    Quote::Fault(fault) => return Err(fault),
                },
                '"' => {
                    // Between curved quotes, a straight one is as likely to be somebody's mistake.
                    if !scan.open.is_ascii() && self.is_structure(self.blank(self.state.at + 1)) {
                        return Err(Fault::new(Code::Ambiguous, scan.start..self.state.at + 1).last());
                    }
                    self.edit(self.state.at..self.state.at + 1, "\\\"", Mark::Silent);
                    self.state.at += 1;
                }
                '$' if scan.open == '`' => {
                    if self.text[self.state.at..].starts_with("${") {
                        let end =
                            self.text[self.state.at..].find('}').map_or(self.text.len(), |end| self.state.at + end + 1);
                        return Err(Fault::new(Code::Variable, self.state.at..end).last());
                    }
                    self.state.at += 1;
                }
                // In a template a line ends with one sign, whatever ends it in the file.
                '\r' if scan.open == '`' && self.text[self.state.at..].starts_with("\r\n") => {
                    self.edit(self.state.at..self.state.at + 1, "", Mark::Silent);
                    self.state.at += 1;
                }
                '\n' if self.origin == Origin::Prose && is_log_line(&self.text[self.state.at + 1..]) => {
                    // Another line of the log, and none of the text.
                    return Err(Fault::new(Code::CutOff, self.state.at..self.state.at + 1).last());
                }
                '\n' if self.is_member_below(&scan) => {
                    return Err(Fault::new(Code::Ambiguous, scan.start..self.state.at).last());
                }
                '\r' | '\n' if scan.open != '`' && self.is_soft_break() => {
                    return Err(Fault::new(Code::Ambiguous, scan.start..self.state.at).last());
                }
                '\0'..' ' => self.control_character(char),
                char => self.state.at += char.len_utf8(),
            }
        }
    }

    /// Whether the next line could be a member of an object whose names have no quotes, as code writes it: the line before it
    /// ends with a comma, and a quote may be missing there. Neither is looked at beyond its ends: a text may be all line breaks.
    fn is_member_below(&self, scan: &Scan) -> bool {
        let (before, below) = self.text.split_at(self.state.at);
        let begins_with_name = || {
            let line = below[1..].trim_start_matches([' ', '\t']);
            let behind = line.trim_start_matches(|char: char| char.is_ascii_alphanumeric() || char == '_');
            behind.len() < line.len() && behind.trim_start_matches(' ').starts_with(':')
        };
        before.len() > scan.text()
            && before.trim_end_matches([' ', '\t', '\r']).ends_with(',')
            && scan.open != '`'
            && scan.of_code
            && begins_with_name()
    }

    /// Whether mail may have broken the line here, as it breaks those that it writes other signs of as `=E4`.
    fn is_soft_break(&self) -> bool {
        let (text, at) = (self.text.as_bytes(), self.state.at);
        let near = &text[at.saturating_sub(MAIL_LINE)..text.len().min(at + MAIL_LINE)];
        let is_digit = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'A'..=b'F');
        let is_escape = |three: &[u8]| three[0] == b'=' && is_digit(three[1]) && is_digit(three[2]);
        text[..at].ends_with(b"=") && near.windows(3).any(is_escape)
    }

    fn control_character(&mut self, char: char) {
        let quoted = crate::layer::json::quote(char.encode_utf8(&mut [0; 4]));
        let new = quoted.trim_matches('"').to_owned();
        self.edit(self.state.at..self.state.at + 1, new, Mark::Fix(Fix::ControlCharacter));
        self.state.at += 1;
    }

    /// Skips what has no meaning in a string.
    fn plain(&mut self, open: char) {
        let wide = !open.is_ascii();
        let stops = |byte: u8| match byte {
            0..0x20 | b'"' | b'\\' => true,
            b'$' => open == '`',
            0xe2 | 0xef => wide,
            byte => u32::from(byte) == open as u32,
        };
        let rest = &self.text.as_bytes()[self.state.at..];
        self.state.at += rest.iter().position(|byte| stops(*byte)).unwrap_or(rest.len());
    }

    /// A quote that belongs to the text.
    fn bare(&mut self, scan: &mut Scan) {
        let at = self.state.at;
        let end = at + self.peek().map_or(0, char::len_utf8);
        scan.misfit = scan.misfit.or(Some(end));
        (scan.bare, scan.bare_end) = (scan.bare + 1, end);
        scan.attribute = self.text[..at].ends_with('=');
        if scan.open == '"' {
            self.edit(at..end, "\\\"", Mark::Fix(Fix::BareQuote));
        }
        self.state.at = end;
    }
}
