//! A request in the words of a shell or a program: what `import` reads is explained as well.

use super::Part;
use crate::explain::{Kind, explain};
use crate::import::{self, Form, Imported, Why};
use crate::lang::Words;
use crate::operation::Entry;

/// The longest text that is read as one.
const MAX_BYTES: usize = 1 << 20;

/// The request that a text is, where it names a call.
pub(super) struct Asked {
    entry: &'static Entry,
    imported: Imported,
}

/// Looks for a request in the words of a shell or a program.
pub(super) fn find(bytes: &[u8]) -> Option<Asked> {
    if bytes.len() > MAX_BYTES {
        return None;
    }
    let imported = import::import(bytes, None).ok()?;
    let entry = imported.operation?;
    let is_written = matches!(imported.form, Form::Json | Form::Xml | Form::Callback | Form::Http);
    (!is_written).then_some(Asked { entry, imported })
}

impl Asked {
    /// Its values as a part of their own; none where they are not known.
    pub(super) fn part(&self) -> Option<Part<'static>> {
        let values = self.imported.values.clone()?;
        let mut part = Part::new(explain(values.as_bytes(), None).ok()?, values.into_bytes());
        self.tell(&mut part);
        Some(part)
    }

    /// Where it begins: behind what was left out before it.
    pub(super) fn start(&self) -> usize {
        let around = self.imported.dropped.iter().find(|one| one.why == Why::Around);
        around.map_or(0, |one| one.span.end + 1)
    }

    /// Says of a payload whose values the command or the program only makes that it is this request's.
    pub(super) fn refuse(&self, part: &mut Part<'_>) {
        self.tell(part);
        part.explanation.faults.extend(self.imported.problems.iter().filter(|one| one.is_error()).cloned());
        part.is_broken = true;
    }

    fn tell(&self, part: &mut Part<'_>) {
        tell(part, self.entry, told_by(self.imported.form));
    }
}

/// Says of a payload that it is the values of a call, and how that is known.
pub(super) fn tell(part: &mut Part<'_>, entry: &'static Entry, told_by: Words) {
    let read = &mut part.explanation;
    (read.kind, read.operation, read.gateway) = (Kind::Request, Some(entry), Some(entry.gateway));
    (read.title, read.candidates) = (Words::new("一次调用的请求", "the request of a call"), vec![entry]);
    (read.told_by, read.is_shared) = (told_by, false);
    (read.verdict, read.callback, read.codes) = (None, None, vec![]);
    part.repeat = None;
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
        Form::JavaScript | Form::Python => {
            Words::new("一段程序；wxwire import 取出内容", "a program; `wxwire import` takes its values out")
        }
        _ => Words::new("一条命令；wxwire import 取出内容", "a command; `wxwire import` takes its values out"),
    }
}
