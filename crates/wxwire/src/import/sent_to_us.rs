//! What a gateway sends is no request, though it may look like one's values: its replies and its callbacks.

use super::operation::is_values;
use super::text::Text;
use crate::catalog;
use crate::layer::json::Tree;
use crate::layer::xml;
use crate::operation::Root;
use crate::problem::{Code, Problem};

/// What a text is, where a gateway sends it: `callback` or `reply`.
fn sort(json: &str) -> Option<&'static str> {
    if let Ok(tree) = xml::Tree::parse(json) {
        let root = Root::Xml(tree.root());
        return catalog::callbacks().any(|(_, form)| !form.is_reply && form.is(root)).then_some("callback");
    }
    let tree = Tree::parse(json).ok()?;
    let root = tree.root();
    if catalog::callbacks().any(|(_, form)| !form.is_reply && form.is(Root::Json(root))) {
        return Some("callback");
    }
    let is_reply = catalog::recognise(root).is_claimed || catalog::gateways().any(|gateway| gateway.is_its(root));
    // Some calls report a code themselves.
    (is_reply && !is_values(json)).then_some("reply")
}

/// Whether a gateway sends such.
pub(super) fn is_sent(text: &str) -> bool {
    sort(text).is_some()
}

/// The problem of a body that a gateway sends.
pub(super) fn refused(json: &str, text: &Text) -> Option<Problem> {
    Some(Problem::new(Code::NoRequest).expected(sort(json)?).span(text.place()))
}
