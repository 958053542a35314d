//! Bytes in, meaning out: what it is, what is inside, what really happened.

mod kind;
mod meaning;
mod who;

pub use kind::Kind;
pub use meaning::Meaning;

use std::ops::Range;

use serde_json::{Map, Value, json};

use self::kind::Told;
use crate::lang::{Lang, Words};
use crate::layer::document::{Around, Document, Guide, Known, Layer};
use crate::operation::Entry;
use crate::problem::Problem;
use crate::schema::Docs;
use crate::verdict::{Received, Verdict};

/// What some bytes are.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// What kind of thing it is.
    pub kind: Kind,
    /// What it is, in words.
    pub title: Words,
    /// How that was told.
    pub told_by: Words,
    /// What stands around it.
    pub around: Around,
    /// Its own bytes in the source.
    pub payload: Range<usize>,
    /// The operation that it answers, or that it is the values of.
    pub operation: Option<&'static Entry>,
    /// The operations that it could belong to, where its form does not tell which.
    pub candidates: Vec<&'static Entry>,
    /// All that is in it, down to the last layer, in the order of the bytes.
    pub lines: Vec<Line>,
    /// What a reply says about the call, or a callback about messages that were sent.
    pub verdict: Option<Verdict>,
    /// What is wrong with it and was borne.
    pub faults: Vec<Problem>,
    guide: Guide<'static>,
}

/// One value inside.
#[derive(Clone, Debug)]
pub struct Line {
    /// The path through the layers.
    pub path: String,
    /// The layer that holds it.
    pub layer: Layer,
    /// Text as it reads, a number as it is written, bytes in hexadecimal.
    pub value: String,
    /// It holds another layer, whose values come next.
    pub opened: bool,
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

/// Explains some bytes. A reply is one of `operation`'s if it is told.
///
/// # Errors
/// The one problem that keeps them from being read: nothing there, or too much.
pub fn explain(bytes: &[u8], operation: Option<&'static Entry>) -> Result<Explanation, Problem> {
    let document = Document::new(bytes, Guide::default())?;
    let told = Told::of(&document, operation);
    let guide = told.guide();
    let document = document.guided(guide);
    let mut lines = Vec::new();
    document.visit(|leaf| {
        let title = match leaf.known {
            Some(Known::Rule(rule)) => Some(Title::Docs(rule.docs.clone())),
            Some(Known::Field(field)) => Some(Title::Words(field.title)),
            None => None,
        };
        lines.push(Line {
            path: leaf.path.to_owned(),
            layer: leaf.layer,
            value: leaf.value.text().into_owned(),
            opened: leaf.opened,
            span: leaf.span.clone(),
            title,
            meaning: Meaning::of(leaf),
        });
    });
    let verdict = (told.kind == Kind::Reply).then(|| {
        let (status, retry_after) = match document.around() {
            Around::Http(head) => (head.status.unwrap_or(200), head.retry_after.as_deref()),
            Around::Nothing | Around::Text => (200, None),
        };
        let answer = Received { status, retry_after, body: document.payload() };
        match (told.operation.or(told.candidates.first().copied()), told.gateway) {
            (Some(entry), _) => Some(entry.verdict(None, answer)),
            (None, gateway) => gateway.map(|gateway| gateway.verdict(answer)),
        }
    });
    let verdict = verdict.flatten().or_else(|| told.callback?.verdict(document.payload()));
    let Told { kind, title, told_by, operation, candidates, faults, .. } = told;
    let (payload, around) = (document.payload_range(), document.around().clone());
    Ok(Explanation { kind, title, told_by, around, payload, operation, candidates, lines, verdict, faults, guide })
}

impl Explanation {
    /// What is known of its inside, for a [`Document`] of the same bytes.
    pub fn guide(&self) -> Guide<'static> {
        self.guide
    }

    /// The explanation as the commands print it: `kind, operation, layers, verdict`, and what else applies.
    pub fn to_json(&self, lang: Lang) -> Value {
        let mut out = Map::new();
        out.insert("kind".into(), self.kind.name().into());
        out.insert("title".into(), self.title.get(lang).into());
        out.insert("told_by".into(), self.told_by.get(lang).into());
        match &self.around {
            Around::Nothing => {}
            Around::Http(head) => {
                out.insert("within".into(), "http".into());
                if let Some(status) = head.status {
                    out.insert("status".into(), status.into());
                }
            }
            Around::Text => {
                out.insert("within".into(), "text".into());
            }
        }
        if self.around != Around::Nothing {
            out.insert("payload".into(), json!([self.payload.start, self.payload.end]));
        }
        if let Some(entry) = self.operation {
            out.insert("operation".into(), entry.id.into());
        }
        if self.candidates.len() > 1 {
            out.insert("candidates".into(), self.candidates.iter().map(|entry| entry.id).collect());
        }
        out.insert("layers".into(), self.lines.iter().map(|line| line.to_json(lang)).collect());
        if let Some(verdict) = &self.verdict {
            out.insert("verdict".into(), verdict.to_json(lang));
        }
        if !self.faults.is_empty() {
            out.insert("problems".into(), self.faults.iter().map(|fault| fault.to_json(lang)).collect());
        }
        Value::Object(out)
    }
}

impl Line {
    fn to_json(&self, lang: Lang) -> Value {
        let mut out = Map::new();
        out.insert("path".into(), self.path.as_str().into());
        out.insert("layer".into(), self.layer.name().into());
        out.insert("value".into(), self.value.as_str().into());
        if self.opened {
            out.insert("opened".into(), true.into());
        }
        out.insert("span".into(), json!([self.span.start, self.span.end]));
        if let Some(title) = self.title.as_ref().map(|title| title.get(lang)).filter(|title| !title.is_empty()) {
            out.insert("title".into(), title.into());
        }
        if let Some(meaning) = &self.meaning {
            out.insert("meaning".into(), meaning.words(lang).into());
        }
        Value::Object(out)
    }
}

#[cfg(test)]
mod tests;
