//! Objects as programs print them with the names of their fields: `Reply(ret=200, msg='ok')`, `["ret": 200]`, `{Ret:200 Msg:ok}`.
//!
//! Where every text has its quotes, they are read; where not, nobody can say where a text ends: they are named, and not read. In
//! source much looks like this, so only what looks like a reply is told at all.

use super::printed::{Print, Reader, Stopped};
use super::string::Of;
use super::{Form, Payload, Reading, floor};
use crate::layer::MAX_DEPTH;
use crate::layer::json::quote as json_of;
use crate::problem::{Code, Problem};

/// The longest that is named.
const MAX_LENGTH: usize = 4096;

/// The longest name of a class.
const MAX_NAME: usize = 100;

/// The most levels of one: each bracket is looked behind for so many more.
const MAX_LEVELS: usize = 16;

/// How Python prints a dictionary with an order, before its pairs.
const ORDERED: &str = "OrderedDict(";

/// What a reply calls its code, and its words or what it brings; in small letters.
const CODES: [&str; 6] = ["ret", "errcode", "err_code", "code", "succeed", "success"];
const WORDS: [&str; 6] = ["msg", "errmsg", "err_msg", "errdesc", "message", "data"];

/// An object at a bracket, with the name of its class before it, if it has one.
pub(super) fn read(text: &str, sign: usize) -> Reading<'static> {
    found(text, sign).map_or(Reading::None(sign + 1), |payload| {
        let end = payload.span.end;
        Reading::Found(vec![payload], end)
    })
}

fn found(text: &str, sign: usize) -> Option<Payload<'static>> {
    let near = &text[..floor(text, sign + MAX_LENGTH)];
    let before = &text[floor(text, sign.saturating_sub(MAX_NAME))..sign];
    let bracket = near.as_bytes()[sign];
    let is_ordered = bracket == b'[' && before.ends_with(ORDERED);
    // An argument is code.
    let is_argument = bracket == b'{' && before.trim_ascii_end().ends_with('(');
    if !matches!(bracket, b'{' | b'[' | b'(') || is_argument || !is_ordered && !begins(&near[sign + 1..]) {
        return None;
    }
    let end = closed(near, sign)?;
    let inner = near[sign + 1..end - 1].to_ascii_lowercase();
    // What Go prints of an error code is told by that code.
    let is_gos = inner.trim_ascii_start().starts_with("errcode:");
    if is_gos || !has(&inner, &CODES, is_ordered, true) || !has(&inner, &WORDS, is_ordered, false) {
        return None;
    }
    let mut reader = Reader::new(near, sign);
    let read = match bracket {
        b'(' => reader.fields(0),
        b'[' if is_ordered => reader.pairs(0).and_then(|()| reader.pass(')')),
        b'[' => reader.entries(0),
        _ => Err(Stopped::Here),
    };
    let start = sign - if is_ordered { ORDERED.len() } else { name(before).len() };
    Some(match read.map(|()| reader.finish()) {
        Ok(Print { json, end, .. }) => Payload::new(start..end, json, Form::Object),
        Err(_) => {
            let fault = Problem::new(Code::Ambiguous).span(sign..end);
            Payload { fault: Some(fault), ..Payload::new(start..end, text[start..end].to_owned(), Form::Object) }
        }
    })
}

/// Whether a text begins with a key: most brackets stand before anything else.
fn begins(inner: &str) -> bool {
    let near = inner[..floor(inner, MAX_NAME)].trim_ascii_start();
    let key = near.trim_start_matches("AnyHashable(").trim_start_matches('"');
    let behind = key.trim_start_matches(|char: char| char.is_alphanumeric() || char == '_');
    behind.len() < key.len() && behind.trim_start_matches(['"', ')', ' ']).starts_with([':', '='])
}

/// The first object in a part of a text that stands in round brackets behind the name of its class.
pub(super) fn of_class(text: &str, mut from: usize, to: usize) -> Option<Reading<'static>> {
    while let Some(found) = memchr::memchr(b'(', &text.as_bytes()[from..to]) {
        let sign = from + found;
        from = sign + 1;
        let before = &text[floor(text, sign.saturating_sub(MAX_NAME))..sign];
        let is_class = name(before).starts_with(|char: char| char.is_ascii_uppercase());
        let near = &text[from..floor(text, from + MAX_NAME)];
        let is_field = || super::java::begins(near.split(',').next().unwrap_or_default());
        if is_class
            && is_field()
            && let found @ Reading::Found(..) = read(text, sign)
        {
            return Some(found);
        }
    }
    None
}

/// The name that a text ends with.
fn name(before: &str) -> &str {
    &before[before.trim_end_matches(|char: char| char.is_alphanumeric() || char == '_').len()..]
}

/// Where the bracket that opens at a place is closed.
fn closed(text: &str, at: usize) -> Option<usize> {
    let mut open = Vec::new();
    for (place, byte) in text.bytes().enumerate().skip(at) {
        match byte {
            b'(' => open.push(b')'),
            b'[' => open.push(b']'),
            b'{' => open.push(b'}'),
            b')' | b']' | b'}' if open.pop() != Some(byte) => return None,
            _ => {}
        }
        if open.len() > MAX_LEVELS {
            return None;
        }
        if open.is_empty() {
            return Some(place + 1);
        }
    }
    None
}

/// Whether one of some names stands in a text as a key, or first in a pair; `is_number`: with a number or a yes or no behind it.
fn has(inner: &str, names: &[&str], in_pairs: bool, is_number: bool) -> bool {
    let parts: &[char] = if in_pairs { &[','] } else { &[':', '='] };
    let is_key = |at: usize, name: &str| {
        let before = inner[..at].chars().next_back();
        let rest = inner[at + name.len()..].trim_start_matches(['"', '\'', ')', ' ']);
        let value = rest.strip_prefix(parts).map(|rest| rest.trim_start_matches([' ', '"', '\'']));
        let is_value = |value: &str| {
            value.starts_with(|char: char| char.is_ascii_digit() || matches!(char, '-' | 't' | 'f' | 'o'))
        };
        !before.is_some_and(|char| char.is_alphanumeric() || matches!(char, '_' | '.' | '$'))
            && value.is_some_and(|value| !is_number || is_value(value))
    };
    names.iter().any(|name| inner.match_indices(name).any(|(at, _)| is_key(at, name)))
}

impl Reader<'_> {
    /// `(name=value, …)`, as Python prints objects with fields.
    fn fields(&mut self, depth: usize) -> Result<(), Stopped> {
        self.members_of((')', None), depth, |reader| {
            let rest = &reader.text[reader.at..];
            let name = &rest[..rest.find('=').ok_or(Stopped::Here)?];
            let is_name = !name.is_empty() && name.chars().all(|char| char.is_alphanumeric() || char == '_');
            reader.json.push_str(&json_of(Some(name).filter(|_| is_name).ok_or(Stopped::Here)?));
            reader.at += name.len() + "=".len();
            Ok(())
        })
    }

    /// `["name": value, …]`, as Swift prints dictionaries, and what stands in a list.
    fn entries(&mut self, depth: usize) -> Result<(), Stopped> {
        self.members_of((']', None), depth, |reader| {
            let is_hashable = reader.text[reader.at..].starts_with("AnyHashable(\"");
            reader.at += if is_hashable { "AnyHashable(".len() } else { 0 };
            reader.quoted()?;
            if is_hashable {
                reader.pass(')')?;
            }
            reader.pass(':')
        })
    }

    /// `[('name', value), …]`, as Python prints what is in an order.
    fn pairs(&mut self, depth: usize) -> Result<(), Stopped> {
        self.members_of((']', Some(')')), depth, |reader| {
            reader.pass('(')?;
            reader.quoted()?;
            reader.pass(',')
        })
    }

    /// Members up to a closing bracket, each with what ends it, if something does.
    fn members_of(
        &mut self,
        (close, end): (char, Option<char>),
        depth: usize,
        mut key: impl FnMut(&mut Self) -> Result<(), Stopped>,
    ) -> Result<(), Stopped> {
        self.at += 1;
        self.json.push('{');
        loop {
            match self.peek()? {
                char if char == close => break,
                ',' if !self.json.ends_with('{') => {
                    self.at += 1;
                    self.json.push(',');
                    self.peek()?;
                }
                _ if self.json.ends_with('{') => {}
                _ => return Err(Stopped::Here),
            }
            key(self)?;
            self.json.push(':');
            self.field(depth + 1)?;
            if let Some(end) = end {
                self.pass(end)?;
            }
        }
        self.at += 1;
        self.json.push('}');
        Ok(())
    }

    /// A value: another object, a list, or one that has its quotes or is a number.
    fn field(&mut self, depth: usize) -> Result<(), Stopped> {
        if depth > MAX_DEPTH {
            return Err(Stopped::Here);
        }
        let char = self.peek()?;
        let rest = &self.text[self.at..];
        let word =
            &rest[..rest.len() - rest.trim_start_matches(|char: char| char.is_alphanumeric() || char == '_').len()];
        let behind = &rest[word.len()..];
        match char {
            '"' | '\'' => self.quoted(),
            '-' | '0'..='9' => self.number(),
            '[' if self.has_key() => self.entries(depth),
            '[' => self.listed(depth),
            _ if behind.starts_with('(') && word == "Optional" => {
                self.at += word.len() + 1;
                self.field(depth + 1)?;
                self.pass(')')
            }
            _ if behind.starts_with("([") && word == "OrderedDict" => {
                self.at += ORDERED.len();
                self.pairs(depth)?;
                self.pass(')')
            }
            _ if behind.starts_with('(') => {
                self.at += word.len();
                self.fields(depth)
            }
            _ => {
                let json = match word {
                    "True" | "true" => "true",
                    "False" | "false" => "false",
                    "None" | "nil" | "null" => "null",
                    _ => return Err(Stopped::Here),
                };
                self.json.push_str(json);
                self.at += word.len();
                Ok(())
            }
        }
    }

    fn listed(&mut self, depth: usize) -> Result<(), Stopped> {
        self.at += 1;
        self.json.push('[');
        while self.peek()? != ']' {
            if !self.json.ends_with('[') {
                self.pass(',')?;
                self.json.push(',');
            }
            self.field(depth + 1)?;
        }
        self.at += 1;
        self.json.push(']');
        Ok(())
    }

    fn quoted(&mut self) -> Result<(), Stopped> {
        match self.peek()? {
            '"' | '\'' => self.text(Of::Text),
            _ => Err(Stopped::Here),
        }
    }

    /// Whether a text with a colon behind it stands behind a bracket: so it is no list.
    fn has_key(&self) -> bool {
        let inner = &self.text[self.at + 1..];
        let mut reader = Reader::new(inner, 0);
        inner.starts_with("AnyHashable(") || reader.quoted().is_ok() && reader.pass(':').is_ok()
    }

    /// Passes a sign that has to come next.
    fn pass(&mut self, sign: char) -> Result<(), Stopped> {
        if self.peek()? != sign {
            return Err(Stopped::Here);
        }
        self.at += sign.len_utf8();
        Ok(())
    }
}
