//! How a payload stands in its source: a path of its own becomes one of the source's, and a change of it goes there.

use std::ops::Range;

use super::Part;
use crate::layer::document::{Document, Guide, Layer};
use crate::layer::json::Tree;

/// The document in a source that a path leads through.
#[derive(Clone, Debug)]
pub(super) struct Within {
    pub(super) document: Range<usize>,
    /// The path is that of a text, and not of an object of the source itself.
    pub(super) is_text: bool,
}

/// What holds a payload.
enum Holder {
    /// Some JSON, or the source itself: it is entered without saying so.
    Object(String),
    /// A text at this path of the document that stands there.
    Text(Range<usize>, String),
}

impl Part<'_> {
    /// What stands before each path of its own in a path of the source; nothing where the payload is entered without saying so, or
    /// was printed in a manner that no path leads through.
    pub fn prefix(&self, source: &[u8]) -> String {
        match self.holder(source) {
            Some(Holder::Object(path)) => path,
            Some(Holder::Text(_, path)) if Tree::read(&self.payload).is_ok() => {
                format!("{path}!{}", Layer::Json.name())
            }
            Some(Holder::Text(_, path)) => path,
            None => String::new(),
        }
    }

    /// The source with another payload in the place of this one, every other byte as it was; none where it does not stand there in
    /// a manner that can be written.
    pub fn put(&self, source: &[u8], payload: &[u8]) -> Option<Vec<u8>> {
        if self.at.is_none() && self.form.is_none() {
            return Some(payload.to_vec());
        }
        let place = self.explanation.payload.clone();
        let (document, path) = match self.holder(source) {
            Some(Holder::Object(_)) if source.get(place.clone()) == Some(&self.payload) => {
                return Some([source.get(..place.start)?, payload, source.get(place.end..)?].concat());
            }
            // An object of JSON that is in a text.
            Some(Holder::Object(path)) => (self.within.clone()?.document, path[..path.rfind('!')?].to_owned()),
            Some(Holder::Text(document, path)) => (document, path),
            None => (0..source.len(), self.at.clone()?),
        };
        let whole = Document::new(source.get(document.clone())?, Guide::default()).ok()?;
        let text = whole.value(&path)?;
        let (own, new) = (std::str::from_utf8(&self.payload).ok()?, std::str::from_utf8(payload).ok()?);
        // In words around it, one alone is meant.
        let (before, behind) = text.split_once(own).filter(|(_, behind)| !behind.contains(own))?;
        let after = whole.replace(&path, &format!("{before}{new}{behind}")).ok()?;
        Some([&source[..document.start], &after, &source[document.end..]].concat())
    }

    fn holder(&self, source: &[u8]) -> Option<Holder> {
        if let (Some(at), Some(within)) = (&self.at, &self.within) {
            return Some(match within.is_text {
                true => Holder::Text(within.document.clone(), at.clone()),
                false => Holder::Object(at.clone()),
            });
        }
        let place = self.explanation.payload.clone();
        let held = source.get(place.clone())?;
        let is_whole = self.at.is_none() && self.form.is_none();
        if is_whole || self.at.is_none() && held == &*self.payload {
            return Some(Holder::Object(String::new()));
        }
        // What was escaped alone.
        let (path, text) = Document::new(held, Guide::default()).ok().filter(|_| self.at.is_none())?.core()?;
        (text.trim_ascii() == self.payload.trim_ascii()).then_some(Holder::Text(place, path))
    }
}
