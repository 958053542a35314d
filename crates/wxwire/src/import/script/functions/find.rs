//! Finds the functions of a script and their calls. Whatever is not plainly one of them counts as a call that is not known.

use super::super::address::CLIENTS;
use super::super::bindings::Bindings;
use super::{Function, Parameter};
use crate::import::code::{Language, Reader, Scope};
use crate::import::found::Form;
use crate::import::text::Text;
use crate::named::Named;

/// The most functions of a script, and the most parameters of one; where there are more, none is known.
const MAX_FUNCTIONS: usize = 200;
const MAX_PARAMETERS: usize = 50;

/// So many characters of a line are looked at.
const MAX_LINE: usize = 300;

/// Words with brackets and a block behind them that are no functions.
const NO_NAMES: [&str; 8] = ["if", "for", "while", "switch", "catch", "with", "function", "await"];

/// Names by which code reaches what it does not name: nothing is known of the functions of a script that holds one.
const REACHES: [&str; 8] = ["arguments", "eval", "exec", "globals", "locals", "vars", "getattr", "setattr"];

/// What makes an object of a class.
const MAKERS: [&str; 2] = ["__init__", "constructor"];

/// What a method of Python's is given as the object itself.
const SELVES: [&str; 2] = ["self", "cls"];

/// A place where a name stands that may be a function's.
#[derive(Clone, Copy, Debug)]
struct Mention {
    at: usize,
    is_call: bool,
}

/// A function, as it is written.
struct Definition {
    name: String,
    /// The class that it is a method of.
    class: Option<String>,
    parameters: Vec<Parameter>,
    /// Where its header ends.
    end: usize,
    is_async: bool,
}

/// What a script says of its functions.
struct Finder<'t> {
    reader: Reader<'t>,
    is_python: bool,
    found: Vec<Definition>,
    /// The class that was named last.
    class: String,
    /// Mentions by what stands before the first dot.
    roots: Named<'static, Vec<Mention>>,
    /// The same by what stands behind the last one, each with what stands before that.
    methods: Named<'static, Vec<(Mention, String)>>,
    returns: Vec<usize>,
    yields: Vec<usize>,
}

impl Function {
    /// The functions of a script, in the order of their blocks.
    pub(in crate::import::script) fn all(text: &Text, language: &'static Language, bindings: &Bindings) -> Vec<Self> {
        if !["def ", "function", "=>", "class "].iter().any(|sign| text.as_str().contains(sign)) {
            return vec![];
        }
        let scope = Scope::new(text.len());
        let mut finder = Finder {
            reader: Reader::new(text, 0, language, &scope),
            is_python: language.form == Form::Python,
            found: vec![],
            class: String::new(),
            roots: Named::default(),
            methods: Named::default(),
            returns: vec![],
            yields: vec![],
        };
        finder.run();
        let is_all = finder.reader.budget > 0
            && finder.found.len() < MAX_FUNCTIONS
            && !REACHES.iter().any(|name| finder.roots.get(name).is_some());
        if is_all { finder.functions(bindings) } else { vec![] }
    }
}

impl<'t> Finder<'t> {
    fn run(&mut self) {
        while self.reader.budget > 0 && self.found.len() < MAX_FUNCTIONS {
            self.reader.space();
            let Some(char) = self.reader.peek() else { break };
            let start = self.reader.at;
            if self.reader.string_begins() {
                match self.reader.string() {
                    Some(text) => self.mentions_in(&text, start),
                    None => self.reader.step_over(),
                }
            } else if char.is_alphabetic() || matches!(char, '_' | '$') {
                let name = self.reader.path();
                if self.reader.at == start {
                    self.reader.step_over();
                }
                self.word(&name, start);
            } else {
                self.reader.step_over();
            }
        }
    }

    /// Code in a text may call whatever it names.
    fn mentions_in(&mut self, text: &Text, at: usize) {
        let is_word = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$' | '.');
        for code in text.code() {
            for name in code.as_str().split(|char| !is_word(char)) {
                self.mention(name.trim_start_matches('$'), Mention { at, is_call: false });
            }
        }
    }

    fn mention(&mut self, name: &str, mention: Mention) {
        let root = name.split('.').next().unwrap_or_default();
        let (before, own) = name.rsplit_once('.').unwrap_or(("", name));
        // What is asked of it is no call of it.
        let is_call = mention.is_call && before.is_empty();
        self.roots.entry(root.to_owned()).push(Mention { is_call, ..mention });
        self.methods.entry(own.to_owned()).push((mention, before.to_owned()));
    }

    fn word(&mut self, name: &str, start: usize) {
        let before = self.before(start);
        let is_behind = before.ends_with('.');
        let word = before.rsplit(|char: char| !char.is_alphanumeric()).next().unwrap_or_default();
        match (word, name) {
            ("class", _) => return self.class = name.to_owned(),
            (_, "return") => self.returns.push(start),
            (_, "yield") => self.yields.push(start),
            _ => {}
        }
        let is_named = word == if self.is_python { "def" } else { "function" };
        let end = self.reader.at;
        self.reader.space();
        if is_named || !self.is_python && !is_behind && self.is_made_here(name) {
            let header = &self.reader.text.as_str()[end..self.reader.at];
            let is_async = header.contains("async") || self.line(start).contains("async");
            let is_method = !self.is_python && !is_named && !header.trim_start().starts_with('=');
            match self.parameters().filter(|_| !self.is_decorated(start)) {
                Some(parameters) => return self.define(name, parameters, is_async, is_method),
                // Nothing is known of it.
                None => self.reader.at = end,
            }
            return self.mention(name, Mention { at: start, is_call: false });
        }
        let is_call = self.reader.peek() == Some('(');
        self.reader.at = end;
        let mention = Mention { at: start, is_call };
        match is_behind {
            true => {
                let made = self.made_before(start);
                self.methods.entry(name.to_owned()).push((mention, made));
            }
            false => self.mention(name, mention),
        }
    }

    /// Whether a function of JavaScript's is made where a name stands: `name = (a) =>`, `name = function (a)`, `name(a) {`. The
    /// reader is at its bracket then.
    fn is_made_here(&mut self, name: &str) -> bool {
        if NO_NAMES.contains(&name) || name.contains('.') {
            return false;
        }
        let before = self.reader.at;
        let is_assigned = self.reader.takes("=") && !self.reader.rest().starts_with(['=', '>']);
        for word in ["async", "function"].iter().filter(|_| is_assigned) {
            self.reader.space();
            _ = self.reader.takes(word);
        }
        self.reader.space();
        let bracket = self.reader.at;
        let is_made = self.reader.peek() == Some('(') && {
            self.passes_bracket();
            self.reader.space();
            let rest = self.reader.rest();
            rest.starts_with('{') || is_assigned && rest.starts_with("=>")
        };
        self.reader.at = if is_made { bracket } else { before };
        is_made
    }

    /// Skips to behind the bracket that closes the one here.
    fn passes_bracket(&mut self) {
        let mut open = 0_usize;
        while let Some(char) = self.reader.peek().filter(|_| self.reader.budget > 0) {
            if self.reader.string().is_some() {
                continue;
            }
            match char {
                '(' | '[' | '{' => open += 1,
                ')' | ']' | '}' => open = open.saturating_sub(1),
                _ => {}
            }
            self.reader.step_over();
            if open == 0 {
                return;
            }
        }
    }

    fn before(&self, start: usize) -> &'t str {
        self.reader.text.as_str()[..start].trim_end()
    }

    /// What stands before a place in its line, as far as that is looked at.
    fn line(&self, at: usize) -> &'t str {
        line(&self.reader.text.as_str()[..at])
    }

    /// Whether what stands above a function of Python's may make another one of it.
    fn is_decorated(&self, start: usize) -> bool {
        let above = &self.reader.text.as_str()[..start - self.line(start).len()];
        self.is_python && line(above.trim_end()).trim_start().starts_with('@')
    }

    /// The parameters between the brackets here, if each is a name.
    fn parameters(&mut self) -> Option<Vec<Parameter>> {
        let mut all: Vec<Parameter> = Vec::new();
        if !self.reader.takes("(") {
            return None;
        }
        loop {
            self.reader.space();
            if self.reader.takes(")") {
                return Some(all);
            }
            // What follows is given by its name alone.
            if self.is_python && self.reader.takes("*,") {
                continue;
            }
            let at = self.reader.at;
            let name = self.reader.path();
            if name.is_empty() || name.contains('.') || all.len() > MAX_PARAMETERS {
                return None;
            }
            self.reader.space();
            _ = self.reader.takes("?");
            if self.reader.takes(":") {
                self.passes_type();
            }
            let is_set = self.reader.takes("=");
            let default = is_set.then_some(self.reader.at);
            if is_set {
                self.reader.expression();
            }
            all.push(Parameter { name, at, default });
            self.reader.space();
            if !self.reader.takes(",") && self.reader.peek() != Some(')') {
                return None;
            }
        }
    }

    fn passes_type(&mut self) {
        while let Some(char) = self.reader.peek().filter(|_| self.reader.budget > 0) {
            match char {
                '=' | ',' | ')' => return,
                '(' | '[' | '{' => self.passes_bracket(),
                _ => self.reader.step_over(),
            }
        }
    }

    fn define(&mut self, name: &str, mut parameters: Vec<Parameter>, is_async: bool, mut is_method: bool) {
        let first = parameters.first().map_or("", |first| &first.name);
        if self.is_python && SELVES.contains(&first) {
            parameters.remove(0);
            is_method = true;
        }
        let class = is_method.then(|| self.class.clone());
        self.found.push(Definition { name: name.to_owned(), class, parameters, end: self.reader.at, is_async });
    }

    /// The class of the object that is made right before a dot, with brackets behind it: `Bot()` of `Bot(url).send(…)`.
    fn made_before(&self, start: usize) -> String {
        let line = line(self.before(start).trim_end_matches('.').trim_end());
        let call = line.find('(').map_or("", |at| &line[..at]);
        let given = line[call.len()..].strip_prefix('(').and_then(|given| given.strip_suffix(')'));
        let name = call.rsplit(|char: char| !(char.is_alphanumeric() || matches!(char, '_' | '$'))).next();
        let is_one = given.is_some_and(|given| !given.contains(['(', ')']));
        format!("{}()", name.filter(|_| is_one).unwrap_or_default())
    }

    fn functions(self, bindings: &Bindings) -> Vec<Function> {
        let mut all: Vec<Function> = Vec::new();
        for one in &self.found {
            let Some(block) = bindings.function_behind(one.end) else { continue };
            let is_same = |other: &&Definition| other.name == one.name && (!one.is_maker() || other.class == one.class);
            let is_only = self.found.iter().filter(is_same).count() == 1;
            let call = self.call(one, bindings).filter(|(call, _)| is_only && !block.contains(call));
            let mut given = self.returns.iter().filter(|at| block.contains(*at));
            let gives = match (given.next(), given.next()) {
                (Some(at), None) if bindings.is_run_with(*at, block.start) => Some(at + "return".len()),
                (None, _) if bindings.is_expression(block.start) => Some(block.start),
                _ => None,
            };
            let is_plain = !one.is_async && !one.is_maker() && !self.yields.iter().any(|at| block.contains(at));
            let gives = gives.filter(|_| is_plain && call.is_some());
            let (call, name) = call.map_or((None, one.name.clone()), |(call, name)| (Some(call), name));
            all.push(Function { name, call, parameters: one.parameters.clone(), block, gives });
        }
        all.sort_by_key(|one| one.block.start);
        all
    }

    /// The one call of a function, and what it is called by there.
    fn call(&self, one: &Definition, bindings: &Bindings) -> Option<(usize, String)> {
        let class = one.class.as_deref();
        let plain = match class {
            None => Some(one.name.as_str()),
            Some(class) => one.is_maker().then_some(class),
        };
        if let Some(name) = plain {
            let [mention] = &self.roots.get(name)?[..] else { return None };
            return mention.is_call.then(|| (mention.at, name.to_owned()));
        }
        let is_client = |root: &str| CLIENTS.contains(&root.rsplit('.').next().unwrap_or(root));
        let mut all = self.methods.get(&one.name)?.iter().filter(|(_, root)| !is_client(root));
        let (Some((mention, root)), None) = (all.next(), all.next()) else { return None };
        let is_own = ["self", "this"].contains(&root.as_str())
            || root.strip_suffix("()").is_some_and(|made| Some(made) == class)
            || bindings.settled(root, mention.at).is_some_and(|set| self.makes(set, root, class));
        (is_own && mention.is_call).then(|| (mention.at, format!("{root}.{}", one.name)))
    }

    /// Whether a statement gives a name an object of a class.
    fn makes(&self, set: usize, name: &str, class: Option<&str>) -> bool {
        let value = self.reader.text.as_str()[set..].strip_prefix(name).map(str::trim_start);
        let made = value.and_then(|value| value.strip_prefix('=')).map(str::trim_start);
        let made = made.map(|made| made.strip_prefix("new ").unwrap_or(made).trim_start());
        made.zip(class).and_then(|(made, class)| made.strip_prefix(class)).is_some_and(|rest| rest.starts_with('('))
    }
}

impl Definition {
    fn is_maker(&self) -> bool {
        MAKERS.contains(&self.name.as_str())
    }
}

/// The last line of a text, as far as it is looked at.
fn line(text: &str) -> &str {
    let near = text.char_indices().rev().take(MAX_LINE).last().map_or(0, |(at, _)| at);
    text[near..].rsplit('\n').next().unwrap_or_default()
}
