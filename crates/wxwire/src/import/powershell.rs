//! PowerShell before a command: what sets a variable, or adds to one. Nothing is run.

use super::code::{Expr, POWERSHELL, Reader, Scope, add, variable};
use super::text::Text;
use crate::named::Named;

impl Scope {
    /// What a word of a command stands for: in brackets or behind a `$` it is an expression, else itself.
    pub(crate) fn word(&self, word: Text) -> Expr {
        if !["(", "$", "@{", "@("].iter().any(|sign| word.as_str().starts_with(sign)) {
            return Expr::Text(word);
        }
        let mut reader = Reader::new(&word, 0, &POWERSHELL, self);
        let value = reader.expression();
        if reader.rest().trim().is_empty() { value } else { Expr::Other(word) }
    }

    /// Takes in what stands from a place up to the command that `begins` knows; gives the place of the first variable
    /// that was set, and that of the command.
    pub(crate) fn run(
        &mut self,
        text: &Text,
        from: usize,
        begins: &dyn Fn(&str, usize) -> bool,
    ) -> (Option<usize>, Option<usize>) {
        let source = text.as_str();
        let (mut at, mut first) = (from, None);
        let mut blocks = Blocks::default();
        while let Some(char) = source.get(at..).and_then(|rest| rest.chars().next()) {
            if begins(source, at) {
                return (first, Some(at));
            }
            match (char == '$').then(|| self.statement(text, at, begins, &mut blocks)).flatten() {
                Some(end) => {
                    first = first.or(Some(at));
                    at = end;
                }
                None => {
                    match char {
                        '{' => blocks.depth += 1,
                        '}' => blocks.depth = blocks.depth.saturating_sub(1),
                        _ => {}
                    }
                    at += char.len_utf8();
                }
            }
        }
        (first, None)
    }

    /// The statement at a place, if it sets a variable or changes one; gives its end.
    fn statement(
        &mut self,
        text: &Text,
        at: usize,
        begins: &dyn Fn(&str, usize) -> bool,
        blocks: &mut Blocks,
    ) -> Option<usize> {
        let (name, length) = variable(text.as_str().get(at..)?)?;
        let is_known = self.holds(name);
        let is_sure = blocks.is_sure(name, is_known) && begins_statement(&text.as_str()[..at]);
        let mut reader = Reader::new(text, at + length, &POWERSHELL, self);
        reader.blank();
        let rest = reader.rest();
        if rest.starts_with('=') && !rest.starts_with("==") || rest.starts_with("+=") {
            let adds = reader.takes("+=") || !reader.takes("=");
            reader.space();
            if begins(text.as_str(), reader.at) {
                return None;
            }
            let from = reader.at;
            let value = reader.expression();
            let end = reader.at;
            blocks.alias(name, text.as_str()[from..end].trim());
            let before = if adds { self.take(name) } else { None };
            let value = match before {
                _ if !is_sure => Expr::Other(text.slice(at..end)),
                Some(before) => add(before, value).unwrap_or_else(|| Expr::Other(text.slice(at..end))),
                None if adds => Expr::Other(text.slice(at..end)),
                None => value,
            };
            self.set(name, value);
            return Some(end);
        }
        let change = change(&mut reader)?;
        let end = reader.at;
        if !is_known {
            return None;
        }
        let others = blocks.aliases(name);
        for other in &others {
            self.set(other, Expr::Other(text.slice(at..end)));
        }
        let value = match (self.take(name), change) {
            (Some(before), Change::Member(key, value)) if is_sure && others.is_empty() => {
                with_member(before, key, value, || text.slice(at..end))
            }
            _ => Expr::Other(text.slice(at..end)),
        };
        self.set(name, value);
        Some(end)
    }
}

/// The blocks around a statement.
#[derive(Default)]
struct Blocks {
    /// How many are open.
    depth: usize,
    /// The block that each variable was set in.
    of: Named<'static, usize>,
    /// Variables that hold the same object.
    same: Vec<(String, String)>,
}

impl Blocks {
    /// Whether a statement that sets or changes a variable is run whenever what set it first is.
    fn is_sure(&mut self, name: &str, is_known: bool) -> bool {
        let name = name.to_ascii_lowercase();
        match self.of.get(&name).filter(|_| is_known) {
            Some(depth) => *depth == self.depth,
            None => {
                self.of.set(name, self.depth);
                true
            }
        }
    }

    /// Notes that a variable is set to what may be another.
    fn alias(&mut self, name: &str, value: &str) {
        let name = name.to_ascii_lowercase();
        self.same.retain(|(one, other)| *one != name && *other != name);
        if let Some((other, length)) = variable(value)
            && length == value.len()
        {
            self.same.push((name, other.to_ascii_lowercase()));
        }
    }

    /// The variables that hold the same object.
    fn aliases(&self, name: &str) -> Vec<String> {
        let name = name.to_ascii_lowercase();
        let other = |(one, other): &(String, String)| match (*one == name, *other == name) {
            (true, _) => Some(other.clone()),
            (_, true) => Some(one.clone()),
            _ => None,
        };
        self.same.iter().filter_map(other).collect()
    }
}

/// Whether what follows is a statement of its own.
fn begins_statement(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with(['\n', '\r', ';', '{', '}', ')', ']', '>', '❯', '\u{feff}'])
}

/// An object with a member more; names are the same in letters of any case. What is made empty by a call is as good as a map.
fn with_member(before: Expr, key: Text, value: Expr, place: impl Fn() -> Text) -> Expr {
    let is_new = |made: &Text| {
        let made = made.as_str().trim().to_ascii_lowercase();
        made.starts_with("new-object") || made.ends_with("::new()")
    };
    let mut members = match before {
        Expr::Map(_, members) => members,
        Expr::Other(made) if is_new(&made) => vec![],
        Expr::Call(_, _, made) if is_new(&made) => vec![],
        _ => return Expr::Other(place()),
    };
    match members.iter_mut().find(|(name, _)| name.as_str().eq_ignore_ascii_case(key.as_str())) {
        Some((_, old)) => *old = value,
        None => members.push((key, value)),
    }
    Expr::Map(place(), members)
}

/// What is done to an object.
enum Change {
    /// It gets a member.
    Member(Text, Expr),
    /// It is not followed.
    Other,
}

/// Methods and members that change nothing.
const READS: [&str; 9] =
    ["tostring", "count", "length", "keys", "values", "containskey", "contains", "getenumerator", "gettype"];

/// The longest index that is looked at.
const MAX_INDEX: usize = 200;

/// What a statement does to the object whose name the reader stands behind, if it changes it.
fn change(reader: &mut Reader<'_>) -> Option<Change> {
    let start = reader.at;
    if let Some((key, value)) = member(reader) {
        return Some(Change::Member(key, value));
    }
    reader.at = start;
    if ["++", "--"].iter().any(|sign| reader.rest().starts_with(sign)) {
        return Some(Change::Other);
    }
    let is_member = reader.takes(".") || reader.rest().starts_with('[');
    if !is_member {
        return None;
    }
    let name = reader.path();
    let last = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if reader.rest().starts_with('[') {
        // What is not closed near by is not looked for any further.
        let near = reader.rest().lines().next().unwrap_or_default();
        let near = &near[..near.char_indices().nth(MAX_INDEX).map_or(near.len(), |(at, _)| at)];
        let Some(end) = near.rfind(']') else { return Some(Change::Other) };
        let is_set = near[end + 1..].trim_start_matches(' ').starts_with(['=', '+', '-', '*', '/', '%', '(', '.']);
        reader.step(end + 1);
        return is_set.then_some(Change::Other);
    }
    let rest = reader.rest().trim_start_matches([' ', '\t']);
    let is_called = rest.starts_with('(') && !READS.contains(&last.as_str());
    let signs = ["=", "+=", "-=", "*=", "/=", "%=", "++", "--"];
    let is_set = signs.iter().any(|sign| rest.starts_with(sign)) && !rest.starts_with("==");
    (is_called || is_set).then_some(Change::Other)
}

/// `.Add("name", "value")`, `["name"] = "value"`, `.name = "value"`.
fn member(reader: &mut Reader<'_>) -> Option<(Text, Expr)> {
    let named = |reader: &mut Reader<'_>| Some(reader.key()).filter(|key| !key.is_empty());
    let is_added = reader.takes(".Add(");
    let key = if is_added {
        reader.space();
        let key = named(reader)?;
        reader.space();
        reader.takes(",").then_some(key)?
    } else if reader.takes("[") || reader.takes(".") {
        if reader.rest().starts_with('$') {
            return None;
        }
        let key = named(reader)?;
        reader.takes("]");
        reader.blank();
        if reader.rest().starts_with("==") || !reader.takes("=") {
            return None;
        }
        key
    } else {
        return None;
    };
    // A comma makes a list, but between arguments.
    let value = if is_added { reader.argument() } else { reader.expression() };
    reader.blank();
    reader.takes(")");
    Some((key, value))
}
