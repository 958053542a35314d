//! The reader of expressions: the part of them that JavaScript and Python share.

use super::Expr;
use super::join::join;
use crate::import::text::Text;

/// How deep expressions are read; what is deeper is taken as it stands.
const MAX_DEPTH: usize = 64;

pub(super) struct Reader<'t> {
    pub(super) text: &'t Text,
    pub(super) at: usize,
    /// The steps that may still be taken.
    pub(super) budget: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t Text) -> Self {
        Self { text, at: 0, budget: text.len() * 16 + 10_000 }
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.as_str().get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn step(&mut self, length: usize) {
        self.at += length;
        self.budget = self.budget.saturating_sub(length);
    }

    pub(super) fn is(&mut self, text: &str) -> bool {
        let is = self.rest().starts_with(text);
        if is {
            self.step(text.len());
        }
        is
    }

    /// Skips white space, line breaks and comments.
    pub(super) fn space(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start_matches(|char: char| char.is_whitespace() || char == '\\').len();
            self.step(blank);
            let rest = self.rest();
            let line = || rest.find('\n').unwrap_or(rest.len());
            let comment = match rest {
                _ if rest.starts_with("//") || rest.starts_with('#') => line(),
                _ if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
                _ => return,
            };
            self.step(comment);
        }
    }

    /// A name with dots in it; white space may stand before a dot.
    pub(super) fn path(&mut self) -> String {
        let mut path = String::new();
        loop {
            let rest = self.rest();
            let word = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$');
            let length = rest.find(|char| !word(char)).unwrap_or(rest.len());
            path.push_str(&rest[..length]);
            self.step(length);
            let next = self.rest().trim_start();
            let behind = next.strip_prefix('.').map(str::trim_start);
            if length == 0
                || path.len() > 200
                || !behind.is_some_and(|behind| behind.starts_with(|char: char| char.is_alphabetic()))
            {
                return path;
            }
            let behind = behind.unwrap_or_default();
            path.push('.');
            self.step(self.rest().len() - behind.len());
        }
    }

    /// An expression, up to the comma, the bracket or the end that ends it.
    pub(super) fn expr(&mut self, depth: usize) -> Expr {
        self.space();
        let start = self.at;
        let mut expr = self.primary(depth);
        loop {
            let line = self.at;
            self.space();
            let joins = matches!(expr, Expr::Text(_)) && self.string_begins();
            // A text on the next line belongs to this one only within brackets, which is where they are written.
            let more = if joins {
                Some(self.primary(depth))
            } else if self.rest().starts_with('+') && depth < MAX_DEPTH {
                self.step(1);
                self.space();
                Some(self.primary(depth))
            } else {
                None
            };
            match (more, self.peek()) {
                (Some(more), _) => {
                    if !join(&mut expr, &more) {
                        // What it was does not matter any more; its place is told at its end.
                        expr = Expr::Other(Text::default());
                    }
                }
                (None, Some('.')) if matches!(expr, Expr::Text(_) | Expr::List(..)) && self.is_join() => {
                    expr = self.joined(&expr, depth);
                }
                (None, Some('.')) if self.still_the_same() => {
                    self.space();
                    if self.peek() == Some('(') {
                        self.arguments(depth, ')');
                    }
                }
                (None, Some(',' | ')' | '}' | ']' | ';' | ':') | None) => return self.closed(expr, start),
                _ => {
                    self.at = line;
                    self.skip();
                    if self.text.as_str()[line..self.at].trim().is_empty() {
                        return self.closed(expr, start);
                    }
                    return Expr::Other(self.text.slice(start..self.at).trim());
                }
            }
        }
    }

    /// An expression at its end; code that is not understood is all of it.
    fn closed(&self, expr: Expr, start: usize) -> Expr {
        match expr {
            Expr::Other(_) => Expr::Other(self.text.slice(start..self.at).trim()),
            expr => expr,
        }
    }

    /// Skips a method that gives the same text, such as `.encode()` of a text, or that waits for a call.
    fn still_the_same(&mut self) -> bool {
        let start = self.at;
        self.step(1);
        let path = self.path();
        let same = matches!(path.as_str(), "encode" | "strip" | "trim" | "toString" | "then" | "catch" | "done");
        if !same {
            self.at = start;
        }
        same
    }

    fn primary(&mut self, depth: usize) -> Expr {
        let start = self.at;
        if self.string_begins() {
            return Expr::Text(self.string());
        }
        if depth >= MAX_DEPTH {
            self.skip();
            return Expr::Other(self.text.slice(start..self.at));
        }
        match self.peek() {
            Some('{') => self.object(depth),
            Some('(') => {
                self.step(1);
                let inner = self.expr(depth + 1);
                self.skip_to_close(')');
                inner
            }
            Some('[') => {
                let items = self.arguments(depth, ']').into_iter().map(|(_, item)| item).collect();
                Expr::List(self.text.slice(start..self.at), items)
            }
            Some(char) if char.is_alphabetic() || matches!(char, '_' | '$') => {
                let mut path = self.path();
                while matches!(path.as_str(), "new" | "await" | "return") {
                    self.space();
                    path = self.path();
                }
                let behind = self.at;
                self.space();
                if self.peek() == Some('(') {
                    let arguments = self.arguments(depth, ')');
                    return Expr::Call(path, arguments, self.text.slice(start..self.at));
                }
                self.at = behind;
                Expr::Name(path, self.text.slice(start..behind))
            }
            _ => {
                self.skip();
                Expr::Other(self.text.slice(start..self.at).trim())
            }
        }
    }

    /// Skips to the comma, the bracket, the semicolon or the line break that ends an expression.
    pub(super) fn skip(&mut self) {
        let mut depth = 0usize;
        while let Some(char) = self.peek() {
            if self.string_begins() {
                self.string();
                continue;
            }
            match char {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' | ',' | ';' | '\n' if depth == 0 => return,
                ')' | ']' | '}' => depth -= 1,
                _ => {}
            }
            self.step(char.len_utf8());
        }
    }

    fn skip_to_close(&mut self, close: char) {
        while let Some(char) = self.peek() {
            match char {
                ',' | ';' | '\n' => self.step(1),
                ')' | ']' | '}' => {
                    if char == close {
                        self.step(1);
                    }
                    return;
                }
                _ => {
                    let before = self.at;
                    self.skip();
                    if self.at == before {
                        return;
                    }
                }
            }
        }
    }
}
