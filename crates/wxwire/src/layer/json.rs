//! JSON as a flat tree of spans over its text.
//!
//! Nothing is copied or converted: a number is its text, a string its quoted source. The tree holds one small node for
//! each value and each key, in the order of the text; a node knows how many nodes its subtree has, which is all that
//! walking needs.

mod edit;
mod object;
mod parse;
mod pretty;
mod problem;
mod value;

pub use edit::{append, edit_str, insert, quote, remove, replace, retain};
pub use object::{Object, array};
pub use pretty::{laid_out, pretty};
pub use value::{Value, escape_step};
pub(crate) use value::{escape_at, kept};

/// What a value is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number, kept as text.
    Number,
    /// A string, or a key.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl Kind {
    /// The name that JSON Schema has for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "boolean",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

/// One value or key.
#[derive(Clone, Copy, Debug)]
struct Node {
    start: u32,
    end: u32,
    /// Nodes in this subtree, this one included. While a container is being read: the index of its parent.
    size: u32,
    kind: Kind,
    /// A string with a backslash in it.
    escaped: bool,
}

/// A JSON document, read.
#[derive(Clone, Debug)]
pub struct Tree<'a> {
    text: &'a str,
    nodes: Vec<Node>,
}

impl<'a> Tree<'a> {
    /// The whole text, as it was read.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The outermost value.
    pub fn root(&self) -> Value<'_> {
        Value { tree: self, index: 0 }
    }
}

#[cfg(test)]
mod tests;
