//! Blocks, and which of them are functions: by the signs and words before their braces.

use std::ops::Range;

use super::super::statement::bracket;
use super::Walk;
use crate::import::found::Form;
use crate::import::script::names;

/// Words that a function begins with.
pub(super) const FUNCTIONS: [&str; 4] = ["func", "fun", "function", "fn"];

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
pub(super) const TYPES: [&str; 2] = ["interface", "struct"];

/// Words that begin a statement of Swift's whose braces are run where they stand.
const BRANCHES: [&str; 9] = ["if", "else", "for", "while", "switch", "guard", "catch", "do", "repeat"];

/// Words before the braces, or the `do`, of a closure of Ruby's.
const LAMBDAS: [&str; 5] = ["lambda", "proc", "new", "define_method", "at_exit"];

/// Words of Ruby's that open a block wherever they stand, and those that do where a value or a statement begins.
const OPENS: [&str; 7] = ["def", "class", "module", "begin", "case", "for", "do"];
const OPENS_FIRST: [&str; 4] = ["if", "unless", "while", "until"];

/// Words of Ruby's behind which a statement begins.
const BEGINS: [&str; 6] = ["then", "else", "do", "begin", "ensure", "not"];

/// Loops of Ruby's whose `do` opens nothing more.
const LOOPS_OF_WORDS: [&str; 3] = ["while", "until", "for"];

/// Words before the braces of a loop.
pub(super) const LOOPS: [&str; 5] = ["for", "foreach", "while", "do", "repeat"];

/// Calls that run the closure that they are given again and again.
const AGAIN: [&str; 20] = [
    "each",
    "each_with_index",
    "each_with_object",
    "each_slice",
    "each_pair",
    "times",
    "upto",
    "downto",
    "step",
    "map",
    "collect",
    "flat_map",
    "loop",
    "cycle",
    "forEach",
    "forEachIndexed",
    "ForEach",
    "repeat",
    "filter",
    "select",
];

pub(super) struct Block {
    pub(super) range: Range<usize>,
    pub(super) parent: usize,
    /// It is run when it is called.
    pub(super) is_later: bool,
    /// It is run again and again.
    pub(super) is_loop: bool,
}

/// What is open.
pub(super) enum Open {
    /// A bracket, with the word before it.
    Bracket(String),
    Block(usize),
    /// One that a word closes.
    Words(usize),
    /// A function that is one expression.
    Expression(usize),
}

impl Walk<'_> {
    pub(super) fn block(&self) -> usize {
        let block = self.open.iter().rev().find_map(|open| match open {
            Open::Block(block) | Open::Words(block) | Open::Expression(block) => Some(*block),
            Open::Bracket(_) => None,
        });
        block.unwrap_or(0)
    }

    pub(super) fn enter(&mut self, start: usize, is_later: bool, is_loop: bool) -> usize {
        let parent = self.block();
        self.blocks.push(Block { range: start..usize::MAX, parent, is_later, is_loop });
        self.blocks.len() - 1
    }

    pub(super) fn close(&mut self, end: usize) {
        if let Some(Open::Block(block) | Open::Words(block) | Open::Expression(block)) = self.open.pop() {
            self.blocks[block].range.end = end;
        }
    }

    /// Ends the blocks whose word is missing before a bracket that closes.
    pub(super) fn ends_words(&mut self, end: usize) {
        while matches!(self.open.last(), Some(Open::Words(_))) {
            self.close(end);
        }
    }

    /// Opens or closes the block that a word of Ruby's is: `lambda do |x|`, `end`.
    pub(super) fn word_block(&mut self, name: &str, start: usize) {
        let (text, rest) = (self.reader.text.as_str(), self.reader.rest());
        let is_symbol = text[..start].ends_with(':') || rest.starts_with(':') && !rest.starts_with("::");
        if is_symbol {
            return;
        }
        if name == "end" {
            if matches!(self.open.last(), Some(Open::Words(_))) {
                self.close(self.reader.at);
            }
            return;
        }
        let before = self.before.as_str();
        let begins = BEGINS.contains(&before)
            || !before.ends_with(|char: char| char.is_alphanumeric() || ")]}\"".contains(char));
        let opens = match name {
            "do" => !LOOPS_OF_WORDS.contains(&self.first.as_str()),
            "def" => !is_endless(rest),
            _ => OPENS.contains(&name) || OPENS_FIRST.contains(&name) && begins,
        };
        if opens {
            let is_later = name == "do" && self.opens_function();
            let is_loop = LOOPS_OF_WORDS.contains(&name) || name == "do" && is_again(&self.before);
            let block = self.enter(start, is_later, is_loop);
            self.open.push(Open::Words(block));
        }
    }

    /// Ends the functions whose expression ends here.
    pub(super) fn ends_expression(&mut self, end: usize) {
        while matches!(self.open.last(), Some(Open::Expression(_))) {
            self.close(end);
        }
    }

    pub(super) fn arrow(&mut self, sign: &str) {
        let makes_function = match self.language.form {
            Form::Java => sign == "->",
            Form::CSharp | Form::Dart => sign == "=>",
            _ => false,
        };
        if makes_function && !self.reader.rest().trim_start().starts_with('{') {
            self.begins_expression();
        }
    }

    pub(super) fn begins_expression(&mut self) {
        let is_loop = self.is_given_again();
        let block = self.enter(self.reader.at, true, is_loop);
        self.open.push(Open::Expression(block));
    }

    /// Whether the brace that was read opens a loop.
    pub(super) fn opens_loop(&mut self) -> bool {
        // A list may stand before the braces of Go's, which are the last of their line.
        let is_last = self.language.form != Form::Go
            || self.reader.rest().trim_start_matches([' ', '\t', '\r']).starts_with(['\n', '/']);
        let is_loop = self.is_loop && is_last;
        self.is_loop &= !is_last;
        is_loop || is_again(&self.before) || self.is_given_again()
    }

    /// Whether what stands here is given to a call that runs it again and again.
    fn is_given_again(&self) -> bool {
        matches!(self.open.last(), Some(Open::Bracket(call)) if is_again(call))
    }

    /// Whether the brace that was read opens a function, by what stands before it.
    pub(super) fn opens_function(&self) -> bool {
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
}

/// Whether a call, by what stands before its closure, runs that again and again: `list.each`, or `)` and `repeat`.
fn is_again(before: &str) -> bool {
    let call = before.strip_prefix(')').unwrap_or(before);
    AGAIN.contains(&call.rsplit('.').next().unwrap_or(call))
}

/// Whether a function of Ruby's is one expression: `def name(x) = x + 1`.
fn is_endless(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default().trim_start();
    let name = line.find(|char: char| !(char.is_alphanumeric() || "_.?!".contains(char))).unwrap_or(line.len());
    let behind = &line[name..];
    let given = if behind.starts_with('(') { bracket(behind) } else { Some(0) };
    given.is_some_and(|length| behind[length..].trim_start().starts_with("= "))
}
