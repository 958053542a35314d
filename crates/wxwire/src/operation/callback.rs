//! What a gateway sends by itself: how it is told from everything else, and what its fields are.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use schemars::JsonSchema;

use super::Entry;
use crate::described::{Codes, JsonSchemaOf};
use crate::kinds::{Kind, Kinds};
use crate::lang::Words;
use crate::layer::document::MessageAt;
use crate::layer::json::{self, Tree, Value};
use crate::layer::xml::Element;
use crate::schema::Schema;
use crate::verdict::{Judge, Verdict};

/// What comes from a gateway, and what it means: its replies, and what it sends by itself.
pub trait Incoming: fmt::Debug + Sync {
    /// Looks at what every reply of this gateway has: its code, its words.
    fn judge(&self, reply: Value<'_>, judge: &mut Judge);

    /// Whether a reply can be this gateway's, told by its form alone.
    fn recognises(&self, reply: Value<'_>) -> bool;

    /// Whether a reply that its form gives to one of these calls can be no other's.
    fn claims(&self, _reply: Value<'_>, _candidates: &[&Entry]) -> bool {
        true
    }

    /// Whether others answer in just this form, and nothing in the reply is this gateway's own.
    fn is_shared(&self, _reply: Value<'_>, _candidates: &[&Entry]) -> bool {
        false
    }

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

impl<'t> Root<'t> {
    /// Whether it is an object, or an element `<xml>`, that has all of these members.
    pub(crate) fn has(self, names: &[&str]) -> bool {
        match self {
            Self::Json(value) => names.iter().all(|name| value.get(name).is_some()),
            Self::Xml(xml) => xml.name() == "xml" && names.iter().all(|name| xml.child(name).is_some()),
        }
    }

    /// The text or number at a member, or at the members on the way to it.
    pub(crate) fn text(self, way: &[&str]) -> Option<Cow<'t, str>> {
        match self {
            Self::Json(value) => {
                let value = way.iter().try_fold(value, |value, name| value.get(name))?;
                match value.kind() {
                    json::Kind::Object | json::Kind::Array | json::Kind::Null => None,
                    _ => Some(value.as_str().unwrap_or(value.source().into())),
                }
            }
            Self::Xml(xml) => {
                let element = way.iter().try_fold(xml, |xml, name| xml.child(name))?;
                Some(element.text().trim().to_owned().into())
            }
        }
    }

    /// Whether there is a text at a member, and it is this.
    pub(crate) fn says(self, name: &str, text: &str) -> bool {
        self.text(&[name]).is_some_and(|own| own == text)
    }
}

/// One form of callback.
#[derive(Debug)]
pub struct Callback {
    /// Its gateway and its own name: `wecom.event`.
    pub name: &'static str,
    /// What it is.
    pub title: Words,
    /// What it is told by.
    pub told_by: Words,
    /// It is none, but what a receiver answers one with.
    pub is_reply: bool,
    is: fn(Root<'_>) -> bool,
    kinds: Option<(&'static Kinds, KeyOf)>,
    judge: Option<fn(Value<'_>, &mut Judge)>,
    json_schema: JsonSchemaOf,
    schema: OnceLock<Schema>,
}

/// The key of a callback among the kinds of its form.
type KeyOf = fn(Root<'_>) -> String;

/// No fields: those of the kinds are all that there are.
#[derive(JsonSchema)]
struct NoFields {}

impl Callback {
    /// A form of which the kinds have fields; `name` is its own among all callbacks.
    pub const fn new(name: &'static str, title: Words, told_by: Words, is: fn(Root<'_>) -> bool) -> Self {
        Self::of::<NoFields>(name, title, told_by, is)
    }

    /// A form whose fields are those of a type; `name` is its own among all callbacks.
    pub const fn of<T: JsonSchema>(name: &'static str, title: Words, told_by: Words, is: fn(Root<'_>) -> bool) -> Self {
        let json_schema = JsonSchemaOf::new::<T>(name);
        let (kinds, judge) = (None, None);
        Self { name, title, told_by, is_reply: false, is, kinds, judge, json_schema, schema: OnceLock::new() }
    }

    /// The same form, in which there are these kinds; `key` is which of them one is.
    pub(crate) const fn of_kinds(mut self, kinds: &'static Kinds, key: KeyOf) -> Self {
        self.kinds = Some((kinds, key));
        self
    }

    /// The same form, which is an answer to a callback.
    pub(crate) const fn answering(mut self) -> Self {
        self.is_reply = true;
        self
    }

    /// The same form, which tells what became of messages that were sent.
    pub(crate) const fn judged_by(mut self, judge: fn(Value<'_>, &mut Judge)) -> Self {
        self.judge = Some(judge);
        self
    }

    /// What one says of messages that were sent, with the ids that the calls were answered with; none where it says
    /// nothing of them.
    pub fn verdict(&self, bytes: &[u8]) -> Option<Verdict> {
        let judge = self.judge?;
        let tree = Tree::read(bytes).ok()?;
        Judge::callback(tree.root(), judge)
    }

    /// Whether a document is one.
    pub fn is(&self, root: Root<'_>) -> bool {
        (self.is)(root)
    }

    /// Which kind of its form one is, where that is known.
    pub fn kind(&self, root: Root<'_>) -> Option<&'static Kind> {
        let (kinds, key) = self.kinds?;
        kinds.find(&key(root))
    }

    /// All kinds of its form, by their keys.
    pub fn kinds(&self) -> impl Iterator<Item = &'static Kind> {
        self.kinds.into_iter().flat_map(|(kinds, _)| kinds.keys().filter_map(|key| kinds.find(key)))
    }

    /// The file of its kinds, as a member of what is written for those who do not ask types.
    pub(crate) fn kinds_json(&self) -> Option<String> {
        self.kinds.map(|(kinds, _)| kinds.to_json())
    }

    /// The fields that all of its form have.
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
    matches!(root, Root::Json(_)) && root.has(names)
}
