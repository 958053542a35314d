//! The secrets in a text of any form: JSON whole or broken, a URL, a command, a head, XML, a script, a line of a log.
//!
//! One pass from the beginning to the end: words are read as they are meant, whatever they are escaped with, and behind
//! the name of a secret its value is measured. What is measured is not read again, so the time grows with the text alone.

use std::ops::Range;

use super::glance::{self, word_length};
use super::loose;
use super::names::{self, LONGEST};
use super::sign::Sign;
use super::value::{Of, Values};
use super::{LEAST, Scope};
use crate::order;
use crate::scan::floor;

/// The most bytes of an address that are kept in mind.
const ADDRESS: usize = 512;

/// The most signs between a name and its value.
const BETWEEN: usize = 64;

/// So much before a name in Chinese is looked through for the `<` of its element: a text may have the one again and again and
/// none of the other.
const ELEMENT: usize = 256;

/// Words that a value follows that is a header's, up to the end of its line.
const WHOLE_LINE: [&str; 2] = ["authorization", "cookie"];

/// Options of curl whose value is a secret.
const CURL: &[&str] = &[
    "-u",
    "-U",
    "-b",
    "--user",
    "--proxy-user",
    "--oauth2-bearer",
    "--cookie",
    "--password",
    "--http-password",
    "--pass",
    "-E",
    "--cert",
    "--tlspassword",
    "--proxy-pass",
    "--proxy-tlspassword",
];

/// Those of Redis' command.
const REDIS: &[&str] = &["-a", "--pass"];

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
            '钥' | '匙' | '令' | '牌' | '码' => self.take_chinese(sign.end),
            _ => {}
        }
        if sign.char.is_whitespace() || sign.is_quote() || matches!(sign.char, '<' | '>' | '{' | '}' | '|') {
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

    /// A password in an address.
    fn take_user(&mut self, from: usize) {
        let rest = &self.text.as_bytes()[from..];
        let rest = &rest[..rest.len().min(256)];
        let ends = |byte: &u8| b"/?#@\"'<> \n\r\t\\".contains(byte);
        let at = rest.iter().position(ends).filter(|at| rest[*at] == b'@');
        let colon = at.and_then(|at| rest[..at].iter().position(|byte| *byte == b':').map(|colon| (colon + 1, at)));
        if let Some((start, end)) = colon {
            self.hide(from + start..from + end, None);
        }
    }

    fn take_word(&mut self, start: usize, before: [Option<Sign>; 2]) {
        let space = before[1].is_none_or(|before| before.char.is_whitespace());
        if self.word.starts_with("curl") && self.word.len() <= "curlexe".len() {
            self.options = CURL;
        } else if self.word == "redis-cli" {
            self.options = REDIS;
        }
        if self.word.starts_with('-') && space && self.take_option(start) {
            return;
        }
        if self.word.starts_with("KEY-----") && self.text[..start].ends_with("PRIVATE ") {
            return self.take_key(start + "KEY-----".len());
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
            self.take_name(&word, scope, before, quoted);
        }
        self.word = word;
    }

    /// A key in the form of PEM, up to the line that ends it.
    fn take_key(&mut self, from: usize) {
        let line = self.text[..from - "-----".len()].rfind("-----").map_or("", |line| &self.text[line..]);
        if !line.starts_with("-----BEGIN") {
            return;
        }
        let rest = &self.text[from..];
        let length = rest.find("-----END").unwrap_or(rest.len());
        self.hide(from..from + length, None);
        self.at = from + length;
    }

    /// What stands behind a name in Chinese; words of a sentence are no secret.
    fn take_chinese(&mut self, end: usize) {
        if !names::CHINESE.iter().any(|name| self.text[..end].ends_with(name)) {
            return;
        }
        let next = Sign::at(self.text, end);
        if next.is_some_and(|sign| sign.char == '>') {
            if let Some(range) = self.values.element(end, self.element_name(end)) {
                self.at = range.end;
                self.hide(range, None);
            }
            return;
        }
        let quoted = next.filter(|sign| sign.is_quote());
        // A record says the name as a value.
        if let (Some(quote), Some(naming)) = (quoted, self.naming)
            && quote.end > naming
            && self.text[naming..quote.end].len() <= LONGEST
            && !self.text[naming..end].contains(['\n', ','])
        {
            self.naming = None;
            match self.value.take() {
                Some(value) => self.found.push(value),
                None => self.named = true,
            }
            return;
        }
        let Some((from, percent, _)) = self.values.separator(end, quoted, None, false) else {
            if let Some(range) = loose::in_chinese(self.text, end) {
                self.at = range.end;
                self.hide(range, None);
            }
            return;
        };
        let Some((range, behind, bare)) = self.values.read(from, percent, Of::Ascii) else { return };
        let value = &self.text[range.clone()];
        if value.len() >= LEAST {
            let hidden = self.hidden(range, quoted.filter(|_| bare));
            self.found.push(hidden);
            self.at = behind.max(self.at);
        }
    }

    /// The name of the element that ends in a name in Chinese; where none begins near, that name alone.
    fn element_name(&self, end: usize) -> &'t str {
        let near = floor(self.text, end.saturating_sub(ELEMENT));
        let open = self.text[near..end].rfind('<').map(|open| near + open + 1);
        let own = names::CHINESE.iter().find(|name| self.text[..end].ends_with(**name)).map_or(0, |name| name.len());
        &self.text[open.unwrap_or(end - own)..end]
    }

    /// An option whose value is a secret, be it glued to it.
    fn take_option(&mut self, start: usize) -> bool {
        let is_glued = |one: &&&str| matches!(**one, "-u" | "-U") && self.word.starts_with(**one);
        let glued = self.word.len() > 2 && self.options.iter().any(|one| is_glued(&one));
        if !glued && !self.options.contains(&self.word.as_str()) {
            return false;
        }
        let from = if glued {
            start + "-u".len()
        } else {
            let signs =
                self.text[self.at..].bytes().take(BETWEEN).take_while(|byte| matches!(byte, b' ' | b'=' | b'\t'));
            self.at + signs.count()
        };
        if glued || from > self.at {
            self.hide_value(from, None, 0, Of::All);
            self.take_rest_of_word();
        }
        true
    }

    /// A shell puts what stands in quotes together with what stands beside them: `'user':'password'`.
    fn take_rest_of_word(&mut self) {
        for _ in 0..BETWEEN {
            let rest = &self.text[self.at..];
            let length = rest.find([' ', '\t', '\n', '\r', '"', '\'']).unwrap_or(rest.len());
            // `user: password`, in two words by mistake.
            let is_parted = self.text[..self.at].ends_with(':') || rest[..length].ends_with(':');
            if length > 0 {
                self.hide(self.at..self.at + length, None);
                self.at += length;
            } else if rest.starts_with(['"', '\'']) {
                let before = self.at;
                self.hide_value(before, None, 0, Of::All);
                if self.at == before {
                    self.at += 1;
                }
            } else if rest.starts_with(' ') && is_parted {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// What follows `Bearer` or `Basic` and looks like nothing that is written in sentences.
    fn take_scheme(&mut self) {
        let rest = self.text[self.at..].strip_prefix(' ').unwrap_or_default();
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"._~+/=-".contains(byte)).count();
        let value = &rest[..length];
        if length >= 6 && (length >= 16 || value.bytes().any(|byte| byte.is_ascii_digit())) {
            let start = self.at + 1;
            self.hide(start..start + length, None);
            self.at = start + length;
        }
    }

    /// Whether a line has nothing before a place but the sign of an item, as in YAML.
    fn begins_line(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches([' ', '-']);
        before.len() < at && (before.is_empty() || before.ends_with('\n'))
    }

    /// The members by which records name a header or a parameter: `{"name": "…", "value": "…"}`.
    fn take_member(&mut self, quoted: Option<Sign>) -> bool {
        let names = matches!(self.word.as_str(), "name" | "key");
        if !names && self.word != "value" {
            return false;
        }
        let Some((from, percent)) = self.values.behind(self.at, quoted.is_some()) else { return false };
        if names {
            self.naming = Some(from);
            // No brace ends an item of YAML.
            self.named &= quoted.is_some();
            return true;
        }
        if self.named {
            self.hide_value(from, quoted, percent, Of::All);
            self.named = false;
        } else if Sign::at(self.text, from).is_some_and(Sign::is_quote)
            && let Some((range, _, bare)) = self.values.read(from, percent, Of::All)
        {
            self.value = Some(self.hidden(range, quoted.filter(|_| bare)));
        }
        true
    }

    /// What was fetched where a token is, under a name that says nothing: `{"data": "…"}`.
    fn take_fetched(&mut self, quoted: Option<Sign>) -> bool {
        if !self.fetched || self.word != "data" {
            return false;
        }
        let Some((from, percent)) = self.values.behind(self.at, true) else { return false };
        let read = self.values.read(from, percent, Of::All);
        // What is written in words is no token.
        let is_token = |text: &str| text.len() >= LEAST && text.bytes().all(|byte| byte.is_ascii_graphic());
        let Some((range, end, bare)) = read.filter(|(range, ..)| is_token(&self.text[range.clone()])) else {
            return false;
        };
        let hidden = self.hidden(range, quoted.filter(|_| bare));
        self.found.push(hidden);
        (self.fetched, self.at) = (false, end.max(self.at));
        true
    }

    /// Behind the name of a secret.
    fn take_name(&mut self, word: &str, scope: Scope, before: [Option<Sign>; 2], quoted: Option<Sign>) {
        let is_tag = before[1].is_some_and(|sign| sign.char == '<');
        if is_tag && matches!(scope, Scope::Anywhere | Scope::Ending) {
            if let Some(range) = self.values.element(self.at, word) {
                self.at = range.end;
                if !self.is_said(word, range.clone()) {
                    self.hide(range, None);
                }
            }
            return;
        }
        // A record says the name as a value.
        let begins = |naming: usize| match quoted {
            Some(quote) => Sign::at(self.text, naming).is_some_and(|sign| sign.end == quote.end),
            None => self.text[naming..].starts_with(word),
        };
        if self.naming.take().is_some_and(|naming| naming < self.at && begins(naming)) {
            if !matches!(scope, Scope::Anywhere | Scope::Ending) {
                return;
            }
            match self.value.take() {
                Some(value) => self.found.push(value),
                None => self.named = true,
            }
            return;
        }
        let Some((from, percent, sep)) =
            self.values.separator(self.at, quoted, before[0], before[1].is_some_and(Sign::is_quote))
        else {
            if matches!(scope, Scope::Anywhere | Scope::Ending) {
                self.take_loose(self.at);
            }
            return;
        };
        // The quote around a name that has no value.
        let opening = before[1].filter(|sign| sign.is_quote() && quoted.is_none());
        if opening.is_some_and(|opening| Sign::at(self.text, from).is_some_and(|sign| sign.closes(opening))) {
            return self.take_loose(from);
        }
        let counts = match scope {
            Scope::Anywhere | Scope::Ending => sep != '=' || !names::is_file(&self.address),
            Scope::NotXml => sep != '=' || !Sign::at(self.text, from).is_some_and(Sign::is_quote),
            Scope::Query(path) => sep == '=' && self.address.contains(path),
            Scope::Nowhere => false,
        };
        if counts {
            let low = word.to_ascii_lowercase();
            let is_line = sep == ':' && WHOLE_LINE.iter().any(|one| low.ends_with(one));
            let found = self.found.len();
            self.hide_value(from, quoted, percent, if is_line { Of::Line } else { Of::All });
            if self.found.len() > found
                && let Some(last) = self.found.last()
                && self.is_said(word, last.range.clone())
            {
                self.found.pop();
                return;
            }
            // What stands there is a name for it, or nothing: it may stand behind that.
            match self.found.len() > found {
                true => self.take_reserve(self.at),
                false => {
                    self.take_loose(from.saturating_sub(1).max(self.at));
                    self.take_reserve(from);
                }
            }
        }
    }

    /// Whether what stands behind a name is said in words: no secret but a password is.
    fn is_said(&self, name: &str, value: Range<usize>) -> bool {
        names::is_in_words(&self.text[value]) && !names::is_password(name)
    }

    /// A value in no form.
    fn take_loose(&mut self, at: usize) {
        if let Some(range) = self.loose(at) {
            self.at = range.end.max(self.at);
            self.hide(range, None);
        }
    }

    fn loose(&self, at: usize) -> Option<Range<usize>> {
        let behind = loose::behind(self.text, at).or_else(|| loose::in_sentence(self.text, at));
        behind.or_else(|| loose::in_chinese(self.text, at))
    }

    /// A value for where there is no other.
    fn take_reserve(&mut self, at: usize) {
        if let Some(start) = loose::in_reserve(self.text, at)
            && let Some((range, ..)) = self.values.read(start, 0, Of::All)
        {
            self.hide(range, None);
        }
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
mod tests;
