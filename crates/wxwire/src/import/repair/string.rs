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

use super::atom::is_opener;
use super::follow::Fit;
use super::machine::{Machine, Other};
use super::state::Expect;
use super::{Fault, From, Mark};
use crate::import::report::Fix;
use crate::problem::Code;

/// What a string is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    Key,
    Value,
}

/// A string that is being read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan {
    role: Role,
    open: char,
    start: usize,
    /// Quotes inside it so far.
    bare: usize,
    bare_first: bool,
    bare_end: usize,
    line_break: bool,
    /// A member of JSON seems to stand in it.
    member: bool,
    /// What follows the first quote that was not taken for the end.
    misfit: Option<usize>,
    brackets: Brackets,
}

/// The brackets inside a text, counted so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Brackets {
    to: usize,
    open: usize,
    wrong: bool,
}

impl Brackets {
    pub(super) fn count(&mut self, text: &str, to: usize) {
        for byte in text.as_bytes().get(self.to..to).unwrap_or_default() {
            match byte {
                b'{' | b'[' => self.open += 1,
                b'}' | b']' if self.open == 0 => self.wrong = true,
                b'}' | b']' => self.open -= 1,
                _ => {}
            }
        }
        self.to = to;
    }

    pub(super) fn are_balanced(&self) -> bool {
        self.open == 0 && !self.wrong
    }
}

/// Whether a string that one quote opens may be closed by another.
pub(super) fn closes(open: char, close: char) -> bool {
    match open {
        '“' | '”' => matches!(close, '“' | '”'),
        '‘' | '’' => matches!(close, '‘' | '’'),
        open => open == close,
    }
}

impl Machine<'_> {
    pub(super) fn string(&mut self, role: Role, open: char) -> Result<(), Fault> {
        let start = self.state.at;
        self.state.at += open.len_utf8();
        if open != '"' {
            self.edit(start..self.state.at, "\"", Mark::Fix(Fix::Quotes));
        }
        let brackets = Brackets { to: self.state.at, ..Brackets::default() };
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
                        Fit::No if self.from == From::Script => {
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
        next > at && self.char_at(next).is_some_and(|char| is_opener(char, self.from))
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

    fn closed(&mut self, scan: Scan) -> Result<(), Fault> {
        let at = self.state.at;
        let (odd, end) = (scan.bare % 2 == 1, scan.bare_end == at);
        let doubtful = odd && (scan.bare_first || end || scan.line_break);
        let close = self.peek().map_or(0, char::len_utf8);
        let cut = scan.bare > 0 && !self.state.stack.is_empty() && self.blank(at + close) == self.text.len();
        if doubtful || cut || scan.member || scan.bare == 2 && scan.bare_first && end {
            return Err(Fault::new(Code::Ambiguous, scan.start..at + close).last());
        }
        if odd {
            let first = if self.state.odd.0 == 0 { scan.start } else { self.state.odd.1 };
            self.state.odd = (self.state.odd.0 + 1, first);
        }
        if scan.open != '"' {
            self.edit(at..at + close, "\"", Mark::Fix(Fix::Quotes));
        }
        self.state.at += close;
        self.value_ended(true);
        if scan.role == Role::Key {
            self.state.expect = Expect::Colon;
        }
        Ok(())
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

    /// Sees whether the quote here ends what looks like a key, with a colon and a value behind it, or like the last value
    /// of what the string is in, and no bracket around.
    fn look_for_member(&self, scan: &mut Scan) {
        let at = self.state.at;
        scan.brackets.count(self.text, at);
        let colon = self.blank(at + self.peek().map_or(0, char::len_utf8));
        let closer = if self.state.stack.in_object() { '}' } else { ']' };
        if scan.role == Role::Value && self.char_at(colon) == Some(closer) {
            scan.member |= scan.brackets.are_balanced() && !self.state.stack.is_empty();
        }
        let Some(char @ (':' | '：')) = self.char_at(colon) else { return };
        let value = self.text.get(self.blank(colon + char.len_utf8())..).unwrap_or_default();
        let is_value = value
            .starts_with(|char: char| is_opener(char, self.from) || char.is_ascii_digit() || "-{[".contains(char))
            || ["true", "false", "null"].iter().any(|word| value.starts_with(word));
        scan.member |= is_value && scan.brackets.are_balanced();
    }

    /// A string that nothing ends. Where the text does end as JSON does, a quote before was its end, and what follows
    /// that one is the fault.
    fn unclosed(&self, scan: &Scan) -> Fault {
        let ends = self.text.trim_end().ends_with(['}', ']']);
        let fault = match scan.misfit.filter(|_| ends && scan.role == Role::Value) {
            Some(at) => {
                let at = self.blank(at);
                let object = self.state.stack.in_object();
                match self.char_at(at) {
                    Some(comma @ (',' | '，')) => {
                        Fault::expected(self.blank(at + comma.len_utf8()), if object { "\"key\"" } else { "value" })
                    }
                    _ => Fault::expected(at, if object { ", }" } else { ", ]" }),
                }
            }
            None => Fault::new(Code::CutOff, scan.start..scan.start),
        };
        Fault { at: self.text.len(), ..fault }
    }

    /// Between two letters, such as in `it's`.
    fn is_apostrophe(&self) -> bool {
        let at = self.state.at;
        let quote = self.peek().filter(|char| matches!(char, '\'' | '‘' | '’'));
        let before = self.text[..at].chars().next_back().is_some_and(char::is_alphabetic);
        quote.is_some_and(|quote| before && self.char_at(at + quote.len_utf8()).is_some_and(char::is_alphabetic))
    }

    fn escape(&mut self, scan: Scan) -> Result<(), Fault> {
        let start = self.state.at;
        let rest = &self.text[start + 1..];
        let script = self.from == From::Script || scan.open != '"';
        let hex = |from: usize, to: usize| {
            let digits = rest.get(from..to).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
            digits.and_then(|digits| u32::from_str_radix(digits, 16).ok())
        };
        let (length, stands_for) = match rest.chars().next() {
            Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => (1, None),
            Some('u') if hex(1, 5).is_some() => (5, None),
            Some(char) if script => match (char, rest.bytes().take(12).position(|byte| byte == b'}')) {
                ('\n', _) => (1, Some(String::new())),
                ('u', Some(end)) if rest[1..].starts_with('{') => (end + 1, hex(2, end).and_then(one)),
                ('x', _) => (3, hex(1, 3).and_then(one)),
                ('U', _) => (9, hex(1, 9).and_then(one)),
                ('v', _) => (1, one(0x0b)),
                ('a', _) if self.from == From::Script => (1, one(0x07)),
                ('0', _) if !rest[1..].starts_with(|char: char| char.is_ascii_digit()) => (1, one(0)),
                (char, _) if is_opener(char, From::Script) || char == '$' => (1, one(char as u32)),
                _ => return Err(Fault::expected(start, "\\escape")),
            },
            None => return Err(self.unclosed(&scan)),
            _ => return Err(Fault::expected(start, "\\escape")),
        };
        let end = start + 1 + length;
        if let Some(new) = &stands_for {
            let quoted = crate::layer::json::quote(new);
            self.edit(start..end, quoted[1..quoted.len() - 1].to_owned(), Mark::Fix(Fix::Escape));
        } else if length > 1 && rest.as_bytes().first() != Some(&b'u') {
            return Err(Fault::expected(start, "\\escape"));
        }
        self.state.at = end;
        Ok(())
    }
}

/// A character of a number.
fn one(code: u32) -> Option<String> {
    char::from_u32(code).map(String::from)
}
