//! Where the payload stands among bytes that hold more: an HTTP message, or a text such as a line of a log.
//!
//! As with layers, a guess has to be sure: a payload in a text is whole, and holds something.

mod http;

use std::ops::Range;

pub use http::Head;
pub(crate) use http::messages;

use super::guess::Root;
use super::readable;
use crate::layer::json::{Kind, Tree};
use crate::layer::{query, xml};
use crate::problem::Code;

/// How many signs of a payload in a text are looked at.
const MAX_TRIES: usize = 16;

/// What stands around a payload.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Around {
    /// White space and a byte order mark at most: what editors and commands put around a text is not a part of it.
    Nothing,
    /// The head of an HTTP message.
    Http(Head),
    /// Some text.
    Text,
}

/// A payload and what stands around it.
#[derive(Clone, Debug)]
pub(super) struct Frame<'a> {
    pub(super) payload: Range<usize>,
    pub(super) around: Around,
    /// The payload, where it is JSON that holds values, or a text of JSON's.
    pub(super) tree: Option<Tree<'a>>,
    /// The payload, where it begins as an element and is one, with what may stand around that.
    pub(super) markup: Option<Root<'a>>,
}

impl<'a> Frame<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        let all = trimmed(bytes, 0..bytes.len());
        let whole = Self::new(bytes, all.clone(), Around::Nothing);
        if whole.tree.is_some() {
            return whole;
        }
        if let Some((head, body)) = http::read(bytes) {
            let payload = trimmed(bytes, body);
            let payload = if payload.is_empty() { head.target.clone().unwrap_or(all) } else { payload };
            return Self::new(bytes, payload, Around::Http(head));
        }
        let text = readable(&bytes[all.clone()]);
        // Of what begins as an element, no part is the payload.
        if let Some(text) = text.filter(|text| begins_element(text)) {
            let mut faults = Vec::new();
            let tree = xml::Tree::parse_tolerant(text, &mut faults).ok();
            return Self { markup: tree.map(|tree| Root { start: 0, tree, faults }), ..whole };
        }
        match text.and_then(embedded) {
            Some(place) => Self::new(bytes, all.start + place.start..all.start + place.end, Around::Text),
            None => whole,
        }
    }

    fn new(bytes: &'a [u8], payload: Range<usize>, around: Around) -> Self {
        let tree = Tree::read(&bytes[payload.clone()]).ok();
        let tree = tree.filter(|tree| matches!(tree.root().kind(), Kind::Object | Kind::Array | Kind::String));
        Self { payload, around, tree, markup: None }
    }
}

/// The part of a range that no byte order mark and no white space stands around; of bytes that are no text, or nothing
/// else, all of it.
fn trimmed(bytes: &[u8], range: Range<usize>) -> Range<usize> {
    let part = &bytes[range.clone()];
    // What comes out of a buffer of C ends in zeros.
    let bare = &part[..part.iter().rposition(|byte| *byte != 0).map_or(0, |at| at + 1)];
    let is_text = bare.len() < part.len() && bare.trim_ascii_start().starts_with(b"{") && readable(bare).is_some();
    let part = if is_text { bare } else { part };
    let start = if part.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let end = part.trim_ascii_end().len().max(start);
    let end = if end < part.len() && readable(part).is_none() { part.len() } else { end };
    match start == end {
        true => range,
        false => range.start + start..range.start + end,
    }
}

/// The payload in a text that is none itself.
fn embedded(text: &str) -> Option<Range<usize>> {
    // These open as they are.
    if xml::sender(text).is_some() || query::parameters(text).is_some() || text.starts_with('&') {
        return None;
    }
    let is_sign = |(at, sign): &(usize, &str)| *sign != "<" || begins_element(&text[*at..]);
    for (at, sign) in text.match_indices(['{', '[', '<']).filter(is_sign).take(MAX_TRIES) {
        let rest = &text[at..];
        let length = if sign == "<" { markup(rest) } else { container(rest) };
        match length {
            Some(length) => return Some(at..at + length).filter(|place| *place != (0..text.len())),
            // What stands inside of what is broken is not the payload.
            None if sign == "{" || at == 0 => return None,
            None => {}
        }
    }
    None
}

/// The length of a JSON object with members, or of a list of objects, that a text begins with.
fn container(text: &str) -> Option<usize> {
    let length = match Tree::parse(text) {
        Ok(_) => text.trim_ascii_end().len(),
        Err(problem) if problem.code == Code::Syntax && problem.expected == "end" => problem.span?.start,
        Err(_) => return None,
    };
    let (json, rest) = (text[..length].trim_ascii_end(), text[length..].trim_ascii_start());
    // The text goes on as JSON does: this is a part of something broken.
    if rest.starts_with([',', ':', ']', '}', '"']) {
        return None;
    }
    let tree = Tree::parse(json).ok()?;
    let first = tree.root().items().next();
    let holds = tree.root().members().next().is_some() || first.is_some_and(|item| item.kind() == Kind::Object);
    holds.then_some(json.len())
}

/// The length of XML with elements in it that the rest of a text is.
fn markup(text: &str) -> Option<usize> {
    let text = text.trim_ascii_end();
    let tree = xml::Tree::parse_tolerant(text, &mut Vec::new()).ok()?;
    tree.root().elements().next().is_some().then_some(text.len())
}

/// Whether a text begins with an element, a declaration or a comment, as far as its first signs tell: `<4>` is none.
fn begins_element(text: &str) -> bool {
    let is_start = |char: char| char.is_alphabetic() || matches!(char, '_' | '?' | '!');
    text.strip_prefix('<').is_some_and(|name| name.is_empty() || name.starts_with(is_start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload(text: &str) -> &str {
        &text[Frame::of(text.as_bytes()).payload]
    }

    #[test]
    fn finds_the_payload_of_a_log() {
        for (text, found) in [
            ("10:00 INFO [a.b] [7] body={\"a\": 1} cost=3ms\n", "{\"a\": 1}"),
            ("got [{\"a\": 1}, 2]", "[{\"a\": 1}, 2]"),
            ("<4>app: <xml><a>1</a></xml>\n", "<xml><a>1</a></xml>"),
            ("{\"a\": 1}\n{\"a\": 2}\n", "{\"a\": 1}"),
        ] {
            assert_eq!(payload(text), found);
        }
    }

    #[test]
    fn what_is_not_sure_stays_as_it_is() {
        for text in [
            "{a: {\"b\": 1}}",
            "{\"a\": {\"b\": 1}, c}",
            "x {\"b\": 1}, \"c\": 2}",
            "see [1] and {}",
            "a <b>c</b>",
            "x <a><b/></a> y",
            "wxid_1:\n<msg><a/></msg>",
        ] {
            assert_eq!(payload(text), text);
        }
    }
}
