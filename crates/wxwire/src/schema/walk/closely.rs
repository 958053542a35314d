//! What is looked at only where there is room for it: the page's own module leaves it to its reader. Where nobody names
//! [`CLOSELY`], none of it is in the program.

use super::Walk;
use crate::layer::json::Value;
use crate::problem::{Code, Problem};
use crate::rule::{Moment, Rule, TextLimits};

/// The functions that look closely.
#[derive(Debug)]
pub(crate) struct Closely {
    pub(super) text: fn(&mut Walk<'_>, &str, &TextLimits, &Rule, Value<'_>),
    pub(super) moment: fn(&mut Walk<'_>, Moment, Value<'_>),
    pub(super) items: fn(&mut Walk<'_>, &Rule, Value<'_>, bool),
    /// A field beside the others of its object.
    pub(super) beside: fn(&mut Walk<'_>, &Rule, Value<'_>, Value<'_>),
    /// A field that is not there.
    pub(super) absent: fn(&mut Walk<'_>, &Rule, &str, Value<'_>),
    /// An object's ways to be filled in.
    pub(super) one_of: fn(&mut Walk<'_>, &Rule, Value<'_>),
}

pub(crate) static CLOSELY: Closely = Closely {
    text: |walk, text, limits, rule, value| walk.closely(text, limits, rule, value),
    moment: |walk, moment, value| walk.moment(moment, value),
    items: |walk, rule, list, unique| walk.items(rule, list, unique),
    beside: |walk, rule, object, value| walk.beside(rule, object, value),
    absent: |walk, rule, name, object| walk.absent(rule, name, object),
    one_of: |walk, rule, object| walk.one_of(rule, object),
};

impl Walk<'_> {
    /// Patterns, formats, and what was probably not meant.
    fn closely(&mut self, text: &str, limits: &TextLimits, rule: &Rule, value: Value<'_>) {
        if let Some(pattern) = limits.pattern.as_ref().filter(|pattern| !pattern.holds(text)) {
            self.report(Problem::new(Code::WrongForm).expected(pattern.source()).found(value.inner()), rule, value);
        }
        if let Some(format) = limits.format.filter(|format| !format.holds(text)) {
            self.report(Problem::new(Code::WrongForm).expected(format.example()).found(value.inner()), rule, value);
        }
        self.doubtful(text, rule, value);
    }
}
