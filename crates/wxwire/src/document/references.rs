//! References that lead nowhere: to files and addresses, which are never fetched, to places that are not there, and in a
//! circle.

use std::collections::BTreeSet;

use super::MAX_LEFT;
use crate::layer::json::Value;
use crate::problem::{Code, Problem};

/// So many references may stand one behind the other.
const LONGEST: usize = 16;

/// Members that hold data, and no schemas.
const DATA: [&str; 5] = ["example", "examples", "default", "enum", "const"];

/// Each reference of a document that leads nowhere, at its place.
pub(super) fn lost(root: Value<'static>) -> Vec<Problem> {
    let (mut lost, mut good) = (Vec::new(), BTreeSet::new());
    let mut next = vec![root];
    while let Some(value) = next.pop() {
        if let Some(reference) = value.get("$ref")
            && let Some(text) = reference.as_str()
            && !good.contains(&*text)
        {
            let code = match end(root, &text) {
                End::Found => {
                    good.insert(text.to_string());
                    None
                }
                End::Elsewhere => Some(Code::NotUnderstood),
                End::Nowhere => Some(Code::NoSuchPath),
                End::Round => Some(Code::Circle),
            };
            if let Some(code) = code.filter(|_| lost.len() < MAX_LEFT) {
                lost.push(
                    Problem::new(code)
                        .on(reference)
                        .expected(if code == Code::NotUnderstood { "$ref: #/…" } else { "" })
                        .found(&text),
                );
            }
        }
        let members = value.members().filter(|(key, _)| !is_data(*key));
        next.extend(members.map(|(_, member)| member).chain(value.items()));
    }
    lost.sort_by_key(|problem| problem.span.as_ref().map_or(0, |span| span.start));
    lost
}

/// Whether a member holds data: one of those, or what other tools say to themselves.
fn is_data(key: Value<'_>) -> bool {
    key.as_str().is_some_and(|key| key.starts_with("x-") || DATA.contains(&&*key))
}

/// Where a reference ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum End {
    /// At something.
    Found,
    /// In another document, which is never fetched.
    Elsewhere,
    /// Where nothing is.
    Nowhere,
    /// It comes back to where it began.
    Round,
}

/// Where a reference ends.
pub(crate) fn end(root: Value<'_>, reference: &str) -> End {
    let mut reference = reference.to_owned();
    for _ in 0..LONGEST {
        let Some(pointer) = reference.strip_prefix('#') else { return End::Elsewhere };
        let Some(target) = root.find(pointer) else { return End::Nowhere };
        match target.get("$ref").and_then(Value::as_str) {
            None => return End::Found,
            Some(next) => reference = next.into_owned(),
        }
    }
    End::Round
}
