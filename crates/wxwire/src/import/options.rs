//! What a program gives a library beside an address, alone: `{"headers": {…}, "json": {…}}`. The body in it is what is meant.

use super::found::Found;
use super::text::Text;
use crate::layer::json::{Kind, Tree, Value};

/// Members that such options have.
const OTHERS: [&str; 8] = ["method", "timeout", "responseType", "params", "headers", "header", "verify", "url"];

/// Members that hold the body.
const BODIES: [&str; 3] = ["json", "body", "data"];

/// The body in options, where a text is some: an object beside its headers. These become those of the request.
pub(super) fn body(found: &mut Found, text: &Text) -> Option<Text> {
    let tree = Tree::parse(text.as_str()).ok()?;
    let root = tree.root();
    let is_option =
        |(key, _): (Value<'_>, Value<'_>)| [&OTHERS[..], &BODIES].concat().iter().any(|name| key.is_str(name));
    let headers = root.get("headers").or_else(|| root.get("header")).filter(|one| one.kind() == Kind::Object)?;
    let body = BODIES.iter().find_map(|name| root.get(name)).filter(|body| body.kind() == Kind::Object)?;
    if !root.members().all(is_option) {
        return None;
    }
    for (name, value) in headers.members().filter(|(_, value)| value.kind() == Kind::String) {
        let inner = |value: Value<'_>| text.slice(value.span().start + 1..value.span().end - 1);
        found.headers.push((inner(name), inner(value)));
    }
    Some(text.slice(body.span()))
}
