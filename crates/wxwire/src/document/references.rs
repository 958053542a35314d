//! References that lead nowhere: to files and addresses, which are never fetched, to places that are not there, and in a
//! circle.

use std::collections::BTreeSet;

use super::MAX_LEFT;
use crate::layer::json::Value;
use crate::problem::{Code, Problem};

/// So many references may stand one behind the other.
const LONGEST: usize = 16;

/// Members that hold data, and no schemas.
const DATA: [&str; 6] = ["example", "examples", "default", "enum", "const", "x-examples"];

/// Each reference of a document that leads nowhere, at its place.
pub(super) fn lost(root: Value<'static>) -> Vec<Problem> {
    let (mut lost, mut good) = (Vec::new(), BTreeSet::new());
    let mut next = vec![root];
    while let Some(value) = next.pop() {
        if let Some(reference) = value.get("$ref")
            && let Some(text) = reference.as_str()
            && !good.contains(&*text)
        {
            if leads(root, &text) {
                good.insert(text.into_owned());
            } else if lost.len() < MAX_LEFT {
                lost.push(Problem::new(Code::NotUnderstood).on(reference).expected("#/…").found(&text));
            }
        }
        let members = value.members().filter(|(key, _)| !DATA.iter().any(|data| key.is_str(data)));
        next.extend(members.map(|(_, member)| member).chain(value.items()));
    }
    lost.sort_by_key(|problem| problem.span.as_ref().map_or(0, |span| span.start));
    lost
}

/// Whether a reference leads to something.
fn leads(root: Value<'_>, reference: &str) -> bool {
    let mut reference = reference.to_owned();
    for _ in 0..LONGEST {
        let Some(target) = reference.strip_prefix('#').and_then(|pointer| root.find(pointer)) else { return false };
        match target.get("$ref").and_then(Value::as_str) {
            None => return true,
            Some(next) => reference = next.into_owned(),
        }
    }
    false
}
