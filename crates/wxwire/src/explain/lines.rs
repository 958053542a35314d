//! The values inside, one in each line.

use std::ops::{ControlFlow, Range};

use super::secrets::Beginning;
use super::{Meaning, secrets};
use crate::lang::{Lang, Words};
use crate::layer::document::{Document, Known, Layer};
use crate::problem::Problem;
use crate::schema::Docs;

/// The most lines of one explanation: more than a person reads, and a bound for the memory that a document of nothing but
/// commas can take.
pub const MAX_LINES: usize = 100_000;

/// The most bytes of paths and values in one explanation: a long name stands in the path of everything below it, and what
/// stands in layers is a value once for each.
pub const MAX_TEXT: usize = 64 << 20;

/// About so many bytes of a document make a line, and for so many lines at most room is made beforehand.
const BYTES_OF_LINE: usize = 32;
const MANY: usize = 256;

/// One value inside.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Line {
    /// The path through the layers.
    pub path: String,
    /// The layer that holds it.
    pub layer: Layer,
    /// Text as it reads, a number as it is written, bytes in hexadecimal; credentials are masked.
    pub value: String,
    /// It holds another layer, whose values come next.
    pub opened: bool,
    /// It goes by the name of a credential, so that its value is not shown, nor what is inside.
    pub secret: bool,
    /// Its bytes in the source.
    pub span: Range<usize>,
    /// What it is called, where that is known.
    pub title: Option<Title>,
    /// What its value means, where that is known.
    pub meaning: Option<Meaning>,
}

/// What a value is called.
#[derive(Clone, Debug)]
pub enum Title {
    /// By the doc comment of its field.
    Docs(Docs),
    /// In these words.
    Words(Words),
}

impl Title {
    /// The title in a language; a field that is documented in one language only has it in that one.
    pub fn get(&self, lang: Lang) -> &str {
        match self {
            Self::Docs(docs) => docs.title(lang),
            Self::Words(words) => words.get(lang),
        }
    }
}

/// All lines, or the first of them, and whether there are more. Secrets are told, and not masked yet. What is wrong with XML
/// inside is added to the faults.
pub(super) fn of(document: &Document<'_>, faults: &mut Vec<Problem>) -> (Vec<Line>, bool) {
    let length = document.payload().len();
    let (mut lines, mut room) = (Vec::<Line>::with_capacity((length / BYTES_OF_LINE).min(MANY)), MAX_TEXT);
    let mut beginning = Beginning::default();
    // The texts that were opened, around the value.
    let mut open: Vec<usize> = Vec::new();
    let more = document.visit_with_faults(faults, |leaf| {
        if lines.last().is_some_and(|last| last.secret && secrets::way(last, leaf.path).is_some()) {
            return ControlFlow::Continue(());
        }
        let value = leaf.value.text();
        let length = leaf.path.len() + value.len();
        if lines.len() == MAX_LINES || length > room {
            return ControlFlow::Break(leaf.path.to_owned());
        }
        room -= length;
        open.retain(|&at| lines.get(at).is_some_and(|line| secrets::way(line, leaf.path).is_some()));
        let address = open.last().filter(|_| leaf.layer == Layer::Query).map(|&at| lines[at].value.as_str());
        let secret = beginning.is_of_secret(leaf, &value, address);
        if leaf.opened {
            open.push(lines.len());
        }
        let title = match leaf.known {
            Some(Known::Rule(rule)) if !rule.docs.is_empty() => Some(Title::Docs(rule.docs.clone())),
            Some(Known::Field(field)) => Some(Title::Words(field.title)),
            _ => secret.then_some(Title::Words(secrets::WORDS)),
        };
        lines.push(Line {
            path: leaf.path.to_owned(),
            layer: leaf.layer,
            opened: leaf.opened && !secret,
            secret,
            span: leaf.span.clone(),
            title,
            meaning: Meaning::of(leaf).filter(|_| !secret),
            value: value.into_owned(),
        });
        ControlFlow::Continue(())
    });
    if let Some(path) = &more {
        secrets::mask_unread(&mut lines, path);
    }
    secrets::find_records(&mut lines, document.payload(), document.payload_range().start);
    (lines, more.is_some())
}
