//! The blocks of a script and the names that are set in it, token by token.

mod block;
mod bracket;
mod sign;
mod word;

use super::tried::Tried;
use super::{Binding, Bindings, Block, Kind};
use crate::import::code::{Language, Reader, Scope};
use crate::import::found::Form;
use crate::import::text::Text;
pub(in crate::import::script) use word::annotation;
pub(super) use word::puts;

/// Words that a statement stands behind, or what is one with them.
const GOES_ON: [&str; 7] = [")if", ")for", ")while", ")with", "else", "do", "return"];

/// A bracket that is open.
pub(super) struct Bracket {
    pub(super) char: char,
    /// The block that it opened, if it did.
    block: Option<usize>,
    /// The word before it.
    pub(super) word: String,
    /// How many names there were before it.
    names: usize,
    pub(super) start: usize,
    /// What stands in it is made when somebody asks for it: a generator of Python's that has a name.
    is_lazy: bool,
}

/// Goes through a script.
pub(super) struct Walk<'t> {
    pub(super) reader: Reader<'t>,
    pub(super) is_python: bool,
    pub(super) out: Bindings,
    /// The blocks that are open, with the indentation of what opened them; of Python's the brackets do not tell.
    open: Vec<(usize, usize)>,
    pub(super) brackets: Vec<Bracket>,
    /// All names that were read, with their places.
    names: Vec<(String, usize)>,
    /// The word or the sign before.
    before: String,
    /// A statement begins here.
    begins: bool,
    /// The word before it declares a name by a statement of its own.
    declares: bool,
    /// The name that the statement sets.
    pub(super) target: Option<String>,
    /// The number of names before the statement, while it has had nothing but names that may be set.
    targets: Option<usize>,
    /// The block of Python's that the colon ahead begins, with its indentation.
    header: Option<(Kind, usize)>,
    /// Names up to the next of these words are set.
    setting: Option<[&'static str; 2]>,
    pub(super) indent: usize,
    /// How many brackets were open where each expression began that is run later.
    later: Vec<usize>,
    /// The statements of Python's that are tried.
    pub(super) tried: Vec<Tried>,
    /// The word that the block ahead begins with.
    opens: &'static str,
    /// What was read last is a word that began a statement.
    is_label: bool,
    /// What the function is given whose block is ahead.
    given: Vec<String>,
    /// The name of the function whose block is ahead.
    naming: Option<String>,
    /// The functions with a name that are open: block and name.
    named: Vec<(usize, String)>,
    /// The same of the lambda whose parameters are read.
    lambda: Option<usize>,
}

impl Bindings {
    /// The names and blocks of a script.
    pub(in crate::import::script) fn of(text: &Text, language: &'static Language) -> Self {
        let scope = Scope::new(text.len());
        let whole = Block { start: 0, end: text.len() + 1, parent: 0, kind: Kind::Once };
        let mut walk = Walk {
            reader: Reader::new(text, 0, language, &scope),
            is_python: language.form == Form::Python,
            out: Self { blocks: vec![whole], ..Self::default() },
            open: vec![],
            brackets: vec![],
            names: vec![],
            before: String::new(),
            begins: true,
            declares: true,
            target: None,
            targets: Some(0),
            header: None,
            setting: None,
            indent: 0,
            later: vec![],
            lambda: None,
            tried: vec![],
            opens: "",
            is_label: false,
            given: vec![],
            naming: None,
            named: vec![],
        };
        walk.run();
        walk.out
    }
}

impl<'t> Walk<'t> {
    fn run(&mut self) {
        while self.reader.budget > 0 && !self.out.is_lost {
            self.space();
            let Some(char) = self.reader.peek() else { break };
            let start = self.reader.at;
            if self.reader.string_begins() {
                match self.reader.string() {
                    Some(text) => self.runs_in(&text, start),
                    None => self.reader.step_over(),
                }
                self.token("\"");
            } else if char.is_alphabetic() || matches!(char, '_' | '$') {
                let name = self.reader.path();
                if self.reader.at == start {
                    self.reader.step_over();
                }
                self.word(name, start);
            } else {
                self.sign(char, start);
            }
        }
        self.out.is_lost |= self.reader.budget == 0;
        let end = self.reader.text.len() + 1;
        while !self.tried.is_empty() {
            self.ends_try();
        }
        while !self.open.is_empty() {
            self.close(end);
        }
    }

    /// What stands between tokens; a line of its own begins a statement.
    fn space(&mut self) {
        let start = self.reader.at;
        self.reader.space();
        let gap = &self.reader.text.as_str()[start..self.reader.at];
        let is_line = start == 0 || gap.contains('\n') && !gap.trim_start().starts_with('\\');
        if !is_line {
            return;
        }
        if !self.is_python {
            if self.in_block() && self.ends_statement() {
                self.ends_later(start);
                (self.begins, self.target) = (true, None);
            }
            return;
        }
        if self.brackets.is_empty() {
            self.ends_later(start);
            let line = self.reader.text.as_str()[..self.reader.at].rsplit('\n').next().unwrap_or_default();
            self.indent = line.len();
            while self.open.last().is_some_and(|(indent, _)| *indent >= self.indent) {
                self.close(self.reader.at);
            }
            self.statement();
            self.before.clear();
        }
    }

    /// Whether a line of JavaScript's ends a statement: nothing in it asks for more.
    fn ends_statement(&self) -> bool {
        let goes_on = GOES_ON.contains(&self.before.as_str());
        let ends = |char: char| char.is_alphanumeric() || "_$)]}{;\"".contains(char);
        !goes_on && self.before.chars().next().is_none_or(ends)
    }

    fn statement(&mut self) {
        (self.begins, self.targets, self.setting, self.target) = (true, Some(self.names.len()), None, None);
    }

    fn token(&mut self, sign: &str) {
        self.before.clear();
        self.before.push_str(sign);
        (self.begins, self.targets) = (false, None);
    }

    pub(super) fn set(&mut self, name: &str, at: usize, is_plain: bool) {
        if let Some((root, _)) = name.split_once('.').filter(|_| !is_plain) {
            self.out.mentions.touched(root, at);
        }
        let block = self.block();
        let all = self.out.set.entry(name.to_owned());
        // One that became known later stands before others.
        let place = all.partition_point(|one| one.at < at);
        match all.get_mut(place).filter(|one| one.at == at) {
            Some(one) => one.is_plain &= is_plain,
            None => all.insert(place, Binding { at, block, is_plain, of: None }),
        }
    }

    /// Says of all names from one on that they are set here.
    fn set_all(&mut self, from: usize) {
        for at in from..self.names.len() {
            let (name, place) = self.names[at].clone();
            self.set(&name, place, false);
        }
    }
}
