//! What a script does to a value after it was set: it is not followed, so the value is not known any more.

mod put;

use super::program::set_in_brackets;
use super::request::{MAX_NAMES, Script, last};
use crate::import::code::{Expr, Reader};
use crate::import::text::Text;

/// Methods that change what they are called on.
pub(super) const METHODS: [&str; 19] = [
    "__setitem__",
    "__delitem__",
    "sort",
    "reverse",
    "fill",
    "update",
    "setdefault",
    "pop",
    "popitem",
    "clear",
    "append",
    "extend",
    "insert",
    "remove",
    "push",
    "unshift",
    "splice",
    "shift",
    "set",
];

/// Those of them that put items behind those of a list.
pub(super) const ITEMS: [&str; 2] = ["append", "push"];

/// The one of them that puts members into a map.
pub(super) const UPDATE: &str = "update";

/// Calls that change what they are given first.
pub(super) const FIRST: [&str; 10] = [
    "dict.__setitem__",
    "dict.update",
    "operator.setitem",
    "Object.assign",
    "Object.defineProperty",
    "Object.defineProperties",
    "Reflect.set",
    "Reflect.deleteProperty",
    "_.merge",
    "_.set",
];

/// Whether a call makes a map.
pub(super) fn makes_map(call: &str) -> bool {
    ["dict", "loads"].contains(&last(call)) || ["Object.assign", "JSON.parse"].contains(&call)
}

/// What stands before a value that loses a member.
pub(super) const WORDS: [&str; 2] = ["del", "delete"];

impl Script {
    /// Whether a statement that begins with a name changes a value that is known. The value is the statement from then
    /// on, for that is what a person has to look at.
    pub(super) fn changes(&mut self, reader: &mut Reader<'_>, name: &str, start: usize) -> bool {
        let before = reader.at;
        let mut name = name.to_owned();
        let loses = WORDS.contains(&name.as_str());
        if loses {
            reader.space();
            while reader.takes("(") {
                reader.space();
            }
            name = reader.path();
        }
        if FIRST.contains(&name.as_str()) && reader.rest().starts_with('(') {
            reader.step(1);
            reader.space();
            name = reader.path();
            return self.forget(reader, &name, start) || reset(reader, before);
        }
        let root = name.split('.').next().unwrap_or_default().to_owned();
        let end = reader.at;
        if !loses && self.puts(reader, &name, start) {
            return true;
        }
        reader.at = end;
        if !loses && self.extends(reader, &name, start) {
            return true;
        }
        reader.at = end;
        reader.blank();
        if !reader.rest().starts_with('[') {
            reader.at = end;
        }
        let is_member = root.len() < name.len() || reader.rest().starts_with('[');
        let mut inner = String::new();
        while reader.rest().starts_with('[') {
            reader.arguments(']');
            // `data["list"].append`
            let dot = reader.rest().starts_with('.');
            reader.step(usize::from(dot));
            inner = reader.path();
        }
        if loses {
            return self.forget(reader, &root, start) || reset(reader, before);
        }
        reader.space();
        let rest = reader.rest();
        let method = METHODS.contains(&last(&inner)) && rest.starts_with('(');
        let method = method || root.len() < name.len() && METHODS.contains(&last(&name)) && rest.starts_with('(');
        let signs = [
            "=", "+=", "|=", "-=", "*=", "/=", "%=", "&=", "^=", "//=", "**=", "<<=", ">>=", "??=", "||=", "&&=", "++",
            "--",
        ];
        let set = signs.iter().any(|sign| rest.starts_with(sign)) && !rest.starts_with("==") && !rest.starts_with("=>");
        let plain = rest.starts_with('=');
        let changed = method || set && (is_member || !plain);
        changed && self.forget(reader, &root, start) || reset(reader, before)
    }

    /// Knows no more what is set in brackets: `[data.a, b] = …`.
    pub(super) fn taken_apart(&mut self, reader: &Reader<'_>) {
        let Some(inner) = set_in_brackets(reader.rest()) else { return };
        let end = reader.at + inner.len();
        let is_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$');
        for name in inner.split(|char| !is_name(char)).filter(|name| !name.is_empty()) {
            self.lose(name, reader.text.slice(reader.at..end));
        }
    }

    /// Takes a value for the statement that changes it, if it is known.
    fn forget(&mut self, reader: &mut Reader<'_>, name: &str, start: usize) -> bool {
        let known = match self.set.get(name) {
            Some(Expr::Map(..) | Expr::List(..) | Expr::Text(_) | Expr::Other(_)) => true,
            // What else a call makes is no value that is sent.
            Some(Expr::Call(called, ..)) => makes_map(called) || last(called) == "URL",
            _ => false,
        };
        if let Some(Expr::Name(other, _)) = self.set.get(name) {
            let other = other.clone();
            self.lose(&other, statement(reader, start));
            return true;
        }
        if known {
            self.lose(name, statement(reader, start));
        }
        known
    }

    /// Knows no more what a name holds, nor what the name holds that it stands for, nor what lies in it: that may be what was
    /// changed.
    pub(super) fn lose(&mut self, name: &str, place: Text) {
        let mut names = vec![name.to_owned()];
        while let Some(mut name) = names.pop() {
            for _ in 0..MAX_NAMES {
                match self.set.get(&name) {
                    Some(Expr::Name(other, _)) if *other != name => name = other.clone(),
                    Some(value) => {
                        value.names(&mut names);
                        self.set.set(name, Expr::Other(place.clone()));
                        break;
                    }
                    None => break,
                }
            }
        }
    }
}

/// What stands from a place up to the end of the statement. The reader stays where it is: a request may be sent in it.
fn statement(reader: &mut Reader<'_>, start: usize) -> Text {
    let at = reader.at;
    reader.skip();
    let statement = reader.text.slice(start..reader.at).trim();
    reader.at = at;
    statement
}

/// Goes back to a place.
fn reset(reader: &mut Reader<'_>, at: usize) -> bool {
    reader.at = at;
    false
}
