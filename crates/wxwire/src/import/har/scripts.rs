//! Scripts that a collection runs before it sends a request: nothing is run, so what they set or change is not known.

use super::inner;
use crate::import::filled::named;
use crate::import::text::Text;
use crate::layer::json::Value;

/// What sets a variable by its name.
const SETTERS: [&str; 6] =
    ["set", "unset", "setEnvironmentVariable", "setGlobalVariable", "clearEnvironmentVariable", "clearGlobalVariable"];

/// Whose methods set variables.
const SCOPES: [&str; 5] = ["variables", "environment", "collectionVariables", "globals", "postman"];

/// What changes a part of a request that it is called on.
const CHANGES: [&str; 14] = [
    "update",
    "add",
    "addQueryParams",
    "removeQueryParams",
    "upsert",
    "remove",
    "push",
    "pop",
    "splice",
    "insert",
    "clear",
    "populate",
    "assimilate",
    "set",
];

/// The most that a name in a script has.
const MAX_NAME: usize = 200;

/// The most bytes of the scripts before one request. What longer ones set is not looked for.
const MAX_BYTES: usize = 32 << 10;

/// The most steps from the request to a part of it.
const MAX_STEPS: usize = 8;

/// The scripts before one request.
#[derive(Default)]
pub(super) struct Scripts {
    text: Text,
    /// The variables that they set.
    names: Vec<String>,
    /// They set others, whose names are not written there.
    sets_any: bool,
}

impl Scripts {
    /// The scripts that run before a request, each its lines or all of it as one text.
    pub(super) fn of(source: &Text, all: &[Value<'_>]) -> Self {
        let mut text = Text::default();
        if all.iter().map(|script| script.span().len()).sum::<usize>() > MAX_BYTES {
            return Self { sets_any: true, ..Self::default() };
        }
        for script in all {
            for line in std::iter::once(*script).filter(|one| one.as_str().is_some()).chain(script.items()) {
                let line = inner(source, line);
                text.push(&line, 0..line.len());
                text.push_char('\n', &line, line.len()..line.len());
            }
        }
        let mut scripts = Self { text, ..Self::default() };
        scripts.find_names();
        scripts
    }

    /// Whether they may set a variable that a collection has.
    pub(super) fn may_set(&self, name: &str) -> bool {
        self.sets_any || self.names.iter().any(|own| own == name)
    }

    /// What stands in a text for variables that they set; `known` are those that the collection has.
    pub(super) fn set_in(&self, text: &Text, known: &[&str]) -> Vec<Text> {
        let is_set = |name: &str| self.names.iter().any(|own| own == name) || self.sets_any && known.contains(&name);
        named(text, &is_set)
    }

    /// Where they change what is sent, or give it a name under which it may be changed.
    pub(super) fn change(&self) -> Option<Text> {
        let source = self.text.as_str();
        let mut places =
            self.lines().flat_map(|(start, line)| line.match_indices(REQUEST).map(move |(at, _)| start + at));
        let at = places.find(|at| changes(&source[..*at], &source[*at..]))?;
        Some(self.text.slice(at..at + REQUEST.len()))
    }

    fn find_names(&mut self) {
        let source = self.text.as_str();
        let (mut names, mut sets_any) = (vec![], false);
        let calls = self.lines().flat_map(|(start, line)| line.match_indices('(').map(move |(at, _)| start + at));
        for at in calls {
            let before = &source[..at];
            let method = word_before(before);
            let scope = before[..before.len() - method.len()].strip_suffix('.').map(word_before).unwrap_or_default();
            match first_argument(&source[at + 1..]) {
                Some(name) if SETTERS.contains(&method) => names.push(name.to_owned()),
                _ => sets_any |= SCOPES.contains(&scope) && (SETTERS.contains(&method) || method.starts_with("clear")),
            }
        }
        names.sort_unstable();
        names.dedup();
        (self.names, self.sets_any) = (names, sets_any);
    }

    /// The lines that are no comments, each with the place where it begins.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut next = 0;
        let lines = self.text.as_str().split_inclusive('\n').map(move |line| {
            next += line.len();
            (next - line.len(), line)
        });
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// The request in a script.
const REQUEST: &str = "pm.request";

/// Whether what a script does with the request at a place changes what is sent. Headers are no part of that: credentials of
/// all kinds are put there.
fn changes(before: &str, request: &str) -> bool {
    let mut rest = &request[REQUEST.len()..];
    let mut steps = vec![];
    while let Some(step) =
        rest.strip_prefix('.').or_else(|| rest.strip_prefix("?.")).filter(|_| steps.len() < MAX_STEPS)
    {
        let length = word(step);
        steps.push(&step[..length]);
        rest = &step[length..];
    }
    if word(rest) > 0 || matches!(steps.first(), Some(first) if !["body", "url", "update"].contains(first)) {
        return false;
    }
    let next = rest.trim_start();
    let is_set = next.trim_start_matches(['+', '?', '|', '&']).starts_with('=')
        && !next.starts_with("==")
        && !next.starts_with("=>");
    let is_called = next.starts_with('(') && steps.last().is_some_and(|last| CHANGES.contains(last));
    let before = before.trim_end();
    // Under another name it may be changed; as a text, or given to what reads it, it is not.
    let is_named = before.ends_with(['=', ':']) && matches!(steps[..], [] | [_] | ["body", "urlencoded" | "formdata"]);
    is_set || is_called || next.starts_with('[') || is_named && !next.starts_with('(') || before.ends_with("assign(")
}

/// The length of the name that a text begins with.
fn word(text: &str) -> usize {
    text.find(|char: char| !(char.is_alphanumeric() || matches!(char, '_' | '$'))).unwrap_or(text.len())
}

/// The name that a text ends with.
fn word_before(text: &str) -> &str {
    let is_name = |char: char| char.is_alphanumeric() || matches!(char, '_' | '$');
    let long = text.chars().rev().take(MAX_NAME).take_while(|char| is_name(*char)).map(char::len_utf8).sum::<usize>();
    &text[text.len() - long..]
}

/// The text in quotes that is the first argument of a call.
fn first_argument(arguments: &str) -> Option<&str> {
    let end = (0..=MAX_NAME.min(arguments.len())).rev().find(|end| arguments.is_char_boundary(*end)).unwrap_or(0);
    let arguments = arguments[..end].trim_start();
    let quote = arguments.chars().next().filter(|char| matches!(char, '"' | '\'' | '`'))?;
    let (name, behind) = arguments[1..].split_once(quote)?;
    (!name.contains(['\\', '$', '\n']) && behind.trim_start().starts_with([',', ')'])).then_some(name)
}
