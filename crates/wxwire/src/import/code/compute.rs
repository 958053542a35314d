//! What a call gives whose name tells all of it, where what it is given is known: a text with values in its places, the texts
//! of a list in one, several maps in one.

use super::format::{LETTERS, Places, format};
use super::join::{is_plain_number, join_all};
use super::language::{Language, Makes};
use super::languages::JAVASCRIPT;
use super::{Arguments, Expr, Reader, Scope};
use crate::import::found::Form;
use crate::import::text::Text;
use crate::layer::json::Tree;

/// The call that stands for a pattern and what an operator puts into it.
pub(crate) const FORMATS: &str = "%";

/// The call that stands for the texts of a list, and the one that is put between them.
pub(crate) const JOINS: &str = ".join";

/// Calls that join the texts of a list, with whatever stands between them before or behind it.
const JOIN: [(&str, Form); 6] = [
    ("String.join", Form::Java),
    ("string.Join", Form::CSharp),
    ("String.Join", Form::CSharp),
    ("strings.Join", Form::Go),
    ("implode", Form::Php),
    ("join", Form::Php),
];

/// Those of them that are given texts as well, one by one.
const JOIN_TEXTS: [&str; 2] = ["String.join", "string.Join"];

/// Calls that put the members of several maps into one, which is none of them.
const MERGE: [(&str, Form); 2] = [("array_merge", Form::Php), ("Object.assign", Form::JavaScript)];

/// Calls that make a text of a number or a text.
const WRITES: [(&str, Form); 6] = [
    ("str", Form::Python),
    ("String", Form::JavaScript),
    ("String.valueOf", Form::Java),
    ("Integer.toString", Form::Java),
    ("strconv.Itoa", Form::Go),
    ("strval", Form::Php),
];

/// Calls that give the value that a text is the JSON of.
const READS: [(&str, Form); 2] = [("json.loads", Form::Python), ("JSON.parse", Form::JavaScript)];

fn is_one(all: &[(&str, Form)], call: &str, language: &Language) -> bool {
    all.contains(&(call, language.form))
}

impl Language {
    /// What stands before the method of a call that is asked of a text or a list which has a name: `tpl` of `tpl.format(…)`.
    pub(crate) fn asked_text<'c>(&self, call: &'c str) -> Option<(&'c str, &'c str)> {
        let (root, method) = call.rsplit_once('.').filter(|(root, _)| !root.is_empty())?;
        let is_format = |(name, makes): &(&str, Makes)| {
            matches!(makes, Makes::Text(_)) && name.strip_prefix('.').is_some_and(|name| name == method)
        };
        let is_join = method == "join" && matches!(self.form, Form::Python | Form::JavaScript | Form::Ruby);
        let is_class = self.makers.iter().any(|(name, _)| *name == call) || is_one(&JOIN, call, self);
        ((is_join || self.makers.iter().any(is_format)) && !is_class).then_some((root, &call[root.len()..]))
    }

    /// Whether a call gives what its name tells, if what it is given is known.
    pub(crate) fn computes(&self, call: &str) -> bool {
        let is_format = |(name, makes): &(&str, Makes)| *name == call && matches!(makes, Makes::Text(_));
        [FORMATS, JOINS].contains(&call)
            || [&JOIN[..], &MERGE[..], &WRITES[..], &READS[..]].iter().any(|all| is_one(all, call, self))
            || self.makers.iter().any(is_format)
    }

    /// What a call gives of values that are known; of a method, what it is asked of stands first.
    pub(crate) fn compute(&self, call: &str, given: &Arguments, place: &Text) -> Option<Expr> {
        let (first, rest) = given.split_first()?;
        let size = given.iter().map(|(_, value)| value.place().len()).sum::<usize>() + place.len();
        let makes = self.makers.iter().find(|(name, _)| *name == call).map(|(_, makes)| makes);
        let text = match (call, makes) {
            (FORMATS, _) => put(LETTERS, first, rest, size)?,
            (_, Some(Makes::Text(places))) => put(*places, first, rest, size)?,
            (JOINS, _) => joined(&first.1, rest)?,
            _ if JOIN_TEXTS.contains(&call) && rest.iter().all(|(_, text)| matches!(text, Expr::Text(_))) => {
                let Expr::Text(between) = &first.1 else { return None };
                join_all(&rest.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>(), between)?
            }
            _ if is_one(&JOIN, call, self) => joined(&first.1, rest)?,
            _ if is_one(&WRITES, call, self) && rest.is_empty() => written(&first.1)?,
            _ if is_one(&MERGE, call, self) => return merged(given, place),
            _ if is_one(&READS, call, self) && rest.is_empty() => return value_of(&first.1),
            _ => return None,
        };
        Some(Expr::Text(text))
    }
}

fn put(places: Places, pattern: &(Option<Text>, Expr), values: &[(Option<Text>, Expr)], size: usize) -> Option<Text> {
    match pattern {
        // Swift's has a name.
        (name, Expr::Text(pattern)) if name.as_ref().is_none_or(|name| name.as_str() == "format") => {
            format(places, pattern, values, size)
        }
        _ => None,
    }
}

/// The texts of a list in one, the list before what stands between them or behind it.
fn joined(first: &Expr, rest: &[(Option<Text>, Expr)]) -> Option<Text> {
    match (first, rest) {
        (Expr::List(_, items), [(None, Expr::Text(between))]) => join_all(items, between),
        (Expr::Text(between), [(None, Expr::List(_, items))]) => join_all(items, between),
        _ => None,
    }
}

fn written(value: &Expr) -> Option<Text> {
    match value {
        Expr::Text(text) => Some(text.clone()),
        Expr::Other(number) if is_plain_number(number.as_str()) => Some(number.clone()),
        _ => None,
    }
}

/// The object or the list of JSON in a text. JSON is JavaScript's as well.
fn value_of(json: &Expr) -> Option<Expr> {
    let Expr::Text(json) = json else { return None };
    let scope = Scope::new(json.len());
    let mut reader = Reader::new(json, 0, &JAVASCRIPT, &scope);
    Tree::parse(json.as_str()).ok()?;
    let value = reader.expression();
    reader.space();
    let is_whole = reader.at == json.len() && !value.has_key_twice();
    Some(value).filter(|value| is_whole && matches!(value, Expr::Map(..) | Expr::List(..)))
}

fn merged(maps: &Arguments, place: &Text) -> Option<Expr> {
    let mut all: Vec<(Text, Expr)> = Vec::new();
    for (_, map) in maps {
        let Expr::Map(_, members) = map else { return None };
        // Of several of a name the last counts, in the place of the first.
        for (key, value) in members {
            if key.has_code() || key.is_empty() || key.as_str().starts_with(|char: char| char.is_ascii_digit()) {
                return None;
            }
            all.push((key.clone(), value.clone()));
        }
    }
    Some(Expr::Map(place.clone(), all))
}
