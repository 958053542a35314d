//! XML that was escaped as a whole in a field that is XML: `&lt;appmsg …`. No XML begins so, and where all of its markup is
//! escaped and what it stands for is well-formed, there is one thing that was meant.

use super::imported::Imported;
use super::report::{Fix, Repair};
use crate::layer::escape::TEXT;
use crate::layer::json::{Tree, quote, replace};
use crate::layer::xml;
use crate::operation::Entry;
use crate::problem::{Code, Problem};

/// How often it may be escaped.
const MAX_ESCAPED: usize = 3;

impl Imported {
    /// The same with such XML as it was; `source` is the text that was imported.
    pub(super) fn with_xml(mut self, source: &str) -> Self {
        let Some(entry) = self.operation else { return self };
        let Some(mut values) = self.values.take() else { return self };
        for path in escaped(entry, &values) {
            let Some((mended, repair)) = unescaped(entry, &values, &path, source) else { continue };
            values = mended;
            self.repairs.push(repair);
        }
        self.values = Some(values);
        self
    }
}

/// The pointers to XML that is none as it stands.
fn escaped(entry: &Entry, values: &str) -> Vec<String> {
    if !values.contains("lt;") && !values.contains("&#") {
        return vec![];
    }
    let is_wrong = |problem: &Problem| matches!(problem.code, Code::Escaped | Code::XmlSyntax);
    let problems = entry.check(values.as_bytes()).into_iter().filter(is_wrong);
    let mut paths: Vec<_> =
        problems.filter_map(|problem| problem.path.strip_suffix("!xml").map(str::to_owned)).collect();
    paths.dedup();
    paths
}

/// The values with the XML at a pointer as it was, where that is certain.
fn unescaped(entry: &Entry, values: &str, path: &str, source: &str) -> Option<(String, Repair)> {
    let tree = Tree::parse(values).ok()?;
    let value = tree.root().find(path)?;
    let text = value.as_str().filter(|text| !text.contains('<'))?;
    let mut xml = text.to_string();
    for _ in 0..MAX_ESCAPED {
        xml = String::from_utf8(TEXT.decode(&xml).into_owned()).ok()?;
        if xml::Tree::parse(&xml).is_ok() {
            let mended = replace(value, &quote(&xml));
            // It has to be what the field takes.
            let at_field =
                |problem: &Problem| problem.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('!'));
            let is_wrong = |problem: &Problem| matches!(problem.code, Code::Escaped | Code::XmlRoot | Code::XmlSyntax);
            let is_right = !entry.check(mended.as_bytes()).iter().any(|one| at_field(one) && is_wrong(one));
            let raw = value.source();
            let start = source.find(raw).unwrap_or_default();
            let count = raw.matches("lt;").count();
            let place = start..(start + raw.len()).min(source.len());
            return is_right.then(|| (mended, Repair::whole(Fix::XmlEscaped, place, "&lt;", "<", count.max(1))));
        }
    }
    None
}
