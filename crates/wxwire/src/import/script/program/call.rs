//! Calls of a program: what they add to a value, change of it, or say of the request.

use super::super::names::{self, Does};
use super::made::ADDS;
use super::statement::{changes_behind, near};
use super::{Program, is_headers};
use crate::import::code::{Expr, charset_among};

/// Calls that change what they are given.
const CHANGES: [&str; 36] = [
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
    "array_walk_recursive",
    "array_multisort",
    "arsort",
    "krsort",
    "usort",
    "uasort",
    "uksort",
    "natsort",
    "natcasesort",
    "exec",
    "system",
    "preg_match",
    "preg_match_all",
    "mb_convert_variables",
    "sscanf",
    "openssl_sign",
];

/// Methods that change a text where one can be changed, beside those with `!`.
const CHANGE_TEXTS: [&str; 18] = [
    "replace",
    "concat",
    "prepend",
    "insert",
    "clear",
    "append_as_bytes",
    "setbyte",
    "force_encoding",
    "append",
    "remove",
    "removeAll",
    "removeFirst",
    "removeLast",
    "removeSubrange",
    "replaceSubrange",
    "popLast",
    "popFirst",
    "write",
];

/// Calls that say in which bytes all is written.
const WRITES_IN: [&str; 3] = ["OutputStreamWriter", "StreamWriter", "charset"];

/// Methods that change nothing, beside those that give the same.
const READS: [&str; 15] = [
    "get",
    "size",
    "length",
    "count",
    "isempty",
    "containskey",
    "contains",
    "hashcode",
    "getstr",
    "getstring",
    "getint",
    "getinteger",
    "getlong",
    "getbool",
    "getboolean",
];

impl Program<'_> {
    pub(super) fn call(&mut self, name: &str, start: usize, is_behind: bool) {
        let own = name.rsplit('.').next().unwrap_or(name).to_owned();
        let root = name.strip_suffix(&own).map(|root| root.trim_end_matches('.')).unwrap_or_default();
        let is_method = is_behind || !root.is_empty();
        let grows = match &self.chained {
            Some((name, end)) if root.is_empty() && is_behind && start < *end => name.clone(),
            _ => root.to_owned(),
        };
        if self.grows(&own, &grows, start, is_behind) || self.encodes(name, start) {
            return;
        }
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
        let has_texts = self.draft.language.changes_texts() || self.draft.language.copies();
        if has_texts && CHANGE_TEXTS.contains(&own.as_str()) && self.known.holds(root) {
            self.known.forget(root, self.reader.text.slice(start..self.reader.at));
        }
        let low = own.to_ascii_lowercase();
        let gives_inner = low == "get" && self.known.has_inner(root);
        let is_read = names::gives_the_same(&own) || is_method && READS.contains(&low.as_str()) && !gives_inner;
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
            if WRITES_IN.contains(&own.as_str()) {
                self.written_in(start);
            }
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

    /// `new OutputStreamWriter(stream, "GBK")`, `request.charset("GBK")`.
    fn written_in(&mut self, start: usize) {
        let at = self.reader.at;
        let arguments = self.reader.arguments(')');
        let charset = charset_among(arguments.iter().map(|(_, value)| self.known.follow(value)));
        self.draft.written_in(charset, &self.reader.text.slice(start..self.reader.at));
        self.reader.at = at;
    }

    /// `new Request { Method = …, Content = … }`
    pub(super) fn initializer(&mut self) {
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

/// Whether a method changes nothing.
pub(super) fn is_read(own: &str) -> bool {
    names::gives_the_same(own) || READS.contains(&own.to_ascii_lowercase().as_str())
}
