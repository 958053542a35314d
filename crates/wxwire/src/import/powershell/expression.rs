//! The reader of PowerShell's expressions.

use super::collection::{add, join};
use super::name::variable;
use super::{Value, Variables};
use crate::import::shell;
use crate::import::text::Text;

/// How deep expressions are read; what is deeper is not followed.
const MAX_DEPTH: usize = 64;

pub(super) struct Reader<'t> {
    pub(super) text: &'t Text,
    pub(super) at: usize,
    pub(super) variables: &'t Variables,
    depth: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t Text, at: usize, variables: &'t Variables) -> Self {
        Self { text, at, variables, depth: 0 }
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.as_str().get(self.at..).unwrap_or_default()
    }

    /// Skips a sign, in letters of any case, if it comes next.
    pub(super) fn takes(&mut self, sign: &str) -> bool {
        let is = self.rest().get(..sign.len()).is_some_and(|next| next.eq_ignore_ascii_case(sign));
        if is {
            self.at += sign.len();
        }
        is
    }

    /// Skips white space within a line, and line ends that a backtick hides.
    pub(super) fn blank(&mut self) {
        loop {
            self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\u{a0}', '\r']).len();
            if !self.takes("`\n") && !self.takes("`\r\n") {
                return;
            }
        }
    }

    /// Skips white space, line ends and comments.
    pub(super) fn white(&mut self) {
        loop {
            self.blank();
            let rest = self.rest();
            match rest.chars().next() {
                Some(char) if char.is_whitespace() => self.at += char.len_utf8(),
                // The prompt of a line that goes on.
                Some('>') if rest.starts_with(">> ") => self.at += 3,
                Some('#') => self.at += rest.find('\n').unwrap_or(rest.len()),
                _ => return,
            }
        }
    }

    pub(super) fn expression(&mut self) -> Value {
        self.joined(true)
    }

    /// Texts with `-join` between them; `lists` says whether a comma makes a list, as it does not between arguments.
    pub(super) fn joined(&mut self, lists: bool) -> Value {
        let start = self.at;
        if self.depth >= MAX_DEPTH {
            return self.unknown(start);
        }
        self.depth += 1;
        let mut value = Some(self.sum(lists));
        loop {
            self.blank();
            if !self.takes("-join") {
                break;
            }
            self.white();
            value = match (value, self.sum(lists)) {
                (Some(list), Value::Text(between)) => join(list, &between),
                _ => None,
            };
        }
        self.depth -= 1;
        value.unwrap_or_else(|| Value::Unknown(self.since(start)))
    }

    fn sum(&mut self, lists: bool) -> Value {
        let start = self.at;
        let mut value = Some(self.list(lists));
        loop {
            self.blank();
            if !self.rest().starts_with('+') || self.rest().starts_with("+=") {
                return value.unwrap_or_else(|| Value::Unknown(self.since(start)));
            }
            self.at += 1;
            self.white();
            let more = self.list(lists);
            value = value.and_then(|value| add(value, more));
        }
    }

    fn list(&mut self, lists: bool) -> Value {
        let start = self.at;
        let first = self.unary();
        self.blank();
        if !lists || !self.rest().starts_with(',') {
            return first;
        }
        let mut items = vec![first];
        while self.takes(",") {
            self.white();
            items.push(self.unary());
            self.blank();
        }
        Value::List(self.since(start), items)
    }

    fn unary(&mut self) -> Value {
        let start = self.at;
        if self.depth < MAX_DEPTH && self.takes("-join") {
            self.blank();
            self.depth += 1;
            let value = self.unary();
            self.depth -= 1;
            return join(value, &Text::default()).unwrap_or_else(|| Value::Unknown(self.since(start)));
        }
        if self.rest().starts_with('[') {
            return self.of_type();
        }
        self.primary()
    }

    pub(super) fn nested(&mut self) -> Value {
        if self.depth >= MAX_DEPTH {
            return self.unknown(self.at);
        }
        self.depth += 1;
        let value = self.unary();
        self.depth -= 1;
        value
    }

    fn primary(&mut self) -> Value {
        let start = self.at;
        let value = if let Some(text) = self.quoted() {
            Value::Text(text)
        } else if let Some((name, length)) = variable(self.rest()) {
            self.at += length;
            self.variables.get(name).unwrap_or_else(|| Value::Unknown(self.since(start)))
        } else if self.takes("@(") {
            let items = self.items();
            Value::List(self.since(start), items)
        } else if self.takes("@{") {
            let members = self.members();
            Value::Table(self.since(start), members)
        } else if self.takes("(") {
            self.white();
            let value = self.expression();
            self.white();
            if !self.takes(")") {
                return self.unknown(start);
            }
            value
        } else {
            return self.unknown(start);
        };
        // A member, a method or an index of it is not followed.
        match self.rest().starts_with(['.', '[']) {
            true => self.unknown(start),
            false => value,
        }
    }

    /// A text in quotes, or a here-string.
    pub(super) fn quoted(&mut self) -> Option<Text> {
        if !self.rest().starts_with(['\'', '"', '@']) || self.variables.is_spent() {
            return None;
        }
        let lookup = |name: &str| self.variables.text(name);
        let found = shell::powershell_quoted(self.text, self.at, &lookup);
        match found {
            Some((text, end)) => {
                self.at = end;
                Some(text)
            }
            // Nothing closes it; looking for its end again and again has its price.
            None => {
                self.variables.pay(self.rest().len()).unwrap_or_else(|| self.at = self.text.len());
                None
            }
        }
    }

    pub(super) fn since(&self, start: usize) -> Text {
        self.text.slice(start..self.at).trim()
    }

    /// Code that is not followed, up to the end of its line or the bracket that it stands in.
    pub(super) fn unknown(&mut self, start: usize) -> Value {
        let mut open = 0usize;
        while let Some(char) = self.rest().chars().next() {
            if self.quoted().is_some() || self.rest().is_empty() {
                continue;
            }
            match char {
                '(' | '{' | '[' => open += 1,
                ')' | '}' | ']' | ';' | ',' if open == 0 => break,
                '\n' if open == 0 => break,
                ')' | '}' | ']' => open -= 1,
                _ => {}
            }
            self.at += char.len_utf8();
        }
        Value::Unknown(self.since(start))
    }
}
