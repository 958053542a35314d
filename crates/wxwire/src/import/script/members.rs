//! The members of an object, and the arguments of a call.

use super::Expr;
use super::read::Reader;
use crate::import::text::Text;

impl Reader<'_> {
    pub(super) fn object(&mut self, depth: usize) -> Expr {
        let start = self.at;
        let mut members = Vec::new();
        self.step(1);
        loop {
            self.space();
            match self.peek() {
                None => break,
                Some('}') => {
                    self.step(1);
                    break;
                }
                Some(',' | ')' | ']' | ';' | ':') => self.step(1),
                _ => {
                    let key_start = self.at;
                    let key = match self.string_begins() {
                        true => self.string(),
                        false => {
                            self.path();
                            self.text.slice(key_start..self.at)
                        }
                    };
                    self.space();
                    let name = key.clone();
                    let value = match self.is(":") {
                        true => self.expr(depth + 1),
                        // `{method, headers}` takes variables of these names.
                        false => Expr::Name(key.as_str().to_owned(), key),
                    };
                    members.push((name, value));
                    if self.at == key_start {
                        self.skip();
                    }
                    if self.at == key_start {
                        self.step(self.peek().map_or(0, char::len_utf8));
                    }
                }
            }
        }
        Expr::Object(self.text.slice(start..self.at), members)
    }

    /// The arguments of a call, or the items of a list, from its bracket to the other one.
    pub(super) fn arguments(&mut self, depth: usize, close: char) -> Vec<(Option<Text>, Expr)> {
        let mut arguments = Vec::new();
        self.step(1);
        while self.budget > 0 {
            self.space();
            match self.peek() {
                None => break,
                Some(char) if char == close => {
                    self.step(1);
                    break;
                }
                Some(',' | '}' | ')' | ']' | ';' | ':') => self.step(1),
                _ => {
                    let start = self.at;
                    let named = self.name_before_equals();
                    arguments.push((named, self.expr(depth + 1)));
                    if self.at == start {
                        self.step(self.peek().map_or(0, char::len_utf8));
                    }
                }
            }
        }
        arguments
    }

    /// `name=` of an argument.
    fn name_before_equals(&mut self) -> Option<Text> {
        let start = self.at;
        let length = self.path().len();
        let name = self.text.slice(start..self.at);
        self.space();
        let rest = self.rest();
        if length > 0 && rest.starts_with('=') && !rest.starts_with("==") && !rest.starts_with("=>") {
            self.step(1);
            return Some(name);
        }
        self.at = start;
        None
    }
}
