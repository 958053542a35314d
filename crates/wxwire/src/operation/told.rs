//! Where an entry has from what it is asked for beside its facts.

use std::borrow::Cow;
use std::fmt;

use super::EntryExample;
use crate::layer::json::Value;
use crate::problem::Problem;

/// Where an entry has from what it is asked for.
pub(crate) trait Told: Sync {
    /// The JSON Schema of the values, as text.
    fn json_schema(&self) -> Cow<'static, str>;

    /// The JSON Schema of the reply, as text.
    fn reply_json_schema(&self) -> Cow<'static, str>;

    /// The documents' own payloads.
    fn examples(&self) -> Vec<EntryExample>;

    /// The reply that the vendor shows: for a mock, so data does not have it.
    fn reply(&self) -> Cow<'static, str> {
        "{}".into()
    }

    /// The replies of failures that its document shows, each with its status; 0 stands for all others. For a mock.
    fn failures(&self) -> Vec<(u16, Cow<'static, str>)> {
        Vec::new()
    }

    /// Whether there is such a reply.
    fn shows_reply(&self) -> bool {
        true
    }

    /// Rules that a schema cannot state.
    fn check(&self, _values: Value<'_>, _problems: &mut Vec<Problem>) {}

    /// Whether values of its form are its.
    fn is_its(&self, _values: Value<'_>) -> bool {
        true
    }

    /// Whether values can be its, told at less cost than its schema does.
    fn may_take(&self, _values: Value<'_>) -> bool {
        true
    }

    /// The names that its values can have, told likewise; `None` where that takes its schema.
    fn names(&self) -> Option<Vec<&'static str>> {
        None
    }

    /// The same of its reply.
    fn reply_names(&self) -> Option<Vec<&'static str>> {
        None
    }

    /// The names that it is found by: what has none of them is none of its values.
    fn indexed(&self) -> Option<Vec<&'static str>> {
        self.names()
    }

    /// The same of its reply.
    fn reply_indexed(&self) -> Option<Vec<&'static str>> {
        self.reply_names()
    }

    /// Whether a reply can be its, told likewise.
    fn may_answer(&self, _reply: Value<'_>, _common: &[&str]) -> bool {
        true
    }
}

/// Whatever it is: the facts stand beside it.
impl fmt::Debug for dyn Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// The rules of a type that no data can hold: the id, [`Operation::check`], [`Operation::is_its`].
///
/// [`Operation::check`]: crate::operation::Operation::check
/// [`Operation::is_its`]: crate::operation::Operation::is_its
pub(crate) type RulesOf = (&'static str, fn(Value<'_>, &mut Vec<Problem>), fn(Value<'_>) -> bool);
