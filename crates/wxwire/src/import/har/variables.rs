//! Variables of a collection: `{{name}}` stands for what the collection says that it is.

use super::inner;
use crate::import::text::Text;
use crate::layer::json::{Kind, Value};

/// The most variables of a collection.
const MAX: usize = 200;

/// The most bytes of what one stands for.
const MAX_BYTES: usize = 4000;

/// Names, and what they stand for.
pub(super) struct Variables<'t>(Vec<(String, Value<'t>)>);

impl<'t> Variables<'t> {
    pub(super) fn of(root: Value<'t>) -> Self {
        let all = root.get("variable").into_iter().flat_map(Value::items).take(MAX);
        let one = |one: Value<'t>| {
            let name = one.get("key").or_else(|| one.get("id"))?.as_str()?.into_owned();
            let value = one.get("value").filter(|value| matches!(value.kind(), Kind::String | Kind::Number))?;
            (value.span().len() < MAX_BYTES && !value.is_str("")).then_some((name, value))
        };
        Self(all.filter_map(one).collect())
    }

    /// A text with its variables resolved; one that the collection does not know stays as it is.
    pub(super) fn resolved(&self, source: &Text, text: Text) -> Text {
        if self.0.is_empty() || !text.as_str().contains("{{") {
            return text;
        }
        let mut out = text.slice(0..0);
        let (mut copied, mut at) = (0, 0);
        // What they stand for may not grow beyond bounds.
        let mut budget = source.len().saturating_mul(2) + 10_000;
        while let Some(found) = text.as_str()[at..].find("{{") {
            let start = at + found;
            let name = &text.as_str()[start + 2..];
            let length = name.bytes().take(100).position(|byte| byte == b'}');
            let value = length.filter(|length| name[*length..].starts_with("}}")).and_then(|length| {
                let name = name[..length].trim();
                let (_, value) = self.0.iter().find(|(known, _)| known == name)?;
                budget = budget.checked_sub(value.span().len())?;
                Some((length, inner(source, *value)))
            });
            match value {
                Some((length, value)) => {
                    out.push(&text, copied..start);
                    out.push(&value, 0..value.len());
                    at = start + length + 4;
                    copied = at;
                }
                None => at = start + 2,
            }
        }
        out.push(&text, copied..text.len());
        out
    }
}
