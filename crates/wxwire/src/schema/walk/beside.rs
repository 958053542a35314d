//! What a field needs beside it, and what it has no effect without.

use super::Walk;
use crate::layer::json::{Kind, Value};
use crate::problem::{Code, Problem, Unit};
use crate::rule::{Rule, When};

impl Walk<'_> {
    /// Reports a field that has no effect beside the others of its object, or is empty where something must stand in it.
    pub(super) fn beside(&mut self, rule: &Rule, object: Value<'_>, value: Value<'_>) {
        self.effect(rule, object, value);
        self.needed(rule, object, value);
    }

    /// Reports a field that is absent, where others make it necessary.
    pub(super) fn absent(&mut self, rule: &Rule, name: &str, object: Value<'_>) {
        if rule.needed.iter().any(|when| holds(when, object)) {
            self.missing(name, rule.source, object);
        }
    }

    fn effect(&mut self, rule: &Rule, object: Value<'_>, value: Value<'_>) {
        if let Some(when) = rule.when.as_ref().filter(|when| !holds(when, object)) {
            self.report(Problem::new(Code::Ignored).expected(when.words()), rule, value);
        }
    }

    fn needed(&mut self, rule: &Rule, object: Value<'_>, value: Value<'_>) {
        if value.is_str("") && rule.needed.iter().any(|when| holds(when, object)) {
            self.report(Problem::new(Code::TooShort).measured(1, 0, Unit::Characters), rule, value);
        }
    }

    /// Reports an object of whose ways to be filled in none is complete.
    pub(super) fn one_of(&mut self, rule: &Rule, object: Value<'_>) {
        let filled = |way: &str| way.split(" + ").all(|name| object.get(name).is_some_and(is_filled));
        if !rule.one_of.is_empty() && !rule.one_of.split(" | ").any(filled) {
            self.report(Problem::new(Code::RequiredOneOf).expected(&*rule.one_of), rule, object);
        }
    }
}

/// Whether the other field says what is wanted.
fn holds(when: &When, object: Value<'_>) -> bool {
    let other = object.get(&when.field).filter(|value| is_filled(*value));
    when.values.iter().any(|wanted| match other {
        None => wanted.is_empty(),
        Some(value) => value.is_str(wanted) || value.source() == wanted,
    })
}

/// Whether something stands there: not null, not empty.
fn is_filled(value: Value<'_>) -> bool {
    match value.kind() {
        Kind::Null => false,
        Kind::String => !value.is_str(""),
        Kind::Array => value.items().next().is_some(),
        _ => true,
    }
}
