//! A field as one row of the page has it, before it is known inside of what it stands.

use std::ops::Range;

use crate::layer::json::quote;
use crate::learn::field::{Field, Place, Type};
use crate::learn::types::Typed;

/// One row.
#[derive(Clone, Debug, Default)]
pub(super) struct Flat {
    /// The name as it stands there, less the signs in front of it.
    pub(super) name: String,
    /// How far in it stands: the width of white space or signs in front of the name.
    pub(super) depth: usize,
    pub(super) typed: Option<Typed>,
    /// Whether it is required, where a mark says so.
    pub(super) required: Option<bool>,
    pub(super) help: Vec<String>,
    /// The only values, each with what it means.
    pub(super) choices: Vec<(String, String)>,
    pub(super) default: Option<String>,
    pub(super) example: Option<String>,
    pub(super) limits: Vec<(&'static str, String)>,
    pub(super) place: Option<Place>,
    pub(super) span: Range<usize>,
}

impl Flat {
    /// How many members it is said to have.
    pub(super) fn count(&self) -> Option<usize> {
        self.typed.as_ref().and_then(|typed| typed.count.or_else(|| typed.items.as_ref()?.count))
    }

    /// The field, under this name.
    pub(super) fn field(self, name: &str) -> Field {
        let mut field = Field { name: name.to_owned(), span: self.span, ..Field::default() };
        self.typed.unwrap_or_default().give(&mut field);
        field.required = self.required == Some(true);
        field.help = self.help.join("。");
        let types = field.types.clone();
        let json = |text: &String| value(text, &types);
        field.default = self.default.as_ref().map(json);
        field.example = self.example.as_ref().map(json);
        field.choices = self.choices.iter().map(|(value, label)| (json(value), label.clone())).collect();
        let limits = self.limits.into_iter().filter(|(keyword, _)| counts(keyword, &types));
        field.limits = limits.collect();
        field.place = self.place.unwrap_or_default();
        field
    }
}

/// A value as JSON, of the type that its field has.
pub(super) fn value(text: &str, types: &[Type]) -> String {
    let plain = text.trim().trim_matches(['"', '\'', '`', '“', '”']);
    let is = |one: Type| types.contains(&one);
    let is_integer = plain.parse::<i64>().is_ok_and(|number| number.to_string() == plain);
    let is_number = || {
        let digits = plain.strip_prefix('-').unwrap_or(plain);
        let parts: Vec<_> = digits.split('.').collect();
        let whole = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
        whole && parts.len() == 2 && (parts[0] == "0" || !parts[0].starts_with('0'))
    };
    match plain {
        _ if (is(Type::Integer) || is(Type::Number)) && is_integer => plain.to_owned(),
        _ if is(Type::Number) && is_number() => plain.to_owned(),
        "true" | "false" if is(Type::Boolean) => plain.to_owned(),
        _ => quote(plain),
    }
}

/// Whether a limit is one of what a type holds.
fn counts(keyword: &str, types: &[Type]) -> bool {
    let has = |of: &[Type]| types.iter().any(|one| of.contains(one));
    match keyword {
        "minLength" | "maxLength" => has(&[Type::String]),
        "minItems" | "maxItems" => has(&[Type::Array]),
        _ => has(&[Type::Integer]),
    }
}
