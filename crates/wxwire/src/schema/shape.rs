//! A shape beside a value.

use super::{Choice, Schema, Shape};
use crate::layer::json::{Kind, Value};

impl Shape {
    /// Whether a value of this JSON type can be meant.
    pub fn takes(&self, kind: Kind) -> bool {
        match self {
            Self::Any => true,
            Self::Bool => kind == Kind::Bool,
            Self::Integer(_) | Self::Number(_) => kind == Kind::Number,
            Self::Text(_) => kind == Kind::String,
            Self::Choice(choices) => {
                choices.iter().any(|choice| choice.json.starts_with('"') == (kind == Kind::String))
            }
            Self::List { .. } => kind == Kind::Array,
            Self::Object(_) => kind == Kind::Object,
            Self::Either(_) => false,
        }
    }

    /// The JSON type, for a person.
    pub fn type_name(&self, schema: &Schema) -> String {
        match self {
            Self::Any => "any".into(),
            Self::Bool => "boolean".into(),
            Self::Integer(_) => "integer".into(),
            Self::Number(_) => "number".into(),
            Self::Text(_) => "string".into(),
            Self::Choice(choices) => choices.iter().map(|choice| choice.json.as_str()).collect::<Vec<_>>().join(" | "),
            Self::List { .. } => "array".into(),
            Self::Object(_) => "object".into(),
            Self::Either(rules) => {
                let names: Vec<_> = rules.iter().map(|id| schema.rule(*id).shape.type_name(schema)).collect();
                names.join(" | ")
            }
        }
    }

    /// The one value that may stand here.
    pub(super) fn only(&self) -> Option<&Choice> {
        match self {
            Self::Choice(choices) => choices.first().filter(|_| choices.len() == 1),
            _ => None,
        }
    }

    /// The one text that may stand here, which names what it stands in. A lone number that is known names nothing.
    pub(super) fn name(&self) -> Option<&Choice> {
        self.only().filter(|only| only.json.starts_with('"'))
    }
}

impl Choice {
    /// Whether a value is this one.
    pub(crate) fn is(&self, value: Value<'_>) -> bool {
        let own = self.json.trim_matches('"');
        if value.kind() == Kind::String { value.is_str(own) } else { value.source() == own }
    }
}
