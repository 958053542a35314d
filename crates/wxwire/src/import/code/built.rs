//! What calls put together that stand right behind an object which is empty when it is made: `new JSONObject().put("a", 1)`,
//! `new StringBuilder("a").append("b").toString()`, `JSONObject().apply { put("a", 1) }`.

use super::join::combine;
use super::language::Does;
use super::reader::Reader;
use super::{Arguments, Expr};
use crate::import::found::Form;
use crate::import::text::Text;

/// Types whose objects are empty maps when they are made, and calls that make one, in small letters.
pub(crate) const MAPS: [&str; 14] = [
    "mutablemapof",
    "hashmapof",
    "linkedmapof",
    "hashmap",
    "linkedhashmap",
    "treemap",
    "jsonobject",
    "dictionary",
    "jobject",
    "objectnode",
    "map",
    "createobjectnode",
    "createobj",
    "buildjsonobject",
];

/// Types whose objects are texts that grow.
pub(crate) const BUILDERS: [&str; 2] = ["StringBuilder", "StringBuffer"];

/// Methods that put a member into a map and give the map.
const PUTS: [&str; 4] = ["put", "set", "fluentPut", "putOpt"];

/// The same, where nothing stands before them: in the braces behind a map.
const PUTS_HERE: [&str; 3] = ["put", "set", "addProperty"];

/// The most that is put together so.
const MAX_PUT: usize = 1000;

fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

impl Reader<'_> {
    /// What further calls make of an object that is empty when it is made, if all of them are known.
    pub(super) fn built(&mut self, value: &Expr, start: usize) -> Option<Expr> {
        let none = Arguments::new();
        let (name, given) = match value {
            Expr::Call(name, given, _) => (name, given),
            Expr::Name(name, _) if name == "buildJsonObject" => (name, &none),
            _ => return None,
        };
        let before = self.at;
        let is_map = given.is_empty() && MAPS.contains(&last(name).to_ascii_lowercase().as_str());
        let built = if is_map {
            self.built_map(start)
        } else if BUILDERS.contains(&last(name)) {
            self.built_text(given, start)
        } else {
            None
        };
        if built.is_none() {
            self.at = before;
        }
        built
    }

    fn built_map(&mut self, start: usize) -> Option<Expr> {
        let mut members = Vec::new();
        if self.language.form == Form::Java && self.initializes() {
            members = self.block()?;
            self.space();
            return self.takes("}").then(|| Expr::Map(self.since(start), members));
        }
        if self.language.form == Form::Kotlin && self.applies() {
            members = self.block()?;
            return Some(Expr::Map(self.since(start), members));
        }
        while let Some(method) = self.next_method(&PUTS) {
            members.push(self.pair()?);
            if members.len() > MAX_PUT || method.is_empty() {
                return None;
            }
        }
        // What makes JSON of it.
        let map = || Expr::Map(self.since(start), members.clone());
        (!members.is_empty()).then(map)
    }

    /// Skips the first of two braces behind what is made in Java.
    fn initializes(&mut self) -> bool {
        let before = self.at;
        self.space();
        if self.takes("{") {
            self.space();
            if self.rest().starts_with('{') {
                return true;
            }
        }
        self.at = before;
        false
    }

    /// Skips Kotlin's `.apply`, or nothing where braces follow at once.
    fn applies(&mut self) -> bool {
        let before = self.at;
        self.blank();
        _ = self.takes(".apply");
        self.blank();
        let is_block = self.rest().starts_with('{');
        if !is_block {
            self.at = before;
        }
        is_block
    }

    /// The members that the statements between two braces put into a map, if they do nothing else.
    fn block(&mut self) -> Option<Vec<(Text, Expr)>> {
        self.step(1);
        let mut members = Vec::new();
        loop {
            self.space();
            if self.takes("}") {
                return Some(members);
            }
            if self.takes(";") {
                continue;
            }
            let start = self.at;
            let name = self.path();
            if members.len() > MAX_PUT || self.peek() != Some('(') {
                return None;
            }
            if name == "putJsonObject" {
                let given = self.arguments(')');
                let [(None, Expr::Text(key))] = &given[..] else { return None };
                self.blank();
                let inner = if self.rest().starts_with('{') { self.block()? } else { return None };
                members.push((key.clone(), Expr::Map(self.since(start), inner)));
            } else if PUTS_HERE.contains(&name.as_str()) {
                members.push(self.pair()?);
            } else {
                return None;
            }
        }
    }

    /// A text that grows, if it is asked for as a text at last.
    fn built_text(&mut self, given: &[(Option<Text>, Expr)], start: usize) -> Option<Expr> {
        let mut text = match given {
            [] => Expr::Text(self.text.slice(start..start)),
            [(None, text @ Expr::Text(_))] => text.clone(),
            _ => return None,
        };
        let mut times = 0;
        while self.next_method(&["append", "Append"]).is_some() {
            times += 1;
            let mut more = self.arguments(')');
            let (1, true) = (more.len(), times <= MAX_PUT) else { return None };
            text = combine(Does::Concatenates, text, more.pop()?.1)?;
        }
        self.next_method(&["toString", "ToString"])?;
        self.arguments(')').is_empty().then_some(text)
    }

    /// Skips a method of these that is called next, up to its bracket.
    fn next_method(&mut self, methods: &[&str]) -> Option<String> {
        let before = self.at;
        self.space();
        if self.peek() == Some('.') {
            self.step(1);
            self.space();
            let rest = self.rest();
            let length = rest.find(|char: char| !char.is_alphanumeric()).unwrap_or(rest.len());
            let name = rest[..length].to_owned();
            self.step(length);
            self.blank();
            if methods.contains(&name.as_str()) && self.peek() == Some('(') {
                return Some(name);
            }
        }
        self.at = before;
        None
    }

    /// A key and its value, between the brackets of a call.
    fn pair(&mut self) -> Option<(Text, Expr)> {
        match <[_; 2]>::try_from(self.arguments(')')).ok()? {
            [(None, Expr::Text(key)), (None, value)] if !key.has_code() => Some((key, value)),
            _ => None,
        }
    }
}
