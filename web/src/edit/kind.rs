//! The kind of a value: a tagged object's variant, or one of the types that a value may have.

use wxwire::layer::json::{self, Tree, Value};
use wxwire::schema::{Object, Schema, Shape};

use super::{Edit, apply, is_number, said};
use crate::former::Former;
use crate::place;

/// The edit that leads back to the kind that a value has now, and its JSON; `edit` leads to another one.
pub(crate) fn now(schema: &Schema, text: &str, path: &str, edit: &Edit) -> Option<(Edit, String)> {
    let tree = Tree::parse(text).ok()?;
    let value = tree.root().find(path)?;
    let rule = place::rule(schema, tree.root(), path)?;
    let back = match edit {
        Edit::Variant(_) => {
            let Shape::Object(object) = &place::meant(schema, rule, Some(value.kind())).shape else { return None };
            let named = value.get(&object.tag.as_ref()?.field)?.as_str()?;
            Edit::Variant(object.variant(&named)?.value.clone())
        }
        Edit::Alternative(_) => {
            let Shape::Either(rules) = &rule.shape else { return None };
            Edit::Alternative(rules.iter().position(|id| schema.rule(*id).shape.takes(value.kind()))?)
        }
        _ => return None,
    };
    (back != *edit).then(|| (back, value.source().to_owned()))
}

/// The text with what was written in a former kind. What does not depend on the kind is as it is now.
pub(crate) fn back(schema: &Schema, text: &str, path: &str, former: &Former) -> Option<String> {
    let tree = Tree::parse(text).ok()?;
    let value = tree.root().find(path)?;
    let (source, became) = (Tree::parse(&former.source).ok()?, Tree::parse(&former.became).ok()?);
    let as_it_was = || json::replace(value, source.root().source());
    match &former.back {
        Edit::Variant(_) => {
            let rule = place::meant(schema, place::rule(schema, tree.root(), path)?, Some(value.kind()));
            let Shape::Object(object) = &rule.shape else { return None };
            if rest(object, value) == rest(object, became.root()) {
                return Some(as_it_was());
            }
            let text = apply(schema, text, path, &former.back)?;
            own(object, text, path, source.root())
        }
        // A number that was typed further is the same value in another type.
        edit if value.source() != became.root().source() && is_same(source.root(), became.root()) => {
            apply(schema, text, path, edit)
        }
        _ => Some(as_it_was()),
    }
}

/// The text with the fields that only this variant has as they were in `source`.
fn own(object: &Object, mut text: String, path: &str, source: Value<'_>) -> Option<String> {
    let fields = place::fields(object, source);
    for (at, field) in fields.iter().enumerate().filter(|(_, field)| !is_common(object, &field.name)) {
        let tree = Tree::parse(&text).ok()?;
        let value = tree.root().find(path)?;
        let after = || fields[..at].iter().rev().find(|field| value.get(&field.name).is_some());
        text = match (value.get(&field.name), source.get(&field.name)) {
            (Some(new), Some(old)) => json::replace(new, old.source()),
            (Some(new), None) => json::remove(new),
            (None, Some(old)) => json::insert(value, after().map(|field| &*field.name), &field.name, old.source()),
            (None, None) => continue,
        };
    }
    Some(text)
}

/// The JSON of an object without what depends on its variant.
fn rest(object: &Object, value: Value<'_>) -> Option<String> {
    let tree = Tree::parse(value.source()).ok()?;
    let (fields, tag) = (place::fields(object, tree.root()), object.tag.as_ref()?);
    let depends =
        |name: &str| name == tag.field || !is_common(object, name) && fields.iter().any(|field| field.name == name);
    Some(json::retain(tree.root(), |key| !key.as_str().is_some_and(|name| depends(&name))))
}

/// Whether every variant has a field.
fn is_common(object: &Object, name: &str) -> bool {
    object.tag.as_ref().is_some_and(|tag| tag.field == name) || object.fields.iter().any(|field| field.name == name)
}

/// Whether a text and a number say the same.
fn is_same(one: Value<'_>, other: Value<'_>) -> bool {
    let (one, other) = (said(one), said(other));
    one.trim() == other.trim() && is_number(one.trim())
}
