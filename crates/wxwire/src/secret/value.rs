//! The value behind a name: where it begins and where it ends, in any form of text.

use std::ops::Range;

use super::Scope;
use super::names::{self, can_be};
use super::sign::Sign;
use super::variable::{default_of, is_variable};
use crate::scan::floor;

/// The most signs between a name and its value.
const BETWEEN: usize = 64;

/// The longest text that may be a name for a value.
const NAME: usize = 128;

/// The most elements that are known to end nowhere. Names are written in many ways, and each would be looked for to the end.
const MAX_OPEN: usize = 32;

/// So far the end of any further element is looked for.
const NEAR: usize = 16 << 10;

/// Words that stand behind a name in code, help and messages, and are no values.
const WORDS: [&str; 20] = [
    "str", "string", "int", "integer", "number", "any", "text", "object", "optional", "required", "missing", "invalid",
    "expired", "error", "empty", "ok", "is", "not", "the", "await",
];

/// The schemes of a header, which tell nothing.
const SCHEMES: [&str; 2] = ["bearer ", "basic "];

/// A value: its bytes, where reading goes on, and whether it stands without quotes.
pub(super) type Read = (Range<usize>, usize, bool);

/// Which values are read.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Of {
    /// Any.
    All,
    /// A header's: to the end of its line.
    Line,
    /// Those of ASCII alone. Another is none from its first other character on, and is read no further: behind names in
    /// Chinese mostly stands a sentence, and reading goes on within it.
    Ascii,
}

impl Of {
    fn allows(self, written: &str) -> bool {
        self != Self::Ascii || written.is_ascii()
    }
}

/// The values of a text.
pub(super) struct Values<'t> {
    text: &'t str,
    /// Elements that end nowhere: what was looked for in vain is not looked for again.
    open: Vec<String>,
}

impl<'t> Values<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, open: Vec::new() }
    }

    /// Where the value of a member in quotes begins, and how often its colon is escaped as in a URL.
    pub(super) fn behind(&self, at: usize, quoted: bool) -> Option<(usize, usize)> {
        let after = if quoted { Sign::at(self.text, at)?.end } else { at };
        let sign = Sign::at(self.text, self.blank(after, quoted))?;
        matches!(sign.char, ':' | '：').then(|| (self.blank(sign.end, quoted), sign.percent))
    }

    /// What parts a name from its value: where the value begins, how often the sign is escaped as in a URL, and the sign.
    /// `before` is what stands before the quote of the name; `breaks`: a line may end before the value, as where a quote began.
    pub(super) fn separator(
        &self,
        at: usize,
        quoted: Option<Sign>,
        before: Option<Sign>,
        breaks: bool,
    ) -> Option<(usize, usize, char)> {
        let mut at = if quoted.is_some() { Sign::at(self.text, at)?.end } else { at };
        // A part of a form with a head of its own.
        if quoted.is_some() && before.is_some_and(|sign| sign.char == '=') {
            let rest = &self.text[at..];
            let body = rest.strip_prefix("\r\n\r\n").or_else(|| rest.strip_prefix("\n\n"))?;
            return Some((self.text.len() - body.len(), 0, '\n'));
        }
        at = self.blank(at, quoted.is_some());
        at += whose(&self.text[at..]);
        at += accessors(&self.text[at..]);
        let next = Sign::at(self.text, at)?;
        // `headers['token'] = …`, and what is left of a quote on one side.
        if next.char == ']' || quoted.is_none() && next.is_quote() {
            at = self.blank(next.end, false);
        }
        at += kind(&self.text[at..]);
        let sign = Sign::at(self.text, at)?;
        if let Some(value) = self.fallback(at) {
            return Some((value, 0, '|'));
        }
        if let Some(value) = self.serialized(at) {
            return Some((value, 0, ':'));
        }
        let part = match sign.char {
            // `Token::of`, a part of something that has the name.
            ':' if quoted.is_none() && self.text[sign.end..].starts_with(':') => return None,
            ':' | '：' => ':',
            '=' => '=',
            // `set("token", "…")`, `("token", "…")`, `["token", "…"]`.
            ',' if quoted.is_some() && before.is_some_and(|sign| matches!(sign.char, '(' | '[')) => ',',
            _ => return None,
        };
        let mut end = sign.end;
        // `:=`, `=>`, `==`, and a colon that was typed twice.
        if let Some(next) = Sign::at(self.text, end).filter(|next| matches!(next.char, '=' | '>' | ':')) {
            end = next.end;
        }
        let mut value = self.blank(end, breaks);
        // A blank that a shell does not part words at.
        if self.text[value..].starts_with("\\ ") {
            value += "\\ ".len();
        }
        if part == ':' {
            value += marked(&self.text[value..]);
            value += declared(&self.text[value..]);
        }
        value += typed(&self.text[value..]);
        if part != ',' {
            return Some((value, sign.percent, part));
        }
        // A list of names has more than two, and what is no text is no secret there.
        Sign::at(self.text, value).filter(|sign| sign.is_quote())?;
        let (_, end, bare) = self.read(value, sign.percent, Of::All)?;
        let next = Sign::at(self.text, self.blank(end, true)).map(|sign| sign.char);
        let pair = !bare && (before.is_some_and(|sign| sign.char == '(') || next == Some(']'));
        pair.then_some((value, sign.percent, part))
    }

    /// Where the text begins that a program takes where the name has no value: `env.TOKEN || "…"`, `get("TOKEN") or "…"`.
    fn fallback(&self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let inner = rest.trim_start_matches([')', ']', ' ']);
        let behind = ["||", "??", "?:", "or "].iter().find_map(|or| inner.strip_prefix(or))?;
        let value = self.blank(self.text.len() - behind.len(), true);
        Sign::at(self.text, value).is_some_and(Sign::is_quote).then_some(value)
    }

    /// Where the text begins that PHP keeps behind a name: `s:5:"token";s:24:"…"`.
    fn serialized(&self, at: usize) -> Option<usize> {
        let rest = self.text[at..].strip_prefix(";s:")?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let value = self.text.len() - rest[digits..].strip_prefix(':')?.len();
        Sign::at(self.text, value).is_some_and(Sign::is_quote).then_some(value)
    }

    /// The value at a place.
    pub(super) fn read(&self, at: usize, percent: usize, of: Of) -> Option<Read> {
        // What a shell takes where a variable has no value: `${TOKEN:-…}`.
        let default = default_of(&self.text[at..]);
        let of = if of == Of::Line && default.is_some() { Of::All } else { of };
        let at = default.map_or(at, |default| self.text.len() - default.len());
        let first = Sign::at(self.text, at)?;
        // b'…', f"…", @"…"
        let prefix = self.text[at..].bytes().take(2).take_while(|byte| b"bBfFrRuUnN@$".contains(byte)).count();
        let mut openings = [0, prefix].into_iter().filter_map(|skip| Sign::at(self.text, at + skip));
        if let Some(opening) = openings.find(|sign| sign.is_quote()) {
            let opening = self.added(opening).or_else(|| self.tripled(opening)).unwrap_or(opening);
            return if self.ends_text(opening) { None } else { self.quoted(opening, of) };
        }
        if matches!(first.char, '{' | '[') {
            let end = self.brackets(at, of)?;
            let value = &self.text[at..end];
            // What is not closed may end with any character.
            let is_blank = |inside: &str| !inside.contains(char::is_alphanumeric);
            let is_empty = value.len() < 3 || value.get(1..value.len() - 1).is_some_and(is_blank);
            return (value.len() > NAME || !is_empty && !is_variable(value)).then_some((at..end, end, true));
        }
        self.bare(at, percent, of)
    }

    /// The last of the three quotes that a text begins with.
    fn tripled(&self, first: Sign) -> Option<Sign> {
        let second = Sign::at(self.text, first.end).filter(|sign| sign.char == first.char)?;
        let third = Sign::at(self.text, second.end).filter(|sign| sign.char == first.char)?;
        (first.depth == 0).then_some(third)
    }

    /// The quote of the next text, where one ends the text before and a sign puts both together: `"…?key=" + "…"`.
    fn added(&self, closing: Sign) -> Option<Sign> {
        let rest = self.text[closing.end..].trim_start_matches([' ', '\t']);
        let rest = rest.strip_prefix(['+', '.', '&'])?.trim_start();
        Sign::at(self.text, self.text.len() - rest.len()).filter(|sign| sign.is_quote())
    }

    /// Whether a quote ends the text that the name stands in, as in `["a token=", 1]`: what follows goes on with a list or
    /// an object.
    fn ends_text(&self, quote: Sign) -> bool {
        let rest = self.text[quote.end..].trim_start();
        let colon = rest.strip_prefix(':').is_some_and(|rest| rest.starts_with([' ', '"', '\'', '[', '{']));
        colon || rest.is_empty() || rest.starts_with([',', '}', ']'])
    }

    /// The value of an element, from behind its name.
    pub(super) fn element(&mut self, at: usize, name: &str) -> Option<Range<usize>> {
        let mut start = at;
        // Attributes may stand between.
        loop {
            let sign = Sign::at(self.text, start)?;
            start = sign.end;
            match sign.char {
                '>' => break,
                '<' => return None,
                '/' if Sign::at(self.text, start).is_some_and(|next| next.char == '>') => return None,
                _ => {}
            }
        }
        let rest = &self.text[start..];
        let end = self.closing(start, name).or_else(|| rest.find(['<', '\n'])).unwrap_or(rest.len());
        let value = &rest[..end];
        let cdata = value.trim_start().strip_prefix("<![CDATA[");
        let inner = cdata.map_or(value, |inner| inner.split("]]>").next().unwrap_or_default());
        let offset = if cdata.is_some() { value.len() - value.trim_start().len() + "<![CDATA[".len() } else { 0 };
        let inner_start = start + offset + (inner.len() - inner.trim_start().len());
        let inner = inner.trim();
        self.is_secret(inner).then(|| inner_start..inner_start + inner.len())
    }

    /// How far behind a place an element is closed.
    fn closing(&mut self, start: usize, name: &str) -> Option<usize> {
        if self.open.iter().any(|one| one == name) {
            return None;
        }
        let is_many = self.open.len() >= MAX_OPEN;
        let rest = &self.text[start..if is_many { floor(self.text, start + NEAR) } else { self.text.len() }];
        let begins = |at: usize| ["<", "&lt;", "<\\"].iter().find(|sign| rest[..at].ends_with(**sign));
        let close = format!("/{name}");
        let found = rest.match_indices(&close).find_map(|(at, _)| Some(at - begins(at)?.len()));
        if found.is_none() && !is_many {
            self.open.push(close[1..].to_owned());
        }
        found
    }

    fn quoted(&self, opening: Sign, of: Of) -> Option<Read> {
        let start = opening.end;
        let mut at = start;
        let mut behind = None;
        while let Some(sign) = Sign::at(self.text, at) {
            if sign.closes(opening) {
                behind = Some(sign.end);
                break;
            }
            if sign.breaks() {
                break;
            }
            if !of.allows(&self.text[at..sign.end]) {
                return None;
            }
            at = sign.end;
        }
        let value = &self.text[start..at];
        let scheme = SCHEMES.iter().find(|scheme| is_prefix(value, scheme)).map_or(0, |scheme| scheme.len());
        let value = &value[scheme..];
        self.is_secret(value).then_some((start + scheme..at, behind.unwrap_or(at), false))
    }

    /// A value without quotes.
    fn bare(&self, from: usize, percent: usize, of: Of) -> Option<Read> {
        let line = of == Of::Line;
        let scheme = SCHEMES.iter().find(|scheme| is_prefix(&self.text[from..], scheme));
        let start = from + scheme.map_or(0, |scheme| scheme.len());
        let mut at = start;
        let mut code = false;
        while let Some(sign) = Sign::at(self.text, at) {
            let ends = match sign.char {
                _ if sign.percent > percent => false,
                '\n' | '\r' | '"' | '\'' | '`' | '“' | '”' | '<' => true,
                ' ' | '\t' | '&' | ',' | ';' | '>' | '|' | '}' | ']' | ')' | '，' | '。' | '；' | '#' => !line,
                '(' | '[' => {
                    code = !line;
                    code
                }
                _ => sign.char.is_whitespace() && !line,
            };
            if ends {
                break;
            }
            if !of.allows(&self.text[at..sign.end]) {
                return None;
            }
            at = sign.end;
        }
        let value = trim(&self.text[start..at]);
        (!(code && value.len() <= NAME) && self.is_secret(value)).then_some((start..start + value.len(), at, true))
    }

    /// Whether a value is more than a name for one.
    pub(super) fn is_secret(&self, value: &str) -> bool {
        // A name is short; and what is none is not read twice.
        if value.len() > NAME {
            return true;
        }
        let last = value.rsplit(['.', '>', ' ']).next().unwrap_or_default();
        let named = matches!(names::find(last), Some(Scope::Anywhere | Scope::Ending));
        can_be(value.trim())
            && !named
            && !is_variable(value)
            && !WORDS.iter().any(|word| word.eq_ignore_ascii_case(value))
            && value.contains(|char: char| char != '*' && char != 'x' && char != 'X' && char != '.' && char != '…')
    }

    /// The end of what a bracket begins; of the text, where it is not closed. None where it is no value of these.
    fn brackets(&self, from: usize, of: Of) -> Option<usize> {
        let (mut at, mut depth) = (from, 0_usize);
        let mut string: Option<Sign> = None;
        while let Some(sign) = Sign::at(self.text, at) {
            if !of.allows(&self.text[at..sign.end]) {
                return None;
            }
            at = sign.end;
            match string {
                Some(opening) if sign.closes(opening) => string = None,
                Some(_) => {}
                None if matches!(sign.char, '"' | '\'') => string = Some(sign),
                None if matches!(sign.char, '{' | '[') => depth += 1,
                None if matches!(sign.char, '}' | ']') => depth -= 1,
                None => {}
            }
            if depth == 0 {
                break;
            }
        }
        Some(at)
    }

    /// The place behind white space; a line break counts as such only where a quote tells that it is no sentence.
    fn blank(&self, from: usize, breaks: bool) -> usize {
        let mut at = from;
        for _ in 0..BETWEEN {
            match Sign::at(self.text, at) {
                Some(sign) if sign.is_blank() && (breaks || sign.char != '\n') => at = sign.end,
                _ => break,
            }
        }
        at
    }
}

/// How long is what PHP prints behind a property's name, up to the bracket: `:protected]`, `:Class:private]`.
fn whose(text: &str) -> usize {
    let end = text.bytes().take(NAME).take_while(|byte| !matches!(byte, b']' | b'\n' | b' ')).count();
    let word = text.get(..end).filter(|_| text.as_bytes().get(end) == Some(&b']')).unwrap_or_default();
    let is_whose = word.starts_with(':') && [":protected", ":private"].iter().any(|one| word.ends_with(one));
    if is_whose { end } else { 0 }
}

/// How long is what C# writes behind a property's name: `{ get; set; } `.
fn accessors(text: &str) -> usize {
    let near = &text[..floor(text, BETWEEN)];
    let inside = near.strip_prefix('{').and_then(|rest| rest.split_once('}')).filter(|(inside, _)| {
        inside.split(';').all(|one| one.trim().is_empty() || one.trim().ends_with("et") || one.trim().ends_with("init"))
    });
    inside.map_or(0, |(inside, rest)| inside.len() + 2 + rest.len() - rest.trim_start_matches(' ').len())
}

/// How long is what stands before the sign of a declaration: `string = "…"` in Go, `?= …` in a makefile.
fn kind(text: &str) -> usize {
    let near = &text[..floor(text, BETWEEN)];
    let word = near.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'*').count();
    let sign = near[word..].trim_start_matches(' ');
    let is_type = word > 0 && sign.starts_with('=') && declared(text) > 0;
    match sign.strip_prefix('?').filter(|sign| word == 0 && sign.starts_with('=')) {
        Some(sign) => near.len() - sign.len(),
        None if is_type => near.len() - sign.len(),
        None => 0,
    }
}

/// How long is the tag or the anchor of YAML before a value: `!!str `, `&name `.
fn marked(text: &str) -> usize {
    let near = &text[..floor(text, BETWEEN)];
    let word = near.split(' ').next().unwrap_or_default();
    let is_name =
        |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let is_mark = word.strip_prefix("!!").or_else(|| word.strip_prefix('&')).is_some_and(is_name);
    let is_before_value = near[word.len()..].strip_prefix(' ').is_some_and(|rest| !rest.starts_with('='));
    if is_mark && is_before_value { word.len() + 1 } else { 0 }
}

/// How long is the type between a name and its text, with the sign behind it: `&str = "…"`, `Final[str] = "…"`.
fn declared(text: &str) -> usize {
    let near = &text[..floor(text, BETWEEN)];
    let is_of_type = |char: char| char.is_ascii_alphanumeric() || "_<>[]?&', .*|!".contains(char);
    let length = near.find(|char| !is_of_type(char)).unwrap_or_default();
    let behind = near[length..].strip_prefix('=').map(|behind| behind.trim_start_matches(' ')).unwrap_or_default();
    let is_type = length > 0 && !near.starts_with(['\'', ' ', ',', '.']);
    if is_type && behind.starts_with(['"', '\'', '`']) { near.len() - behind.len() } else { 0 }
}

/// How long is what programs print before a text: `string(24) "…"` in PHP, `Some("…")` in Rust.
fn typed(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.strip_prefix("string(").unwrap_or_default();
    let rest = rest.get(digits(rest)..).and_then(|rest| rest.strip_prefix(") "));
    let rest = rest.or_else(|| ["Some(", "HeaderValue("].iter().find_map(|around| text.strip_prefix(around)));
    // Python's brackets around what goes on in the next line.
    let rest = rest.or_else(|| text.strip_prefix('(').map(str::trim_start));
    rest.filter(|rest| rest.starts_with(['"', '\''])).map_or(0, |rest| text.len() - rest.len())
}

/// A value without what stands at its end and is none of it: blanks, backslashes, the end of its colour.
fn trim(value: &str) -> &str {
    let mut rest = value;
    for _ in 0..BETWEEN {
        rest = rest.trim_end_matches(['\\', ' ', '\t']);
        // A change of colour is short.
        let near = floor(rest, rest.len().saturating_sub(BETWEEN));
        let tail = rest[near..].rfind(['\u{1b}', '\\']).map(|at| near + at);
        let is_colour = |at: &usize| Sign::at(rest, *at).is_some_and(|sign| sign.is_colour() && sign.end == rest.len());
        let Some(at) = tail.filter(is_colour) else { break };
        rest = &rest[..at];
    }
    rest
}

fn is_prefix(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}
