//! What a quote is that could close the string it stands in: told by what follows it.

use super::{Role, Scan};
use crate::import::repair::characters::{closes, is_blank, is_opener};
use crate::import::repair::fault::Fault;
use crate::import::repair::follow::Fit;
use crate::import::repair::origin::Origin;
use crate::import::repair::reading::Reading;
use crate::problem::Code;

/// What a quote is.
pub(super) enum Quote {
    /// The string's end.
    End,
    /// Part of a word, such as in `it's`.
    Apostrophe,
    /// Part of the text.
    Inside,
    /// More than one of them, or the end before something that cannot stand there.
    Fault(Fault),
}

/// What stands behind a word or a string in code: a quote before it ends a string there.
const OPERATORS: &str = "+-*%=.?!;()|&~^@\\";

/// So much may stand between two items in place of a comma.
const MOST_BETWEEN: usize = 3;

impl Reading<'_> {
    pub(super) fn quote(&mut self, scan: &Scan) -> Quote {
        let behind = self.state.at + self.peek().map_or(0, char::len_utf8);
        if self.is_apostrophe() {
            return Quote::Apostrophe;
        }
        let next = self.blank(behind);
        self.budget = self.budget.saturating_sub(next + 1 - behind);
        let odd = !scan.bare.is_multiple_of(2);
        if self.goes_on_behind(scan, behind, next) {
            return if odd { doubt(scan, behind) } else { Quote::End };
        }
        match (scan.role, odd) {
            (Role::Key, _) => Quote::Fault(Fault::expected(behind, ":")),
            // Code that runs has no bare quote in a string: what stands behind this one is code, too.
            (Role::Value, _) if self.origin == Origin::Script => {
                Quote::Fault(Fault::new(Code::Variable, scan.start..behind).last())
            }
            (Role::Value, false) if self.opens_quotation(scan, behind) => Quote::Inside,
            (Role::Value, true) if self.closes_quotation(scan, behind, next) => Quote::Inside,
            (Role::Value, true) => doubt(scan, behind),
            (Role::Value, false) if self.char_at(next).is_some_and(|char| is_opener(char, self.origin)) => {
                doubt(scan, behind)
            }
            (Role::Value, false) => {
                Quote::Fault(Fault::expected(next, if self.state.stack.in_object() { ", }" } else { ", ]" }))
            }
        }
    }

    /// Whether JSON goes on behind a quote: then it can be nothing but the string's end.
    fn goes_on_behind(&mut self, scan: &Scan, behind: usize, next: usize) -> bool {
        if scan.role == Role::Key {
            return self.colon_follows(behind) != Fit::No;
        }
        let stack = self.state.stack;
        let is_attribute = next == behind && self.text[..self.state.at].ends_with('=');
        let line = self.text.get(behind..next).is_some_and(|between| between.contains('\n'));
        self.is_structure(next)
            || self.is_comment(next) && !is_attribute
            || stack.is_empty() && self.origin != Origin::Body
            || line && stack.in_object() && self.is_key(next)
    }

    /// Whether structure stands at a place, or nothing any more. A colon is structure if a value follows it.
    pub(super) fn is_structure(&mut self, at: usize) -> bool {
        match self.char_at(at) {
            None | Some(',' | '，' | '}' | ']') => true,
            Some(colon @ (':' | '：')) => self.begins_value(self.blank(at + colon.len_utf8())),
            Some(_) => false,
        }
    }

    fn begins_value(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default();
        let is_value = |char: char| is_opener(char, self.origin) || char.is_ascii_digit() || "-{[".contains(char);
        rest.starts_with(is_value) || ["true", "false", "null"].iter().any(|word| rest.starts_with(word))
    }

    /// The first of a pair: text begins right behind it, nothing that could stand behind a string. Empty quotation marks
    /// are those of an attribute.
    fn opens_quotation(&self, scan: &Scan, behind: usize) -> bool {
        match self.char_at(behind) {
            Some(char) if closes(scan.open, char) => self.text[..self.state.at].ends_with('='),
            Some(char) => {
                !is_blank(char)
                    && !is_opener(char, self.origin)
                    && !OPERATORS.contains(char)
                    && !"{[:：｛｝［］".contains(char)
            }
            None => false,
        }
    }

    /// The second of a pair: text, or the first, stands right before it, nothing that a string could follow; an attribute ends
    /// with any. Behind it is no
    /// string, bracket or key, but the string's own end where nothing else can be.
    fn closes_quotation(&mut self, scan: &Scan, behind: usize, next: usize) -> bool {
        let before = self.text[..self.state.at].chars().next_back();
        let opens = |char: char| is_blank(char) || ",，:：{[(=+".contains(char);
        if scan.bare_end < self.state.at && !scan.attribute && before.is_none_or(opens) {
            return false;
        }
        let Some(char) = self.char_at(next) else { return false };
        if closes(scan.open, char) {
            let outer = self.blank(next + char.len_utf8());
            let first = scan.misfit.is_some_and(|first| first == scan.text() + char.len_utf8());
            return next == behind && !first && scan.bare == 1 && self.is_structure(outer);
        }
        if self.parts_items(scan, behind) || char == ':' && self.follows_comma(scan) {
            return false;
        }
        let is_member = next > behind && self.is_bare_member(next);
        !is_opener(char, self.origin) && !"{[".contains(char) && !is_member
    }

    /// Whether two quotes in an item of a list may have ended it and begun the next, with some sign for the comma: a quotation has
    /// blanks around it, or more in it.
    fn parts_items(&self, scan: &Scan, behind: usize) -> bool {
        let Some(first) = scan.misfit.filter(|_| scan.bare == 1 && !self.state.stack.in_object()) else { return false };
        let before = self.text[..first].chars().rev().nth(1);
        let inside = self.text[first..self.state.at].chars().count();
        let is_beside = |char: Option<char>| char.is_some_and(|char| !is_blank(char));
        inside <= MOST_BETWEEN && is_beside(before) && is_beside(self.char_at(behind))
    }

    /// Whether the first of two quotes stands behind a comma, as that of a key does.
    fn follows_comma(&self, scan: &Scan) -> bool {
        let before = scan.misfit.and_then(|first| self.text[..first].char_indices().next_back());
        before.is_some_and(|(quote, _)| self.text[..quote].trim_end_matches(is_blank).ends_with([',', '，']))
    }

    /// Whether a bare key stands at a place, with a value.
    fn is_bare_member(&self, at: usize) -> bool {
        let end = self.name_end(at);
        let colon = self.blank(end);
        match self.char_at(colon) {
            Some(char @ (':' | '：')) if end > at => self.begins_value(self.blank(colon + char.len_utf8())),
            _ => false,
        }
    }

    /// Between two letters, such as in `it's`.
    fn is_apostrophe(&self) -> bool {
        let at = self.state.at;
        let quote = self.peek().filter(|char| matches!(char, '\'' | '‘' | '’'));
        let before = self.text[..at].chars().next_back().is_some_and(char::is_alphabetic);
        quote.is_some_and(|quote| before && self.char_at(at + quote.len_utf8()).is_some_and(char::is_alphabetic))
    }
}

/// The string up to here can be read in more than one way.
fn doubt(scan: &Scan, end: usize) -> Quote {
    Quote::Fault(Fault::new(Code::Ambiguous, scan.start..end).last())
}
