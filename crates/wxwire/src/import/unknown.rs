//! What stands in a body for a value that is not known: a variable of a program, a blank to be filled in.
//!
//! Among credentials such a name is one that is still to be given; among values nobody knows what it holds.

use super::found::Found;
use super::text::Text;
use crate::problem::{Code, Problem, Severity};

/// The most places of each kind that are told.
const MAX_TOLD: usize = 20;

/// The most blanks of a text that are looked for.
const MAX_BLANKS: usize = 64;

/// What stands in a body for values that are not known.
#[derive(Debug)]
pub(super) struct Unknown {
    code: Vec<Text>,
    /// `{{name}}`: to be filled in by a person, or by a tool for requests.
    blanks: Vec<Text>,
}

impl Unknown {
    /// What is not known in the text of a body.
    pub(super) fn of(text: &Text) -> Self {
        let code = [text.code(), expressions(text)].concat();
        let is_code = |blank: &Text| code.iter().any(|one| one.place().contains(&blank.place().start));
        let blanks = blanks(text).into_iter().filter(|blank| !is_code(blank)).collect();
        Self { code, blanks }
    }

    /// Refuses what is not known in the values, and warns of blanks.
    pub(super) fn tell(&self, found: &mut Found, values: &str) {
        let stands = |one: &&Text| values.contains(one.as_str());
        for one in self.code.iter().filter(stands).take(MAX_TOLD) {
            found.refuse(Code::Variable, one);
        }
        // No tool of these fills them in: it is what would be sent, and hardly what is meant.
        let is_told = |one: &&Text| found.problems.iter().any(|problem| problem.span == Some(one.place()));
        let blanks: Vec<_> = self.blanks.iter().filter(stands).filter(|one| !is_told(one)).take(MAX_TOLD).collect();
        for one in blanks {
            let problem = Problem::new(Code::Variable).severity(Severity::Warning);
            found.problems.push(problem.span(one.place()).found(one.as_str()));
        }
    }
}

/// What expressions of a workflow begin with.
const CONTEXTS: [&str; 16] = [
    "github", "secrets", "vars", "env", "inputs", "steps", "needs", "matrix", "runner", "job", "jobs", "strategy",
    "toJSON", "toJson", "fromJSON", "format",
];

/// The longest expression.
const MAX_EXPRESSION: usize = 400;

/// `${{ github.ref }}`: what runs a workflow puts its value there before any shell sees it, in quotes of any kind.
fn expressions(text: &Text) -> Vec<Text> {
    let source = text.as_str();
    let end = |at: usize| {
        let inner = &source[at + 3..];
        let close = inner.bytes().take(MAX_EXPRESSION).position(|byte| matches!(byte, b'}' | b'\n'))?;
        let name = inner.trim_start();
        let word = name.find(|char: char| !char.is_ascii_alphanumeric()).unwrap_or(name.len());
        let is_one = CONTEXTS.contains(&&name[..word]) && name[word..].starts_with(['.', '[', '(']);
        (is_one && inner[close..].starts_with("}}")).then_some(at + 3 + close + 2)
    };
    source.match_indices("${{").filter_map(|(at, _)| Some(text.slice(at..end(at)?))).take(MAX_BLANKS).collect()
}

/// `{{name}}` in a text.
fn blanks(text: &Text) -> Vec<Text> {
    let source = text.as_str();
    let name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '-' | '.' | '$' | ' ');
    let end = |at: usize| {
        let inner = source[at + 2..].find(|char| !name(char))?;
        (inner > 0 && source[at + 2 + inner..].starts_with("}}")).then_some(at + 2 + inner + 2)
    };
    source.match_indices("{{").filter_map(|(at, _)| Some(text.slice(at..end(at)?))).take(MAX_BLANKS).collect()
}
