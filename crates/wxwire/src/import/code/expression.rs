//! The grammar of expressions: operands, and operators by their level.

use super::Expr;
use super::compute::FORMATS;
use super::format::{LETTERS, format};
use super::join::{BYTES, combine, is_bytes, plus};
use super::language::{Does, Operator, Types};
use super::name::variable;
use super::reader::{MAX_DEPTH, Reader, begins_name};

/// Words before braces that are no names of types.
const NO_TYPES: [&str; 3] = ["interface", "struct", "func"];

impl Reader<'_> {
    /// An expression, up to the comma, the bracket or the end that ends it. Code that is not followed is all of it.
    pub(crate) fn expression(&mut self) -> Expr {
        self.space();
        let start = self.at;
        let mut value = self.operation(0);
        if self.language.types == Types::Brackets {
            value = self.piped(value, start);
        }
        let end = self.at;
        self.blank();
        if self.at_remark() {
            return self.closed(value, start);
        }
        self.before_operator();
        if self.peek().is_none_or(|char| self.language.ends.contains(char)) {
            return self.closed(value, start);
        }
        // In a language with types in brackets, no other bracket of theirs closes an expression.
        let stray = self.language.types == Types::Brackets && self.peek() == Some(']');
        self.at = end;
        self.skip();
        if stray {
            return Expr::Other(self.since(start));
        }
        if self.text.as_str()[end..self.at].trim().is_empty() {
            return self.closed(value, start);
        }
        Expr::Other(self.since(start))
    }

    /// The arguments of an operator, and what it makes of them.
    fn operation(&mut self, level: u8) -> Expr {
        let start = self.at;
        let mut value = self.operand();
        loop {
            let line = self.at;
            self.before_operator();
            let Some(operator) = self.operator(level) else {
                self.at = line;
                return value;
            };
            let made = if operator.does == Does::Lists {
                let mut items = vec![value];
                while self.takes(operator.sign) {
                    self.space();
                    items.push(self.operation(operator.level + 1));
                    self.before_operator();
                }
                Some(Expr::List(self.since(start), items))
            } else if operator.does == Does::Formats {
                if !self.is_beside(line) {
                    self.at = line;
                    return value;
                }
                self.step(operator.sign.len());
                self.space();
                self.depth += 1;
                let values = match self.peek() {
                    Some('(') => self.arguments(')'),
                    _ => vec![(None, self.operation(operator.level + 1))],
                };
                self.depth -= 1;
                match value {
                    Expr::Text(pattern) => format(LETTERS, &pattern, &values, self.at - start).map(Expr::Text),
                    name @ Expr::Name(..) => {
                        let given = std::iter::once((None, name)).chain(values).collect();
                        Some(Expr::Call(FORMATS.to_owned(), given, self.since(start)))
                    }
                    _ => None,
                }
            } else {
                self.step(operator.sign.len());
                self.space();
                let is_sign = self.peek() == Some('\'') && self.language.has_signs();
                let more = self.operation(operator.level + 1);
                match operator.sign {
                    "+" => plus(operator.does, value, more, is_sign, &self.since(start)),
                    _ => combine(operator.does, value, more),
                }
            };
            value = made.unwrap_or_else(|| Expr::Other(self.since(start)));
        }
    }

    /// Whether what stands here is in the same line as what ended at a place: a statement of its own is no part of the one
    /// before it.
    fn is_beside(&self, end: usize) -> bool {
        if self.brackets > 0 || !self.language.joins_in_line() {
            return true;
        }
        let mut line = end;
        let gap = &self.text.as_str()[..self.at];
        while let Some(next) = gap[line..].find('\n').map(|next| line + next) {
            if !gap[..next].trim_end_matches('\r').ends_with(self.language.continues) {
                return false;
            }
            line = next + 1;
        }
        true
    }

    /// The operator that comes next, if it is of a level.
    fn operator(&self, level: u8) -> Option<&'static Operator> {
        let rest = self.rest();
        let is = |one: &&Operator| {
            one.level >= level
                && rest.get(..one.sign.len()).is_some_and(|sign| sign.eq_ignore_ascii_case(one.sign))
                && !rest[one.sign.len()..].starts_with('=')
                && (one.does != Does::Lists || self.lists)
        };
        self.language.operators.iter().find(is).filter(|_| self.depth < MAX_DEPTH)
    }

    fn closed(&self, value: Expr, start: usize) -> Expr {
        match value {
            // What a name holds keeps the place where it was set.
            Expr::Other(_) if !self.language.looks_up => Expr::Other(self.since(start)),
            value => value,
        }
    }

    /// What operators stand between, with what is asked of it.
    pub(super) fn operand(&mut self) -> Expr {
        let start = self.at;
        // Nothing is asked of a text so deep, as it would be given what lies deeper.
        if self.depth >= MAX_DEPTH && self.string_begins() {
            return self.primary();
        }
        if self.depth >= MAX_DEPTH {
            self.skip();
            return Expr::Other(self.text.slice(start..self.at));
        }
        self.depth += 1;
        let value = self.primary();
        let value = self.with_adjacent(value, start);
        let value = self.asked(value, start);
        self.depth -= 1;
        value
    }

    /// A text with those that stand right behind it, which are one with it before anything is asked of them.
    fn with_adjacent(&mut self, mut value: Expr, start: usize) -> Expr {
        while self.language.adjacent && (matches!(value, Expr::Text(_)) || is_bytes(&value)) {
            let line = self.at;
            self.before_operator();
            if !self.string_begins() || !self.is_beside(line) {
                self.at = line;
                break;
            }
            let more = self.primary();
            value = combine(Does::Concatenates, value, more).unwrap_or_else(|| Expr::Other(self.since(start)));
        }
        value
    }

    fn primary(&mut self) -> Expr {
        let start = self.at;
        // Go's character between single quotes is a number.
        let is_sign = self.peek() == Some('\'') && self.language.has_signs();
        let is_number = self.language.types == Types::Bare && self.peek() == Some('\'');
        let is_bytes = self.bytes_begin();
        if let Some(text) = self.string() {
            if is_bytes {
                return Expr::Call(BYTES.to_owned(), vec![(None, Expr::Text(text))], self.since(start));
            }
            // What is added to a character is added to its number, unless it is a text.
            let added = self.rest().trim_start().strip_prefix('+').map(str::trim_start);
            let is_number = is_number || is_sign && added.is_some_and(|added| !added.starts_with('"'));
            return if is_number { Expr::Other(self.since(start)) } else { Expr::Text(text) };
        }
        if self.language.looks_up
            && let Some((name, length)) = variable(self.rest())
        {
            self.step(length);
            return self.scope.get(name).unwrap_or_else(|| Expr::Other(self.since(start)));
        }
        let prefix = self.language.operators.iter().find(|one| one.does == Does::Joins);
        if prefix.is_some_and(|join| self.takes(join.sign)) {
            self.blank();
            let list = self.operand();
            return combine(Does::Joins, list, Expr::Text(self.text.slice(self.at..self.at)))
                .unwrap_or_else(|| Expr::Other(self.since(start)));
        }
        if self.language.types == Types::Brackets {
            if self.peek() == Some('[') {
                return self.of_type();
            }
            if let Some(text) = self.converted() {
                return text;
            }
        }
        // Where an object is, is no other value.
        let is_place = self.language.types == Types::Bare && self.rest().starts_with('&');
        if is_place && self.rest()[1..].starts_with(begins_name) {
            self.step(1);
            return match self.name_or_call() {
                object @ (Expr::Call(..) | Expr::Other(_)) if self.text.as_str()[..self.at].ends_with('}') => object,
                _ => Expr::Other(self.since(start)),
            };
        }
        if let Some(literal) = self.typed_literal() {
            return literal;
        }
        // What is sent of it is the text, and what a map holds of it is Base64.
        if self.language.types == Types::Bare && self.rest().starts_with("[]byte(") {
            self.step("[]byte".len());
            let arguments = self.arguments(')');
            return self.made("[]byte", arguments, self.since(start));
        }
        if let Some(collection) = self.collection() {
            return collection;
        }
        match self.peek() {
            Some('(') => {
                self.step(1);
                let lists = std::mem::replace(&mut self.lists, true);
                self.brackets += 1;
                let inner = self.expression();
                self.brackets -= 1;
                self.lists = lists;
                self.space();
                let is_all = self.takes(")");
                if !is_all {
                    self.skip_to_close(')');
                }
                if is_all && !matches!(inner, Expr::Other(_)) { inner } else { Expr::Other(self.since(start)) }
            }
            Some(char) if begins_name(char) && !self.language.looks_up => self.name_or_call(),
            Some(char) if char.is_ascii_digit() && self.added_number() > 0 => {
                self.step(self.added_number());
                Expr::Other(self.since(start))
            }
            _ => {
                self.skip();
                Expr::Other(self.since(start))
            }
        }
    }

    /// The length of a whole number that a plus stands behind; what else is done with one is not followed.
    fn added_number(&self) -> usize {
        let rest = self.rest();
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let behind = rest[length..].trim_start_matches([' ', '\t']);
        if behind.starts_with('+') && !behind.starts_with("++") { length } else { 0 }
    }

    fn name_or_call(&mut self) -> Expr {
        let start = self.at;
        let mut path = self.path();
        while self.language.words.contains(&path.as_str()) {
            self.step(self.rest().len() - self.rest().trim_start_matches(['?', '!']).len());
            self.space();
            path = self.path();
        }
        let behind = self.at;
        self.space();
        if self.language.types == Types::New && self.rest().starts_with('<') {
            self.step(self.types());
        }
        if self.peek() == Some('(') {
            let arguments = self.arguments(')');
            return self.made(&path, arguments, self.text.slice(start..self.at));
        }
        self.at = behind;
        if self.language.types == Types::Bare && self.peek() == Some('{') && !NO_TYPES.contains(&path.as_str()) {
            return self.object(&path, start);
        }
        Expr::Name(path, self.text.slice(start..behind))
    }

    /// The length of the types of what is made: `new HttpEntity<String>(…)`.
    fn types(&self) -> usize {
        let rest = self.rest();
        let is_type = |char: char| char.is_alphanumeric() || "_.<>,?[] ".contains(char);
        let length = rest.char_indices().take(100).find(|(_, char)| !is_type(*char)).map_or(0, |(at, _)| at);
        if rest[..length].ends_with('>') && rest[length..].starts_with('(') { length } else { 0 }
    }

    /// Skips to the comma, the bracket, the semicolon or the line break that ends an expression.
    pub(crate) fn skip(&mut self) {
        let mut open = 0usize;
        while let Some(char) = self.peek() {
            if self.string().is_some() {
                continue;
            }
            match char {
                '(' | '[' | '{' => open += 1,
                ')' | ']' | '}' | ',' | ';' | '\n' if open == 0 => return,
                ')' | ']' | '}' => open -= 1,
                _ => {}
            }
            self.step_over();
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
