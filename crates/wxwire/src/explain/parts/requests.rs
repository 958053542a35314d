//! Requests in the words of a shell or a program: what `import` reads is explained as well.

use std::ops::Range;

use super::{Part, behind};
use crate::explain::{Kind, explain_values};
use crate::import::{Form, Imported, Sample, Why};
use crate::lang::Words;
use crate::learn;
use crate::operation::Entry;

/// The longest text that is read so.
const MAX_BYTES: usize = 1 << 20;

/// A request of a text that names a call.
pub(super) struct Asked {
    entry: &'static Entry,
    imported: Imported,
    /// Where it stands.
    place: Range<usize>,
}

/// The requests in the words of a shell or a program, in the order of the text.
pub(super) fn find(bytes: &[u8]) -> Vec<Asked> {
    if bytes.len() > MAX_BYTES {
        return vec![];
    }
    learn::written(bytes).into_iter().filter_map(Asked::of).collect()
}

/// The request that a tool kept as JSON, in a collection or a recording, where it names a call.
pub(super) fn kept(json: &[u8]) -> Option<Part<'static>> {
    // Each of these says so, and little else does.
    memchr::memmem::find(json, b"\"request\"")?;
    let asked = find(json).into_iter().next()?;
    matches!(asked.imported.form, Form::Har | Form::Postman).then(|| asked.part())?
}

impl Asked {
    fn of(sample: Sample) -> Option<Self> {
        let Sample { span, imported, .. } = sample;
        let entry = imported.operation?;
        let rest = imported.dropped.iter().filter(|one| one.why == Why::Rest).map(|one| one.span.start);
        let end = rest.filter(|start| span.contains(start)).min().unwrap_or(span.end);
        Some(Self { entry, place: span.start..end, imported })
    }

    /// Puts it in the place of the payloads that were found of it.
    pub(super) fn take(&self, text: &str, found: &mut Vec<Part<'_>>) {
        let until = |found: &[Part<'_>], place| found.partition_point(|part| part.explanation.payload.start < place);
        // What a program sends may stand before the call.
        let body = self.imported.body.clone().unwrap_or_default();
        let is_body = |part: &Part<'_>| part.form.is_some() && body.contains(&part.explanation.payload.start);
        let own = until(found, self.place.start)..until(found, self.place.end);
        match self.part() {
            Some(request) => {
                // A tool keeps what came back beside what it sent.
                let is_kept = matches!(self.imported.form, Form::Har | Form::Postman);
                let is_answer = |part: &Part<'_>| is_kept && part.explanation.kind == Kind::Reply;
                let mut answers: Vec<_> = found.drain(own).filter(is_answer).collect();
                for answer in &mut answers {
                    behind::answer(self.entry, self.imported.values.as_deref(), behind::BY_REQUEST, answer);
                }
                found.retain(|part| !is_body(part));
                let at = until(found, self.place.start);
                found.splice(at..at, [request.placed(&self.place, false)].into_iter().chain(answers));
            }
            None => {
                let at = found.iter().position(is_body).or_else(|| own.clone().next());
                match at.and_then(|at| found.get_mut(at)) {
                    Some(body) => self.refuse(body),
                    None => found.splice(own.start..own.start, self.bare(text)).for_each(drop),
                }
            }
        }
    }

    /// Its values as a part of their own; none where they are not known.
    fn part(&self) -> Option<Part<'static>> {
        let values = self.imported.values.clone()?;
        let told = explain_values(values.as_bytes(), self.entry, told_by(self.imported.form)).ok()?;
        Some(Part::new(told, values.into_bytes()))
    }

    /// The request where nothing of its values stands in the text as a payload: that there is one, and why it is not read.
    fn bare(&self, text: &str) -> Option<Part<'static>> {
        let fault = self.imported.problems.iter().find(|one| one.is_error())?;
        let source = text.get(self.place.clone())?.as_bytes().to_vec();
        let mut told = explain_values(b"{}", self.entry, told_by(self.imported.form)).ok()?;
        told.verdict = None;
        told.lines.clear();
        let mut part = Part::new(told, source).placed(&self.place, false);
        part.explanation.faults = vec![fault.clone()];
        part.is_broken = true;
        Some(part)
    }

    /// Says of a payload whose values the command or the program only makes that it is this request's.
    fn refuse(&self, part: &mut Part<'_>) {
        tell(part, self.entry, told_by(self.imported.form));
        part.explanation.faults.extend(self.imported.problems.iter().filter(|one| one.is_error()).cloned());
        part.is_broken = true;
    }
}

/// Says of a payload that it is the values of a call, and how that is known.
pub(super) fn tell(part: &mut Part<'_>, entry: &'static Entry, told_by: Words) {
    let Ok(mut told) = explain_values(&part.payload, entry, told_by) else { return };
    let own = &part.explanation;
    // A part of others knows where it stands.
    match told.lines.len() == own.lines.len() {
        true => told.lines.iter_mut().zip(&own.lines).for_each(|(line, own)| line.span = own.span.clone()),
        false => told.lines.iter_mut().for_each(|line| line.span = own.payload.clone()),
    }
    (told.around, told.payload, told.faults) = (own.around.clone(), own.payload.clone(), own.faults.clone());
    (part.explanation, part.repeat) = (told, None);
}

fn told_by(form: Form) -> Words {
    match form {
        Form::Curl => {
            Words::new("curl 命令；wxwire import 取出内容", "a curl command; `wxwire import` takes its values out")
        }
        Form::PowerShell => Words::new(
            "PowerShell 命令；wxwire import 取出内容",
            "a PowerShell command; `wxwire import` takes its values out",
        ),
        Form::Har | Form::Postman => Words::new(
            "工具保存的请求；wxwire import 取出内容",
            "a request that a tool kept; `wxwire import` takes its values out",
        ),
        Form::Httpie | Form::Wget => {
            Words::new("一条命令；wxwire import 取出内容", "a command; `wxwire import` takes its values out")
        }
        _ => Words::new("一段程序；wxwire import 取出内容", "a program; `wxwire import` takes its values out"),
    }
}
