//! The blocks of a script and the names that are set in it, token by token.

use super::tried::{Tried, catches};
use super::{Binding, Bindings, Block, Kind, MAX_DEPTH};
use crate::import::code::{Language, Reader, Scope};
use crate::import::found::Form;
use crate::import::text::Text;

/// Words that begin a block of Python's, and when what is in it is run. What is not among them is run with what is around.
const BLOCKS: [(&str, Kind); 11] = [
    ("if", Kind::Once),
    ("elif", Kind::Once),
    ("else", Kind::Once),
    ("except", Kind::Once),
    ("case", Kind::Once),
    ("class", Kind::Once),
    ("try", Kind::Tried),
    ("for", Kind::Loop),
    ("while", Kind::Loop),
    ("def", Kind::Function),
    ("lambda", Kind::Function),
];

/// Signs that set a name to something that depends on what it was.
const CHANGES: [&str; 18] =
    ["+=", "-=", "*=", "/=", "//=", "%=", "**=", "|=", "&=", "^=", ">>=", "<<=", "??=", "||=", "&&=", ":=", "++", "--"];

/// So many characters of a type or an index are looked at.
const MAX_TYPE: usize = 100;

/// What stands for the names of a pattern, up to the colon behind it.
const CASE: [&str; 2] = ["case", ""];

/// What stands for the sign behind a name that a `break` may name.
const LABEL: &str = "label:";

/// So many brackets may be open.
const MAX_BRACKETS: usize = 256;

/// Words that a statement stands behind, or what is one with them.
const GOES_ON: [&str; 7] = [")if", ")for", ")while", ")with", "else", "do", "return"];

/// Words before a name that declare it.
const DECLARES: [&str; 3] = ["let", "const", "var"];

/// A bracket that is open.
pub(super) struct Bracket {
    pub(super) char: char,
    /// The block that it opened, if it did.
    block: Option<usize>,
    /// The word before it.
    pub(super) word: String,
    /// How many names there were before it.
    names: usize,
    start: usize,
    /// What stands in it is made when somebody asks for it: a generator of Python's that has a name.
    is_lazy: bool,
}

/// Goes through a script.
pub(super) struct Walk<'t> {
    reader: Reader<'t>,
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

/// The length of the type behind a name that is set: `: dict` of `data: dict = {}`.
pub(in crate::import::script) fn annotation(rest: &str) -> Option<usize> {
    let is_type = |char: char| char.is_alphanumeric() || "_.[]<>,|: \t\"'".contains(char);
    let end = rest.char_indices().take(MAX_TYPE).find(|(_, char)| !is_type(*char))?.0;
    let is_set = rest.starts_with(':') && rest[end..].starts_with('=') && !rest[end..].starts_with("==");
    (is_set && !rest[end..].starts_with("=>")).then_some(end)
}

/// Whether a name is the only one that takes a list apart: `name, = …`.
fn is_list_of_one(rest: &str) -> bool {
    let behind = rest.strip_prefix(',').map(str::trim_start);
    behind.is_some_and(|rest| rest.starts_with('=') && !rest.starts_with("=="))
}

/// Whether what stands behind a name sets a member of what it holds.
pub(super) fn puts(is_member: bool, rest: &str) -> bool {
    let index = rest.strip_prefix('[').and_then(|rest| {
        let end = rest.char_indices().take(MAX_TYPE).find(|(_, char)| *char == ']')?.0;
        Some(rest[end + 1..].trim_start())
    });
    let sets = |rest: &str| {
        let is_equals = rest.starts_with('=') && !rest.starts_with("==") && !rest.starts_with("=>");
        is_equals || CHANGES.iter().any(|sign| rest.starts_with(sign))
    };
    is_member && sets(rest) || index.is_some_and(|rest| sets(rest) || rest.starts_with(['[', '.']))
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

    pub(super) fn block(&self) -> usize {
        self.open.last().map_or(0, |(_, block)| *block)
    }

    fn enter(&mut self, start: usize, kind: Kind, indent: usize) -> usize {
        let block = self.out.blocks.len();
        self.out.blocks.push(Block { start, end: usize::MAX, parent: self.block(), kind });
        self.open.push((indent, block));
        self.out.is_lost |= self.open.len() > MAX_DEPTH;
        block
    }

    fn close(&mut self, end: usize) {
        if let Some((_, block)) = self.open.pop() {
            self.out.blocks[block].end = end;
            _ = self.named.pop_if(|(own, _)| *own == block);
        }
    }

    /// An expression begins here that is run when what is made of it is called.
    fn begins_later(&mut self) {
        self.enter(self.reader.at, Kind::Later, usize::MAX);
        self.later.push(self.brackets.len());
    }

    /// Ends the expressions of which no bracket is open any more.
    fn ends_later(&mut self, end: usize) {
        while self.later.last().is_some_and(|depth| *depth >= self.brackets.len()) {
            self.later.pop();
            self.close(end);
        }
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
            None => all.insert(place, Binding { at, block, is_plain }),
        }
    }

    /// What stands behind a word, without blanks, comments, and what says to TypeScript that it is there.
    fn behind(&self) -> &'t str {
        let mut rest = self.reader.rest();
        if self.is_python {
            return rest.trim_start_matches([' ', '\t']);
        }
        loop {
            rest = rest.trim_start();
            let comment = rest.strip_prefix("/*").and_then(|rest| rest.split_once("*/")).map(|(_, behind)| behind);
            let is_there = rest.strip_prefix('!').filter(|rest| !rest.starts_with('='));
            match comment.or(is_there) {
                Some(behind) => rest = behind,
                None => return rest,
            }
        }
    }

    /// Says of all names from one on that they are set here.
    fn set_all(&mut self, from: usize) {
        for at in from..self.names.len() {
            let (name, place) = self.names[at].clone();
            self.set(&name, place, false);
        }
    }

    fn word(&mut self, name: String, start: usize) {
        let rest = self.behind();
        let before = std::mem::take(&mut self.before);
        let begins = std::mem::replace(&mut self.begins, false);
        let is_declared = DECLARES.contains(&before.as_str()) && !self.is_python && self.declares;
        let is_statement = begins || is_declared;
        self.is_label = begins;
        // `if (x) var name = …`
        self.declares = begins || !GOES_ON.contains(&before.as_str());
        match name.as_str() {
            "for" => {
                self.setting = Some(["in", "of"]);
                // One that a call is given is made at once.
                if let [bracket] = &mut self.brackets[..] {
                    bracket.is_lazy =
                        self.is_python && bracket.char == '(' && ["=", "return"].contains(&&*bracket.word);
                }
            }
            "as" | "import" | "catch" => self.setting = Some(["", ""]),
            "lambda" if self.is_python => {
                (self.setting, self.lambda) = (Some([":", ""]), Some(self.brackets.len()));
            }
            "lambda" => self.setting = Some([":", ""]),
            "case" if self.is_python && begins => self.setting = Some(CASE),
            "global" | "nonlocal" => self.setting = Some(["global", ""]),
            _ if self.setting.is_some_and(|words| words.contains(&name.as_str())) => self.setting = None,
            _ => {}
        }
        if self.is_python && begins {
            // `async def`, `async for`.
            let word = if name == "async" { rest.split(' ').next().unwrap_or_default() } else { &name };
            let header = BLOCKS.iter().find(|(one, _)| *one == word);
            self.begins_statement(&name);
            self.opens = header.map_or("", |(word, _)| word);
            let kind = header.map(|(_, kind)| *kind).or_else(|| catches(&name, rest).then_some(Kind::Tried));
            self.header = kind.map(|kind| (kind, self.indent));
        }
        let is_function = matches!(before.as_str(), "def" | "function") && rest.starts_with('(');
        if is_function {
            self.out.functions.set(name.clone(), true);
            self.naming = Some(name.clone());
        }
        // What it runs may set anything.
        self.out.is_lost |=
            matches!(name.as_str(), "exec" | "eval" | "globals" | "locals" | "vars") && rest.starts_with('(');
        let source = &self.reader.text.as_str()[..start];
        let is_own = !before.ends_with('.') || source.ends_with("...");
        if begins {
            self.out.statements.push(start);
        }
        if is_function || before == "class" {
            self.set(&name, start, false);
        } else if is_own {
            let is_counted = ["++", "--"].iter().any(|sign| source.trim_end().ends_with(sign));
            self.names.push((name.clone(), start));
            if is_counted {
                self.set(&name, start, false);
            }
            self.assigned(&name, start, rest, [is_statement, is_declared]);
            self.mentioned(&name, start, rest, &before, begins);
        }
        if self.setting.is_some_and(|words| words[0] == "global") {
            self.out.shared.set(name.clone(), true);
        }
        let is_declaring = DECLARES.contains(&name.as_str());
        if !is_declaring && !begins && before != "," {
            self.targets = None;
        }
        if is_declaring || name == "async" {
            self.targets = Some(self.names.len());
        }
        self.before = name;
    }

    /// Whether a name is set where it stands.
    fn assigned(&mut self, name: &str, start: usize, rest: &str, [is_statement, is_declared]: [bool; 2]) {
        let is_equals = rest.starts_with('=') && !rest.starts_with("==") && !rest.starts_with("=>");
        let in_header = self.brackets.first().is_some_and(|bracket| bracket.word == "def");
        let is_open = !self.is_python || self.brackets.is_empty();
        // In a list that a loop makes, what stands before the loop has its names.
        let list = self.brackets.last().map(|bracket| bracket.start);
        if let Some(list) = list.filter(|_| self.is_python && self.setting == Some(["in", "of"])) {
            self.set(name, list, false);
        }
        if self.setting.is_some() || CHANGES.iter().any(|sign| rest.starts_with(sign)) || in_header {
            self.set(name, start, false);
            if CHANGES.iter().any(|sign| rest.starts_with(sign)) {
                self.reaches(name, false);
            }
        } else if is_equals && is_open {
            // `a, b = …`
            if let Some(first) = self.targets.filter(|first| self.names.len() > first + 1) {
                self.set_all(first);
            }
            self.set(name, start, is_statement);
            self.reaches(name, is_declared);
            let is_only = is_statement && self.targets.is_none_or(|first| self.names.len() <= first + 1);
            self.target = is_only.then(|| name.to_owned());
        } else if rest.starts_with("=>") || is_list_of_one(rest) && is_open {
            self.set(name, start, false);
        } else if self.header.is_none() && is_open && annotation(rest).is_some() {
            // With its type: `name: dict = …`.
            self.set(name, start, is_statement);
            self.target = Some(name.to_owned());
        }
    }

    fn sign(&mut self, char: char, start: usize) {
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

    /// The word that says what a bracket is of: `def` of `def name(`.
    fn of_function(&self, word: String) -> String {
        let is_def = self.is_python && self.header.is_some_and(|(kind, _)| kind == Kind::Function);
        if is_def && self.brackets.is_empty() { "def".to_owned() } else { word }
    }

    /// Notes a block of JavaScript's that is a function's, with its name.
    fn begins_function(&mut self, block: usize) {
        let name = self.naming.take().or_else(|| self.target.clone()).unwrap_or_default();
        for given in std::mem::take(&mut self.given) {
            self.out.reach.declares(block, given);
        }
        self.named.push((block, name));
    }

    /// Notes that the function around sets a name, which is that of a variable outside unless it declares it.
    pub(super) fn reaches(&mut self, name: &str, is_declared: bool) {
        let Some((block, function)) = self.named.last() else { return };
        match is_declared {
            true => self.out.reach.declares(*block, name.to_owned()),
            false => self.out.reach.sets(*block, function, name),
        }
    }

    fn in_block(&self) -> bool {
        self.brackets.last().is_none_or(|bracket| bracket.block.is_some())
    }

    /// Whether a brace of JavaScript's begins a block, by what stands before it.
    fn opens_block(&self, word: &str) -> bool {
        let is_in_block = self.in_block();
        word.starts_with(')')
            || matches!(word, LABEL | "=>" | "else" | "do" | "try" | "finally")
            || is_in_block && (matches!(word, ";" | "}" | "{" | "") || self.begins)
    }

    fn closes(&mut self, char: char) {
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
        if char != ')' && bracket.block.is_none() && rest.starts_with(['[', '.', '?']) {
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
