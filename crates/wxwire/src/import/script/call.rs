//! What the arguments of a call say: address, headers, body.

mod body;
mod holds;

use super::request::{Script, last};
use crate::import::code::Expr;
use crate::import::found::{Found, Part};
use crate::import::report::{Dropped, Why};
use crate::import::text::Text;
use crate::problem::Code;

/// Whether an object has members of another: `{…, ...other}`.
fn has_spread(text: &str) -> bool {
    text.match_indices("...").any(|(at, _)| text[..at].trim_end().ends_with(['{', ',']))
}

/// Whether an expression gives JSON as a text.
fn is_serialized(value: &Expr) -> bool {
    matches!(value, Expr::Call(name, ..) if matches!(last(name), "stringify" | "dumps"))
}

/// Whether a value is a text, so that its JSON is a text in quotes.
fn is_text(value: &Expr) -> bool {
    matches!(value, Expr::Text(_)) || is_serialized(value)
}

/// Whether it is the word for nothing.
pub(super) fn is_nothing(value: &Expr) -> bool {
    matches!(value, Expr::Name(name, _) if matches!(name.as_str(), "None" | "null" | "undefined"))
}

/// Arguments that say who sends, which are never shown.
pub(super) const LEFT_OUT: [(&str, Why); 2] = [("auth", Why::UserInfo), ("cookies", Why::Header)];

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

    /// Whether a value is a text, or JSON as one.
    pub(super) fn is_text(&self, value: &Expr) -> bool {
        is_text(self.follow(value))
    }
}
