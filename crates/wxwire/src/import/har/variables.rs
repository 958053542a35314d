//! Variables of a collection: `{{name}}` stands for what the collection says that it is.

use super::scripts::Scripts;
use super::{inner, is_off};
use crate::import::filled::filled;
use crate::import::text::Text;
use crate::layer::json::{Kind, Value};

/// The most variables of a collection.
const MAX: usize = 200;

/// The most bytes of what one stands for.
const MAX_BYTES: usize = 4000;

/// Names, and what they stand for, where that is a text.
#[derive(Clone)]
pub(super) struct Variables<'t>(Vec<(String, Option<Value<'t>>)>);

impl<'t> Variables<'t> {
    pub(super) fn of(root: Value<'t>) -> Self {
        let all = root.get("variable").into_iter().flat_map(Value::items).filter(|one| !is_off(*one)).take(MAX);
        let one = |one: Value<'t>| {
            let name = one.get("key").or_else(|| one.get("id"))?.as_str()?.into_owned();
            let value = one.get("value").filter(|value| matches!(value.kind(), Kind::String | Kind::Number));
            Some((name, value.filter(|value| value.span().len() < MAX_BYTES && !value.is_str(""))))
        };
        Self(all.filter_map(one).collect())
    }

    /// Those that no script sets.
    pub(super) fn but(&self, scripts: &Scripts) -> Self {
        Self(self.0.iter().filter(|(name, _)| !scripts.may_set(name)).cloned().collect())
    }

    pub(super) fn names(&self) -> Vec<&str> {
        self.0.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// A text with its variables resolved; one that the collection does not know stays as it is.
    pub(super) fn resolved(&self, source: &Text, text: Text) -> Text {
        // Of several with one name the last counts.
        let value = |name: &str| self.0.iter().rev().find(|(known, _)| known == name)?.1;
        match self.0.is_empty() {
            true => text,
            false => {
                let room = source.len().saturating_mul(2) + 10_000;
                filled(text, &|name| value(name).map(|value| inner(source, value)), room)
            }
        }
    }
}
