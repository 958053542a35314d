//! Variables of a collection: `{{name}}` stands for what the collection says that it is.

use super::scripts::Scripts;
use super::{inner, is_off};
use crate::import::text::Text;
use crate::layer::json::{Kind, Value};

/// The most variables of a collection.
const MAX: usize = 200;

/// The most bytes of what one stands for.
const MAX_BYTES: usize = 4000;

/// How often what stands for a variable has variables itself.
const MAX_NESTED: usize = 19;

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

    /// A text with its variables resolved, and those in what they stand for; one that the collection does not know stays as it
    /// is.
    pub(super) fn resolved(&self, source: &Text, mut text: Text) -> Text {
        // What they stand for may not grow beyond bounds.
        let mut budget = source.len().saturating_mul(2) + 10_000;
        for _ in 0..MAX_NESTED {
            match self.resolved_once(source, &text, &mut budget) {
                Some(next) => text = next,
                None => break,
            }
        }
        text
    }

    /// The text with those resolved that stand in it, if any does.
    fn resolved_once(&self, source: &Text, text: &Text, budget: &mut usize) -> Option<Text> {
        if self.0.is_empty() || !text.as_str().contains("{{") {
            return None;
        }
        let mut out = text.slice(0..0);
        let (mut copied, mut at) = (0, 0);
        while let Some(found) = text.as_str()[at..].find("{{") {
            let start = at + found;
            let name = &text.as_str()[start + 2..];
            let length = name.bytes().take(100).position(|byte| byte == b'}');
            let value = length.filter(|length| name[*length..].starts_with("}}")).and_then(|length| {
                let name = name[..length].trim();
                // Of several with one name the last counts.
                let value = self.0.iter().rev().find(|(known, _)| known == name)?.1?;
                *budget = budget.checked_sub(value.span().len())?;
                Some((length, inner(source, value)))
            });
            match value {
                Some((length, value)) => {
                    out.push(text, copied..start);
                    out.push(&value, 0..value.len());
                    at = start + length + 4;
                    copied = at;
                }
                None => at = start + 2,
            }
        }
        out.push(text, copied..text.len());
        (copied > 0).then_some(out)
    }
}
