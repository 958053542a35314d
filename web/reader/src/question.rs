//! A question of the page's.

use std::borrow::Cow;

use wxwire::catalog;
use wxwire::layer::json::{Tree, Value};
use wxwire::operation::Entry;

/// A question: an object of texts, numbers and objects.
#[derive(Clone, Copy)]
pub(crate) struct Question<'t>(Value<'t>);

impl Question<'_> {
    /// Reads a question and answers it; nothing where it cannot be read.
    pub(crate) fn read<T>(text: &str, answer: impl FnOnce(Question<'_>) -> Option<T>) -> Option<T> {
        let tree = Tree::parse(text).ok()?;
        answer(Question(tree.root()))
    }
}

impl<'t> Question<'t> {
    /// A text, if it is there.
    pub(crate) fn get(self, name: &str) -> Option<Cow<'t, str>> {
        self.0.get(name).and_then(Value::as_str)
    }

    /// A text, empty where it is not there.
    pub(crate) fn text(self, name: &str) -> Cow<'t, str> {
        self.get(name).unwrap_or_default()
    }

    /// A number.
    pub(crate) fn number(self, name: &str) -> Option<u16> {
        self.0.get(name)?.source().parse().ok()
    }

    /// The members of an object that are texts.
    pub(crate) fn texts(self, name: &str) -> impl Iterator<Item = (Cow<'t, str>, Cow<'t, str>)> {
        let members = self.0.get(name).into_iter().flat_map(Value::members);
        members.filter_map(|(name, value)| name.as_str().zip(value.as_str()))
    }

    /// The operation that it is about.
    pub(crate) fn entry(self) -> Option<&'static Entry> {
        catalog::find(&self.text("operation"))
    }
}
