//! What a gateway sends by itself: how it is told from everything else, and what its fields are.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use schemars::JsonSchema;

use crate::described::{Codes, JsonSchemaOf};
use crate::lang::Words;
use crate::layer::document::MessageAt;
use crate::layer::json::{Tree, Value};
use crate::layer::xml::Element;
use crate::schema::Schema;
use crate::verdict::{Judge, Verdict};

/// What comes from a gateway, and what it means: its replies, and what it sends by itself.
pub trait Incoming: fmt::Debug + Sync {
    /// Looks at what every reply of this gateway has: its code, its words.
    fn judge(&self, reply: Value<'_>, judge: &mut Judge);

    /// Whether a reply can be this gateway's, told by its form alone.
    fn recognises(&self, reply: Value<'_>) -> bool;

    /// The kinds of its callbacks.
    fn callbacks(&self) -> &'static [Callback];

    /// What its codes mean, where a table of them is known.
    fn codes(&self) -> Option<&'static Codes> {
        None
    }

    /// Whether a code refuses a call for its token alone: it has ended, or is none. Nothing was done, and another token may
    /// help.
    fn is_expired(&self, _code: i64) -> bool {
        false
    }

    /// The protobuf messages in its replies and callbacks.
    fn messages(&self) -> Option<MessageAt> {
        None
    }
}

/// The outermost value of a document.
#[derive(Clone, Copy, Debug)]
pub enum Root<'t> {
    /// Of JSON.
    Json(Value<'t>),
    /// Of XML.
    Xml(Element<'t>),
}

/// One kind of callback.
#[derive(Debug)]
pub struct Callback {
    /// Its gateway and its own name: `wecom.event`.
    pub name: &'static str,
    /// What it is.
    pub title: Words,
    /// What it is told by.
    pub told_by: Words,
    is: fn(Root<'_>) -> bool,
    judge: Option<fn(Value<'_>, &mut Judge)>,
    json_schema: JsonSchemaOf,
    schema: OnceLock<Schema>,
}

impl Callback {
    /// A kind whose fields are those of a type; `name` is its own among all callbacks.
    pub const fn of<T: JsonSchema>(name: &'static str, title: Words, told_by: Words, is: fn(Root<'_>) -> bool) -> Self {
        let json_schema = JsonSchemaOf::new::<T>(name);
        Self { name, title, told_by, is, judge: None, json_schema, schema: OnceLock::new() }
    }

    /// The same kind, which tells what became of messages that were sent.
    pub(crate) const fn judged_by(mut self, judge: fn(Value<'_>, &mut Judge)) -> Self {
        self.judge = Some(judge);
        self
    }

    /// What one says of messages that were sent, with the ids that the calls were answered with; none where it says
    /// nothing of them.
    pub fn verdict(&self, bytes: &[u8]) -> Option<Verdict> {
        let tree = Tree::read(bytes).ok()?;
        Judge::callback(tree.root(), self.judge?)
    }

    /// Whether a document is one.
    pub fn is(&self, root: Root<'_>) -> bool {
        (self.is)(root)
    }

    /// Its fields.
    pub fn schema(&self) -> &Schema {
        self.schema.get_or_init(|| Schema::compile(&self.json_schema(), &[]))
    }

    /// The JSON Schema of its fields, as text.
    pub fn json_schema(&self) -> Cow<'static, str> {
        self.json_schema.text()
    }
}

/// Whether a document is a JSON object with all of these members.
pub(crate) fn has(root: Root<'_>, names: &[&str]) -> bool {
    matches!(root, Root::Json(value) if names.iter().all(|name| value.get(name).is_some()))
}
