//! A program that puts a request together call by call.
//!
//! Nothing is run: a name is what it was set to last, and what is set or changed within a branch is not known.

mod later;
mod made;
mod statement;

use super::draft::{Draft, Ends};
use super::known::Known;
use super::names::{self, Does};
use crate::import::code::{Expr, Language, Reader, Scope};
use crate::import::found::{Form, Found};
use crate::import::report::Why;
use crate::import::text::Text;
pub(super) use later::Later;
use made::{ADDS, emptied, makes_request};
pub(super) use statement::set_in_brackets;
use statement::{SETS, changes_behind, near};

/// How many characters around a name are looked at for its type.
const NEAR: usize = 100;

/// The request that is sent first; what follows it is left out.
pub(super) fn read(text: &Text, language: &'static Language) -> Option<Found> {
    let (request, mut found) = several(text, language, 1).pop()?;
    let end = request.place().end.saturating_sub(text.place().start);
    let rest = text.slice(end..text.len()).trim();
    if rest.as_str().contains(char::is_alphanumeric) {
        found.drop(Why::Rest, &rest);
    }
    Some(found)
}

/// The requests that are sent one after the other, each with where it is put together.
pub(super) fn several(text: &Text, language: &'static Language, most: usize) -> Vec<(Text, Found)> {
    let scope = Scope::new(text.len());
    let reader = Reader::new(text, 0, language, &scope);
    let mut program = Program {
        reader,
        known: Known::new(text.len(), language, Later::of(text, language)),
        draft: Draft::new(language),
        chained: None,
        asked: 0,
    };
    let (mut all, mut start) = (Vec::new(), 0);
    while all.len() < most {
        program.read_to_its_end();
        let further = program.draft.further();
        let draft = std::mem::replace(&mut program.draft, further);
        let (ends, end) = (draft.ends, program.reader.at);
        if let Some(found) = draft.finish() {
            all.push((text.slice(first_line(text, start, &found)..end), found));
            start = end;
        }
        if ends.is_none() {
            break;
        }
    }
    all
}

/// Where the line begins that the first part of a request stands in, in a text that was read from a place on.
fn first_line(text: &Text, from: usize, found: &Found) -> usize {
    let parts = [found.url.as_ref(), found.method.as_ref(), found.body.as_ref().map(|(body, _)| body)];
    let first = parts.into_iter().flatten().map(|part| part.place().start).min().unwrap_or_default();
    // What is set before is for several, and stands anywhere.
    let first = first.saturating_sub(text.place().start).max(from);
    text.as_str().get(from..first).and_then(|before| before.rfind('\n')).map_or(from, |line| from + line + 1)
}

struct Program<'t> {
    reader: Reader<'t>,
    known: Known,
    draft: Draft,
    /// The name whose value the calls behind dots add to, and where the last of them ends.
    chained: Option<(String, usize)>,
    /// How often a function was gone into.
    asked: usize,
}

impl Program<'_> {
    /// Reads on to where a request is sent, or another begins.
    fn read_to_its_end(&mut self) {
        while self.reader.budget > 0 && self.draft.ends.is_none() {
            self.reader.space();
            let Some(char) = self.reader.peek() else { break };
            let start = self.reader.at;
            self.known.at = start;
            self.next(char);
            match self.draft.ends {
                Some(Ends::Sent) => _ = self.reader.takes(";"),
                // It is read once more, for that one.
                Some(Ends::Another) => self.reader.at = start,
                None => {}
            }
        }
    }

    fn next(&mut self, char: char) {
        let start = self.reader.at;
        match char {
            '{' => self.known.enter(),
            '}' => self.known.leave(),
            ';' => self.known.statement_ends(),
            _ => {}
        }
        if self.reader.string_begins() || !(char.is_alphabetic() || matches!(char, '_' | '$')) {
            if let Some(end) = self.destructured() {
                self.forget_in(start..end);
            }
            if self.reader.string().is_none() {
                self.reader.step_over();
            }
            return;
        }
        let name = self.reader.path();
        if name.starts_with("$$") || name == "$GLOBALS" {
            // Any name may be meant.
            self.known.forget_all();
        }
        if self.reader.at == start {
            return self.reader.step(char.len_utf8());
        }
        self.word(&name);
        if self.draft.language.form == Form::Php && SETS_ANY.contains(&name.as_str()) {
            self.known.forget_all();
        }
        let is_behind = self.is_behind_dot(start);
        let end = self.reader.at;
        self.reader.space();
        // What begins the next line is another statement.
        if self.draft.language.ends_by_line() && self.reader.text.as_str()[end..self.reader.at].contains('\n') {
            self.reader.at = end;
            self.reader.blank();
        }
        match self.reader.peek() {
            // What takes a part of it changes that later.
            Some('[') if self.is_lent(&name, start) => {
                self.known.forget(root_of(&name), self.reader.text.slice(start..end));
                self.reader.at = end;
            }
            Some('(') => self.call(&name, start, is_behind),
            Some('{') if self.draft.language.has_initializers() && names::call(&name) == Some(Does::Requests) => {
                self.initializer();
            }
            Some('[') if !self.member(&name, start, end) => self.reader.at = end,
            Some('=' | ':' | ',') if !self.set(&name, start, is_behind) => self.reader.at = end,
            Some('[' | '=' | ':' | ',') => {}
            _ if self.is_changed(&name, start) => {
                self.known.forget(root_of(&name), self.reader.text.slice(start..end));
                self.reader.at = end;
            }
            _ => self.reader.at = end,
        }
    }

    /// `name = value`, `name := value`, `name, err := value`.
    fn set(&mut self, name: &str, start: usize, is_behind: bool) -> bool {
        let sets = self.draft.language.sets;
        let name_ends_list = self.reader.rest().starts_with(',');
        if name_ends_list {
            // A second name takes what went wrong.
            let behind = self.reader.rest()[1..].trim_start();
            let second = behind.find(|char: char| !(char.is_alphanumeric() || char == '_')).unwrap_or(0);
            let sign = behind[second..].trim_start();
            if sets.is_empty() || second == 0 || !(sign.starts_with(":=") || sign.starts_with("= ")) {
                return false;
            }
            self.reader.step(self.reader.rest().len() - sign.len());
        }
        if self.reader.rest().starts_with(':') {
            if !sets.is_empty() && self.reader.rest().starts_with(":=") {
                self.reader.step(1);
            } else {
                let length = self.kind(start);
                self.reader.step(length);
            }
        }
        let rest = self.reader.rest();
        if !rest.starts_with('=') || ["==", "=>", "=~"].iter().any(|other| rest.starts_with(other)) {
            return false;
        }
        self.reader.step(1);
        let from = self.reader.at;
        let value = self.reader.expression();
        let end = self.reader.at;
        let is_whole = match &value {
            Expr::Text(_) | Expr::List(..) => true,
            // What makes a request holds more than values.
            Expr::Map(place, _) => !makes_request(place.as_str()),
            _ => false,
        };
        if !is_whole {
            self.reader.at = from;
        }
        let own = name.rsplit('.').next().unwrap_or(name);
        if own.len() < name.len() || is_behind {
            // A member of what is known is set to something else.
            let root = name.split('.').next().unwrap_or_default();
            if self.known.has(root) {
                self.known.forget(root, self.reader.text.slice(start..end).trim());
            }
            let at_header = name.rsplit('.').nth(1).is_some_and(is_headers);
            if at_header && names::member(own).is_none() {
                return true;
            }
            self.draft.property(own, &value, &self.known);
            return true;
        }
        // Several names take several values, or this one what stands elsewhere.
        let is_parallel = self.reader.rest().trim_start().starts_with(',') && name_ends_list;
        if is_parallel || !self.is_statement(start) {
            self.known.forget(root_of(name), self.reader.text.slice(start..end).trim());
            return true;
        }
        let value = match emptied(&value) {
            Some(empty) => {
                self.chained = Some((name.to_owned(), end));
                empty
            }
            None => value,
        };
        let place = self.reader.text.slice(start..end).trim();
        let is_declared = is_declared(&self.reader.text.as_str()[..start]);
        self.known.set(name, value, place, is_declared);
        true
    }

    /// The length of a type behind the name that it is declared for: `let body: [String: Any] = …`.
    fn kind(&self, start: usize) -> usize {
        let before = self.reader.text.as_str()[..start].trim_end();
        let is_declared = ["let", "var", "val", "const"].iter().any(|word| before.ends_with(word));
        let is_kind = |char: char| char.is_alphanumeric() || "_.<>,?:[]() ".contains(char);
        let rest = self.reader.rest();
        let length = rest.char_indices().take(NEAR).find(|(_, char)| !is_kind(*char)).map_or(0, |(at, _)| at);
        if is_declared && rest[length..].starts_with('=') { length } else { 0 }
    }

    /// `name["key"] = value`, `$name[] = value`.
    fn member(&mut self, name: &str, start: usize, end: usize) -> bool {
        self.reader.step(1);
        self.reader.space();
        let is_text = self.reader.string_begins();
        let key = self.reader.key();
        self.reader.space();
        let closes = self.reader.takes("]");
        self.reader.space();
        let rest = self.reader.rest();
        // What lies deeper, or under a name that is not known, is not followed.
        let is_deep =
            closes && (rest.starts_with('[') || SETS.iter().any(|sign| rest.starts_with(sign)) || changes_behind(rest));
        if is_deep || !closes || !is_text && !key.is_empty() {
            self.known.forget(name, self.reader.text.slice(start..self.reader.at).trim());
            self.reader.at = end;
            return false;
        }
        if !rest.starts_with('=') || ["==", "=>", "=~"].iter().any(|other| rest.starts_with(other)) {
            self.reader.at = end;
            return false;
        }
        self.reader.step(1);
        let value = self.reader.expression();
        let place = self.reader.text.slice(start..self.reader.at).trim();
        let own = name.rsplit('.').next().unwrap_or(name);
        // Swift takes a member away so.
        let is_removed = matches!(&value, Expr::Name(word, _) if word == "nil") && self.draft.language.copies();
        let is_parallel = self.reader.rest().trim_start().starts_with(',') || is_removed;
        if self.known.holds(name) && (is_parallel || !self.is_statement(start)) {
            self.known.forget(name, place);
        } else if self.known.has(name) {
            self.known.add(name, Some(key), value, place);
        } else if !key.is_empty() && (is_headers(own) || !self.draft.language.has_braces()) {
            self.draft.header(key, &value, &self.known);
        }
        true
    }

    fn call(&mut self, name: &str, start: usize, is_behind: bool) {
        let own = name.rsplit('.').next().unwrap_or(name).to_owned();
        let root = name.strip_suffix(&own).map(|root| root.trim_end_matches('.')).unwrap_or_default();
        let is_method = is_behind || !root.is_empty();
        let is_add = is_method && ADDS.contains(&own.to_ascii_lowercase().as_str());
        let chained = self.chained.as_ref().filter(|(_, end)| root.is_empty() && is_behind && start < *end);
        let target = Some(chained.map_or(root, |(name, _)| name).to_owned());
        if let Some((name, _)) = chained.filter(|_| !is_add && !names::gives_the_same(&own)) {
            // What else is done to it is not followed.
            let place = self.reader.text.slice(start..start + own.len());
            self.known.forget(name, place);
        }
        let target = target.filter(|target| is_add && self.known.has(target));
        if let Some(target) = target {
            let mut arguments = self.reader.arguments(')').into_iter().map(|(_, value)| value);
            let place = self.reader.text.slice(start..self.reader.at).trim();
            if !is_behind && !self.is_statement(start) {
                self.known.forget(&target, place);
                return;
            }
            match (arguments.next(), arguments.next()) {
                (Some(key), Some(value)) => match self.known.text(&key) {
                    Some(key) => self.known.add(&target, Some(key), value, place),
                    None => self.known.forget(&target, place),
                },
                (Some(value), None) => self.known.add(&target, None, value, place),
                _ => {}
            }
            if is_behind {
                return;
            }
            // Further calls may follow it.
            let end = self.reader.at;
            self.reader.skip();
            self.chained = Some((target, self.reader.at));
            self.reader.at = end;
            return;
        }
        // PHP's constants.
        if own == "define" && root.is_empty() && self.draft.language.copies() {
            let arguments = self.reader.arguments(')');
            if let [(_, Expr::Text(constant)), (_, value), ..] = &arguments[..] {
                let place = self.reader.text.slice(start..self.reader.at);
                self.known.set(constant.as_str(), value.clone(), place, true);
            }
            return;
        }
        if self.draft.language.changes_texts() && CHANGE_TEXTS.contains(&own.as_str()) && self.known.holds(root) {
            self.known.forget(root, self.reader.text.slice(start..self.reader.at));
        }
        let low = own.to_ascii_lowercase();
        let is_read = names::gives_the_same(&own) || is_method && READS.contains(&low.as_str());
        let behind = self.bracket().map_or("", |length| self.reader.rest()[length..].trim_start());
        if self.known.has(root) && (!is_read || is_method && changes_behind(behind)) {
            self.known.forget(root, self.reader.text.slice(start..start + name.len().min(self.reader.at - start)));
        }
        if !is_read && !is_add && self.may_change(name) {
            self.forget_given(name, start);
        }
        if CHANGES.contains(&low.as_str()) {
            // What stands far behind is not looked at: nobody writes so much there.
            let near = self.reader.at + near(self.reader.rest()).len();
            self.forget_in(self.reader.at..self.bracket().map_or(near, |length| self.reader.at + length));
        }
        if let Some(end) = self.destructured() {
            self.forget_in(self.reader.at..end);
        }
        let at_headers = root.rsplit('.').next().is_some_and(is_headers);
        self.draft.makes_forms |= names::sends_form(name);
        let does = if at_headers && is_add { Some(Does::Headers) } else { names::call(name) };
        let verb = names::verb(name);
        if verb.is_none() && does.is_none() {
            // The address may stand where it is made into an object.
            if ["url", "uri", "parse", "create"].contains(&own.to_ascii_lowercase().as_str()) {
                self.mentioned();
            } else {
                self.reader.step(1);
            }
            return;
        }
        if does == Some(Does::Addresses) && !is_behind && root.is_empty() {
            return self.mentioned();
        }
        if does == Some(Does::Sends) && !self.draft.has_address() {
            return self.reader.step(1);
        }
        let mut arguments = self.reader.arguments(')');
        if own.ends_with("AsJsonAsync") {
            arguments.iter_mut().for_each(|(_, value)| self.known.rename(value));
        }
        match (verb, does) {
            (_, Some(does)) if verb.is_none() || own.len() > 6 => self.draft.call(&own, does, &arguments, &self.known),
            (Some(verb), _) => self.draft.verb(verb, &arguments, &self.known),
            _ => {}
        }
        let end = self.reader.at;
        self.reader.space();
        let is_made = self.draft.language.has_initializers() && matches!(does, Some(Does::Requests | Does::Connects));
        if is_made && self.reader.peek() == Some('{') { self.initializer() } else { self.reader.at = end }
    }

    /// `new Request { Method = …, Content = … }`
    fn initializer(&mut self) {
        for (name, value) in self.reader.initializer() {
            self.draft.property(name.as_str(), &value, &self.known);
        }
    }

    /// An address that an object is made of: that of the request, where nothing else says one.
    fn mentioned(&mut self) {
        let arguments = self.reader.arguments(')');
        if let Some(url) = arguments.first().and_then(|(_, value)| self.known.text(value)) {
            self.draft.mention(url);
        }
    }
}

/// The name that a path begins with.
fn root_of(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

/// Whether a method changes nothing.
fn is_read(own: &str) -> bool {
    names::gives_the_same(own) || READS.contains(&own.to_ascii_lowercase().as_str())
}

/// Whether what stands before a name is a type or a word that declares it.
fn is_declared(before: &str) -> bool {
    let start = before.char_indices().rev().take(NEAR).last().map_or(0, |(at, _)| at);
    let line = before[start..].rsplit(['\n', ';', '{', '}', '(']).next().unwrap_or_default().trim_end();
    line.ends_with(|char: char| char.is_alphanumeric() || matches!(char, '>' | ']' | '?'))
}

fn is_headers(name: &str) -> bool {
    name.len() < 60 && name.to_ascii_lowercase().contains("header")
}

/// Calls that change what they are given.
const CHANGES: [&str; 20] = [
    "unset",
    "delete",
    "clear",
    "copy",
    "unmarshal",
    "with",
    "settype",
    "parse_str",
    "extract",
    "sort",
    "ksort",
    "asort",
    "rsort",
    "shuffle",
    "array_push",
    "array_unshift",
    "array_splice",
    "array_pop",
    "array_shift",
    "array_walk",
];

/// Methods of Ruby's that change a text, beside those with `!`.
const CHANGE_TEXTS: [&str; 8] =
    ["replace", "concat", "prepend", "insert", "clear", "append_as_bytes", "setbyte", "force_encoding"];

/// What sets variables of PHP's by names that do not stand there.
const SETS_ANY: [&str; 6] = ["extract", "parse_str", "include", "include_once", "require", "require_once"];

/// Methods that change nothing, beside those that give the same.
const READS: [&str; 8] = ["get", "size", "length", "count", "isempty", "containskey", "contains", "hashcode"];
