//! A file that was chosen for a field: its bytes in base64, which become the field's text.

use wxwire::layer::json::{Tree, quote};
use wxwire::operation::Entry;

use crate::edit::{self, Edit};
use crate::place;

/// The most bytes of a file that the page reads. What it becomes, four thirds of that, is checked with each letter that is
/// typed beside it; the command that sends takes more.
pub(crate) const MOST: usize = 10 << 20;

/// What came of a choice.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    /// The operation that it was made for.
    pub(crate) operation: &'static str,
    /// The path of the field.
    pub(crate) path: String,
    /// What the file is called.
    pub(crate) name: String,
    /// The bytes in base64, or why it was not read.
    pub(crate) bytes: Result<String, String>,
}

/// The text with the file in its field and its name beside it, where the call has a field for that.
pub(crate) fn put(entry: &Entry, text: &str, path: &str, bytes: &str, name: &str) -> Option<String> {
    let schema = entry.schema();
    place::rule(schema, Tree::parse(text).ok()?.root(), path)?.file.as_ref()?;
    let text = edit::apply(schema, text, path, &Edit::Json(quote(bytes)))?;
    // The name is that of the file beside it, and of none deeper inside.
    let field = entry.file_name().filter(|_| path.rfind('/') == Some(0));
    let Some(field) = field.map(|field| place::child("", &field.name)) else { return Some(text) };
    let is_there = Tree::parse(&text).ok()?.root().find(&field).is_some();
    let text = if is_there { text } else { edit::apply(schema, &text, &field, &Edit::Begin)? };
    edit::apply(schema, &text, &field, &Edit::Json(quote(name)))
}

/// How many bytes a text in base64 stands for.
pub(crate) fn size(base64: &str) -> usize {
    base64.bytes().filter(|byte| byte.is_ascii_alphanumeric() || b"+/-_".contains(byte)).count() * 3 / 4
}

/// Whether a call takes files.
pub(crate) fn takes_files(entry: &Entry) -> bool {
    entry.schema().rules().any(|rule| rule.file.is_some())
}

#[cfg(test)]
mod tests;
