//! The least JSON that has the form of a rule, to begin composing with.

use super::{Field, Rule, Schema, Shape};
use crate::layer::json::quote;

impl Schema {
    /// A value with every required field in it, and nothing else; text is empty, a choice is its first.
    pub fn skeleton(&self, rule: &Rule) -> String {
        match &rule.shape {
            Shape::Any => "null".into(),
            Shape::Bool => "false".into(),
            Shape::Integer(bounds) | Shape::Number(bounds) => bounds.min.unwrap_or(0).to_string(),
            Shape::Text(_) => "\"\"".into(),
            Shape::Choice(choices) => choices.first().map_or("null".into(), |choice| choice.json.clone()),
            Shape::List { items, min, .. } => match min {
                Some(1..) => format!("[{}]", self.skeleton(self.rule(*items))),
                _ => "[]".into(),
            },
            Shape::Object(object) => match object.tag.as_ref().and_then(|tag| tag.variants.first()) {
                Some(variant) => self.object_skeleton(&variant.fields),
                None => self.object_skeleton(&object.fields),
            },
            Shape::Either(rules) => rules.first().map_or("null".into(), |id| self.skeleton(self.rule(*id))),
        }
    }

    /// An object with the required ones of these fields.
    pub fn object_skeleton(&self, fields: &[Field]) -> String {
        let wanted = fields.iter().filter(|field| self.is_wanted(field, fields));
        let members = wanted.map(|field| format!("{}: {}", quote(&field.name), self.skeleton(self.rule(field.rule))));
        format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
    }

    /// Whether a field must be there where nothing is that need not be.
    pub(crate) fn is_wanted(&self, field: &Field, fields: &[Field]) -> bool {
        let said = |name: &str| {
            let other = fields.iter().find(|other| other.required && other.name == name);
            other.map(|other| self.skeleton(self.rule(other.rule))).unwrap_or_default()
        };
        let mut needed = self.rule(field.rule).needed.iter();
        let is_needed = field.required || needed.any(|when| when.takes(said(&when.field).trim_matches('"')));
        is_needed && field.credential.is_none()
    }
}
