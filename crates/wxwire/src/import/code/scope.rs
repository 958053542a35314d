//! What the names of a script hold.

use std::cell::Cell;

use super::Expr;
use crate::import::text::Text;
use crate::named::Named;

/// What was set so far, by names in lower case: `body`, `env:body`.
#[derive(Debug)]
pub(crate) struct Scope {
    set: Named<'static, Option<Expr>>,
    /// The bytes that may still be copied out of it: doubling a text again and again would be beyond bounds.
    budget: Cell<usize>,
}

impl Scope {
    /// Nothing yet; `source` is the size of the text that is read.
    pub(crate) fn new(source: usize) -> Self {
        Self { set: Named::default(), budget: Cell::new(source.saturating_mul(4) + 10_000) }
    }

    pub(crate) fn set(&mut self, name: &str, value: Expr) {
        self.set.set(name.to_ascii_lowercase(), Some(value));
    }

    /// Whether anything is known of a name.
    pub(crate) fn holds(&self, name: &str) -> bool {
        self.set.get(&name.to_ascii_lowercase()).is_some_and(Option::is_some)
    }

    pub(crate) fn take(&mut self, name: &str) -> Option<Expr> {
        self.set.entry(name.to_ascii_lowercase()).take()
    }

    /// What a name holds.
    pub(crate) fn get(&self, name: &str) -> Option<Expr> {
        let value = self.set.get(&name.to_ascii_lowercase())?.as_ref()?;
        self.pay(value.size())?;
        Some(value.clone())
    }

    /// What a name holds, where that is a text.
    pub(crate) fn text(&self, name: &str) -> Option<Text> {
        self.get(name)?.text()
    }

    /// Takes so many bytes of the budget, if they are there; else nothing is left of it.
    pub(super) fn pay(&self, bytes: usize) -> Option<()> {
        let left = self.budget.get().checked_sub(bytes);
        self.budget.set(left.unwrap_or(0));
        left.map(|_| ())
    }

    pub(super) fn is_spent(&self) -> bool {
        self.budget.get() == 0
    }
}
