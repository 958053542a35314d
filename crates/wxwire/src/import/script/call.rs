//! What the arguments of a call say: address, headers, body.

use std::cell::Cell;

use super::change::makes_map;
use super::request::{MAX_NAMES, Script, last};
use crate::import::code::{Arguments, Expr, in_hole, is_other_form, is_plain_number, json, takes};
use crate::import::found::{Form, Found, Part};
use crate::import::repair::Origin;
use crate::import::report::{Dropped, Why};
use crate::import::text::Text;
use crate::problem::Code;

/// Whether a call makes a form of what it is given.
fn makes_form(name: &str) -> bool {
    let is_query = |name: &str| name.starts_with("qs.") || name.starts_with("querystring.");
    matches!(last(name), "urlencode" | "URLSearchParams") || last(name) == "stringify" && is_query(name)
}

/// Whether an object has members of another: `{…, ...other}`.
fn has_spread(text: &str) -> bool {
    text.match_indices("...").any(|(at, _)| text[..at].trim_end().ends_with(['{', ',']))
}

/// So much of what names hold is put into a text.
const MAX_FILLED: usize = 1 << 16;

/// So many names in a value are looked up.
const MAX_INNER: usize = 1000;

/// Whether an expression gives JSON as a text.
fn is_serialized(value: &Expr) -> bool {
    matches!(value, Expr::Call(name, ..) if matches!(last(name), "stringify" | "dumps"))
}

/// Whether a value is a text, so that its JSON is a text in quotes.
fn is_text(value: &Expr) -> bool {
    matches!(value, Expr::Text(_)) || is_serialized(value)
}

/// Whether a list is of the signs that JSON has between values, and those are JSON's own.
fn is_json_separators(value: &Expr) -> bool {
    let signs: String = value.place().as_str().chars().filter(|char| !"()[]'\" ".contains(*char)).collect();
    signs == ",,:"
}

fn is_utf8(charset: &str) -> bool {
    ["utf-8", "utf8", "utf_8"].iter().any(|name| charset.eq_ignore_ascii_case(name))
}

/// Whether it is the word for nothing.
pub(super) fn is_nothing(value: &Expr) -> bool {
    matches!(value, Expr::Name(name, _) if matches!(name.as_str(), "None" | "null" | "undefined"))
}

/// Arguments that say who sends, which are never shown.
pub(super) const LEFT_OUT: [(&str, Why); 2] = [("auth", Why::UserInfo), ("cookies", Why::Header)];

/// Calls that give a text, or its bytes, where they are given one.
const SAME_TEXT: [&str; 5] = ["str", "bytes", "bytearray", "String", "Buffer.from"];

impl Script {
    pub(super) fn keywords<'e>(&self, found: &mut Found, named: &dyn Fn(&[&str]) -> Option<&'e Expr>) {
        let files = named(&["files"]).map(|files| self.follow(files));
        match files {
            None => {
                // An object that is no JSON yet is sent as a form.
                let named = |names: &[&str]| named(names).filter(|value| !is_nothing(self.follow(value)));
                let (json, data) = (named(&["json"]), named(&["data", "content"]));
                match (json, data) {
                    // Which of them is sent depends on what is in them.
                    (Some(_), Some(data)) => found.refuse(Code::Variable, data.place()),
                    (Some(json), None) if is_text(self.follow(json)) => {
                        found.warn("string_twice", json.place().place());
                    }
                    (None, Some(data)) if matches!(self.follow(data), Expr::Map(..)) => {
                        found.as_form = named(&["data"]).map(|data| data.place().place());
                    }
                    _ => {}
                }
                self.body(found, json.or(data));
            }
            // Beside files, the members of `data` are parts as they are.
            Some(files) => {
                let own = self.pairs(named(&["data"]).map(|data| self.follow(data)));
                found.parts.extend(own.into_iter().map(|(name, value)| Part { name, value, is_file: false }));
                self.files(found, files);
            }
        }
        self.headers(found, named(&["headers"]));
        self.query(found, named(&["params"]));
        for (name, why) in LEFT_OUT {
            if let Some(value) = named(&[name]) {
                found.dropped.push(Dropped::new(why, value.place().place(), name));
            }
        }
    }

    pub(super) fn query(&self, found: &mut Found, params: Option<&Expr>) {
        let params = params.map(|params| self.follow(params).clone());
        for (name, value) in self.pairs(params.as_ref()) {
            let mut pair = name;
            pair.push_char('=', &value, 0..0);
            pair.push(&value, 0..value.len());
            found.query.push(pair);
        }
    }

    /// `{"media": open("a.png", "rb")}`, or `{"media": ("a.png", …)}`, or a list of pairs.
    fn files(&self, found: &mut Found, files: &Expr) {
        let one = |name: Text, file: &Expr| {
            let value = match self.follow(file) {
                Expr::Call(called, arguments, _) if last(called) == "open" => {
                    arguments.first().and_then(|(_, name)| self.text(name))
                }
                Expr::List(_, items) => items.first().and_then(|name| self.text(name)),
                _ => None,
            };
            Part { name, value: value.unwrap_or_else(|| file.place().clone()), is_file: true }
        };
        match files {
            Expr::Map(_, members) => {
                found.parts.extend(members.iter().map(|(name, file)| one(name.clone(), file)));
            }
            Expr::List(_, pairs) => {
                let pair = |pair: &Expr| match self.follow(pair) {
                    Expr::List(_, pair) => {
                        self.text(pair.first()?).zip(pair.get(1)).map(|(name, file)| one(name, file))
                    }
                    _ => None,
                };
                for one in pairs {
                    match pair(one) {
                        Some(part) => found.parts.push(part),
                        // A tuple is not followed; that there is a file is not lost.
                        None => found.refuse(Code::FileNeeded, one.place()),
                    }
                }
            }
            other => found.refuse(Code::Variable, other.place()),
        }
    }

    /// What fetch, axios and jQuery take beside the address.
    pub(super) fn options(&self, found: &mut Found, name: &str, options: Option<&Expr>) {
        let Some(options) = options.map(|options| self.follow(options)) else { return };
        // What is spread into them may set anything.
        if let Expr::Map(place, members) = options
            && members.iter().any(|(name, _)| name.is_empty())
            && has_spread(place.as_str())
        {
            found.refuse(Code::Variable, place);
        }
        // What is not known may hold the body.
        let is_nothing = |name: &str| matches!(name, "None" | "null" | "undefined");
        let is_unknown = match options {
            Expr::Name(name, _) => !is_nothing(name),
            Expr::Other(_) | Expr::Call(..) => true,
            _ => false,
        };
        if is_unknown && found.body.is_none() {
            found.refuse(Code::Variable, options.place());
        }
        let member = |names: &[&str]| options.get(names);
        found.url = found.url.take().or_else(|| Some(self.address_of(member(&["url", "uri"])?)));
        found.method = found.method.take().or_else(|| self.text(member(&["method", "type"])?));
        self.headers(found, member(&["headers", "header"]));
        self.query(found, member(&["params", "searchParams", "query", "qs"]));
        if found.body.is_none() {
            let body = self.body_in(found, name, options);
            let is_json = |body: &&Expr| member(&["json"]).is_some_and(|json| std::ptr::eq(json, *body));
            if let Some(twice) = body.filter(is_json).filter(|json| is_text(self.follow(json))) {
                found.warn("string_twice", twice.place().place());
            }
            self.body(found, body);
        }
    }

    pub(super) fn headers(&self, found: &mut Found, headers: Option<&Expr>) {
        let headers = headers.map(|headers| match self.follow(headers) {
            Expr::Call(name, arguments, _) if last(name) == "Headers" => {
                arguments.first().map(|(_, inner)| self.follow(inner))
            }
            other => Some(other),
        });
        // `new Headers()` is filled one by one.
        match headers.flatten() {
            // `[["name", "value"], …]`
            Some(Expr::List(_, items)) => {
                for item in items.iter().map(|item| self.follow(item)) {
                    match item {
                        Expr::List(_, pair) if pair.len() == 2 && self.text(&pair[0]).is_some() => {
                            let value = self.text(&pair[1]).unwrap_or_else(|| pair[1].place().as_variable());
                            found.headers.extend(self.text(&pair[0]).map(|name| (name, value)));
                        }
                        other => found.drop(Why::Unknown, other.place()),
                    }
                }
            }
            Some(map @ Expr::Map(_, members)) => {
                found.headers.extend(self.pairs(Some(map)));
                // What is spread into them.
                let lost = members.iter().filter(|(name, _)| name.is_empty());
                lost.for_each(|(_, value)| found.drop(Why::Unknown, value.place()));
            }
            None => {}
            Some(nothing) if is_nothing(nothing) => {}
            Some(other) => found.drop(Why::Unknown, other.place()),
        }
    }

    pub(super) fn pairs(&self, object: Option<&Expr>) -> Vec<(Text, Text)> {
        let Some(Expr::Map(_, members)) = object else { return vec![] };
        members
            .iter()
            .filter(|(name, _)| !name.is_empty())
            .map(|(name, value)| (name.clone(), self.text(value).unwrap_or_else(|| value.place().as_variable())))
            .collect()
    }

    pub(super) fn body(&self, found: &mut Found, body: Option<&Expr>) {
        let Some(body) = body.filter(|_| found.body.is_none()) else { return };
        if let Some(text) = self.encoded(self.follow(body)) {
            return self.body(found, Some(&text));
        }
        if let Some(value) = self.made(self.follow(body)) {
            return match value {
                Expr::Text(text) => found.body = Some((text, Origin::Body)),
                value => match json(&value, &Some) {
                    Ok(json) => found.body = Some((json, Origin::Script)),
                    Err(place) => found.refuse(Code::Variable, &place),
                },
            };
        }
        match self.follow(body) {
            Expr::Text(text) => found.body = Some((self.filled(text), Origin::Body)),
            // It sets what an object inherits from, and is none of its members.
            Expr::Map(text, _) if found.form == Form::JavaScript && text.as_str().contains("__proto__") => {
                found.refuse(Code::Variable, text);
            }
            value @ (Expr::Map(..) | Expr::List(..)) if value.unknown_key().is_some() => {
                found.refuse(Code::Variable, value.unknown_key().unwrap_or(value.place()));
            }
            value @ (Expr::Map(..) | Expr::List(..)) => self.object(found, value),
            Expr::Call(name, ..) if name == "dict" => self.object(found, body),
            // A form, whose values are what is meant.
            Expr::Call(name, arguments, place) if makes_form(name) => {
                found.as_form = Some(place.place());
                self.body(found, arguments.first().map(|(_, value)| value));
            }
            // Its own functions make what they make.
            Expr::Call(name, _, place) if self.bindings.is_own(name) => found.refuse(Code::Variable, place),
            Expr::Call(name, arguments, _) if matches!(last(name), "stringify" | "dumps") => {
                let nothing = |name: &str| matches!(name, "null" | "undefined");
                let rewrites = |argument: &&(Option<Text>, Expr)| {
                    let name = argument.0.as_ref().map_or("", Text::as_str);
                    matches!(name, "cls" | "default" | "separators") && !is_json_separators(&argument.1)
                };
                if let Some((_, how)) = arguments.iter().find(rewrites) {
                    return found.refuse(Code::Variable, how.place());
                }
                match arguments.get(1) {
                    // Which members it writes, and how.
                    Some((None, filter)) if !matches!(filter, Expr::Name(name, _) if nothing(name)) => {
                        found.refuse(Code::Variable, filter.place());
                    }
                    _ => {
                        let inner = arguments.first().map(|(_, value)| value);
                        if let Some(twice) = inner.filter(|value| is_text(self.follow(value))) {
                            found.warn("string_twice", twice.place().place());
                        }
                        self.body(found, inner);
                    }
                }
            }
            // Other bytes than those of UTF-8, or what is written in another way.
            Expr::Call(name, arguments, place)
                if SAME_TEXT.contains(&name.as_str())
                    && arguments.get(1).is_some_and(|(_, form)| self.is_other_form(arguments, self.follow(form))) =>
            {
                found.refuse(Code::Variable, place);
            }
            // What is a text already stays what it is.
            Expr::Call(name, arguments, place) if SAME_TEXT.contains(&name.as_str()) => {
                match arguments.first().map(|(_, value)| self.follow(value)) {
                    Some(text @ (Expr::Text(_) | Expr::Call(..))) => self.body(found, Some(text)),
                    _ => found.refuse(Code::Variable, place),
                }
            }
            nothing if is_nothing(nothing) => {}
            other => found.refuse(Code::Variable, other.place()),
        }
    }

    /// Whether bytes that are made of a text in a form are others than those of UTF-8.
    fn is_other_form(&self, arguments: &Arguments, form: &Expr) -> bool {
        let has_others = |value: &Expr| matches!(self.follow(value), Expr::Text(text) if !text.as_str().is_ascii());
        let is_ascii = matches!(form, Expr::Text(name) if name.as_str().contains("ascii"));
        is_other_form(form) || is_ascii && arguments.first().is_some_and(|(_, value)| has_others(value))
    }

    /// Whether a value is a text, or JSON as one.
    pub(super) fn is_text(&self, value: &Expr) -> bool {
        is_text(self.follow(value))
    }

    /// The name of a text whose bytes in UTF-8 a call of Python's gives: `body.encode("utf-8")`.
    fn encoded(&self, call: &Expr) -> Option<Expr> {
        let Expr::Call(name, arguments, place) = call else { return None };
        let text = name.strip_suffix(".encode").filter(|_| self.language.form == Form::Python)?;
        let is_utf8 = match &arguments[..] {
            [] => true,
            [(None, charset)] => self.text(charset).is_some_and(|charset| is_utf8(charset.as_str())),
            _ => false,
        };
        let text = Expr::Name(text.to_owned(), place.slice(0..text.len()));
        let is_text = matches!(self.follow(&text), Expr::Text(_)) || is_serialized(self.follow(&text));
        (is_utf8 && is_text).then_some(text)
    }

    pub(super) fn text(&self, expr: &Expr) -> Option<Text> {
        match self.follow(expr) {
            Expr::Text(text) => Some(self.filled(text)),
            Expr::Call(name, arguments, _) if last(name) == "URL" => self.text(&arguments.first()?.1),
            _ => None,
        }
    }

    /// A text with what the names in it hold, each a text without code of its own.
    pub(super) fn filled(&self, text: &Text) -> Text {
        if !text.has_code() {
            return text.clone();
        }
        let left = Cell::new(MAX_FILLED);
        text.filled(&|code| {
            let name = Expr::Name(in_hole(code).to_owned(), Text::default());
            let (takes_text, takes_number) = takes(code);
            let value = match self.follow(&name) {
                Expr::Text(value) if !value.has_code() && takes_text => value,
                Expr::Other(value) if is_plain_number(value.as_str()) && takes_number => value,
                _ => return None,
            };
            left.set(left.get().checked_sub(value.len())?);
            Some(value.clone())
        })
    }

    /// Whether the names in a list or a map that was made at a place hold now what they held then.
    fn is_still(&self, value: &Expr, at: usize, left: &mut usize) -> bool {
        match value {
            Expr::Name(name, _) => self.is_still_set(name, at, left),
            Expr::Text(text) if text.has_code() => {
                text.code().iter().all(|code| self.is_still_set(in_hole(code.as_str()), at, left))
            }
            Expr::List(_, items) => items.iter().all(|one| self.is_still(one, at, left)),
            Expr::Map(_, members) => members.iter().all(|(_, one)| self.is_still(one, at, left)),
            Expr::Call(_, arguments, _) => arguments.iter().all(|(_, one)| self.is_still(one, at, left)),
            _ => true,
        }
    }

    fn is_still_set(&self, name: &str, at: usize, left: &mut usize) -> bool {
        let root = name.split('.').next().unwrap_or_default();
        *left = left.saturating_sub(1);
        *left > 0 && self.bindings.settled(root, at) == self.bindings.settled(root, self.at)
    }

    /// What a name was set to, where that is certain at the call; anything else is itself.
    pub(super) fn follow<'e>(&'e self, expr: &'e Expr) -> &'e Expr {
        let (mut expr, mut at) = (expr, self.at);
        for _ in 0..MAX_NAMES {
            let Expr::Name(name, _) = expr else { break };
            // What it holds is that of the statement that set it, and still is.
            let settled = self.bindings.settled(name, at);
            let is_same = |place: &usize| {
                self.bindings.settled(name, self.at) == Some(*place) && self.set_at.get(name) == Some(place)
            };
            let Some(place) = settled.filter(is_same) else { break };
            let Some(value) = self.set.get(name).filter(|value| self.is_still(value, place, &mut { MAX_INNER })) else {
                break;
            };
            let can_change = match value {
                Expr::Map(..) | Expr::List(..) => true,
                Expr::Call(name, ..) => makes_map(name),
                _ => false,
            };
            // What a `try` put into it may not be there.
            let is_tried = self.tried.get(name).is_some_and(|end| *end <= self.at);
            if can_change && (is_tried || !self.bindings.is_intact(name, place, self.at, self.end)) {
                break;
            }
            (expr, at) = (value, place);
        }
        expr
    }
}
