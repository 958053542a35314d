//! An explanation as JSON, written straight from its lines: there can be many of them.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::json;

use super::{CodeMeaning, Explanation, Line};
use crate::lang::Lang;
use crate::layer::document::Around;
use crate::problem::Source;

impl Explanation {
    /// The explanation as the commands print it: `kind, operation, layers, verdict`, and what else applies.
    pub fn json(&self, lang: Lang) -> impl Serialize {
        Shown { what: self, lang }
    }
}

/// Something as it is shown in a language.
struct Shown<'s, T> {
    what: &'s T,
    lang: Lang,
}

impl Serialize for Shown<'_, Explanation> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { what, lang } = *self;
        let mut out = serializer.serialize_map(None)?;
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
        if let Some(entry) = what.operation {
            out.serialize_entry("operation", entry.id)?;
        }
        if what.operation.is_none() && !what.candidates.is_empty() {
            out.serialize_entry("candidates", &what.candidates.iter().map(|entry| entry.id).collect::<Vec<_>>())?;
        }
        if !what.codes.is_empty() {
            let one = |one: &CodeMeaning| json!({"gateway": one.gateway.name, "code": one.code, "meaning": one.words.get(lang)});
            out.serialize_entry("codes", &what.codes.iter().map(one).collect::<Vec<_>>())?;
        }
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
        out.end()
    }
}

impl Serialize for Shown<'_, Vec<Line>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.what.iter().map(|line| Shown { what: line, lang: self.lang }))
    }
}

impl Serialize for Shown<'_, Line> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { what: line, lang } = *self;
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
