//! Brackets: the blocks that they are, the functions that these belong to, and what is taken apart.

use super::super::Kind;
use super::Walk;

/// What stands for the sign behind a name that a `break` may name.
pub(super) const LABEL: &str = "label:";

/// So many brackets may be open.
pub(super) const MAX_BRACKETS: usize = 256;

impl Walk<'_> {
    /// The word that says what a bracket is of: `def` of `def name(`.
    pub(super) fn of_function(&self, word: String) -> String {
        let is_def = self.is_python && self.header.is_some_and(|(kind, _)| kind == Kind::Function);
        if is_def && self.brackets.is_empty() { "def".to_owned() } else { word }
    }

    /// Notes a block that is a function's, with its name.
    pub(super) fn begins_function(&mut self, block: usize) {
        let name = self.naming.take().or_else(|| self.target.clone()).unwrap_or_default();
        for given in std::mem::take(&mut self.given) {
            self.out.reach.declares(block, given);
        }
        self.named.push((block, name));
    }

    /// Notes that the function around sets a name, which is that of a variable outside unless it declares it.
    pub(in crate::import::script::bindings) fn reaches(&mut self, name: &str, is_declared: bool) {
        let Some((block, function)) = self.named.last() else { return };
        match is_declared {
            true => self.out.reach.declares(*block, name.to_owned()),
            false => self.out.reach.sets(*block, function, name),
        }
    }

    pub(super) fn in_block(&self) -> bool {
        self.brackets.last().is_none_or(|bracket| bracket.block.is_some())
    }

    /// Whether a brace of JavaScript's begins a block, by what stands before it.
    pub(super) fn opens_block(&self, word: &str) -> bool {
        let is_in_block = self.in_block();
        word.starts_with(')')
            || matches!(word, LABEL | "=>" | "else" | "do" | "try" | "finally")
            || is_in_block && (matches!(word, ";" | "}" | "{" | "") || self.begins)
    }

    pub(super) fn closes(&mut self, char: char) {
        self.ends_later(self.reader.at - 1);
        let Some(bracket) = self.brackets.pop() else { return self.token("}") };
        if bracket.is_lazy {
            self.out.lazy.push(bracket.start..self.reader.at);
        }
        if bracket.block.is_some() {
            self.close(self.reader.at);
        }
        self.token(char.encode_utf8(&mut [0; 4]));
        let rest = self.reader.rest().trim_start();
        if char == ')' && bracket.char == '(' {
            let names = ["if", "for", "while", "switch", "with"].contains(&bracket.word.as_str());
            // The names between them are a function's own, or a fault's.
            let is_function = !self.is_python && !names && (rest.starts_with('{') || rest.starts_with("=>"));
            if is_function {
                self.set_all(bracket.names);
                self.given = self.names[bracket.names..].iter().map(|(name, _)| name.clone()).collect();
            }
            self.before = format!("){}", bracket.word);
        }
        // What is asked of a list or a map may be one of what is in it: `[a][0]`.
        if char != ')' && bracket.block.is_none() && rest.starts_with(['[', '.', '?']) && !rest.starts_with(".join(") {
            for at in bracket.names..self.names.len() {
                let (name, place) = &self.names[at];
                self.out.mentions.touched(name.split('.').next().unwrap_or_default(), *place);
            }
        }
        // What is taken apart: `[a, b] = …`, `({a} = …)`, `(a) = …`.
        let is_set = rest.starts_with('=') && !rest.starts_with("==") && !rest.starts_with("=>");
        let is_of_name = bracket.word.starts_with(|char: char| char.is_alphanumeric() || "_$)]\"".contains(char));
        if is_set && (bracket.word == "let" || !is_of_name) {
            self.set_all(bracket.names);
        }
        if self.setting == Some(["", ""]) {
            self.setting = None;
        }
        if char == '}' && bracket.block.is_some() {
            self.statement();
            self.before = "}".to_owned();
        }
    }
}
