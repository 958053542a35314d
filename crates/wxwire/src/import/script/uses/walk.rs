//! Goes through code word by word, in no language: past texts and comments, with the brackets that are open.

use std::ops::Range;

use super::DEFINES;
use crate::import::script::bindings::annotation;

/// How many brackets may be open.
const MAX_OPEN: usize = 256;

/// So many characters of a call's name, or between two brackets, are looked at.
pub(super) const MAX_PART: usize = 200;

/// Signs behind which a statement goes on in the next line.
const GOES_ON: [char; 12] = ['=', ',', '+', '\\', '|', '&', '.', '(', '[', '?', '<', '>'];

/// A bracket that is open.
pub(super) struct Open<'t> {
    pub(super) char: char,
    /// What is called, where it is a call's.
    pub(super) call: &'t str,
    /// Statements stand in it.
    pub(super) is_block: bool,
    /// It holds what a function is given that is made here.
    pub(super) is_definition: bool,
}

pub(super) struct Walk<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) open: Vec<Open<'t>>,
    /// The name that the statement sets.
    pub(super) target: Option<&'t str>,
    /// Where the statement begins.
    statement: usize,
    /// Up to where a quote is none of a text's: nothing closes it in its line.
    quotes: usize,
    /// No comment between two signs is closed any more.
    is_open: bool,
    /// The indentation that ends a function without braces.
    function: Option<usize>,
}

impl<'t> Walk<'t> {
    pub(super) fn new(text: &'t str, at: usize, end: usize) -> Self {
        Self { text, at, end, open: vec![], target: None, statement: at, quotes: 0, is_open: false, function: None }
    }

    /// Ends where the function does whose header is read, in whose line the indentation is this.
    pub(super) fn ends_with_function(&mut self, indent: usize) {
        self.function = Some(indent);
    }

    /// The next word, or a text with a brace in it; none at the end.
    pub(super) fn word(&mut self) -> Option<Range<usize>> {
        while let Some(char) = self.text.get(self.at..self.end).and_then(|rest| rest.chars().next()) {
            let start = self.at;
            if self.passes_text(char) {
                // There may be code in it.
                if self.text[start..self.at].contains('{') {
                    return Some(start..self.at);
                }
                continue;
            }
            if self.passes_comment(char) {
                continue;
            }
            if is_word(char) {
                let rest = &self.text[start..self.end];
                self.at += rest.find(|char| !is_word(char)).unwrap_or(rest.len());
                self.sets(start);
                return Some(start..self.at);
            }
            self.at += char.len_utf8();
            match char {
                '(' | '[' | '{' => self.opens(char, start),
                ')' | ']' | '}' => {
                    let is_block = self.open.pop().is_none_or(|open| open.is_block);
                    if is_block && char == '}' {
                        self.ends();
                        if self.function.is_some() && self.open.is_empty() {
                            return None;
                        }
                    }
                }
                ';' => self.ends(),
                '\n' if self.is_over(start) => {
                    self.ends();
                    if self.is_behind_function() {
                        return None;
                    }
                }
                _ => {}
            }
            if self.open.len() > MAX_OPEN {
                return None;
            }
        }
        None
    }

    /// Goes on behind the bracket that opens here.
    pub(super) fn passes_brackets(&mut self) {
        let mut depth = 0_usize;
        while let Some(char) = self.text.get(self.at..self.end).and_then(|rest| rest.chars().next()) {
            if self.passes_text(char) || self.passes_comment(char) {
                continue;
            }
            self.at += char.len_utf8();
            match char {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' if depth <= 1 => return,
                ')' | ']' | '}' => depth -= 1,
                _ => {}
            }
        }
    }

    /// The calls whose brackets are open, the innermost first.
    pub(super) fn calls(&self) -> impl Iterator<Item = &'t str> {
        let calls = self.open.iter().rev().take_while(|open| !open.is_block);
        calls.filter(|open| open.char == '(' && !open.call.is_empty()).map(|open| open.call)
    }

    /// What stands before a place.
    pub(super) fn before(&self, at: usize) -> &'t str {
        self.text[..at].trim_end_matches([' ', '\t'])
    }

    /// What stands before a name, and before what it is a member of.
    pub(super) fn before_path(&self, at: usize) -> &'t str {
        let before = &self.text[..at];
        match before.strip_suffix('.').or_else(|| before.strip_suffix("->")) {
            Some(root) => self.before(root.len() - last_word(root).len()),
            None => self.before(at),
        }
    }

    /// How far the line is indented that a place is in.
    pub(super) fn indent(&self, at: usize) -> usize {
        let line = &self.text[self.text[..at].rfind('\n').map_or(0, |line| line + 1)..];
        line.len() - line.trim_start_matches([' ', '\t']).len()
    }

    /// Whether a name is a member of something else.
    pub(super) fn is_of_another(&self, at: usize) -> bool {
        let before = &self.text[..at];
        let root = last_word(before.strip_suffix('.').or_else(|| before.strip_suffix("->")).unwrap_or_default());
        !root.is_empty() && !["this", "self", "$this"].contains(&root)
    }

    fn ends(&mut self) {
        (self.target, self.statement) = (None, self.at);
    }

    fn in_block(&self) -> bool {
        self.open.last().is_none_or(|open| open.is_block)
    }

    /// Whether a line break ends a statement.
    fn is_over(&self, at: usize) -> bool {
        let next = self.text[self.at..].trim_start_matches([' ', '\t']);
        self.in_block() && !self.before(at).ends_with(GOES_ON) && !next.starts_with(['.', '?', '+'])
    }

    /// Whether the next line is no longer one of the function's, where no brace tells.
    fn is_behind_function(&self) -> bool {
        let line = self.text[self.at..].trim_start_matches([' ', '\t']);
        let is_blank = line.starts_with(['\n', '\r', '#']);
        self.open.is_empty() && !is_blank && self.function.is_some_and(|indent| self.indent(self.at) <= indent)
    }

    fn opens(&mut self, char: char, start: usize) {
        let before = self.before(start);
        let call = if char == '(' { path_before(before) } else { "" };
        let word = last_word(before);
        let is_block = char == '{'
            && (before.ends_with([')', ';', '{', '}', '\n', '\r']) && self.in_block()
                || before.is_empty()
                || before.ends_with(')')
                || before.ends_with("=>")
                || !word.is_empty() && self.in_block() && word != "return");
        let made_by = last_word(before[..before.len() - call.len()].trim_end_matches([' ', '\t']));
        let is_definition = DEFINES.contains(&made_by) || DEFINES.contains(&call);
        self.open.push(Open { char, call, is_block, is_definition });
        if is_block {
            self.ends();
        }
    }

    /// Notes the name that a statement sets.
    fn sets(&mut self, start: usize) {
        let rest = self.text[self.at..].trim_start_matches([' ', '\t']);
        let is_set =
            rest.starts_with(":=") || rest.starts_with('=') && !rest.starts_with("==") && !rest.starts_with("=>");
        if !self.in_block() || !(is_set || annotation(rest).is_some()) {
            return;
        }
        let is_declaration = |char: char| is_word(char) || " \t\r\n.<>[],?:*@&-".contains(char);
        let before = &self.text[self.statement..start];
        if before.len() < MAX_PART && before.chars().all(is_declaration) {
            self.target = Some(&self.text[start..self.at]);
        }
    }

    /// Skips a text between quotes, if one begins here.
    fn passes_text(&mut self, char: char) -> bool {
        if !matches!(char, '"' | '\'' | '`') || self.at < self.quotes {
            return false;
        }
        let rest = &self.text[self.at..self.end];
        let triple = [char; 3].iter().collect::<String>();
        if let Some(inner) = rest.strip_prefix(&triple[..]) {
            let Some(length) = inner.find(&triple[..]) else { return false };
            self.at += length + 2 * triple.len();
            return true;
        }
        let mut is_escaped = false;
        for (at, next) in rest.char_indices().skip(1) {
            match next {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '\n' if char != '`' => break,
                _ if next == char => {
                    self.at += at + 1;
                    return true;
                }
                _ => {}
            }
        }
        let line = rest.find('\n').filter(|_| char != '`').unwrap_or(rest.len());
        self.quotes = self.at + line;
        false
    }

    fn passes_comment(&mut self, char: char) -> bool {
        let (before, rest) = (&self.text[..self.at], &self.text[self.at..self.end]);
        let line = || Some(rest.find('\n').unwrap_or(rest.len()));
        let length = match char {
            '/' if rest.starts_with("/*") && !self.is_open => rest.find("*/").map(|length| length + 2),
            '/' if rest.starts_with("//") && !before.ends_with(':') => line(),
            '#' if before.is_empty() || before.ends_with([' ', '\t', '\n']) => line(),
            _ => None,
        };
        self.is_open |= length.is_none() && rest.starts_with("/*");
        self.at += length.unwrap_or(0);
        length.is_some()
    }
}

pub(super) fn is_word(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '_' | '$')
}

/// The word that a text ends with.
pub(super) fn last_word(text: &str) -> &str {
    let text = text.trim_end_matches([' ', '\t']);
    let start = text.char_indices().rev().take(MAX_PART).take_while(|(_, char)| is_word(*char)).last();
    start.map_or("", |(at, _)| &text[at..])
}

/// The word that a text begins with.
pub(super) fn first_word(text: &str) -> &str {
    let end = text.char_indices().take(MAX_PART).take_while(|(_, char)| is_word(*char)).last();
    &text[..end.map_or(0, |(at, char)| at + char.len_utf8())]
}

/// The name with dots in it that a text ends with.
fn path_before(text: &str) -> &str {
    let is_path = |char: char| is_word(char) || matches!(char, '.' | ':' | '>' | '-');
    let start = text.char_indices().rev().take(MAX_PART).take_while(|(_, char)| is_path(*char)).last();
    start.map_or("", |(at, _)| text[at..].trim_start_matches(['.', ':', '>', '-']))
}
