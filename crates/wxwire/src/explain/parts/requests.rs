//! A request in the words of a shell or a program: what `import` reads is explained as well.

use super::Part;
use crate::explain::{Kind, explain};
use crate::import::{self, Form};
use crate::lang::Words;
use crate::layer::document::Around;
use crate::problem::Problem;

/// The longest text that is read as one.
const MAX_BYTES: usize = 1 << 20;

/// The request that a text is, where it names a call.
pub(super) fn part(bytes: &[u8]) -> Option<Part<'static>> {
    if bytes.len() > MAX_BYTES {
        return None;
    }
    let imported = import::import(bytes, None).ok()?;
    let entry = imported.operation?;
    if matches!(imported.form, Form::Json | Form::Xml | Form::Callback | Form::Http) {
        return None;
    }
    let values = imported.values.filter(|_| !imported.problems.iter().any(Problem::is_error))?;
    let mut read = explain(values.as_bytes(), None).ok()?;
    (read.kind, read.operation, read.gateway) = (Kind::Request, Some(entry), Some(entry.gateway));
    (read.title, read.candidates) = (Words::new("一次调用的请求", "the request of a call"), vec![entry]);
    read.told_by = told_by(imported.form);
    (read.verdict, read.callback, read.codes) = (None, None, vec![]);
    let mut part = Part::new(read, values.into_bytes()).placed(&(0..bytes.len()), false);
    part.explanation.around = Around::Text;
    Some(part)
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
