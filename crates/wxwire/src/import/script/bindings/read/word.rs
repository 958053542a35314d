//! What a word does to names: it sets them, declares them, or begins a block of Python's.

use super::super::Kind;
use super::super::tried::catches;
use super::{GOES_ON, Walk};

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
pub(super) const CASE: [&str; 2] = ["case", ""];

/// Words before a name that declare it.
pub(super) const DECLARES: [&str; 3] = ["let", "const", "var"];

impl<'t> Walk<'t> {
    /// What stands behind a word, without blanks, comments, and what says to TypeScript that it is there.
    pub(super) fn behind(&self) -> &'t str {
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

    pub(super) fn word(&mut self, name: String, start: usize) {
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
        if before == "class" {
            self.out.classes.set(name.clone(), true);
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

    /// Whether a statement that begins here stands in no brackets but those of blocks.
    fn stands_alone(&self) -> bool {
        if self.is_python { self.brackets.is_empty() } else { self.in_block() }
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
        let is_behind = rest.starts_with("+=") && is_statement && !name.contains('.') && self.stands_alone();
        if is_behind && self.setting.is_none() {
            // What it had, with more behind it.
            self.set(name, start, true);
            self.reaches(name, false);
        } else if self.setting.is_some() || CHANGES.iter().any(|sign| rest.starts_with(sign)) || in_header {
            self.set(name, start, false);
            if in_header {
                self.given.push(name.to_owned());
            }
            if CHANGES.iter().any(|sign| rest.starts_with(sign)) {
                self.reaches(name, false);
            }
        } else if is_equals && is_open {
            // `a, b = …`
            if let Some(first) = self.targets.filter(|first| self.names.len() > first + 1) {
                self.set_all(first);
            }
            self.set(name, start, is_statement);
            // What a function of Python's sets is its own.
            self.reaches(name, is_declared || self.is_python);
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
pub(in crate::import::script::bindings) fn puts(is_member: bool, rest: &str) -> bool {
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
