//! Strings: where they end, though quotes stand inside them.
//!
//! A quote ends a string if JSON goes on behind it. Before it, an even number of quotes belong in pairs to the text, such
//! as `appid=""`, and the end is certain. Behind an odd number the reading is tried, and given up for the next quote that
//! fits if the rest cannot be read, or at once if brackets inside the string are open: then JSON stands in it. An end is
//! doubtful, and refused, where
//!
//! - an odd quote stands at the very end or beginning: it may be one too many, or the string's own;
//! - the string holds a line break beside an odd quote: its closing quote may be missing;
//! - it is all between two pairs of quotes, `""so""`: they may be doubled;
//! - the text is cut off behind it: its end may be cut off, too;
//! - another string begins behind it: a comma between the two may be missing;
//! - another string is odd too, for the two may be one;
//! - a quote inside it ends what looks like a key with its colon: a quote that should close it may be missing before;
//! - a quote inside it stands before the bracket that closes what the string is in: a comma may be missing behind that.

mod end;
mod escape;

use super::brackets::Brackets;
use super::characters::{closes, is_opener};
use super::choice::{Other, Role, Scan};
use super::edit::Mark;
use super::fault::Fault;
use super::follow::Fit;
use super::origin::Origin;
use super::reading::Reading;
use crate::import::report::Fix;
use crate::problem::Code;

impl Reading<'_> {
    pub(super) fn string(&mut self, role: Role, open: char) -> Result<(), Fault> {
        let start = self.state.at;
        self.state.at += open.len_utf8();
        if open != '"' {
            self.edit(start..self.state.at, "\"", Mark::Fix(Fix::Quotes));
        }
        let brackets = Brackets::behind(self.state.at);
        self.scan(Scan {
            role,
            open,
            start,
            bare: 0,
            bare_first: false,
            bare_end: 0,
            line_break: false,
            member: false,
            misfit: None,
            brackets,
        })
    }

    /// Goes on behind a quote that was taken for the end and is not.
    pub(super) fn string_on(&mut self, mut scan: Scan) -> Result<(), Fault> {
        self.bare(&mut scan);
        self.scan(scan)
    }

    fn scan(&mut self, mut scan: Scan) -> Result<(), Fault> {
        loop {
            self.plain(scan.open);
            let Some(char) = self.peek() else { return Err(self.unclosed(&scan)) };
            match char {
                '\\' => self.escape(scan)?,
                char if closes(scan.open, char) => {
                    let fit = match scan.role {
                        Role::Key => self.colon_follows(self.state.at + char.len_utf8()),
                        Role::Value => self.follows(self.state.at + char.len_utf8(), self.state.stack),
                    };
                    match fit {
                        Fit::No if self.is_apostrophe() => self.state.at += char.len_utf8(),
                        Fit::No if scan.role == Role::Key => {
                            return Err(Fault::expected(self.state.at + char.len_utf8(), ":"));
                        }
                        Fit::No if self.origin == Origin::Script => {
                            // Code that runs has no bare quote in a string: what stands behind this one is code, too.
                            return Err(Fault::new(Code::Variable, scan.start..self.state.at + 1).last());
                        }
                        Fit::No if self.string_follows(self.state.at + char.len_utf8()) => {
                            return Err(Fault::new(Code::Ambiguous, scan.start..self.state.at + 1).last());
                        }
                        Fit::No => self.bare(&mut scan),
                        Fit::Yes if scan.bare.is_multiple_of(2) => return self.closed(scan),
                        Fit::Yes | Fit::Weak => {
                            scan.brackets.count(self.text, self.state.at);
                            if scan.bare > 0 && !scan.brackets.are_balanced() {
                                // A part of JSON inside the string.
                                self.bare(&mut scan);
                                continue;
                            }
                            self.or_else(Other::String(scan));
                            return self.closed(scan);
                        }
                    }
                }
                '"' => {
                    // Between curved quotes, straight ones are as likely to be somebody's mistake.
                    if !scan.open.is_ascii() {
                        self.look_for_member(&mut scan);
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
                '\0'..' ' => {
                    scan.line_break |= char == '\n';
                    let quoted = crate::layer::json::quote(char.encode_utf8(&mut [0; 4]));
                    let new = quoted.trim_matches('"').to_owned();
                    self.edit(self.state.at..self.state.at + 1, new, Mark::Fix(Fix::ControlCharacter));
                    self.state.at += 1;
                }
                char => self.state.at += char.len_utf8(),
            }
        }
    }

    /// Whether another string begins behind white space: a comma may be missing between the two.
    fn string_follows(&self, at: usize) -> bool {
        let next = self.blank(at);
        next > at && self.char_at(next).is_some_and(|char| is_opener(char, self.origin))
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
        scan.bare_first |= at == scan.start + scan.open.len_utf8();
        scan.misfit = scan.misfit.or(Some(end));
        self.look_for_member(scan);
        (scan.bare, scan.bare_end) = (scan.bare + 1, end);
        if scan.open == '"' {
            self.edit(at..end, "\\\"", Mark::Fix(Fix::BareQuote));
        }
        self.state.at = end;
    }

    /// Between two letters, such as in `it's`.
    fn is_apostrophe(&self) -> bool {
        let at = self.state.at;
        let quote = self.peek().filter(|char| matches!(char, '\'' | '‘' | '’'));
        let before = self.text[..at].chars().next_back().is_some_and(char::is_alphabetic);
        quote.is_some_and(|quote| before && self.char_at(at + quote.len_utf8()).is_some_and(char::is_alphabetic))
    }
}
