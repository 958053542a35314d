//! What the code around a literal does to it, where no call that is known sends it.
//!
//! A literal by itself is read as it stands, and so is one that has a name and is used once. Whatever else is done with its
//! name may change it, in any language: the language is not asked.

mod behind;
mod calls;
mod member;
mod walk;

use std::cell::Cell;

use memchr::memmem;

use super::names::{gives_the_same, says};
use super::request::last;
use crate::import::text::Text;
use crate::named::Named;
use calls::{changes, encodes, sends};
use member::{ASKS, asked, closing, is_compared, is_set, is_set_inside};
use walk::{MAX_PART, Walk, first_word, is_word, last_word};

/// How many functions are gone into, and how often the name of one is looked for.
const MAX_FUNCTIONS: usize = 16;
const MAX_TIMES: usize = 1000;

/// So many characters of what a function is given are looked at.
const MAX_HEADER: usize = 1000;

/// Words before a value that ask for it, those that give it away, and those that change it.
const CONDITIONS: [&str; 9] = ["if", "elif", "while", "not", "in", "of", "for", "switch", "assert"];
const GIVES: [&str; 5] = ["return", "yield", "await", "default", "exports"];
const TAKES: [&str; 6] = ["delete", "del", "unset", "ref", "out", "inout"];

/// Words before the name of a function that is made there.
pub(super) const DEFINES: [&str; 6] = ["def", "function", "func", "fun", "void", "fn"];

/// What a name stands for.
#[derive(Clone, Copy, Default, Eq, PartialEq)]
enum Holds {
    #[default]
    Nothing,
    /// The value itself, be it as a text.
    Value,
    /// What a call gave that the value was given to.
    Result,
    /// The function that makes the value, each time anew.
    Made,
}

/// What is done with a value at a place.
enum Use<'t> {
    /// It is only looked at.
    Asked,
    /// It is given to a call, which may do anything with it.
    Given(&'t str),
    /// Another name has it, too.
    Named,
    Changed,
}

/// Where code may change the object or the list that begins at a place, before it is used.
pub(crate) fn changed(text: &Text, start: usize) -> Option<Text> {
    let mut walk = Walk::new(text.as_str(), start, text.len());
    walk.passes_brackets();
    changed_within(text, start, walk.at)
}

/// Where code may change the literal between two places before it is used.
pub(crate) fn changed_within(text: &Text, start: usize, end: usize) -> Option<Text> {
    let mut walk = Walk::new(text.as_str(), 0, start);
    while walk.word().is_some() {}
    let (call, outer) = {
        let mut calls = walk.calls().filter(|call| !gives_the_same(call) && !behind::wraps(call));
        (calls.next(), calls.find(|call| !says(call)))
    };
    let mut uses = Uses { names: Named::default(), indent: walk.indent(start), left: &Cell::new(MAX_FUNCTIONS) };
    if call.is_some_and(|call| changes(call) || uses.changes(text.as_str(), call) == Some(true)) {
        return Some(text.slice(start..end));
    }
    let place = || text.slice(start..end);
    if behind::is_taken_on(&walk, &text.as_str()[end..]) {
        return Some(place());
    }
    if call.is_some_and(sends) {
        return None;
    }
    // What it gives goes on to another.
    if call.is_some() && outer.is_some() {
        return Some(place());
    }
    let (name, holds) = match (walk.target, call) {
        (Some(name), None) => (name, Holds::Value),
        (Some(name), Some(_)) => (name, Holds::Result),
        (None, _) if GIVES.contains(&last_word(walk.before(start))) => (behind::function(&walk, start)?, Holds::Made),
        (None, _) => return None,
    };
    uses.names.set(name.to_owned(), holds);
    (walk.at, walk.end) = (end, text.len());
    let at = uses.change(walk)?;
    // Of the line that the literal itself is in, what follows it.
    let line = text.as_str()[end..at].rfind('\n').map_or(at, |line| end + line + 1);
    let line_end = text.as_str()[at..].find('\n').map_or(text.len(), |length| at + length);
    Some(text.slice(line..line_end).trim())
}

/// Whether the text says itself what a function does, and that leaves what it is given as it is.
pub(super) fn leaves(text: &str, call: &str) -> bool {
    let uses = Uses { names: Named::default(), indent: 0, left: &Cell::new(MAX_FUNCTIONS) };
    uses.changes(text, call) == Some(false)
}

/// The names that hold a value, in a function.
struct Uses<'l> {
    names: Named<'static, Holds>,
    /// How far the line is indented where the value was made.
    indent: usize,
    /// How many functions may still be gone into.
    left: &'l Cell<usize>,
}

impl Uses<'_> {
    /// The first place where the value may be changed.
    fn change(&mut self, mut walk: Walk<'_>) -> Option<usize> {
        let mut given = None;
        while let Some(word) = walk.word() {
            let name = &walk.text[word.clone()];
            let holds = self.names.get(name).copied().unwrap_or_default();
            if self.runs_in(name) {
                return Some(word.start);
            }
            if holds == Holds::Nothing || walk.is_of_another(word.start) {
                // It may be the member of an object of the class.
                if holds == Holds::Value && is_set_inside(&walk.text[word.end..]) {
                    return Some(word.start);
                }
                continue;
            }
            match used(&walk, word.start, word.end, holds) {
                Use::Asked => {}
                Use::Changed => return Some(word.start),
                Use::Named => {
                    if let Some(target) = walk.target {
                        self.names.set(target.to_owned(), Holds::Value);
                    }
                }
                // One call sends it; where there are two, nobody knows what the first does.
                Use::Given(_) if given.is_some() => return given,
                Use::Given(call) if changes(call) || self.changes(walk.text, call) == Some(true) => {
                    return Some(word.start);
                }
                Use::Given(call) => {
                    if sends(call) && walk.indent(word.start) <= self.indent {
                        return None;
                    }
                    given = Some(word.start);
                    if let Some(target) = walk.target {
                        self.names.set(target.to_owned(), Holds::Result);
                    }
                }
            }
        }
        None
    }

    /// Whether code in a text calls a method of what is looked for: `f"{data.pop('content')}"`.
    fn runs_in(&self, text: &str) -> bool {
        text.match_indices('{').any(|(at, _)| {
            let inner = &text[at + 1..];
            let name = first_word(inner);
            let mut behind = inner[name.len()..].chars().take(MAX_PART).take_while(|char| *char != '}');
            self.names.get(name).is_some()
                && matches!(behind.next(), Some('.' | '='))
                && behind.any(|char| matches!(char, '(' | '='))
        })
    }

    /// Whether a function may change what it is given, where the text says itself what it does.
    fn changes(&self, text: &str, call: &str) -> Option<bool> {
        let own = Some(last(call)).filter(|own| !own.is_empty())?;
        let mut is_made = false;
        for at in memmem::find_iter(text.as_bytes(), own).take(MAX_TIMES) {
            let (before, behind) = (&text[..at], &text[at + own.len()..]);
            if before.ends_with(is_word) || behind.starts_with(is_word) {
                continue;
            }
            let Some((parameters, start)) = parameters(before, behind) else { continue };
            let Some(left) = self.left.get().checked_sub(1) else { return Some(true) };
            self.left.set(left);
            let start = text.len() - behind.len() + start;
            let mut walk = Walk::new(text, start, text.len());
            let indent = walk.indent(at);
            let mut inner = Self { names: Named::default(), indent: usize::MAX, left: self.left };
            parameters.into_iter().for_each(|name| inner.names.set(name.to_owned(), Holds::Value));
            walk.ends_with_function(indent);
            if inner.change(walk).is_some() {
                return Some(true);
            }
            // Elsewhere it may be a call, with a block behind it.
            is_made |= is_typed(before) || !behind.trim_start().starts_with('(');
        }
        is_made.then_some(false)
    }
}

/// Whether a type, or a word for a function, stands at the end of a text.
fn is_typed(before: &str) -> bool {
    let word = last_word(before);
    let others: [&[&str]; 4] = [&CONDITIONS, &GIVES, &TAKES, &["new", "else", "do", "try"]];
    word.starts_with(char::is_alphabetic) && !others.iter().any(|all| all.contains(&word))
}

/// The names of what a function is given, if one is made between two texts, and where what it does begins.
fn parameters<'t>(before: &str, behind: &'t str) -> Option<(Vec<&'t str>, usize)> {
    // `name = (a, b) =>`, `name = function (a, b)`
    let trimmed = behind.trim_start();
    let assigned = trimmed.strip_prefix('=').filter(|rest| !rest.starts_with(['=', '>'])).map(str::trim_start);
    let assigned = assigned.map(|rest| rest.strip_prefix("async").unwrap_or(rest).trim_start());
    let whole = match assigned {
        Some(rest) => rest.strip_prefix("function").unwrap_or(rest).trim_start(),
        None => trimmed,
    };
    // What stands further away is none of its parameters.
    let bracket = &whole[..whole.char_indices().nth(MAX_HEADER).map_or(whole.len(), |(at, _)| at)];
    let lambda = assigned.and_then(|_| bracket.strip_prefix("lambda "));
    let (inner, rest) = match (lambda, bracket.strip_prefix('(')) {
        (Some(rest), _) => rest.split_once(':')?,
        (None, Some(rest)) => rest.split_once(')')?,
        // Of one argument, without brackets.
        (None, None) => {
            bracket.split_once("=>").filter(|(name, _)| assigned.is_some() && name.trim().chars().all(is_word))?
        }
    };
    let goes_on = rest.trim_start();
    let is_made = match assigned {
        Some(_) => {
            lambda.is_some()
                || !bracket.starts_with('(')
                || goes_on.starts_with(['{', ':'])
                || goes_on.starts_with("=>")
        }
        None => DEFINES.contains(&last_word(before)) || goes_on.starts_with('{') || goes_on.starts_with("throws "),
    };
    let is_go = last_word(before) == "func";
    let one = |part: &'t str| match part.split_once([':', '=']) {
        Some((name, _)) => last_word(name.trim_end()),
        None if is_go => first_word(part.trim_start()),
        None => last_word(part.trim_end()),
    };
    let names = inner.split(',').map(one).filter(|name| !name.is_empty()).collect();
    is_made.then_some((names, behind.len() - whole.len() + bracket.len() - rest.len()))
}

/// What is done with a value that a name holds.
fn used<'t>(walk: &Walk<'t>, start: usize, end: usize, holds: Holds) -> Use<'t> {
    let before = walk.before_path(start);
    let word = last_word(before);
    let mut behind = &walk.text[end..];
    if holds == Holds::Made {
        let Some(rest) = behind.strip_prefix('(').and_then(|inner| Some(&inner[closing(inner, ')')? + 1..])) else {
            return Use::Changed;
        };
        behind = rest;
    }
    let Some((rest, is_member)) = asked(behind, holds) else { return Use::Changed };
    let is_first = before.ends_with(['(', ',', '{']);
    let in_brackets = walk.open.last().is_some_and(|open| !open.is_block);
    let is_key = rest.starts_with(':') && !rest.starts_with("::") && !rest.starts_with(":=");
    if !is_member && is_first && in_brackets && (is_key || rest.starts_with('=') && !rest.starts_with("==")) {
        return Use::Asked;
    }
    let is_result = holds == Holds::Result;
    if is_set(rest) {
        return if is_result && !is_member { Use::Asked } else { Use::Changed };
    }
    let is_taken = before.ends_with(['&', '*']) && !before.ends_with("&&") || before.ends_with("...");
    if is_taken || ["++", "--"].iter().any(|sign| before.ends_with(sign)) || TAKES.contains(&word) {
        return Use::Changed;
    }
    if CONDITIONS.contains(&word) || is_compared(rest) || is_result && is_member {
        return Use::Asked;
    }
    let is_over = rest.is_empty() || rest.starts_with([')', ',', '}', ']', ';', '\n', '\r', '?']);
    let mut calls = walk.open.iter().rev().take_while(|open| !open.is_block);
    let (mut is_within, mut is_encoded) = (false, false);
    while let Some(open) = calls.next() {
        let call = open.call;
        if open.char != '(' {
            is_within = true;
        } else if says(call) || ASKS.contains(&last(call)) || CONDITIONS.contains(&call) || open.is_definition {
            return Use::Asked;
        } else if call.is_empty() || !is_over || !(is_first || before.ends_with(['=', ':', '[']) || is_encoded) {
            return Use::Changed;
        } else if encodes(call) {
            is_encoded = true;
        } else {
            // What it gives goes on to another.
            let is_passed = calls.any(|outer| outer.char == '(' && !says(outer.call) && !outer.call.is_empty());
            return if is_passed && !sends(call) { Use::Changed } else { Use::Given(call) };
        }
    }
    let gives = GIVES.contains(&word);
    match walk.target {
        _ if is_within && !is_encoded && !gives => Use::Changed,
        Some(_) if is_over && (before.ends_with('=') || is_encoded) => Use::Named,
        None if gives && is_over => Use::Given("return"),
        None if is_encoded => Use::Given(""),
        None if is_over && says(word) => Use::Asked,
        None if is_over && !word.is_empty() && !word.starts_with(|char: char| char.is_ascii_digit()) => {
            Use::Given(word)
        }
        None if is_over && (before.is_empty() || before.ends_with([';', '{', '}', ')'])) => Use::Asked,
        _ => Use::Changed,
    }
}
