//! Names and members that a program sets.

use super::super::names;
use super::made::{emptied, makes_request};
use super::statement::{SETS, changes_behind};
use super::{NEAR, Program, is_headers, root_of};
use crate::import::code::{Expr, is_plain_number};
use crate::import::found::Form;
use crate::import::text::Text;

/// Types whose numbers are written in another way than whole ones.
const OTHER_NUMBERS: [&str; 6] = ["double", "float", "Double", "Float", "CGFloat", "char"];

impl Program<'_> {
    /// `name = value`, `name := value`, `name, err := value`.
    pub(super) fn set(&mut self, name: &str, start: usize, is_behind: bool) -> bool {
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
        if self.makes_text(name, &value, [start, from, end]) {
            return true;
        }
        if let Expr::Name(builder, place) = &value
            && self.known.is_builder(builder)
        {
            // It has two names.
            self.known.forget(builder, place.clone());
        }
        let value = match emptied(&value) {
            Some(empty) => {
                self.chained = Some((name.to_owned(), end));
                empty
            }
            None => value,
        };
        let place = self.reader.text.slice(start..end).trim();
        if self.appended(name, &value, &place) {
            return true;
        }
        let is_declared = is_declared(&self.reader.text.as_str()[..start]);
        let value = if self.is_other_number(&value, start, from) { Expr::Other(place.clone()) } else { value };
        self.known.set(name, value, place, is_declared);
        true
    }

    /// `name += text`, PHP's `$name .= text`, Ruby's `list << item`: what it held, with that behind it.
    pub(super) fn extends(&mut self, name: &str, start: usize) -> bool {
        let (form, rest) = (self.draft.language.form, self.reader.rest());
        let is_item = form == Form::Ruby && rest.starts_with("<<") && self.known.has(name);
        let sign = if form == Form::Php { ".=" } else { "+=" };
        if !is_item && !rest.starts_with(sign) || !self.known.holds(name) || !self.is_statement(start) {
            return false;
        }
        self.reader.step(sign.len());
        let from = self.reader.at;
        let value = self.reader.expression();
        let place = self.reader.text.slice(start..self.reader.at).trim();
        if !matches!(value, Expr::Text(_)) {
            self.reader.at = from;
        }
        match is_item {
            true => self.known.add(name, None, value, place),
            false => self.known.extend(name, value, place),
        }
        true
    }

    /// Whether a whole number is declared for a type that writes it in another way: as `3.0`, or as a character.
    fn is_other_number(&self, value: &Expr, start: usize, end: usize) -> bool {
        let is_number = matches!(value, Expr::Other(number) if is_plain_number(number.as_str()));
        let before = &self.reader.text.as_str()[..start];
        let near = before.char_indices().rev().take(NEAR).last().map_or(start, |(at, _)| at);
        let line = before[near..].rfind(['\n', ';', '{', '(']).map_or(near, |at| near + at);
        let mut words = self.reader.text.as_str()[line..end].split(|char: char| !char.is_alphanumeric());
        is_number && words.any(|word| OTHER_NUMBERS.contains(&word))
    }

    /// Go's `list = append(list, …)`.
    fn appended(&mut self, name: &str, value: &Expr, place: &Text) -> bool {
        let Expr::Call(call, arguments, _) = value else { return false };
        let [(None, Expr::Name(list, _)), more @ ..] = &arguments[..] else { return false };
        let is_one = call == "append" && list == name && self.draft.language.form == Form::Go && self.known.has(name);
        if is_one {
            for (_, item) in more {
                self.known.add(name, None, item.clone(), place.clone());
            }
        }
        is_one
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
    pub(super) fn member(&mut self, name: &str, start: usize, end: usize) -> bool {
        self.reader.step(1);
        self.reader.space();
        let is_text = self.reader.string_begins();
        let key = self.reader.key();
        self.reader.space();
        let closes = self.reader.takes("]");
        self.reader.space();
        let rest = self.reader.rest();
        // What lies deeper, or under a name that is not known, is not followed.
        let is_index = rest.trim_start_matches(['!', '?']).starts_with('[');
        let is_deep = closes && (is_index || SETS.iter().any(|sign| rest.starts_with(sign)) || changes_behind(rest));
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
}

/// Whether what stands before a name is a type or a word that declares it.
pub(super) fn is_declared(before: &str) -> bool {
    let start = before.char_indices().rev().take(NEAR).last().map_or(0, |(at, _)| at);
    let line = before[start..].rsplit(['\n', ';', '{', '}', '(']).next().unwrap_or_default().trim_end();
    line.ends_with(|char: char| char.is_alphanumeric() || matches!(char, '>' | ']' | '?'))
}
