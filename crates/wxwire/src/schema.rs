//! The validator: walks a JSON tree and a compiled schema side by side and returns every problem.
//!
//! The schema is derived from an operation's types. It is compiled once, into a flat table of [`Rule`]s in which every
//! reference is resolved and every variant of a tagged object has its whole list of fields. The form of the playground
//! is drawn from the same table.

mod audience;
mod choices;
mod compile;
mod fit;
mod shape;
mod skeleton;
mod walk;

pub use audience::Audience;
pub(crate) use choices::choices;
pub(crate) use compile::{KEYWORDS, KnownCredential, class_of};
pub(crate) use fit::Fit;
pub(crate) use walk::{CLOSELY, MAX_PROBLEMS, Reach, View};

pub(crate) use crate::rule::is_rounded;
pub use crate::rule::{
    Bounds, Choice, Docs, Field, Format, IdSort, In, Moment, Object, Pattern, Rule, RuleId, Schema, Shape, Tag,
    TextLimits, Variant, When,
};

#[cfg(test)]
mod tests;
