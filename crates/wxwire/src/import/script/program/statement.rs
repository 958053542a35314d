//! Whether what stands at a place is surely run, and what else than setting it changes a value.

use std::ops::Range;

use super::super::names;
use super::super::uses::leaves;
use super::{NEAR, Program, is_read, root_of};

/// Words behind which a statement may not be run.
const BRANCHES: [&str; 8] = ["if", "for", "foreach", "while", "switch", "unless", "when", "case"];

/// Words behind which the rest of a block is not run.
const LEAVES: [&str; 7] = ["return", "goto", "throw", "break", "continue", "exit", "die"];

/// Words before a statement that is not always run.
const GUARDS: [&str; 12] =
    ["else", "then", "do", "and", "or", "xor", "not", "unless", "defer", "case", "default", "return"];

/// Words that open a block in a language without braces, and the one that closes it.
const BLOCKS: [&str; 9] = ["if", "unless", "while", "do", "def", "begin", "class", "module", "case"];
const END: &str = "end";

/// Words that end a block of PHP's that a colon began.
const ENDS: [&str; 5] = ["endif", "endforeach", "endfor", "endwhile", "endswitch"];

/// So many functions of a program are gone into.
const MAX_ASKED: usize = 8;

/// What else than `=` changes a name.
pub(super) const SETS: [&str; 16] =
    ["+=", "-=", "|=", ".=", "||=", "??=", "*=", "/=", "%=", "&=", "^=", "&&=", "++", "--", "<<", ".."];

impl Program<'_> {
    /// Whether a name at a place is asked of something: behind a dot, `::` or `?.`, and in PHP behind `->`.
    pub(super) fn is_behind_dot(&self, start: usize) -> bool {
        let before = self.reader.text.as_str()[..start].trim_end();
        let is_arrow = self.draft.language.functions == "function" && before.ends_with("->");
        (before.ends_with('.') && !before.ends_with("..")) || is_arrow || before.ends_with("::")
    }

    /// Forgets every name in a part of the text.
    pub(super) fn forget_in(&mut self, part: Range<usize>) {
        let text = self.reader.text.slice(part);
        for name in text.as_str().split(|char: char| !(char.is_alphanumeric() || matches!(char, '_' | '$'))) {
            if self.known.holds(name) {
                self.known.forget(name, text.clone());
            }
        }
    }

    /// Whether a call is one of a function that is not known, which may change what it is given.
    pub(super) fn may_change(&self, name: &str) -> bool {
        let is_known = names::says(name) || names::call(name).is_some() || names::verb(name).is_some();
        !is_known && !self.draft.language.copies()
    }

    /// Forgets every list and map that a call is given, whose bracket opens here, unless the program says that the function
    /// leaves them alone.
    pub(super) fn forget_given(&mut self, name: &str, start: usize) {
        let Some(length) = self.bracket() else { return };
        let place = self.reader.text.slice(start..self.reader.at + length);
        let given = self.reader.rest()[1..length - 1].split(',');
        // An argument may have a name of its own.
        let given = given.map(|one| one.rsplit([':', '=']).next().unwrap_or(one).trim());
        let given: Vec<_> = given.filter(|one| self.known.has(one) || self.known.is_builder(one)).collect();
        if given.is_empty() || self.leaves(name) {
            return;
        }
        for name in given {
            self.known.forget(name, place.clone());
        }
    }

    /// Whether a function of the program's leaves what it is given as it is.
    fn leaves(&mut self, name: &str) -> bool {
        self.asked += 1;
        self.asked <= MAX_ASKED && leaves(self.reader.text.as_str(), name)
    }

    /// Where the bracket closes that opens here, if several names in it are set: `[$a, $b] = …`.
    pub(super) fn destructured(&self) -> Option<usize> {
        set_in_brackets(self.reader.rest()).map(|inner| self.reader.at + inner.len())
    }

    /// The length of what stands in brackets here.
    pub(super) fn bracket(&self) -> Option<usize> {
        bracket(self.reader.rest())
    }

    /// Whether a name that is known is changed where it stands, in a way that is not followed; the reader is behind it.
    pub(super) fn is_changed(&self, name: &str, start: usize) -> bool {
        let (text, rest) = (self.reader.text.as_str(), self.reader.rest());
        let before = text[..start].trim_end();
        let is_set = SETS.iter().any(|sign| rest.starts_with(sign));
        // `foreach ($data as &$value)`
        let by_reference =
            rest.starts_with("as ") && near(rest).split(')').next().is_some_and(|each| each.contains('&'));
        // `data.apply {`, `data.clear` and `data.merge!`, in languages that call so.
        let own = name.rsplit('.').next().unwrap_or(name);
        let is_asked = own.len() < name.len() && !is_read(own);
        let is_called = is_asked && (rest.starts_with(['{', '!']) || !self.draft.language.has_braces());
        // What a function is given has its names.
        let is_parameter = rest.starts_with([',', ')', ':']) && is_behind_type(before);
        let is_given_bare = !self.draft.language.has_braces() && is_given_bare(before);
        // `((Map) data).put(…)`, `[data].each { … }`
        let is_cast = self.draft.language.casts() && before.ends_with(')') && rest.starts_with([')', ';']);
        let is_held = rest.starts_with(['}', ']']) && rest[1..].trim_start().starts_with('.');
        self.known.holds(root_of(name))
            && (is_given_bare
                || is_cast
                || is_held
                || is_given(before)
                || is_set
                || is_called
                || is_parameter
                || by_reference)
    }

    /// Whether a part of what a name holds is given to what may change it: `&$data["list"]`.
    pub(super) fn is_lent(&self, name: &str, start: usize) -> bool {
        self.known.holds(root_of(name)) && is_given(self.reader.text.as_str()[..start].trim_end())
    }

    /// Whether what begins at a place is a statement of its own, so that it is run whenever its block is.
    pub(super) fn is_statement(&self, start: usize) -> bool {
        let text = &self.reader.text.as_str()[..start];
        let near = &text[text.char_indices().rev().take(NEAR).last().map_or(0, |(at, _)| at)..];
        let mut lines = near.rsplit(['\n', '\r']).map(without_comment);
        // What stands before it in its line is a type, or words that declare it.
        let own = lines.next().unwrap_or_default();
        let own = own.rsplit([';', '{', '}']).next().unwrap_or_default();
        let is_declaration = |char: char| char.is_alphanumeric() || " \t_.<>[],?$@*".contains(char);
        let words = |text: &str| text.split_whitespace().any(|word| GUARDS.contains(&word));
        if own.trim_end().ends_with(',') || !own.trim_start_matches("<?php").chars().all(is_declaration) || words(own) {
            return false;
        }
        if own.len() < near.rsplit(['\n', '\r']).next().map_or(0, |line| without_comment(line).len()) {
            return true;
        }
        let before = lines.map(str::trim_end).find(|line| !line.trim().is_empty()).unwrap_or_default();
        let goes_on = ["->", "=>", "&&", "||", "?:", "??", "=", ",", "(", "else", "and", "or", "?", ":", "+"];
        match self.draft.language.ends_by_line() {
            true => !goes_on.iter().any(|sign| before.ends_with(sign)),
            false => {
                before.is_empty()
                    || before.ends_with([';', '{', '}'])
                    || before.ends_with("<?php")
                    || before.ends_with("?>")
            }
        }
    }

    /// Words that say whether what follows is run, and what it knows.
    pub(super) fn word(&mut self, name: &str) {
        let has_name = || self.reader.rest().trim_start().starts_with(|char: char| char.is_alphabetic() || char == '_');
        if self.draft.language.functions == name && !name.is_empty() && has_name() {
            self.known.function();
        }
        if LEAVES.contains(&name) && !self.is_guarded() {
            self.known.leaves_here();
        }
        if self.draft.language.has_braces() {
            if BRANCHES.contains(&name) {
                // PHP has blocks of words as well.
                if self.begins_words() { self.known.enter() } else { self.known.branch() }
            } else if ENDS.contains(&name) {
                self.known.leave();
            }
        } else if BLOCKS.contains(&name) {
            self.known.enter();
        } else if name == END {
            self.known.leave();
        }
    }

    /// Whether a colon behind a condition begins a block that a word ends: `if ($x): … endif;`.
    fn begins_words(&self) -> bool {
        let rest = self.reader.rest().trim_start();
        let behind = bracket(rest).map_or("", |length| rest[length..].trim_start());
        self.draft.language.functions == "function" && behind.starts_with(':') && !behind.starts_with("::")
    }

    /// Whether what follows in the line says when the statement is run: `return if …`.
    fn is_guarded(&self) -> bool {
        let line = near(self.reader.rest()).lines().next().unwrap_or_default();
        [" if ", " unless "].iter().any(|word| line.contains(word))
    }
}

/// What stands in brackets at the beginning, if it is set: `[$a, $b] = …`.
pub(in crate::import::script) fn set_in_brackets(rest: &str) -> Option<&str> {
    let (inner, behind) = rest.split_at(bracket(rest)?);
    let behind = behind.trim_start();
    let is_set = behind.starts_with('=') && !["==", "=>", "=~"].iter().any(|sign| behind.starts_with(sign));
    is_set.then_some(inner)
}

/// The length of what stands in brackets at the beginning, where they close near by and in this line.
pub(super) fn bracket(rest: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, char) in near(rest).char_indices() {
        match char {
            '[' | '(' => open += 1,
            ']' | ')' if open <= 1 => return (open == 1).then_some(at + 1),
            ']' | ')' => open -= 1,
            ';' | '\n' => return None,
            _ if at == 0 => return None,
            _ => {}
        }
    }
    None
}

/// What is looked at behind a place.
pub(super) fn near(rest: &str) -> &str {
    &rest[..rest.char_indices().nth(2 * NEAR).map_or(rest.len(), |(at, _)| at)]
}

/// Whether what stands before a name gives it to what may change it.
pub(super) fn is_given(before: &str) -> bool {
    let is_one = ["&", "++", "--", "ref", "out", "inout"].iter().any(|sign| before.ends_with(sign));
    is_one && !before.ends_with("&&")
}

/// Whether a word that may be a type stands right before a name.
fn is_behind_type(before: &str) -> bool {
    let word =
        before.rsplit(|char: char| !(char.is_alphanumeric() || "_<>[]?".contains(char))).next().unwrap_or_default();
    word.starts_with(char::is_alphabetic) && !["return", "in", "new", "as", "await", "of", "is"].contains(&word)
}

/// Whether a name stands behind that of a call, without brackets: `fill data`.
fn is_given_bare(before: &str) -> bool {
    let word = before.rsplit(|char: char| !(char.is_alphanumeric() || char == '_')).next().unwrap_or_default();
    let is_word = GUARDS.contains(&word) || BRANCHES.contains(&word) || LEAVES.contains(&word) || word == "in";
    word.starts_with(|char: char| char.is_alphabetic()) && !is_word && !names::says(word)
}

/// Whether something is done to a member or an item that was asked for, by what stands behind it: `.put(…)`,
/// `.(map[string]any)["key"] = …`.
pub(super) fn changes_behind(rest: &str) -> bool {
    let Some(behind) = rest.trim_start_matches(['?', '!']).strip_prefix('.') else { return rest.starts_with('[') };
    let behind = behind.trim_start();
    match bracket(behind) {
        // What type it has.
        Some(length) => {
            let behind = behind[length..].trim_start_matches([' ', '\t']);
            behind.starts_with(['[', '.'])
        }
        None => {
            let is_word = |char: &char| char.is_alphanumeric() || *char == '_';
            let own: String = behind.chars().take(NEAR).take_while(is_word).collect();
            !own.is_empty() && !is_read(&own)
        }
    }
}

/// A line without the comment at its end.
fn without_comment(line: &str) -> &str {
    let is_whole = line.trim_start().starts_with(['#', '*']) && !line.trim_start().starts_with("#{");
    let end = line.find("//").filter(|at| !line[..*at].ends_with(':')).unwrap_or(line.len());
    if is_whole { "" } else { &line[..line[..end].find("/*").unwrap_or(end)] }
}
