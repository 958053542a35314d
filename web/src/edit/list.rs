//! Edits of lists.

use wxwire::layer::json::{self, Tree};
use wxwire::schema::{Schema, Shape};

use crate::place;
use crate::pretty::like;

/// Adds an item that has the right form.
pub(super) fn append(schema: &Schema, tree: &Tree<'_>, path: &str) -> Option<String> {
    let (list, rule) = (tree.root().find(path)?, place::rule(schema, tree.root(), path)?);
    let Shape::List { items, .. } = &place::meant(schema, rule, Some(list.kind())).shape else { return None };
    let skeleton = schema.skeleton(schema.rule(*items));
    let text = tree.text();
    Some(match list.items().next() {
        Some(first) => json::append(list, &like(text, first.span().start, &skeleton)),
        None => json::replace(list, &like(text, list.span().start, &format!("[{skeleton}]"))),
    })
}

/// Changes an item's place with that of a neighbour: `0` the one before, `1` the one behind.
pub(super) fn swap(tree: &Tree<'_>, path: &str, side: usize) -> Option<String> {
    let (parent, step) = place::split(path)?;
    let first = (step.parse::<usize>().ok()? + side).checked_sub(1)?;
    let mut items = tree.root().find(parent)?.items().skip(first);
    let (one, two) = (items.next()?, items.next()?);
    let (text, a, b) = (tree.text(), one.span(), two.span());
    Some([&text[..a.start], two.source(), &text[a.end..b.start], one.source(), &text[b.end..]].concat())
}
