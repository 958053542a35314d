//! Paths that go through layers: the steps of a JSON pointer, and `!layer` where the next one begins.

use std::borrow::Cow;
use std::fmt::Write;

use super::Layer;
use super::twins::Twins;
use crate::layer::any::any;
use crate::layer::json::{Kind, Value};

/// The path of a value of some JSON, as a document that is this JSON has it.
pub(crate) fn way(root: Value<'_>, value: Value<'_>) -> String {
    let (mut path, mut here) = (Path::new(), root);
    while here.span() != value.span() {
        let holds = |one: Value<'_>| one.span().start <= value.span().start && value.span().end <= one.span().end;
        let step = match here.kind() {
            Kind::Array => here.items().enumerate().find(|(_, item)| holds(*item)).map(|(at, item)| {
                path.number(at);
                item
            }),
            _ => {
                let mut twins: Twins<'_, Cow<'_, str>> = Twins::default();
                let counted = here.members().map(|(key, member)| {
                    let name = key.as_str().unwrap_or_default();
                    (name.clone(), twins.count(name), member)
                });
                counted.into_iter().find(|(_, _, member)| holds(*member)).map(|(name, count, member)| {
                    path.name(&name);
                    path.twin(count);
                    member
                })
            }
        };
        let Some(step) = step else { break };
        here = step;
    }
    path.text
}

/// A path that grows and shrinks while a document is gone through.
#[derive(Debug)]
pub(super) struct Path {
    text: String,
}

impl Path {
    pub(super) fn new() -> Self {
        // Nearly every path is shorter.
        Self { text: String::with_capacity(160) }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Goes in; what is given back leads out again.
    pub(super) fn mark(&self) -> usize {
        self.text.len()
    }

    pub(super) fn back(&mut self, mark: usize) {
        self.text.truncate(mark);
    }

    /// A name: as in a JSON pointer `~0` is `~` and `~1` is `/`; and `~2` is `!`, which begins a layer, and `~3` is `[`
    /// where the name ends as that of a twin does.
    pub(super) fn name(&mut self, name: &str) {
        self.text.push('/');
        self.escaped(name);
    }

    fn escaped(&mut self, name: &str) {
        let twin = name.ends_with(']');
        if twin || any(name.as_bytes(), |byte| (byte == b'~') | (byte == b'/') | (byte == b'!')) {
            for char in name.chars() {
                match char {
                    '~' => self.text.push_str("~0"),
                    '/' => self.text.push_str("~1"),
                    '!' => self.text.push_str("~2"),
                    '[' if twin => self.text.push_str("~3"),
                    char => self.text.push(char),
                }
            }
        } else {
            self.text.push_str(name);
        }
    }

    /// The name of an attribute.
    pub(super) fn attribute(&mut self, name: &str) {
        self.text.push_str("/@");
        self.escaped(name);
    }

    pub(super) fn number(&mut self, number: usize) {
        self.text.push('/');
        match u32::try_from(number).ok().and_then(|number| char::from_digit(number, 10)) {
            Some(digit) => self.text.push(digit),
            // Writing to a string does not fail.
            None => drop(write!(self.text, "{number}")),
        }
    }

    /// The second of a name and those behind it: `[2]`, …
    pub(super) fn twin(&mut self, count: usize) {
        if count > 1 {
            let _ = write!(self.text, "[{count}]");
        }
    }

    pub(super) fn layer(&mut self, layer: Layer) {
        self.text.push('!');
        self.text.push_str(layer.name());
    }
}
