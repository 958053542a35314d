//! Which variant of a call some values are.

use super::Entry;
use crate::layer::json::{Kind, Tree, Value};
use crate::schema::{Rule, Shape};

/// How deep the field that tells is looked for.
const MAX_DEPTH: usize = 6;

impl Entry {
    /// What the field says that tells variants of these values apart, such as a message's type: of several messages, what
    /// each says. Nothing where no field does.
    pub fn variant_of(&self, values: &str) -> Option<String> {
        let tree = Tree::parse(values).ok()?;
        let mut names = Vec::new();
        self.variants(self.schema().root(), tree.root(), 0, &mut names);
        names.dedup();
        (!names.is_empty()).then(|| names.join(", "))
    }

    fn variants(&self, rule: &Rule, value: Value<'_>, depth: usize, names: &mut Vec<String>) {
        if depth >= MAX_DEPTH || names.len() >= 10 {
            return;
        }
        match &rule.shape {
            Shape::Object(object) => match &object.tag {
                Some(tag) => names.extend(value.get(&tag.field).and_then(Value::as_str).map(|name| name.into_owned())),
                None => {
                    for field in &object.fields {
                        if let Some(inner) = value.get(&field.name) {
                            self.variants(self.schema().rule(field.rule), inner, depth + 1, names);
                        }
                    }
                }
            },
            Shape::List { items, .. } if value.kind() == Kind::Array => {
                value
                    .items()
                    .take(10)
                    .for_each(|item| self.variants(self.schema().rule(*items), item, depth + 1, names));
            }
            _ => {}
        }
    }
}
