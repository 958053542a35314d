//! PowerShell before a command: what sets a variable, or adds to one. Nothing is run.

use super::code::{Expr, POWERSHELL, Reader, Scope, add, variable};
use super::text::Text;

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
        while let Some(char) = source.get(at..).and_then(|rest| rest.chars().next()) {
            if begins(source, at) {
                return (first, Some(at));
            }
            match (char == '$').then(|| self.statement(text, at, begins)).flatten() {
                Some(end) => {
                    first = first.or(Some(at));
                    at = end;
                }
                None => at += char.len_utf8(),
            }
        }
        (first, None)
    }

    /// The statement at a place, if it sets a variable; gives its end.
    fn statement(&mut self, text: &Text, at: usize, begins: &dyn Fn(&str, usize) -> bool) -> Option<usize> {
        let (name, length) = variable(text.as_str().get(at..)?)?;
        let mut reader = Reader::new(text, at + length, &POWERSHELL, self);
        reader.blank();
        let rest = reader.rest();
        if rest.starts_with('=') && !rest.starts_with("==") || rest.starts_with("+=") {
            let adds = reader.takes("+=") || !reader.takes("=");
            reader.space();
            if begins(text.as_str(), reader.at) {
                return None;
            }
            let value = reader.expression();
            let end = reader.at;
            let before = if adds { self.take(name) } else { None };
            let value = match before {
                Some(before) => add(before, value).unwrap_or_else(|| Expr::Other(text.slice(at..end))),
                None if adds => Expr::Other(text.slice(at..end)),
                None => value,
            };
            self.set(name, value);
            return Some(end);
        }
        let (key, value) = member(&mut reader)?;
        let end = reader.at;
        let mut members = match self.take(name) {
            Some(Expr::Map(_, members)) => members,
            _ => vec![],
        };
        members.push((key, value));
        self.set(name, Expr::Map(text.slice(at..end), members));
        Some(end)
    }
}

/// `.Add("name", "value")`, `["name"] = "value"`, `.name = "value"`.
fn member(reader: &mut Reader<'_>) -> Option<(Text, Expr)> {
    let named = |reader: &mut Reader<'_>| Some(reader.key()).filter(|key| !key.is_empty());
    let key = if reader.takes(".Add(") {
        reader.space();
        let key = named(reader)?;
        reader.space();
        reader.takes(",").then_some(key)?
    } else if reader.takes("[") || reader.takes(".") {
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
    let value = reader.argument();
    reader.blank();
    reader.takes(")");
    Some((key, value))
}
