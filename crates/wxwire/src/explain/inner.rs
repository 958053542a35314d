//! What stands inside of the forms around it.

use crate::layer::document::{Around, Document, Guide};
use crate::layer::json::Tree;

/// What stands in the forms around it, if it is a whole and nothing in a text.
pub(super) fn document(bytes: &[u8]) -> Option<Document<'_>> {
    Document::new(bytes, Guide::default()).ok().filter(|inner| *inner.around() == Around::Nothing)
}

/// A path of what stands inside of some forms, as a path of the whole.
pub(super) fn path(within: Option<&str>, body: &[u8], path: &str) -> String {
    let Some(within) = within else { return path.to_owned() };
    let layer = match (path.starts_with('/'), Tree::read(body)) {
        (false, _) => "",
        (true, Ok(_)) => "!json",
        (true, Err(_)) => "!xml",
    };
    format!("{within}{layer}{path}")
}
