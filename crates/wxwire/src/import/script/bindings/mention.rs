//! Where a script mentions a name whose list or map may be changed there.
//!
//! A list or a map is what its statement says as long as it is only given to calls that leave it alone, put into others of
//! which the same is true, or changed by a statement that is followed. Whatever else is done with its name, it may be changed.

use std::ops::Range;

use super::read::{Walk, puts};
use crate::import::code::in_hole;
use crate::import::script::names::says;
use crate::import::script::request::{is_call, last};
use crate::import::script::{change, client};
use crate::import::text::Text;
use crate::named::Named;

/// Calls that only read what they are given, beside those that send it or tell somebody of it.
const READS: [&str; 10] =
    ["dumps", "stringify", "urlencode", "URLSearchParams", "str", "String", "len", "Headers", "if", "join"];

/// How far one name after the other is gone after.
const MAX_HOLDERS: usize = 16;

/// How often a name may be given another one.
const MAX_TIMES: usize = 100;

/// The mentions of the names of a script, each in the order of the script.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// Where something is done that is not followed.
    touched: Named<'static, Vec<usize>>,
    /// Where a member is set by a statement that is followed where it stands.
    put: Named<'static, Vec<usize>>,
    /// Where that is one of what lies in it, which may lie in others, too.
    deep: Named<'static, Vec<usize>>,
    /// Which other names take in what a name holds, and where.
    holders: Named<'static, Vec<(usize, String)>>,
}

impl Mentions {
    pub(super) fn touched(&mut self, name: &str, at: usize) {
        let places = self.touched.entry(name.to_owned());
        // One that became known later stands before others.
        places.insert(places.partition_point(|place| *place < at), at);
    }

    /// Where members of what a name holds are set, from a place on.
    pub(super) fn put_from(&self, name: &str, at: usize) -> &[usize] {
        let places = self.put.get(name).map(Vec::as_slice).unwrap_or_default();
        &places[places.partition_point(|place| *place < at)..]
    }

    /// Whether a list or a map is left alone between two places, under whatever name; what is put into it behind a third is
    /// not followed yet.
    pub(super) fn is_intact(&self, name: &str, places: Range<usize>, followed: usize) -> bool {
        let mut next = vec![(name, places.start)];
        let mut at = 0;
        while let Some((name, start)) = next.get(at).copied() {
            at += 1;
            let within = start + 1..places.end;
            if at > MAX_HOLDERS
                || is_in(&self.touched, name, within.clone())
                || at > 1 && is_in(&self.deep, name, within.clone())
                || is_in(&self.put, name, followed..places.end)
            {
                return false;
            }
            let holders = self.holders.get(name).map(Vec::as_slice).unwrap_or_default();
            let first = holders.partition_point(|(place, _)| *place < within.start);
            for (count, (place, holder)) in holders[first..].iter().enumerate() {
                if !within.contains(place) {
                    break;
                }
                if count > MAX_TIMES {
                    return false;
                }
                if !next.iter().any(|(known, _)| known == holder) {
                    // What it is set to begins behind its own name.
                    next.push((holder, *place));
                }
            }
        }
        true
    }
}

/// Whether one of the places of a name lies between two others.
fn is_in(all: &Named<'static, Vec<usize>>, name: &str, within: Range<usize>) -> bool {
    let places = all.get(name).map(Vec::as_slice).unwrap_or_default();
    places.get(places.partition_point(|place| *place < within.start)).is_some_and(|place| *place < within.end)
}

impl Walk<'_> {
    /// Notes a mention of a name, by what stands around it.
    pub(super) fn mentioned(&mut self, name: &str, start: usize, rest: &str, before: &str, begins: bool) {
        let root = name.split('.').next().unwrap_or_default();
        let is_member = root.len() < name.len();
        let call = self.brackets.iter().rev().find(|bracket| bracket.char == '(').map(|bracket| bracket.word.as_str());
        let is_set = rest.starts_with('=') && !rest.starts_with("==") && !rest.starts_with("=>");
        let is_key =
            rest.starts_with(':') && !self.is_python && self.brackets.last().is_some_and(|one| one.char == '{');
        // Its own statement, the name of an argument, a key; or a change that is followed.
        if begins && puts(is_member, rest) {
            let index = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
            let is_deep = index.is_some_and(|(_, behind)| behind.trim_start().starts_with(['[', '.']))
                || name.matches('.').count() + usize::from(index.is_some()) > 1;
            if is_deep {
                self.out.mentions.deep.entry(root.to_owned()).push(start);
            }
            self.out.mentions.put.entry(root.to_owned()).push(start);
            self.reaches(root, false);
            return;
        }
        let is_item = (change::ITEMS.contains(&last(name)) || self.is_python && last(name) == change::UPDATE)
            && name.matches('.').count() == 1;
        if begins && is_item && rest.starts_with('(') {
            self.out.mentions.put.entry(root.to_owned()).push(start);
            self.reaches(root, false);
            return;
        }
        if is_set && !is_member || is_key {
            return;
        }
        let is_bare = !is_member && (rest.is_empty() || rest.starts_with([')', ',', '}', ']', ';', '\n']));
        let own = last(name);
        let is_client =
            client::makes(name) || is_member && own != "get" && is_call(name) && !change::METHODS.contains(&own);
        // `if data:`, `data == other`
        let is_asked = ["if", "elif", "not", "while"].contains(&before) && rest.starts_with([':', ')'])
            || ["==", "!=", "<=", ">=", "in ", "is "].iter().any(|sign| rest.starts_with(sign));
        let told = is_asked || call.is_some_and(says) && is_only_read(rest);
        // `lines.join(sign)`, `pattern.format(…)`
        let is_text_of_it = is_member && rest.starts_with('(') && ["join", "format"].contains(&own);
        if told || is_client || is_text_of_it || is_bare && call.is_some_and(reads) {
            return;
        }
        let is_copied = self.copies();
        match (&self.target, call) {
            // What lies in it lies in the copy, too.
            (None, _) if is_bare && is_copied => {}
            (Some(target), call) if is_bare && before != "yield" && (is_copied || matches!(call, None | Some(""))) => {
                let target = target.split('.').next().unwrap_or_default();
                self.out.mentions.holders.entry(root.to_owned()).push((start, target.to_owned()));
            }
            _ => {
                self.out.mentions.touched(root, start);
                self.reaches(root, false);
            }
        }
    }

    /// Whether what is given here is put into a new object: `Object.assign({}, base)`, `dict(**base)`.
    fn copies(&self) -> bool {
        let call = self.brackets.iter().rev().find(|bracket| bracket.char == '(');
        if self.is_python {
            return call.is_some_and(|call| call.word == "dict");
        }
        let given =
            call.filter(|call| call.word == "Object.assign").map(|call| &self.reader.text.as_str()[call.start..]);
        given.is_some_and(|given| given[1..].trim_start().starts_with('{'))
    }

    /// Notes what code in a text may do to the names in it.
    pub(super) fn runs_in(&mut self, text: &Text, start: usize) {
        if !text.has_code() {
            return;
        }
        let is_word = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$');
        for code in text.code() {
            let code = in_hole(code.as_str());
            if code.chars().all(|char| is_word(char) || char == '.') {
                continue;
            }
            for name in code.split(|char| !is_word(char)).filter(|name| !name.is_empty()) {
                self.out.mentions.touched(name, start);
                self.set(name, start, false);
            }
        }
    }
}

/// Whether a value between the brackets of a call is read, be it one of its members, and nothing is done to it.
fn is_only_read(rest: &str) -> bool {
    let behind = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((_, behind)) => behind.trim_start_matches([' ', '\t']),
        None => rest,
    };
    !behind.starts_with(['(', '=', '[', '.', '?', '!']) && !behind.starts_with("++") && !behind.starts_with("--")
}

/// Whether a call leaves what it is given as it is.
fn reads(name: &str) -> bool {
    let own = last(name);
    let is_word = change::WORDS.contains(&name);
    is_call(name) && !is_word && !change::METHODS.contains(&own)
        || says(name)
        || READS.contains(&own)
        || client::makes(name)
}
