//! An explanation as JSON, written straight from its lines: there can be many of them.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::json;

use super::{CodeMeaning, Explanation, Line, Part};
use crate::lang::Lang;
use crate::layer::document::Around;
use crate::problem::Source;

impl Explanation {
    /// The explanation as the commands print it: `kind, operation, layers, verdict`, and what else applies.
    pub fn json(&self, lang: Lang) -> impl Serialize {
        Shown { what: self, lang }
    }
}

/// What is known of a payload by where it stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside {
    /// Which one it is, from 1 on.
    pub number: usize,
    /// How many there are, where they were counted.
    pub of: Option<usize>,
    /// Its line.
    pub line: Option<usize>,
    /// The one that it is the same as, sent again.
    pub repeats: Option<usize>,
    /// The encoding that it was read from, where it is not UTF-8, and whether that is sure.
    pub encoding: Option<(&'static str, bool)>,
}

impl Part<'_> {
    /// The payload as the commands print it: what its explanation says, and where it stands.
    pub fn json<'p>(&'p self, beside: &'p Beside, lang: Lang) -> impl Serialize + 'p {
        Shown { what: (self, beside), lang }
    }
}

impl Serialize for Shown<(&Part<'_>, &Beside)> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let ((part, beside), lang) = (self.what, self.lang);
        let mut out = serializer.serialize_map(None)?;
        head(&part.explanation, lang, &mut out)?;
        if beside.of != Some(1) {
            out.serialize_entry("document", &beside.number)?;
        }
        for (name, number) in
            [("of", beside.of.filter(|of| *of > 1)), ("line", beside.line), ("repeats", beside.repeats)]
        {
            if let Some(number) = number {
                out.serialize_entry(name, &number)?;
            }
        }
        if let Some(form) = part.form {
            out.serialize_entry("form", form.name())?;
        }
        if let Some(at) = &part.at {
            out.serialize_entry("at", at)?;
        }
        if !part.left.is_empty() {
            out.serialize_entry("left_out", &part.left)?;
        }
        if part.is_broken {
            out.serialize_entry("broken", &true)?;
        }
        if let Some((name, is_sure)) = beside.encoding {
            out.serialize_entry("encoding", name)?;
            if !is_sure {
                out.serialize_entry("encoding_sure", &false)?;
            }
        }
        inside(&part.explanation, lang, &mut out)?;
        out.end()
    }
}

/// Something as it is shown in a language.
struct Shown<T> {
    what: T,
    lang: Lang,
}

impl Serialize for Shown<&Explanation> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_map(None)?;
        head(self.what, self.lang, &mut out)?;
        inside(self.what, self.lang, &mut out)?;
        out.end()
    }
}

/// What it is.
fn head<M: SerializeMap>(what: &Explanation, lang: Lang, out: &mut M) -> Result<(), M::Error> {
    out.serialize_entry("kind", what.kind.name())?;
    out.serialize_entry("title", what.title.get(lang))?;
    out.serialize_entry("told_by", what.told_by.get(lang))?;
    match &what.around {
        Around::Nothing => {}
        Around::Http(head) => {
            out.serialize_entry("within", "http")?;
            if let Some(status) = head.status {
                out.serialize_entry("status", &status)?;
            }
        }
        Around::Text => out.serialize_entry("within", "text")?,
    }
    if what.around != Around::Nothing {
        out.serialize_entry("payload", &[what.payload.start, what.payload.end])?;
    }
    if !what.forms.is_empty() {
        out.serialize_entry("forms", &what.forms)?;
    }
    if let Some((name, source)) = what.callback {
        out.serialize_entry("callback", name)?;
        if source != Source::Documented {
            out.serialize_entry("evidence", source.name())?;
        }
    }
    if let Some(gateway) = what.gateway.filter(|_| !what.is_shared) {
        out.serialize_entry("gateway", gateway.name)?;
    }
    if let Some(entry) = what.operation {
        out.serialize_entry("operation", entry.id)?;
    }
    if what.operation.is_none() && !what.candidates.is_empty() {
        out.serialize_entry("candidates", &what.candidates.iter().map(|entry| entry.id).collect::<Vec<_>>())?;
    }
    if !what.codes.is_empty() {
        let one =
            |one: &CodeMeaning| json!({"gateway": one.gateway.name, "code": one.code, "meaning": one.words.get(lang)});
        out.serialize_entry("codes", &what.codes.iter().map(one).collect::<Vec<_>>())?;
    }
    Ok(())
}

/// What is in it, and what it means.
fn inside<M: SerializeMap>(what: &Explanation, lang: Lang, out: &mut M) -> Result<(), M::Error> {
    out.serialize_entry("layers", &Shown { what: &what.lines, lang })?;
    if what.more {
        out.serialize_entry("more", &true)?;
    }
    if let Some(verdict) = &what.verdict {
        out.serialize_entry("verdict", &verdict.to_json(lang))?;
    }
    if !what.faults.is_empty() {
        out.serialize_entry("problems", &what.faults.iter().map(|fault| fault.to_json(lang)).collect::<Vec<_>>())?;
    }
    Ok(())
}

impl Serialize for Shown<&Vec<Line>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.what.iter().map(|line| Shown { what: line, lang: self.lang }))
    }
}

impl Serialize for Shown<&Line> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (line, lang) = (self.what, self.lang);
        let mut out = serializer.serialize_map(None)?;
        out.serialize_entry("path", &line.path)?;
        out.serialize_entry("layer", line.layer.name())?;
        out.serialize_entry("value", &line.value)?;
        if line.opened {
            out.serialize_entry("opened", &true)?;
        }
        if line.secret {
            out.serialize_entry("secret", &true)?;
        }
        out.serialize_entry("span", &[line.span.start, line.span.end])?;
        if let Some(title) = line.title.as_ref().map(|title| title.get(lang)).filter(|title| !title.is_empty()) {
            out.serialize_entry("title", title)?;
        }
        if let Some(meaning) = &line.meaning {
            out.serialize_entry("meaning", &meaning.words(lang))?;
        }
        out.end()
    }
}
