//! The secrets in a text of any form: JSON whole or broken, a URL, a command, a head, XML, a script, a line of a log.
//!
//! One pass from the beginning to the end: words are read as they are meant, whatever they are escaped with, and behind
//! the name of a secret its value is measured. What is measured is not read again, so the time grows with the text alone.

mod chinese;
mod given;
mod markup;
mod members;
mod named;
mod options;
mod plain;

use std::ops::Range;

use super::glance::{self, word_length};
use super::names::{self, LONGEST};
use super::sign::Sign;
use super::value::{Of, Values};
use crate::order;

/// The most bytes of an address that are kept in mind.
const ADDRESS: usize = 512;

/// A secret in a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Hidden {
    /// The bytes of its value, between the quotes if it has any.
    pub(super) range: Range<usize>,
    /// The quote around its name, where the value has none: what stands for it in JSON needs one.
    pub(super) quote: Option<Range<usize>>,
}

/// A reader of a text.
pub(super) struct Scan<'t> {
    text: &'t str,
    at: usize,
    found: Vec<Hidden>,
    values: Values<'t>,
    /// The word that was read last.
    word: String,
    /// The address up to here, in lower case.
    address: String,
    /// In a command line, its options whose value is a secret.
    options: &'static [&'static str],
    /// The address that was read last is one where a token is fetched.
    fetched: bool,
    /// Where the value of a member called `name` or `key` begins.
    naming: Option<usize>,
    /// The object names a secret, whose `value` comes.
    named: bool,
    /// The `value` of an object that names nothing yet.
    value: Option<Hidden>,
    /// Tags are looked through up to here.
    marked: usize,
}

impl<'t> Scan<'t> {
    /// All secrets, in the order of the text.
    pub(super) fn all(text: &'t str) -> Vec<Hidden> {
        Self::read(text, true)
    }

    /// The same, with lines passed over in which nothing can be, or with every line read.
    fn read(text: &'t str, passes: bool) -> Vec<Hidden> {
        let mut scan = Self {
            text,
            at: 0,
            found: Vec::new(),
            values: Values::of(text),
            word: String::new(),
            address: String::new(),
            options: &[],
            fetched: false,
            naming: None,
            named: false,
            value: None,
            marked: 0,
        };
        scan.run(passes);
        let mut found = scan.found;
        found.retain(|one| !one.range.is_empty());
        order::sort_by_key(&mut found, |one| (one.range.start, 0));
        found.dedup_by(|later, first| later.range.start < first.range.end);
        found
    }

    fn run(&mut self, passes: bool) {
        // The two signs before.
        let mut before = [None; 2];
        loop {
            if passes && let Some(end) = self.idle_line() {
                (before, self.at) = ([None; 2], end);
                continue;
            }
            let Some(sign) = Sign::at(self.text, self.at) else { break };
            if !sign.is_word() {
                self.take_sign(sign, before[1]);
                (before, self.at) = ([before[1], Some(sign)], self.at.max(sign.end));
                continue;
            }
            let start = self.at;
            self.read_word();
            self.take_word(start, before);
            before = [None; 2];
        }
    }

    /// The end of the line that begins here, if it holds no secret and no part of a record that tells of one, and nothing that was
    /// read before goes on in it. In a log nearly all are such.
    fn idle_line(&self) -> Option<usize> {
        let begins = self.at == 0 || self.text.as_bytes().get(self.at - 1) == Some(&b'\n');
        let waits = self.named
            || self.value.is_some()
            || self.fetched
            || !self.options.is_empty()
            || self.naming.is_some_and(|at| at >= self.at);
        if !begins || waits || self.at >= self.text.len() {
            return None;
        }
        let rest = &self.text[self.at..];
        let line = rest.find('\n').map_or(rest, |end| &rest[..=end]);
        (!glance::may_matter(line)).then_some(self.at + line.len())
    }

    /// Reads a word and keeps it; the name of a secret is no longer than [`LONGEST`].
    fn read_word(&mut self) {
        self.word.clear();
        loop {
            // Nearly every word stands there as it is.
            let plain = word_length(&self.text.as_bytes()[self.at..]);
            self.keep(&self.text[self.at..self.at + plain]);
            self.at += plain;
            let Some(sign) = Sign::at(self.text, self.at).filter(|sign| sign.is_word()) else { break };
            self.keep(sign.char.encode_utf8(&mut [0; 4]));
            self.at = sign.end;
        }
    }

    /// Keeps a part of a word, letters of ASCII all of it.
    fn keep(&mut self, part: &str) {
        let room = (LONGEST + 1).saturating_sub(self.word.len());
        self.word.push_str(&part[..part.len().min(room)]);
        let (start, room) = (self.address.len(), ADDRESS.saturating_sub(self.address.len()));
        self.address.push_str(&part[..part.len().min(room)]);
        self.address[start..].make_ascii_lowercase();
    }

    fn take_sign(&mut self, sign: Sign, before: Option<Sign>) {
        match sign.char {
            '{' | '}' => (self.named, self.value) = (false, None),
            '\n' if !before.is_some_and(|before| matches!(before.char, '\\' | '^' | '`')) => self.options = &[],
            ':' if self.text[sign.end..].starts_with("//") => {
                self.fetched = false;
                self.take_user(sign.end + "//".len());
            }
            '钥' | '匙' | '令' | '牌' | '码' | '鑰' | '碼' | '杖' => self.take_chinese(sign.end),
            _ => {}
        }
        if sign.is_blank() || sign.is_quote() || matches!(sign.char, '<' | '>' | '{' | '}' | '|') {
            self.address.clear();
        } else {
            self.remember(sign.char);
        }
    }

    fn remember(&mut self, char: char) {
        if self.address.len() < ADDRESS {
            self.address.push(char.to_ascii_lowercase());
        }
    }

    fn take_word(&mut self, start: usize, before: [Option<Sign>; 2]) {
        let space = before[1].is_none_or(Sign::is_blank);
        self.take_command();
        if self.word.starts_with('-') && space && self.take_option(start) {
            return;
        }
        if self.word.starts_with("KEY-----") && self.text[..start].ends_with("PRIVATE ") {
            return self.take_key(start + "KEY-----".len());
        }
        if self.word.starts_with("eyJ") {
            return self.take_signature();
        }
        let scheme = ["bearer", "basic"].iter().any(|scheme| self.word.eq_ignore_ascii_case(scheme));
        if scheme && self.text[self.at..].starts_with(' ') {
            self.take_scheme();
            return;
        }
        // What stands around a name: a quote, and the same behind it.
        let quote = before[1].filter(|sign| sign.is_quote());
        let closing = Sign::at(self.text, self.at);
        let quoted = quote.filter(|quote| closing.is_some_and(|sign| sign.closes(*quote) && sign.depth == quote.depth));
        if quoted.is_some() && (self.take_member(quoted) || self.take_fetched(quoted)) {
            return;
        }
        if self.begins_line(start) && self.take_member(None) {
            return;
        }
        let is_step = before[1].is_some_and(|sign| sign.char == '/');
        self.fetched |= names::fetches(&self.word, is_step);
        let word = std::mem::take(&mut self.word);
        if let Some(scope) = names::find(word.trim_start_matches('-')) {
            self.take_name(&word, scope, start, before, quoted);
        }
        self.word = word;
    }

    /// Hides the value at a place, if there is one, and goes on behind it.
    fn hide_value(&mut self, from: usize, quote: Option<Sign>, percent: usize, of: Of) {
        if let Some((range, end, bare)) = self.values.read(from, percent, of) {
            self.found.push(self.hidden(range, quote.filter(|_| bare)));
            self.at = end.max(self.at);
            self.address.clear();
        }
    }

    fn hide(&mut self, range: Range<usize>, quote: Option<Sign>) {
        let hidden = self.hidden(range, quote);
        self.found.push(hidden);
    }

    fn hidden(&self, range: Range<usize>, quote: Option<Sign>) -> Hidden {
        // A quote takes as many bytes as its escapes.
        let quote = quote.map(|sign| {
            let written = sign.char.len_utf8() + if sign.percent > 0 { 2 * sign.percent } else { sign.depth };
            sign.end.saturating_sub(written)..sign.end
        });
        Hidden { range, quote }
    }
}

#[cfg(test)]
mod tests {
    proptest::proptest! {
        /// What is passed over holds nothing.
        #[test]
        fn lines_are_passed_over_for_nothing(
            text in "(\\{|\\}|name|key|value|data|\"|: ?|token|access_token|abcdef123456|curl|-u|x:y12345|gettoken|http://h/|\\\\|\n| |,|<|>|密钥|=){0,40}",
        ) {
            assert_eq!(super::Scan::read(&text, true), super::Scan::read(&text, false), "{text}");
        }
    }
}
