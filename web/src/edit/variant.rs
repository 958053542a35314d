//! Another variant of a tagged object.

use wxwire::layer::json::{self, Kind, Tree, quote};
use wxwire::schema::{Field, Schema, Shape};

use super::{Edit, apply};
use crate::place;
use crate::pretty::like;

/// Changes the tag. What every variant has stays; what only the old one has goes; scalars that both have under one name
/// stay; of the rest, the new variant's required fields come empty.
pub(super) fn switch(schema: &Schema, tree: &Tree<'_>, path: &str, name: &str) -> Option<String> {
    let root = tree.root();
    let value = root.find(path)?;
    let rule = place::meant(schema, place::rule(schema, root, path)?, Some(value.kind()));
    let Shape::Object(object) = &rule.shape else { return None };
    let (tag, new) = (object.tag.as_ref()?, &object.variant(name)?.fields);
    let stays = |field: &&Field| field.name == tag.field || object.fields.iter().any(|one| one.name == field.name);
    let own = place::fields(object, value).iter().filter(|field| !stays(field));
    let mut text = match value.get(&tag.field) {
        Some(old) => json::replace(old, &quote(name)),
        None => json::insert(value, None, &tag.field, &quote(name)),
    };
    for field in own {
        text = exchange(schema, &text, &place::child(path, &field.name), new.iter().find(|one| one.name == field.name));
    }
    for field in new.iter().filter(|field| field.required && field.credential.is_none()) {
        let here = place::child(path, &field.name);
        if Tree::parse(&text).ok()?.root().find(&here).is_none() {
            text = apply(schema, &text, &here, &Edit::Begin)?;
        }
    }
    Some(text)
}

/// What becomes of a field of the old variant.
fn exchange(schema: &Schema, text: &str, path: &str, new: Option<&Field>) -> String {
    let Ok(tree) = Tree::parse(text) else { return text.to_owned() };
    let Some(value) = tree.root().find(path) else { return text.to_owned() };
    let scalar = !matches!(value.kind(), Kind::Object | Kind::Array | Kind::Null);
    match new.map(|field| (field.required, schema.rule(field.rule))) {
        Some((_, rule)) if scalar && rule.shape.takes(value.kind()) => text.to_owned(),
        // One that need not be there would only be an empty shell.
        None | Some((false, _)) => json::remove(value),
        Some((true, rule)) => json::replace(value, &like(text, value.span().start, &schema.skeleton(rule))),
    }
}
