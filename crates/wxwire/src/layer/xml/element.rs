//! An element of the tree, and what can be asked of it.

use std::borrow::Cow;
use std::ops::Range;

use super::attributes::Attributes;
use super::{Kind, Node, Tree, reference};

/// An element inside a [`Tree`].
#[derive(Clone, Copy, Debug)]
pub struct Element<'t> {
    pub(super) tree: &'t Tree<'t>,
    pub(super) index: u32,
}

/// What an element holds.
#[derive(Clone, Copy, Debug)]
pub enum Child<'t> {
    /// An element.
    Element(Element<'t>),
    /// Text as it was written, entities unresolved.
    Text(&'t str),
    /// The content of a CDATA section.
    CData(&'t str),
    /// A comment or a processing instruction, whole.
    Other(&'t str),
}

impl<'t> Element<'t> {
    fn node(self) -> &'t Node {
        &self.tree.nodes[self.index as usize]
    }

    /// Where it stands in the text, in bytes.
    pub fn span(self) -> Range<usize> {
        self.node().start as usize..self.node().end as usize
    }

    /// Where its content stands, between the tags.
    pub fn inner_span(self) -> Range<usize> {
        self.node().inner.0 as usize..self.node().inner.1 as usize
    }

    /// Its name.
    pub fn name(self) -> &'t str {
        let start = self.span().start + 1;
        &self.tree.text[start..start + self.node().name as usize]
    }

    /// Its attributes, values resolved.
    pub fn attributes(self) -> impl Iterator<Item = (&'t str, Cow<'t, str>)> {
        let tag = &self.tree.text[self.span().start + 1..self.inner_span().start];
        let tag = tag.trim_end_matches('>').trim_end_matches('/');
        let found = Attributes::new(tag, self.node().name as usize).flatten();
        found.map(|attribute| (attribute.name, resolve(attribute.value)))
    }

    /// One attribute, its value resolved.
    pub fn attribute(self, name: &str) -> Option<Cow<'t, str>> {
        self.attributes().find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// Its attributes as they stand: name, value with its references, and where the value begins.
    pub(crate) fn raw_attributes(self) -> impl Iterator<Item = (&'t str, &'t str, usize)> {
        let start = self.span().start + 1;
        let tag = &self.tree.text[start..self.tag_end()];
        let found = Attributes::new(tag, self.node().name as usize).flatten();
        found.map(move |one| (one.name, one.value, self.tree.position(one.value)))
    }

    /// Where a part of the text stands in it.
    pub(crate) fn position(self, part: &str) -> usize {
        self.tree.position(part)
    }

    /// Of `<name />`, what stands behind the name and the attributes.
    pub(crate) fn is_empty_tag(self) -> Option<Range<usize>> {
        let (own, inner) = (self.span(), self.inner_span());
        (own.end == inner.end && self.tree.text[..own.end].ends_with("/>")).then(|| self.tag_end()..own.end)
    }

    /// Where the start tag's name and attributes end.
    pub(super) fn tag_end(self) -> usize {
        let start = self.span().start;
        let tag = &self.tree.text[start..self.inner_span().start];
        let tag = tag.strip_suffix('>').unwrap_or(tag);
        start + tag.strip_suffix('/').unwrap_or(tag).trim_ascii_end().len()
    }

    /// What it holds, in the order of the text.
    pub fn children(self) -> impl Iterator<Item = Child<'t>> {
        let tree = self.tree;
        let (mut next, end) = (self.index + 1, self.index + self.node().size);
        std::iter::from_fn(move || {
            let index = (next < end).then_some(next)?;
            let node = &tree.nodes[index as usize];
            next += node.size;
            let inner = &tree.text[node.inner.0 as usize..node.inner.1 as usize];
            Some(match node.kind {
                Kind::Element => Child::Element(Element { tree, index }),
                Kind::Text => Child::Text(inner),
                Kind::CData => Child::CData(inner),
                Kind::Other => Child::Other(inner),
            })
        })
    }

    /// The elements that it holds.
    pub fn elements(self) -> impl Iterator<Item = Element<'t>> {
        self.children().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            _ => None,
        })
    }

    /// The first element of a name that it holds.
    pub fn child(self, name: &str) -> Option<Element<'t>> {
        self.elements().find(|element| element.name() == name)
    }

    /// Its own text: text with entities resolved, and CDATA.
    pub fn text(self) -> Cow<'t, str> {
        self.children().fold(Cow::Borrowed(""), |before, child| {
            let part = match child {
                Child::Text(raw) => resolve(raw),
                Child::CData(raw) => Cow::Borrowed(raw),
                Child::Element(_) | Child::Other(_) => return before,
            };
            match (before.is_empty(), part.is_empty()) {
                (true, _) => part,
                (false, true) => before,
                (false, false) => Cow::Owned(before.into_owned() + &part),
            }
        })
    }

    /// The path from the root: names, with `[2]` behind the second of a name, and so on.
    pub fn path(self) -> String {
        let mut here = self.tree.root();
        let mut path = format!("/{}", here.name());
        while here.index < self.index {
            let holds = |element: &Element<'_>| self.index < element.index + element.node().size;
            let Some(step) = here.elements().find(holds) else { break };
            let twins = here.elements().take_while(|other| other.index < step.index);
            let before = twins.filter(|other| other.name() == step.name()).count();
            path.push('/');
            path.push_str(step.name());
            if before > 0 {
                path.push_str(&format!("[{}]", before + 1));
            }
            here = step;
        }
        path
    }
}

/// Text with its entities resolved. The tree was read, so they are the predefined ones.
fn resolve(raw: &str) -> Cow<'_, str> {
    reference::resolve(raw).unwrap_or(Cow::Borrowed(raw))
}
