//! Which names a program changes behind a function that uses them: it sends what they hold when it is called, and not what
//! they held where it stands.
//!
//! One walk in all languages notes blocks, the variables of each, and where they are changed; what is a function is told by
//! the signs and words before its braces.

use std::ops::Range;

use super::statement::{SETS, bracket, changes_behind, is_given};
use super::{is_declared, is_read, root_of};
use crate::import::code::{Language, Reader, Scope, in_hole};
use crate::import::found::Form;
use crate::import::script::names;
use crate::import::text::Text;
use crate::named::Named;

/// How deep blocks are followed.
const MAX_DEPTH: usize = 64;

/// Words that a function begins with.
const FUNCTIONS: [&str; 4] = ["func", "fun", "function", "fn"];

/// Words before braces, or before the brackets that stand there, whose statements are run where they stand.
const RUN_HERE: [&str; 26] = [
    "if",
    "else",
    "for",
    "foreach",
    "while",
    "do",
    "switch",
    "when",
    "match",
    "case",
    "default",
    "try",
    "catch",
    "finally",
    "using",
    "lock",
    "synchronized",
    "with",
    "unless",
    "until",
    "class",
    "object",
    "enum",
    "static",
    "init",
    "extension",
];

/// Calls that run the closure that they are given at once.
const CALLS_HERE: [&str; 16] = [
    "run",
    "apply",
    "also",
    "let",
    "use",
    "repeat",
    "runBlocking",
    "runCatching",
    "withContext",
    "coroutineScope",
    "supervisorScope",
    "forEach",
    "forEachIndexed",
    "map",
    "each",
    "autoreleasepool",
];

/// Go's types that have braces.
const TYPES: [&str; 2] = ["interface", "struct"];

/// Words that begin a statement of Swift's whose braces are run where they stand.
const BRANCHES: [&str; 9] = ["if", "else", "for", "while", "switch", "guard", "catch", "do", "repeat"];

/// Words before the braces of a closure of Ruby's.
const LAMBDAS: [&str; 3] = ["lambda", "proc", "new"];

/// Methods of texts, which change nothing, in small letters.
const OF_TEXTS: [&str; 14] = [
    "substring",
    "trim",
    "split",
    "format",
    "startswith",
    "endswith",
    "equals",
    "equalsignorecase",
    "charat",
    "indexof",
    "touppercase",
    "tolowercase",
    "replace",
    "foreach",
];

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
            blocks: vec![Block { range: 0..text.len() + 1, parent: 0, is_later: false }],
            open: vec![],
            variables: vec![],
            names: Named::default(),
            used: vec![],
            before: String::new(),
            first: String::new(),
            is_function: false,
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

struct Block {
    range: Range<usize>,
    parent: usize,
    /// It is run when it is called.
    is_later: bool,
}

/// What is open.
enum Open {
    /// A bracket, with the word before it.
    Bracket(String),
    Block(usize),
    /// A function that is one expression.
    Expression(usize),
}

struct Variable {
    block: usize,
    changed: usize,
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
            let range = &self.blocks[block].range;
            if self.variables[variable].changed < range.end {
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

    /// Notes the names in a text.
    fn mentions_in(&mut self, text: &Text) {
        for code in text.code() {
            let name = root_of(in_hole(code.as_str()));
            self.mention(name);
            self.mention(name.trim_start_matches('$'));
        }
    }

    fn sign(&mut self, sign: &str) {
        self.before.clear();
        self.before.push_str(sign);
    }

    fn block(&self) -> usize {
        let block = self.open.iter().rev().find_map(|open| match open {
            Open::Block(block) | Open::Expression(block) => Some(*block),
            Open::Bracket(_) => None,
        });
        block.unwrap_or(0)
    }

    fn enter(&mut self, start: usize, is_later: bool) -> usize {
        let parent = self.block();
        self.blocks.push(Block { range: start..usize::MAX, parent, is_later });
        self.blocks.len() - 1
    }

    fn close(&mut self, end: usize) {
        if let Some(Open::Block(block) | Open::Expression(block)) = self.open.pop() {
            self.blocks[block].range.end = end;
        }
    }

    /// Ends the functions whose expression ends here.
    fn ends_expression(&mut self, end: usize) {
        while matches!(self.open.last(), Some(Open::Expression(_))) {
            self.close(end);
        }
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
                self.is_function &= is_type;
                let block = self.enter(start, is_later);
                self.open.push(Open::Block(block));
                self.sign("{");
            }
            ')' | ']' | '}' => {
                self.ends_expression(start);
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

    fn arrow(&mut self, sign: &str) {
        let makes_function = match self.language.form {
            Form::Java => sign == "->",
            Form::CSharp | Form::Dart => sign == "=>",
            _ => false,
        };
        if makes_function && !self.reader.rest().trim_start().starts_with('{') {
            self.begins_expression();
        }
    }

    fn begins_expression(&mut self) {
        let block = self.enter(self.reader.at, true);
        self.open.push(Open::Expression(block));
    }

    /// Whether the brace that was read opens a function, by what stands before it.
    fn opens_function(&self) -> bool {
        let before = self.before.as_str();
        let word = before.strip_prefix(')').unwrap_or(before);
        let is_bracket = word.len() < before.len();
        let own = word.rsplit('.').next().unwrap_or(word);
        let is_word = own.starts_with(|char: char| char.is_alphabetic() || char == '_');
        if self.is_function {
            return true;
        }
        if RUN_HERE.contains(&own) {
            return false;
        }
        let is_request = names::verb(word).is_some() || names::call(word).is_some();
        match self.language.form {
            Form::Java | Form::CSharp | Form::Dart => {
                matches!(before, "->" | "=>") || is_bracket && is_word && !is_request
            }
            Form::Kotlin | Form::Swift => {
                let is_value = matches!(before, "=" | "(" | "," | "return" | ":");
                let is_here = is_request || before == "in" || CALLS_HERE.contains(&own) || own.starts_with("build");
                is_value || is_word && !is_here && !self.is_branch()
            }
            Form::Ruby => matches!(word, "->" | ">") || LAMBDAS.contains(&own) && is_word,
            _ => false,
        }
    }

    /// Whether the statement is one of Swift's, whose conditions have no brackets.
    fn is_branch(&self) -> bool {
        let in_bracket = matches!(self.open.last(), Some(Open::Bracket(_)));
        self.language.form == Form::Swift && BRANCHES.contains(&self.first.as_str()) && !in_bracket
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
        let is_word = match self.language.form {
            Form::Java => name == "throws",
            Form::Dart => name == "async",
            _ => FUNCTIONS.contains(&name),
        };
        if is_word {
            self.is_function = true;
        }
        self.before = if is_made && self.language.form != Form::Ruby { "class".to_owned() } else { name.to_owned() };
    }

    /// Notes what is done with a name.
    fn used(&mut self, name: &str, start: usize, rest: &str, before: &str) {
        let root = root_of(name);
        self.mention(root);
        let is_equals =
            |rest: &str| rest.starts_with('=') && !["==", "=>", "=~"].iter().any(|sign| rest.starts_with(sign));
        let is_member = root.len() < name.len();
        let is_own = rest.starts_with(":=");
        let is_typed = rest.starts_with(':') && is_declared(before);
        if !is_member && (is_equals(rest) || is_own || is_typed) {
            let is_new = is_declared(before) || is_own || self.innermost(root).is_none();
            return if is_new { self.declare(root) } else { self.change(root, start) };
        }
        let own = name.rsplit('.').next().unwrap_or(name);
        let is_called = rest.starts_with(['(', '!', '{']);
        let is_text = OF_TEXTS.contains(&own.to_ascii_lowercase().as_str());
        let is_index = rest.starts_with('[')
            && bracket(rest).is_some_and(|length| {
                let behind = rest[length..].trim_start_matches([' ', '\t']);
                is_equals(behind) || SETS.iter().any(|sign| behind.starts_with(sign)) || changes_behind(behind)
            });
        let is_arrow = rest.strip_prefix("->").is_some_and(|rest| {
            let behind = rest.trim_start_matches(|char: char| char.is_alphanumeric() || char == '_').trim_start();
            is_equals(behind) || behind.starts_with('(')
        });
        let is_changed = SETS.iter().any(|sign| rest.starts_with(sign))
            || is_member && (is_equals(rest) || is_called && !is_read(own) && !is_text && !names::says(own))
            || is_index
            || is_arrow
            || is_given(before.trim_end());
        if is_changed {
            self.change(root, start);
        }
    }

    /// The variable that a name means here.
    fn innermost(&mut self, name: &str) -> Option<usize> {
        let at = self.reader.at;
        let all = self.names.get_mut(name)?;
        while all.last().is_some_and(|one| self.blocks[self.variables[*one].block].range.end <= at) {
            all.pop();
        }
        all.last().copied()
    }

    fn declare(&mut self, name: &str) {
        let block = self.block();
        self.variables.push(Variable { block, changed: 0 });
        self.names.entry(name.to_owned()).push(self.variables.len() - 1);
    }

    fn change(&mut self, name: &str, at: usize) {
        if let Some(variable) = self.innermost(name) {
            self.variables[variable].changed = at;
        }
    }

    /// Notes a name that a function uses from around it.
    fn mention(&mut self, name: &str) {
        let Some(variable) = self.innermost(name) else { return };
        let (mut block, own) = (self.block(), self.variables[variable].block);
        let mut function = None;
        for _ in 0..MAX_DEPTH {
            if block == own || block == 0 {
                break;
            }
            if self.blocks[block].is_later {
                function = Some(block);
            }
            block = self.blocks[block].parent;
        }
        let Some(function) = function else { return };
        let is_known =
            self.used.last().is_some_and(|(last, one, block)| last == name && (*one, *block) == (variable, function));
        if !is_known {
            self.used.push((name.to_owned(), variable, function));
        }
    }
}
