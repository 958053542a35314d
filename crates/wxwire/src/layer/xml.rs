//! XML as a flat tree of spans over its text.
//!
//! A node keeps whether it was text, CDATA or an entity by keeping where it stands. No entity is ever expanded but the
//! five predefined ones and character references, and a document type declaration is refused.

mod attributes;
mod edit;
mod element;
mod events;
mod mend;
mod parse;
mod reference;
mod roots;
pub mod typed;
mod values;

pub use edit::{edit_attribute, edit_text, insert, remove, remove_attribute, set_attribute, set_text, swap};
pub use element::{Child, Element};
pub(crate) use mend::mend;
pub(crate) use roots::roots;
pub use values::{Place, place, values};

/// The most attributes of one element.
const MAX_ATTRIBUTES: usize = 256;

/// What a node is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Element,
    /// Text with its entities, as it was written.
    Text,
    CData,
    /// A comment, a processing instruction or the XML declaration.
    Other,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    kind: Kind,
    /// The whole node in the text; of an element, from `<` of its start tag to `>` of its end tag.
    start: u32,
    end: u32,
    /// What the node holds; of an element, between its two tags.
    inner: (u32, u32),
    /// Nodes in this subtree, this one included. While an element is open: the index of its parent.
    size: u32,
    /// The length of an element's name.
    name: u32,
}

/// An XML document, read: one element, and what may stand around it.
#[derive(Clone, Debug)]
pub struct Tree<'a> {
    text: &'a str,
    nodes: Vec<Node>,
    root: u32,
}

impl<'a> Tree<'a> {
    /// The whole text, as it was read.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Where a part of the text stands in it.
    pub(crate) fn position(&self, part: &str) -> usize {
        part.as_ptr() as usize - self.text.as_ptr() as usize
    }

    /// How many nodes there are: elements, texts, sections, comments.
    #[expect(clippy::len_without_is_empty, reason = "there is always a root")]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The outermost element.
    pub fn root(&self) -> Element<'_> {
        Element { tree: self, index: self.root }
    }

    /// The innermost element that a byte of the text belongs to; the root's own for what stands around it.
    pub(crate) fn at(&self, byte: usize) -> Element<'_> {
        let mut here = self.root();
        while let Some(inner) = here.elements().find(|inner| inner.span().contains(&byte)) {
            here = inner;
        }
        here
    }
}

/// In a group, the sender's id, a colon and a line feed stand before the XML: the id, if that is so. Where a program printed
/// it on one line, only what surely begins a message tells.
pub(crate) fn sender(text: &str) -> Option<&str> {
    let head = &text.as_bytes()[..text.len().min(100)];
    // Most texts have no colon; to see that is quicker than to look for its place.
    let colon = head.contains(&b':').then(|| head.iter().position(|byte| *byte == b':'))??;
    let id = &text[..colon];
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-@.".contains(&byte));
    let rest = &text[colon + 1..];
    let is_line = rest.starts_with("\n<") || rest.starts_with("\r\n<");
    let is_message = || {
        let rest = rest.trim_ascii_start();
        is_account(id) && (rest.starts_with("<?xml") || rest.starts_with("<msg>") || rest.starts_with("<msg "))
    };
    (is_id && (is_line || is_message())).then_some(id)
}

/// An id in a form that only ids have.
fn is_account(id: &str) -> bool {
    id.starts_with("wxid_") || id.starts_with("gh_") || id.contains('@')
}

/// Where the XML begins behind a sender's id.
pub(crate) fn behind_sender(text: &str, id: &str) -> usize {
    let rest = &text[id.len() + 1..];
    text.len() - rest.trim_ascii_start().len()
}

#[cfg(test)]
mod tests;
