//! Lists and maps of a script, with what the names in them hold.
//!
//! What stands in the script as it is sent is read by the mender, as JSON is, and its faults are told. What holds names is
//! read as its language has it, and only where nothing in it was passed over.

use super::request::{MAX_NAMES, Script};
use crate::import::code::{Arguments, Expr, SPREAD, is_bytes, is_whole, json};
use crate::import::found::{Form, Found};
use crate::import::repair::{Origin, repair};
use crate::import::text::Text;
use crate::problem::Code;

/// The most members of a map that others are put into.
pub(super) const MAX_MEMBERS: usize = 1000;

/// How deep a value may lie in others.
pub(super) const MAX_LEVELS: usize = 32;

/// Words for values, and JSON's.
const WORDS: [(&str, &str); 6] =
    [("true", "true"), ("false", "false"), ("null", "null"), ("True", "true"), ("False", "false"), ("None", "null")];

impl Script {
    /// The body that a list or a map is.
    pub(super) fn object(&self, found: &mut Found, value: &Expr) {
        let text = value.place();
        let is_as_written = matches!(value, Expr::Map(..) | Expr::List(..))
            && !is_put_into(value)
            && !value.has_key_twice()
            && !self.divides(value)
            && !has_bytes(value);
        let problem = match is_as_written.then(|| repair(text, Origin::Script)) {
            Some(Ok(_)) => return found.body = Some((text.clone(), Origin::Script)),
            Some(Err(problem)) => Some(problem),
            None => None,
        };
        match self.known(value, MAX_LEVELS).and_then(|value| json(&value, &Some)) {
            Ok(json) => found.body = Some((json, Origin::Script)),
            // What is no fault of the language is a value that is not known.
            Err(place)
                if problem.is_none_or(|problem| problem.code == Code::Variable) || is_whole(text, self.language) =>
            {
                found.refuse(Code::Variable, &place);
            }
            // What the mender says of it.
            Err(_) => found.body = Some((text.clone(), Origin::Script)),
        }
    }

    /// Whether a number in it is divided as Python does, by what begins a comment elsewhere.
    fn divides(&self, value: &Expr) -> bool {
        self.language.form == Form::Python
            && match value {
                Expr::Other(code) => code.as_str().contains("//"),
                Expr::List(_, items) => items.iter().any(|item| self.divides(item)),
                Expr::Map(_, members) => members.iter().any(|(_, value)| self.divides(value)),
                _ => false,
            }
    }

    /// A value with what all names in it hold, or the code in it whose value is not known.
    pub(super) fn known(&self, value: &Expr, levels: usize) -> Result<Expr, Text> {
        let own = value.place().clone();
        let Some(levels) = levels.checked_sub(1).filter(|_| self.pays(1)) else { return Err(own) };
        let followed = self.follow(value);
        let place = followed.place();
        match followed {
            Expr::Text(text) if self.pays(text.len()) => {
                let text = self.filled(text);
                // Half a character is none of a text.
                let is_half = text.as_str().contains("\\ud") || text.as_str().contains("\\uD");
                if text.has_code() || is_half { Err(own) } else { Ok(Expr::Text(text)) }
            }
            Expr::Map(_, members) if self.pays(place.len()) && is_whole(place, self.language) => {
                let mut all = Vec::new();
                for (key, value) in members {
                    self.put(&mut all, key, value, levels)?;
                }
                Ok(Expr::Map(place.clone(), all))
            }
            Expr::List(_, items) if self.pays(place.len()) && is_whole(place, self.language) => {
                let mut all = Vec::new();
                for item in items {
                    match item {
                        Expr::Call(name, spread, place) if name == SPREAD => {
                            let list = spread.first().map(|(_, list)| self.known(list, levels)).transpose()?;
                            let Some(Expr::List(_, more)) = list else { return Err(place.clone()) };
                            all.extend(more);
                        }
                        item => all.push(self.known(item, levels)?),
                    }
                    if all.len() > MAX_MEMBERS.max(items.len()) {
                        return Err(own);
                    }
                }
                Ok(Expr::List(place.clone(), all))
            }
            Expr::Name(name, _) => match WORDS.iter().find(|(word, _)| word == name) {
                Some((_, json)) => Ok(Expr::Other(Text::in_place_of(json, place))),
                None => Err(own),
            },
            // Code that is no number is told by what writes it.
            Expr::Other(_) => Ok(followed.clone()),
            // `dict(name=value)`
            Expr::Call(name, arguments, _) if name == "dict" && !self.bindings.is_own(name) => {
                let mut all = Vec::new();
                for (key, value) in arguments {
                    match key {
                        Some(key) => self.put(&mut all, key, value, levels)?,
                        None => {
                            self.put(&mut all, &Text::default(), &spread(value).ok_or_else(|| own.clone())?, levels)?
                        }
                    }
                }
                Ok(Expr::Map(place.clone(), all))
            }
            Expr::Call(name, arguments, _) => self.computed(name, arguments, place, levels)?.ok_or(own),
            _ => Err(own),
        }
    }

    /// What a call gives whose name tells all of it.
    pub(super) fn made(&self, value: &Expr) -> Option<Expr> {
        match value {
            Expr::Call(name, arguments, place) => self.computed(name, arguments, place, MAX_LEVELS).ok().flatten(),
            _ => None,
        }
    }

    /// What a call gives whose name tells all of it; nothing for another call.
    fn computed(&self, call: &str, arguments: &Arguments, place: &Text, levels: usize) -> Result<Option<Expr>, Text> {
        let asked = self.language.asked_text(call);
        if asked.is_none() && !self.language.computes(call) || self.bindings.is_own(call) && asked.is_none() {
            return Ok(None);
        }
        let mut given = Vec::new();
        if let Some((root, _)) = asked {
            let name = Expr::Name(root.to_owned(), place.slice(0..root.len().min(place.len())));
            given.push((None, self.known(&name, levels)?));
        }
        for (name, value) in arguments {
            if value.place().as_str().starts_with('*') {
                return Ok(None);
            }
            given.push((name.clone(), self.known(value, levels)?));
        }
        let method = asked.map_or(call, |(_, method)| method);
        let value = self.language.compute(method, &given, place);
        Ok(value.filter(|value| self.pays(value.size())))
    }

    /// Puts a member into a map, or the members of a map that is spread into it; what has the name already is replaced.
    fn put(&self, all: &mut Vec<(Text, Expr)>, key: &Text, value: &Expr, levels: usize) -> Result<(), Text> {
        let mut set = |key: &Text, value: Expr| match all.iter_mut().find(|(name, _)| name.as_str() == key.as_str()) {
            Some((_, old)) => *old = value,
            None => all.push((key.clone(), value)),
        };
        match value {
            Expr::Call(name, spread, place) if name == SPREAD => {
                let Some(Expr::Map(_, members)) = spread.first().map(|(_, map)| self.known(map, levels)).transpose()?
                else {
                    return Err(place.clone());
                };
                members.into_iter().for_each(|(key, value)| set(&key, value));
            }
            // Neither a variable, nor what an object inherits from, nor a number that is written in another way.
            _ if key.has_code() || self.is_odd(key.as_str()) => return Err(key.clone()),
            value => set(key, self.known(value, levels)?),
        }
        if all.len() > MAX_MEMBERS { Err(value.place().clone()) } else { Ok(()) }
    }

    /// Whether JavaScript makes another key of a key, or none.
    fn is_odd(&self, key: &str) -> bool {
        let is_number = key.starts_with(|char: char| char.is_ascii_digit());
        let is_plain = key.bytes().all(|byte| byte.is_ascii_digit()) && (key == "0" || !key.starts_with('0'));
        self.language.form == Form::JavaScript && (key == "__proto__" || is_number && !is_plain)
    }

    /// Notes the names that a value holds: what is done to what they hold is done to it.
    pub(super) fn holds(&mut self, value: &Expr) {
        let mut names = Vec::new();
        value.all_names(&mut names);
        for name in names {
            let root = name.split('.').next().unwrap_or_default();
            self.held.set(root.to_owned(), true);
        }
    }

    /// Takes so many bytes of the budget; whether they were there.
    pub(super) fn pays(&self, bytes: usize) -> bool {
        let left = self.budget.get().checked_sub(bytes);
        self.budget.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Whether a value is sure where it stands: a text, a number, or a list or a map of such, with names that hold texts alone.
    pub(super) fn sure(&self, value: &Expr) -> Option<Expr> {
        let mut names = Vec::new();
        value.all_names(&mut names);
        let is_text = |name: &String| {
            let name = Expr::Name(name.clone(), Text::default());
            !matches!(self.follow(&name), Expr::Map(..) | Expr::List(..))
        };
        let known = names.iter().all(is_text).then(|| self.known(value, MAX_NAMES).ok()).flatten()?;
        json(&known, &Some).is_ok().then_some(known)
    }
}

/// Whether a value is a word that JSON has, too.
pub(super) fn is_word(value: &Expr) -> bool {
    matches!(value, Expr::Name(name, _) if WORDS.iter().any(|(word, _)| word == name))
}

/// A map whose members are given as arguments, as what puts them into another: `**base`.
fn spread(value: &Expr) -> Option<Expr> {
    let Expr::Other(code) = value else { return None };
    let name = code.as_str().strip_prefix("**")?;
    let is_name = name.chars().all(|char| char.is_alphanumeric() || char == '_');
    let map = Expr::Name(name.to_owned(), code.slice(2..code.len()));
    is_name.then(|| Expr::Call(SPREAD.to_owned(), vec![(None, map)], code.clone()))
}

/// Whether bytes lie in it, of which Python makes no JSON.
fn has_bytes(value: &Expr) -> bool {
    match value {
        Expr::List(_, items) => items.iter().any(has_bytes),
        Expr::Map(_, members) => members.iter().any(|(_, value)| has_bytes(value)),
        value => is_bytes(value),
    }
}

/// Whether a map or a list has what do not stand in its text.
fn is_put_into(value: &Expr) -> bool {
    let stands_in = |inner: &Expr, outer: &Text| {
        let (inner, outer) = (inner.place().place(), outer.place());
        outer.start <= inner.start && inner.end <= outer.end
    };
    match value {
        Expr::Map(place, members) => members.iter().any(|(_, value)| !stands_in(value, place)),
        Expr::List(place, items) => items.iter().any(|item| !stands_in(item, place)),
        _ => false,
    }
}
