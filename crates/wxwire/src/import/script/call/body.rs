//! What is sent of a value as a body.

use super::{is_nothing, is_serialized, is_text};
use crate::import::code::{Arguments, Expr, is_other_form, json};
use crate::import::found::{Form, Found};
use crate::import::repair::Origin;
use crate::import::script::request::{Script, last};
use crate::import::text::Text;
use crate::problem::Code;

/// Calls that give a text, or its bytes, where they are given one.
const SAME_TEXT: [&str; 5] = ["str", "bytes", "bytearray", "String", "Buffer.from"];

impl Script {
    pub(in crate::import::script) fn body(&self, found: &mut Found, body: Option<&Expr>) {
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
}

/// Whether a call makes a form of what it is given.
fn makes_form(name: &str) -> bool {
    let is_query = |name: &str| name.starts_with("qs.") || name.starts_with("querystring.");
    matches!(last(name), "urlencode" | "URLSearchParams") || last(name) == "stringify" && is_query(name)
}

/// Whether a list is of the signs that JSON has between values, and those are JSON's own.
fn is_json_separators(value: &Expr) -> bool {
    let signs: String = value.place().as_str().chars().filter(|char| !"()[]'\" ".contains(*char)).collect();
    signs == ",,:"
}

fn is_utf8(charset: &str) -> bool {
    ["utf-8", "utf8", "utf_8"].iter().any(|name| charset.eq_ignore_ascii_case(name))
}
