//! An explanation as JSON, written straight from its lines: there can be many of them.

mod text;

use serde_json::json;

use self::text::Text;
use super::{CodeMeaning, Explanation, Line, Part};
use crate::lang::Lang;
use crate::layer::document::Around;
use crate::problem::Source;

impl Explanation {
    /// The explanation as the commands print it: `kind, operation, layers, verdict`, and what else applies.
    pub fn json(&self, lang: Lang) -> String {
        let mut out = Text::object(room(self));
        head(self, lang, &mut out);
        inside(self, lang, &mut out);
        out.end()
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

/// A payload as JSON, but for what is known of it only once all before it are known. So payloads can be written side by side.
#[derive(Clone, Debug)]
pub struct Written {
    json: String,
    /// Where the rest belongs.
    place: usize,
}

impl Written {
    /// All of it.
    pub fn json(mut self, beside: &Beside) -> String {
        let mut numbers = String::new();
        let document = (beside.of != Some(1)).then_some(beside.number);
        let of = beside.of.filter(|of| *of > 1);
        for (name, number) in [("document", document), ("of", of), ("line", beside.line), ("repeats", beside.repeats)] {
            if let Some(number) = number {
                numbers.push_str(&format!(",\"{name}\":{number}"));
            }
        }
        self.json.insert_str(self.place, &numbers);
        self.json
    }
}

impl Part<'_> {
    /// The payload as the commands print it: what its explanation says, and where it stands.
    pub fn json(&self, beside: &Beside, lang: Lang) -> String {
        self.written(beside.encoding, lang).json(beside)
    }

    /// The same, but for the numbers that it has among others.
    pub fn written(&self, encoding: Option<(&'static str, bool)>, lang: Lang) -> Written {
        let mut out = Text::object(room(&self.explanation));
        head(&self.explanation, lang, &mut out);
        let place = out.len();
        if let Some(form) = self.form {
            out.text("form", form.name());
        }
        if let Some(at) = &self.at {
            out.text("at", at);
        }
        if !self.left.is_empty() {
            out.texts("left_out", self.left.iter().map(String::as_str));
        }
        if self.is_broken {
            out.raw(",\"broken\":true");
        }
        if let Some((name, is_sure)) = encoding {
            out.text("encoding", name);
            if !is_sure {
                out.raw(",\"encoding_sure\":false");
            }
        }
        inside(&self.explanation, lang, &mut out);
        Written { json: out.end(), place }
    }
}

/// About how long an explanation is as JSON.
fn room(what: &Explanation) -> usize {
    let lines = what.lines.iter().map(|line| line.path.len() + line.value.len() + 96);
    lines.sum::<usize>() + 512
}

/// What it is.
fn head(what: &Explanation, lang: Lang, out: &mut Text) {
    out.text("kind", what.kind.name());
    out.text("title", what.title.get(lang));
    out.text("told_by", what.told_by.get(lang));
    match &what.around {
        Around::Nothing => {}
        Around::Http(head) => {
            out.text("within", "http");
            if let Some(status) = head.status {
                out.number("status", status.into());
            }
        }
        Around::Text => out.text("within", "text"),
    }
    if what.around != Around::Nothing {
        out.name("payload");
        out.pair(what.payload.start, what.payload.end);
    }
    if !what.forms.is_empty() {
        out.texts("forms", what.forms.iter().map(String::as_str));
    }
    if let Some((name, source)) = what.callback {
        out.text("callback", name);
        if source != Source::Documented {
            out.text("evidence", source.name());
        }
    }
    if let Some(gateway) = what.gateway.filter(|_| !what.is_shared) {
        out.text("gateway", gateway.name);
    }
    if let Some(entry) = what.operation {
        out.text("operation", entry.id);
    }
    if what.operation.is_none() && !what.candidates.is_empty() {
        out.texts("candidates", what.candidates.iter().map(|entry| entry.id));
    }
    if !what.codes.is_empty() {
        let one =
            |one: &CodeMeaning| json!({"gateway": one.gateway.name, "code": one.code, "meaning": one.words.get(lang)});
        out.name("codes");
        out.raw(&what.codes.iter().map(one).collect::<serde_json::Value>().to_string());
    }
}

/// What is in it, and what it means.
fn inside(what: &Explanation, lang: Lang, out: &mut Text) {
    out.name("layers");
    let mut before = "[{";
    for line in &what.lines {
        out.raw(std::mem::replace(&mut before, ",{"));
        layer(line, lang, out);
        out.raw("}");
    }
    out.raw(if what.lines.is_empty() { "[]" } else { "]" });
    if what.more {
        out.raw(",\"more\":true");
    }
    if let Some(verdict) = &what.verdict {
        out.name("verdict");
        out.raw(&verdict.to_json(lang).to_string());
    }
    if !what.faults.is_empty() {
        out.name("problems");
        out.raw(&what.faults.iter().map(|fault| fault.to_json(lang)).collect::<serde_json::Value>().to_string());
    }
}

/// Most of what is written is this: no name in it is looked at.
fn layer(line: &Line, lang: Lang, out: &mut Text) {
    out.raw("\"path\":");
    out.quote(&line.path);
    out.raw(",\"layer\":\"");
    out.raw(line.layer.name());
    out.raw("\",\"value\":");
    out.quote(&line.value);
    if line.opened {
        out.raw(",\"opened\":true");
    }
    if line.secret {
        out.raw(",\"secret\":true");
    }
    out.raw(",\"span\":");
    out.pair(line.span.start, line.span.end);
    if let Some(title) = line.title.as_ref().map(|title| title.get(lang)).filter(|title| !title.is_empty()) {
        out.raw(",\"title\":");
        out.quote(title);
    }
    if let Some(meaning) = &line.meaning {
        out.raw(",\"meaning\":");
        out.quote(&meaning.words(lang));
    }
}
