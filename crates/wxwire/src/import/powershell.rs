//! What the variables of a PowerShell script hold, as far as that can be told without running anything.

mod call;
mod collection;
mod expression;
mod name;
mod statement;

use std::cell::Cell;
use std::collections::BTreeMap;

use super::text::Text;
use expression::Reader;
pub(crate) use name::variable;

/// What an expression gives.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    /// A text, or its bytes as UTF-8.
    Text(Text),
    /// A list, and where it stands.
    List(Text, Vec<Value>),
    /// A table, and where it stands.
    Table(Text, Vec<(Text, Value)>),
    /// Code that is not followed.
    Unknown(Text),
}

impl Value {
    /// It, if it is a text.
    pub(crate) fn text(self) -> Option<Text> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Where it stands.
    pub(crate) fn place(&self) -> &Text {
        match self {
            Self::Text(text) | Self::List(text, _) | Self::Table(text, _) | Self::Unknown(text) => text,
        }
    }
}

/// The variables of a script, by their names in lower case: `body`, `env:body`.
#[derive(Debug)]
pub(crate) struct Variables {
    set: BTreeMap<String, Value>,
    /// The bytes that may still be copied out of variables: doubling one again and again would be beyond bounds.
    budget: Cell<usize>,
}

impl Variables {
    /// None yet; `source` is the size of the text that they are read in.
    pub(crate) fn new(source: usize) -> Self {
        Self { set: BTreeMap::new(), budget: Cell::new(source.saturating_mul(4) + 10_000) }
    }

    pub(crate) fn set(&mut self, name: &str, value: Value) {
        self.set.insert(name.to_ascii_lowercase(), value);
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        self.set.remove(&name.to_ascii_lowercase())
    }

    /// Takes so many bytes of the budget, if they are there; else nothing is left of it.
    fn pay(&self, bytes: usize) -> Option<()> {
        let left = self.budget.get().checked_sub(bytes);
        self.budget.set(left.unwrap_or(0));
        left.map(|_| ())
    }

    fn is_spent(&self) -> bool {
        self.budget.get() == 0
    }

    /// What a variable holds.
    pub(crate) fn get(&self, name: &str) -> Option<Value> {
        let value = self.set.get(&name.to_ascii_lowercase())?;
        self.pay(size(value))?;
        Some(value.clone())
    }

    /// What a variable holds, where that is a text.
    pub(crate) fn text(&self, name: &str) -> Option<Text> {
        self.get(name)?.text()
    }

    /// What a word of a command stands for: in brackets or behind a `$` it is an expression, else itself.
    pub(crate) fn word(&self, word: Text) -> Value {
        if !["(", "$", "@{", "@("].iter().any(|sign| word.as_str().starts_with(sign)) {
            return Value::Text(word);
        }
        let mut reader = Reader::new(&word, 0, self);
        let value = reader.expression();
        if reader.rest().trim().is_empty() { value } else { Value::Unknown(word) }
    }

    /// An expression, such as the arguments of a call, from behind its bracket.
    pub(crate) fn expression(&self, text: &Text, at: usize) -> Value {
        Reader::new(text, at, self).expression()
    }
}

fn size(value: &Value) -> usize {
    let inner = match value {
        Value::Text(_) | Value::Unknown(_) => 0,
        Value::List(_, items) => items.iter().map(size).sum(),
        Value::Table(_, members) => members.iter().map(|(name, value)| name.len() + size(value)).sum(),
    };
    1 + value.place().len() + inner
}
