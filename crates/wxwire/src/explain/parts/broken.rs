//! JSON and XML that are none: told as such, with the place of the fault, and read as far as there is one way to.

use std::ops::Range;

use super::Part;
use crate::explain::{Explanation, Kind, explain};
use crate::import::{self, Text};
use crate::lang::Words;
use crate::layer::json::Tree;
use crate::layer::xml;
use crate::problem::{Code, Problem};
use crate::scan::Form;
use crate::verdict::Level;

/// The longest that is tried to be mended.
const MAX_MENDED: usize = 1 << 20;

/// A broken payload; `text` is what could be read of one that is cut.
pub(super) fn part(text: &str, span: &Range<usize>, form: Form, fault: Problem, is_cut: bool) -> Option<Part<'static>> {
    let fault = Problem { path: String::new(), ..fault };
    if is_cut {
        let mut read = explain(text.as_bytes(), None).ok()?;
        // What is missing may be what tells whose it is.
        if read.kind == Kind::Reply
            && let Some(gateway) = read.gateway.filter(|_| read.operation.is_some())
        {
            (read.operation, read.title) = (None, gateway.title);
            read.candidates.clear();
        }
        let words = match form {
            Form::Xml => Words::new("XML 不完整，只读到断开处", "XML that is cut short, read up to there"),
            Form::Python | Form::Php | Form::Ruby | Form::Rust => {
                Words::new("打印的内容不完整，只读到断开处", "a print that is cut short, read up to there")
            }
            _ => Words::new("JSON 不完整，只读到断开处", "JSON that is cut short, read up to there"),
        };
        return Some(broken(read, text, span, words, fault));
    }
    let may_be_mended = form == Form::Json && fault.code == Code::Syntax;
    if let Some((values, count)) = may_be_mended.then(|| mended(text)).flatten() {
        let read = explain(values.as_bytes(), None).ok()?;
        let words = match count {
            1 => Words::new("JSON 有一处错误；wxwire import 可以修正", "JSON with one fault; `wxwire import` mends it"),
            2 => {
                Words::new("JSON 有两处错误；wxwire import 可以修正", "JSON with two faults; `wxwire import` mends it")
            }
            _ => Words::new(
                "JSON 有多处错误；wxwire import 可以修正",
                "JSON with several faults; `wxwire import` mends them",
            ),
        };
        return Some(broken(read, &values, span, words, fault));
    }
    let mut read = explain(text.as_bytes(), None).ok()?;
    read.kind = if form == Form::Xml { Kind::Xml } else { Kind::Json };
    read.title = match (form, fault.code) {
        (Form::Xml, Code::TooDeep) => Words::new("嵌套太深的 XML", "XML that nests too deep"),
        (Form::Xml, _) => Words::new("有错误的 XML", "XML with faults"),
        (Form::Object, _) => Words::new("程序打印的对象", "an object as a program prints it"),
        (Form::Java, _) => Words::new("Java 或 Go 打印的对象", "an object as Java or Go prints it"),
        (_, Code::TooDeep) => Words::new("嵌套太深的 JSON", "JSON that nests too deep"),
        (_, Code::TooLarge) => Words::new("太大的 JSON", "JSON that is too large"),
        _ => Words::new("有错误的 JSON", "JSON with faults"),
    };
    (read.operation, read.gateway) = (None, None);
    read.candidates.clear();
    let words = match form {
        _ if matches!(fault.code, Code::TooDeep | Code::TooLarge) => {
            Words::new("超出读取的上限", "it is beyond what is read")
        }
        Form::Java | Form::Object => Words::new(
            "打印时没有转义，文本在哪里结束无法确定；请改为打印 JSON",
            "printed without escapes, so where a text ends is not to be told for sure; print it as JSON",
        ),
        _ => Words::new("无法确定应如何修正", "how it is to be mended cannot be told for sure"),
    };
    Some(broken(read, text, span, words, fault))
}

/// A whole text that begins as JSON or XML and is none.
pub(super) fn whole(text: &str) -> Option<Part<'static>> {
    let start = text.len() - text.trim_start_matches('\u{feff}').trim_ascii_start().len();
    let inner = text[start..].trim_ascii_end();
    let (form, fault) = match inner.as_bytes() {
        [b'<', b'a'..=b'z' | b'A'..=b'Z', ..] | [b'<', b'?', b'x', ..] => {
            (Form::Xml, xml::Tree::parse_tolerant(inner, &mut Vec::new()).err()?)
        }
        [b'{', next, ..] | [b'[', next, ..] if !next.is_ascii_alphabetic() => {
            let fault = Tree::parse(inner).err()?;
            let is_told = fault.code == Code::TooDeep || mended(inner).is_some();
            (Form::Json, Some(fault).filter(|_| is_told)?)
        }
        _ => return None,
    };
    let fault = Problem { span: fault.span.clone().map(|span| span.start + start..span.end + start), ..fault };
    part(inner, &(start..start + inner.len()), form, fault, false)
}

/// JSON as `import` mends it, and how many faults there were.
fn mended(text: &str) -> Option<(String, usize)> {
    if text.len() > MAX_MENDED {
        return None;
    }
    let found = import::find_in(Text::whole(text), &|_| false);
    let (body, origin) = found.body.filter(|_| found.form == import::Form::Json)?;
    let mut repairs = found.repairs;
    let body = import::opened(body, &mut repairs);
    let mended = import::repair(&body, origin).ok()?;
    // What is left out is a comment.
    let faults = repairs.len() + mended.repairs.len() + mended.dropped.len();
    let is_all = body.as_str()[mended.end..].trim().is_empty();
    (is_all && faults > 0).then(|| (mended.json.as_str().to_owned(), faults))
}

/// What could be read of it: that it went well is not said of a part.
fn broken(mut read: Explanation, payload: &str, span: &Range<usize>, told_by: Words, fault: Problem) -> Part<'static> {
    match read.kind {
        Kind::Json if read.candidates.is_empty() && fault.code == Code::CutOff => {
            read.title = Words::new("不完整的 JSON", "JSON that is cut short");
        }
        Kind::Xml | Kind::Text if fault.code == Code::CutOff => {
            (read.kind, read.title) = (Kind::Xml, Words::new("不完整的 XML", "XML that is cut short"));
        }
        _ => {}
    }
    read.told_by = told_by;
    read.verdict = read.verdict.filter(|verdict| {
        fault.code != Code::CutOff || matches!(verdict.level, Level::Refused | Level::Failed | Level::Unknown)
    });
    read.faults.clear();
    let mut part = Part::new(read, payload.as_bytes().to_vec()).placed(span, false);
    part.explanation.faults.push(fault);
    (part.is_broken, part.form, part.repeat) = (true, Some(Form::Json), None);
    part
}
