//! A value of the tree, and what can be asked of it.

use std::borrow::Cow;
use std::ops::Range;

use super::{Kind, Node, Tree};

/// A value (or a key) inside a [`Tree`].
#[derive(Clone, Copy, Debug)]
pub struct Value<'t> {
    pub(super) tree: &'t Tree<'t>,
    pub(super) index: u32,
}

impl<'t> Value<'t> {
    fn node(self) -> &'t Node {
        &self.tree.nodes[self.index as usize]
    }

    fn at(self, index: u32) -> Self {
        Self { tree: self.tree, index }
    }

    /// What it is.
    pub fn kind(self) -> Kind {
        self.node().kind
    }

    /// Where it stands in the text, in bytes.
    pub fn span(self) -> Range<usize> {
        self.node().start as usize..self.node().end as usize
    }

    /// Its source: a string with its quotes, a number as it was written.
    pub fn source(self) -> &'t str {
        &self.tree.text[self.span()]
    }

    /// Between the quotes of a string, escapes as they were written.
    pub(crate) fn inner(self) -> &'t str {
        let span = self.span();
        &self.tree.text[span.start + 1..span.end - 1]
    }

    /// Whether escapes stand in it.
    pub(crate) fn is_escaped(self) -> bool {
        self.node().escaped
    }

    /// A string with its escapes resolved. Half of a surrogate pair becomes U+FFFD.
    pub fn as_str(self) -> Option<Cow<'t, str>> {
        match self.node() {
            Node { kind: Kind::String, escaped: false, .. } => Some(Cow::Borrowed(self.inner())),
            Node { kind: Kind::String, .. } => Some(Cow::Owned(unescape(self.inner(), usize::MAX).0)),
            _ => None,
        }
    }

    /// A number that is an integer and fits.
    pub fn as_i64(self) -> Option<i64> {
        (self.kind() == Kind::Number).then(|| self.source().parse().ok())?
    }

    /// `true` or `false`.
    pub fn as_bool(self) -> Option<bool> {
        (self.kind() == Kind::Bool).then(|| self.source() == "true")
    }

    /// Whether it is a string or key with just this content.
    pub fn is_str(self, text: &str) -> bool {
        match self.node() {
            // Nearly every name is told by its length from the one that is looked for.
            Node { kind: Kind::String, escaped: false, start, end, .. } => {
                (end - start) as usize == text.len() + 2 && self.inner() == text
            }
            _ => self.as_str().is_some_and(|own| own == text),
        }
    }

    /// The members of an object, in the order of the text; none for anything else.
    pub fn members(self) -> impl Iterator<Item = (Value<'t>, Value<'t>)> {
        let mut children = self.children(Kind::Object);
        std::iter::from_fn(move || Some((children.next()?, children.next()?)))
    }

    /// The items of an array; none for anything else.
    pub fn items(self) -> impl Iterator<Item = Value<'t>> {
        self.children(Kind::Array)
    }

    fn children(self, of: Kind) -> impl Iterator<Item = Value<'t>> {
        let end = if self.kind() == of { self.index + self.node().size } else { self.index };
        let mut next = self.index + 1;
        std::iter::from_fn(move || {
            let child = (next < end).then(|| self.at(next))?;
            next += child.node().size;
            Some(child)
        })
    }

    /// A member of an object; the last one where a key stands twice, as most readers take it.
    pub fn get(self, key: &str) -> Option<Value<'t>> {
        let end = if self.kind() == Kind::Object { self.index + self.node().size } else { 0 };
        let (mut at, mut found) = (self.index + 1, None);
        // A key is one node, and its value follows.
        while at < end {
            let (name, value) = (self.at(at), self.at(at + 1));
            if name.is_str(key) {
                found = Some(value);
            }
            at = value.index + value.node().size;
        }
        found
    }

    /// Follows a JSON pointer (RFC 6901). The empty pointer is the value itself.
    pub fn find(self, pointer: &str) -> Option<Value<'t>> {
        let mut value = self;
        for step in pointer.split('/').skip(1) {
            let step = match step.contains('~') {
                true => Cow::Owned(step.replace("~1", "/").replace("~0", "~")),
                false => Cow::Borrowed(step),
            };
            value = match value.kind() {
                Kind::Array => value.items().nth(step.parse().ok()?)?,
                _ => value.get(&step)?,
            };
        }
        Some(value)
    }

    /// The JSON pointer from the root to here; a key has the pointer of its member.
    pub fn pointer(self) -> String {
        let mut pointer = String::new();
        let mut here = self.tree.root();
        while here.index < self.index {
            let holds = |value: &Value<'_>| self.index < value.index + value.node().size;
            let step = match here.kind() {
                Kind::Array => here.items().enumerate().find(|(_, item)| holds(item)).map(|(i, item)| {
                    pointer.push_str(&format!("/{i}"));
                    item
                }),
                _ => here.members().find(|(_, value)| holds(value)).map(|(key, value)| {
                    pointer.push('/');
                    pointer.push_str(&escape_step(&key.as_str().unwrap_or_default()));
                    value
                }),
            };
            let Some(step) = step else { break };
            here = step;
        }
        pointer
    }

    /// Whether an escape in it stands for half a character.
    pub(crate) fn has_lone_surrogate(self) -> bool {
        let mut rest = self.inner();
        while let Some(at) = rest.find('\\') {
            rest = &rest[at..];
            let (char, read) = escape_at(rest);
            let half = char == char::REPLACEMENT_CHARACTER && !rest[..read].eq_ignore_ascii_case("\\ufffd");
            if half {
                return true;
            }
            rest = &rest[read..];
        }
        false
    }

    /// Where a byte of the resolved string stands in the text.
    pub fn source_offset(self, decoded: usize) -> usize {
        let start = self.span().start + 1;
        match self.node().escaped {
            false => start + decoded.min(self.inner().len()),
            true => start + unescape(self.inner(), decoded).1,
        }
    }
}

/// One step of a JSON pointer, escaped (RFC 6901).
pub fn escape_step(name: &str) -> Cow<'_, str> {
    match name.contains(['~', '/']) {
        true => Cow::Owned(name.replace('~', "~0").replace('/', "~1")),
        false => Cow::Borrowed(name),
    }
}

/// Resolves escapes until `stop` bytes have come out; returns them and how far the source was read.
fn unescape(source: &str, stop: usize) -> (String, usize) {
    let mut out = String::with_capacity(source.len().min(stop));
    let mut at = 0;
    while at < source.len() && out.len() < stop {
        let rest = &source[at..];
        let plain = rest.find('\\').unwrap_or(rest.len()).min(stop - out.len());
        if plain > 0 {
            // `stop` may fall inside a character when asked for a place: then take the whole character.
            let plain = (plain..=rest.len()).find(|&end| rest.is_char_boundary(end)).unwrap_or(rest.len());
            out.push_str(&rest[..plain]);
            at += plain;
            continue;
        }
        let (char, read) = escape_at(rest);
        out.push(char);
        at += read;
    }
    (out, at)
}

/// The character of the escape that `text` begins with, and the length of its source.
pub(crate) fn escape_at(text: &str) -> (char, usize) {
    let simple = |char| (char, 2);
    match text.as_bytes().get(1) {
        Some(b'n') => simple('\n'),
        Some(b't') => simple('\t'),
        Some(b'r') => simple('\r'),
        Some(b'b') => simple('\u{8}'),
        Some(b'f') => simple('\u{c}'),
        Some(b'u') => {
            let unit = |at: usize| u32::from_str_radix(text.get(at..at + 4)?, 16).ok();
            match (unit(2), text.get(6..8), unit(8)) {
                (Some(high @ 0xd800..0xdc00), Some("\\u"), Some(low @ 0xdc00..0xe000)) => {
                    let code = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                    (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 12)
                }
                (Some(code), ..) => (char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), 6),
                (None, ..) => (char::REPLACEMENT_CHARACTER, 2),
            }
        }
        Some(&other) => simple(char::from(other)),
        None => (char::REPLACEMENT_CHARACTER, 1),
    }
}

/// A text of what is kept as long as the program runs: as it stands there, or kept where it is written with escapes.
pub(crate) fn kept(value: Value<'static>) -> &'static str {
    match value.as_str() {
        Some(Cow::Borrowed(text)) => text,
        Some(Cow::Owned(text)) => text.leak(),
        None => "",
    }
}
