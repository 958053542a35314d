//! Secrets as a cluster keeps them: all that stands under `data` and `stringData` of an object whose `kind` is `Secret`, whatever
//! it is called there.

use std::ops::Range;

use super::names::can_be;
use super::quotes::is_quote;
use crate::layer::json::{Kind, Tree, Value};

/// The members that hold them.
const HOLDING: [&str; 2] = ["data", "stringData"];

/// The places of such secrets in a text.
pub(super) fn all(text: &str) -> Vec<Range<usize>> {
    if !text.contains("kind") || !text.contains("Secret") {
        return vec![];
    }
    Tree::parse(text).map_or_else(|_| values(text), |tree| members(&tree))
}

/// The places of such secrets in a text of YAML.
fn values(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut own, mut is_secret) = (Vec::new(), false);
    // How deep `data` and the lines right below it are indented.
    let (mut holder, mut inside): (Option<usize>, Option<usize>) = (None, None);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let row = line.trim_end();
        let inner = row.trim_start_matches([' ', '-']);
        let depth = row.len() - inner.len();
        if row == "---" || depth == 0 && inner.starts_with("apiVersion:") && is_secret {
            finish(&mut found, &mut own, &mut is_secret);
        }
        if inner.is_empty() {
            continue;
        }
        if holder.is_some_and(|holder| depth > holder) {
            let first = *inside.get_or_insert(depth);
            // Below a member all is its value.
            let value = if depth == first { value_of(inner) } else { Some(inner) };
            own.extend(value.map(|value| place(start + row.len() - value.len(), value)));
            continue;
        }
        inside = None;
        let (name, value) = inner.split_once(':').unwrap_or_default();
        let is_opening = HOLDING.contains(&name) && value.trim().is_empty();
        holder = is_opening.then_some(depth);
        is_secret |= name == "kind" && value.trim_matches(|char| char == ' ' || is_quote(char)) == "Secret";
    }
    finish(&mut found, &mut own, &mut is_secret);
    found
}

/// The end of a document: what it holds is secret, or not.
fn finish(found: &mut Vec<Range<usize>>, own: &mut Vec<Range<usize>>, is_secret: &mut bool) {
    if std::mem::take(is_secret) {
        found.extend(own.drain(..).filter(|range| !range.is_empty()));
    }
    own.clear();
}

/// What stands behind the name of a member.
fn value_of(member: &str) -> Option<&str> {
    let value = member.split_once(": ")?.1.trim_start();
    let is_block = value.starts_with(['|', '>']) && value.len() < 4;
    (!is_block && can_be(value)).then_some(value)
}

/// The place of a value between its quotes.
fn place(start: usize, value: &str) -> Range<usize> {
    let inner = value.trim_start_matches(is_quote);
    let start = start + value.len() - inner.len();
    start..start + inner.trim_end_matches(is_quote).len()
}

/// The places of such secrets in JSON.
fn members(tree: &Tree<'_>) -> Vec<Range<usize>> {
    let (mut found, mut next) = (Vec::new(), vec![(tree.root(), false)]);
    while let Some((value, is_held)) = next.pop() {
        let span = value.span();
        match value.kind() {
            Kind::String if is_held => found.push(span.start + 1..span.end - 1),
            Kind::Number if is_held => found.push(span),
            _ => {}
        }
        let is_secret = value.get("kind").and_then(Value::as_str).is_some_and(|kind| kind == "Secret");
        next.extend(value.members().map(|(key, member)| {
            let holds = is_secret && key.as_str().is_some_and(|key| HOLDING.contains(&&*key));
            (member, is_held || holds)
        }));
        next.extend(value.items().map(|item| (item, is_held)));
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, masked, may_hold};

    #[test]
    fn all_that_a_secret_of_a_cluster_holds() {
        for (text, right) in [
            (
                "apiVersion: v1\nkind: Secret\nmetadata:\n  name: wx\ndata:\n  corp-id: d3cx\n  a.b: \"eA==\"\n",
                "apiVersion: v1\nkind: Secret\nmetadata:\n  name: wx\ndata:\n  corp-id: •••\n  a.b: \"•••\"\n",
            ),
            (
                "data:\n  x: eA==\nkind: 'Secret'\n---\nkind: ConfigMap\ndata:\n  x: eA==\n",
                "data:\n  x: •••\nkind: 'Secret'\n---\nkind: ConfigMap\ndata:\n  x: eA==\n",
            ),
            (
                "kind: Secret\nstringData:\n  cfg: |\n    a: one\n    b: two\ntype: Opaque\n",
                "kind: Secret\nstringData:\n  cfg: |\n    •••\n    •••\ntype: Opaque\n",
            ),
            (
                "items:\n- kind: Secret\n  data:\n    x: eA==\n  metadata:\n    name: wx\n",
                "items:\n- kind: Secret\n  data:\n    x: •••\n  metadata:\n    name: wx\n",
            ),
            (
                r#"{"kind":"Secret","data":{"corp-id":"d3cx"},"metadata":{"name":"wx"}}"#,
                r#"{"kind":"Secret","data":{"corp-id":"•••"},"metadata":{"name":"wx"}}"#,
            ),
        ] {
            assert!(may_hold(text), "{text}");
            assert_eq!(masked(text), right.replace("•••", MASK));
        }
        for text in ["kind: ConfigMap\ndata:\n  x: eA==\n", r#"{"kind":"Secrets","data":{"x":"eA=="}}"#] {
            assert_eq!(masked(text), text);
        }
    }
}
