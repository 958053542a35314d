//! How a document says that its replies tell success, held to what can be said: what nobody reads would change the verdict
//! on every reply without a word.

use crate::document::is_method;
use crate::layer::json::{Kind, Value};
use crate::problem::{Code, Problem};

/// What the rule may say.
pub(super) const KEYS: [&str; 4] = ["code", "ok", "message", "expired"];

/// Looks at every such rule of a document.
///
/// # Errors
/// The first member that is not understood, at its place.
pub(super) fn check(root: Value<'_>) -> Result<(), Problem> {
    let paths = root.get("paths").into_iter().flat_map(Value::members);
    let calls = paths.flat_map(|(_, item)| item.members().filter(|(key, _)| is_method(*key)).map(|(_, call)| call));
    [root].into_iter().chain(calls).filter_map(|one| one.get("x-reply")).try_for_each(rule)
}

fn rule(said: Value<'_>) -> Result<(), Problem> {
    let wrong = |place: Value<'_>, expected: &str| Problem::new(Code::NotUnderstood).on(place).expected(expected);
    if said.kind() != Kind::Object {
        return Err(wrong(said, "{\"code\", \"ok\", \"message\", \"expired\"}"));
    }
    for (key, value) in said.members() {
        let is_pointer = || value.as_str().is_some_and(|text| text.starts_with('/'));
        let is_scalar = |one: Value<'_>| matches!(one.kind(), Kind::String | Kind::Number | Kind::Bool);
        match KEYS.iter().find(|own| key.is_str(own)) {
            None => return Err(wrong(key, &KEYS.join(", "))),
            Some(&("code" | "message")) if !is_pointer() => return Err(wrong(value, "\"/code\"")),
            Some(&("ok" | "expired")) if value.kind() != Kind::Array || !value.items().all(is_scalar) => {
                return Err(wrong(value, "[0]"));
            }
            Some(_) => {}
        }
    }
    let is_empty = said.get("ok").is_none_or(|ok| ok.items().next().is_none());
    match said.get("code") {
        Some(code) if is_empty => Err(wrong(said.get("ok").unwrap_or(code), "\"ok\": [0]")),
        _ => Ok(()),
    }
}
