//! Which names a program changes behind a function that uses them, or within a loop that does: it sends what they hold when it
//! is run, and not what they held where it stands.
//!
//! One walk in all languages notes blocks, the variables of each, and where they are changed; what is a function is told by
//! the signs and words before its braces.

mod blocks;
mod variables;

use std::ops::Range;

use crate::import::code::{Language, Reader, Scope};
use crate::import::found::Form;
use crate::import::text::Text;
use crate::named::Named;
use blocks::{Block, FUNCTIONS, LOOPS, Open, TYPES};
use variables::Variable;

/// Where names are not known, as they are changed before that is run.
#[derive(Debug, Default)]
pub(in crate::import::script) struct Later {
    hidden: Named<'static, Vec<Range<usize>>>,
}

impl Later {
    pub(in crate::import::script) fn of(text: &Text, language: &'static Language) -> Self {
        let scope = Scope::new(text.len());
        let mut walk = Walk {
            reader: Reader::new(text, 0, language, &scope),
            language,
            blocks: vec![Block { range: 0..text.len() + 1, parent: 0, is_later: false, is_loop: false }],
            open: vec![],
            variables: vec![],
            names: Named::default(),
            used: vec![],
            before: String::new(),
            first: String::new(),
            is_function: false,
            is_loop: false,
        };
        walk.run();
        walk.finish()
    }

    /// Whether a name may hold something else when what stands at a place is run.
    pub(in crate::import::script) fn hides(&self, name: &str, at: usize) -> bool {
        let Some(ranges) = self.hidden.get(name) else { return false };
        let next = ranges.partition_point(|range| range.start <= at);
        next > 0 && ranges[next - 1].contains(&at)
    }
}

struct Walk<'t> {
    reader: Reader<'t>,
    language: &'static Language,
    blocks: Vec<Block>,
    open: Vec<Open>,
    variables: Vec<Variable>,
    /// The variables of each name, the innermost last.
    names: Named<'static, Vec<usize>>,
    /// The variables that functions use from around them: name, variable, block of the function.
    used: Vec<(String, usize, usize)>,
    /// The word or the sign before; of a closing bracket with the word before the one that it closes.
    before: String,
    /// The word that the statement begins with.
    first: String,
    /// The braces ahead are those of a function.
    is_function: bool,
    /// They are those of a loop.
    is_loop: bool,
}

impl Walk<'_> {
    fn run(&mut self) {
        while self.reader.budget > 0 {
            let start = self.reader.at;
            self.reader.space();
            if self.reader.text.as_str()[start..self.reader.at].contains('\n') {
                self.line();
            }
            let Some(char) = self.reader.peek() else { break };
            let start = self.reader.at;
            if self.reader.string_begins() {
                match self.reader.string() {
                    Some(text) => self.mentions_in(&text),
                    None => self.reader.step_over(),
                }
                self.sign("\"");
            } else if char.is_alphabetic() || matches!(char, '_' | '$') {
                let name = self.reader.path();
                if self.reader.at == start {
                    self.reader.step_over();
                }
                self.word(&name, start);
            } else {
                self.reader.step_over();
                self.bracket_or_sign(char, start);
            }
        }
        while !self.open.is_empty() {
            self.close(self.reader.text.len());
        }
    }

    fn finish(self) -> Later {
        let mut later = Later::default();
        for (name, variable, block) in self.used {
            let Block { range, is_later, is_loop, .. } = &self.blocks[block];
            let changes = &self.variables[variable].changes;
            let is_changed = *is_later && changes.last().is_some_and(|last| *last >= range.end)
                // The next time round it has another.
                || *is_loop && changes[changes.partition_point(|at| *at < range.start)..].first().is_some_and(|at| *at < range.end);
            if !is_changed {
                continue;
            }
            let ranges = later.hidden.entry(name);
            // They come in the order in which they begin, but that one may hold others.
            let mut range = range.clone();
            while let Some(last) = ranges.pop_if(|last| last.end > range.start) {
                range = last.start.min(range.start)..last.end.max(range.end);
            }
            ranges.push(range);
        }
        later
    }

    fn sign(&mut self, sign: &str) {
        self.before.clear();
        self.before.push_str(sign);
    }

    fn line(&mut self) {
        let goes_on = self.before == "=" || self.reader.rest().starts_with(['.', '?']);
        if self.language.ends_by_line() && !goes_on {
            self.ends_expression(self.reader.at);
            if !matches!(self.open.last(), Some(Open::Bracket(_))) {
                self.sign(";");
            }
            let in_bracket = matches!(self.open.last(), Some(Open::Bracket(_)));
            self.is_function &= in_bracket;
            self.is_loop &= in_bracket;
        }
    }

    fn bracket_or_sign(&mut self, char: char, start: usize) {
        match char {
            '(' | '[' => {
                let word = std::mem::take(&mut self.before);
                self.open.push(Open::Bracket(word));
                self.sign("(");
            }
            '{' => {
                let is_type = TYPES.contains(&self.before.as_str());
                let is_later = !is_type && self.opens_function();
                let is_loop = self.opens_loop();
                self.is_function &= is_type;
                let block = self.enter(start, is_later, is_loop);
                self.open.push(Open::Block(block));
                self.sign("{");
            }
            ')' | ']' | '}' => {
                self.ends_expression(start);
                self.ends_words(start);
                let word = match self.open.last() {
                    Some(Open::Bracket(word)) => word.clone(),
                    _ => String::new(),
                };
                self.close(self.reader.at);
                self.before = format!("{char}{word}");
            }
            ',' | ';' => {
                self.ends_expression(start);
                if char == ';' {
                    self.is_function = false;
                    // Go's loops have them before their braces, as those of others have in brackets.
                    let in_header =
                        self.language.form == Form::Go || matches!(self.open.last(), Some(Open::Bracket(_)));
                    self.is_loop &= in_header;
                }
                self.sign(if char == ';' { ";" } else { "," });
            }
            '-' | '=' if self.reader.rest().starts_with('>') => {
                self.reader.step_over();
                let sign = if char == '-' { "->" } else { "=>" };
                self.arrow(sign);
                self.sign(sign);
            }
            // Kotlin's function of one expression.
            '=' if self.is_function && self.language.form == Form::Kotlin && !self.reader.rest().starts_with('=') => {
                self.is_function = false;
                self.begins_expression();
                self.sign("=");
            }
            _ => self.sign(char.encode_utf8(&mut [0; 4])),
        }
    }

    fn word(&mut self, name: &str, start: usize) {
        let rest = self.reader.rest().trim_start_matches([' ', '\t']);
        let before = &self.reader.text.as_str()[..start];
        let trimmed = before.trim_end();
        let is_arrow = self.language.form == Form::Php && trimmed.ends_with("->");
        let is_behind = trimmed.ends_with('.') && !trimmed.ends_with("..") || trimmed.ends_with("::") || is_arrow;
        if self.before.is_empty() || self.before == ";" || self.before == "{" || self.before.starts_with('}') {
            self.first = name.to_owned();
        }
        // What is made here by braces is no function.
        let is_made = self.before == "new";
        if !is_behind {
            self.used(name, start, rest, before);
        }
        if !is_behind && !self.language.has_braces() {
            self.word_block(name, start);
        }
        let is_word = match self.language.form {
            Form::Java => name == "throws",
            Form::Dart => name == "async",
            _ => FUNCTIONS.contains(&name),
        };
        if is_word {
            self.is_function = true;
        }
        // Swift's `do` is tried once.
        let is_loop = LOOPS.contains(&name) && !(name == "do" && self.language.form == Form::Swift);
        self.is_loop |= is_loop && !is_behind && self.language.has_braces();
        self.before = if is_made && self.language.form != Form::Ruby { "class".to_owned() } else { name.to_owned() };
    }
}
