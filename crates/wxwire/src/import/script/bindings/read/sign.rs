//! What a sign does: it opens or closes a block, and ends a statement or an expression.

use super::super::Kind;
use super::bracket::{LABEL, MAX_BRACKETS};
use super::word::{CASE, DECLARES};
use super::{Bracket, Walk};

impl Walk<'_> {
    pub(super) fn sign(&mut self, char: char, start: usize) {
        self.reader.step_over();
        let word = std::mem::take(&mut self.before);
        let is_label = std::mem::take(&mut self.is_label) && !self.is_python && self.in_block();
        match char {
            // `name: {`, which a `break` leaves.
            ':' if is_label => {
                self.token(LABEL);
            }
            '(' | '[' | '{' => {
                let is_block = char == '{' && !self.is_python && self.opens_block(&word);
                let kind = match word.as_str() {
                    ")for" | ")while" | "do" => Kind::Loop,
                    LABEL | ")if" | ")switch" | ")catch" | ")with" | "else" | "try" | "finally" | ";" | "}" | "{"
                    | "" => Kind::Once,
                    _ => Kind::Function,
                };
                let block = is_block.then(|| self.enter(start, kind, 0));
                if let Some(block) = block.filter(|_| kind == Kind::Function) {
                    self.begins_function(block);
                }
                // What a declaration takes apart.
                let word = if DECLARES.contains(&word.as_str()) && !self.is_python {
                    "let".to_owned()
                } else {
                    self.of_function(word)
                };
                self.brackets.push(Bracket { char, block, word, names: self.names.len(), start, is_lazy: false });
                self.out.is_lost |= self.brackets.len() > MAX_BRACKETS;
                self.before = char.to_string();
                (self.begins, self.targets) = (is_block, if is_block { Some(self.names.len()) } else { self.targets });
            }
            ')' | ']' | '}' => self.closes(char),
            ';' => {
                self.ends_later(start);
                self.before = ";".to_owned();
                self.statement();
            }
            ':' if self.is_python && self.brackets.is_empty() => {
                if let Some((kind, indent)) = self.header.take() {
                    let block = self.enter(start, kind, indent);
                    self.begins_block(self.opens, block);
                    if self.opens == "def" {
                        self.begins_function(block);
                    }
                }
                self.token(":");
            }
            ',' | '*' => {
                if char == ',' {
                    self.ends_later(start);
                }
                // Whatever a module has may be set.
                self.out.is_lost |= word == "import" && self.is_python && char == '*';
                self.before = char.to_string();
            }
            '=' if self.reader.rest().starts_with('>') => {
                self.reader.step_over();
                self.token("=>");
                if !self.behind().starts_with('{') {
                    self.begins_later();
                }
            }
            _ => self.token(char.encode_utf8(&mut [0; 4])),
        }
        let is_case = self.setting == Some(CASE) && self.brackets.is_empty();
        if char == ':' && (is_case || self.setting.is_some_and(|words| words[0] == ":")) {
            self.setting = None;
        }
        if char == ':' && self.lambda == Some(self.brackets.len()) {
            self.lambda = None;
            self.begins_later();
        }
    }
}
