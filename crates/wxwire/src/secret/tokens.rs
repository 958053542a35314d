//! Where the texts and values of a JSON text stand, so that what is hidden in one of them never reaches into the next.

use std::ops::Range;

use super::scan::Hidden;
use crate::layer::json::{Kind, Tree, Value};

/// The texts and the other values of a JSON text.
pub(super) struct Tokens {
    /// The insides of strings, keys too, in order.
    strings: Vec<Range<usize>>,
    /// All values that are no strings, by where they begin.
    others: Vec<Range<usize>>,
}

impl Tokens {
    pub(super) fn of(tree: &Tree<'_>) -> Self {
        let mut tokens = Self { strings: Vec::new(), others: Vec::new() };
        tokens.add(tree.root());
        tokens
    }

    fn add(&mut self, value: Value<'_>) {
        let span = value.span();
        match value.kind() {
            Kind::String => self.strings.push(span.start + 1..span.end - 1),
            Kind::Object => {
                self.others.push(span);
                for (key, member) in value.members() {
                    self.add(key);
                    self.add(member);
                }
            }
            Kind::Array => {
                self.others.push(span);
                value.items().for_each(|item| self.add(item));
            }
            _ => self.others.push(span),
        }
    }

    /// A secret cut down to the text that it stands in, or widened to the whole of a value that is no text; none where it
    /// begins between them, where no secret can be.
    pub(super) fn kept_inside(&self, secret: Hidden) -> Option<Hidden> {
        let Range { start, end } = secret.range;
        let at = self.strings.partition_point(|string| string.end <= start);
        if let Some(string) = self.strings.get(at).filter(|string| string.start <= start) {
            return Some(Hidden { range: start..end.min(string.end), quote: None });
        }
        let at = self.others.binary_search_by_key(&start, |other| other.start).ok()?;
        // What stands for it is a text of this JSON, whatever quotes the name has around it.
        let quote = self.strings.first().map(|key| key.start - 1..key.start);
        Some(Hidden { range: self.others[at].clone(), quote })
    }
}
