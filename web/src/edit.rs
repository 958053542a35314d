//! One edit of the text: it changes one place and leaves every other byte as it is.

pub(crate) mod kind;
mod list;
mod variant;
pub(crate) mod xml;

use std::borrow::Cow;

use wxwire::layer::json::{self, Kind, Tree, Value, quote};
use wxwire::schema::{Rule, Schema, Shape};

use crate::place;
use crate::pretty::like;
use crate::typed::{Change, Typed};

/// What to do at a place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Edit {
    /// Put text there.
    Text(Typed),
    /// Put a number there, digit for digit; what is none goes in as text, so that it shows and is not lost.
    Number(Typed),
    /// Put JSON there.
    Json(String),
    /// Make it another variant of a tagged object.
    Variant(String),
    /// Make it another of the types that it may have.
    Alternative(usize),
    /// Put the least there that has the right form, be the place empty or not.
    Begin,
    /// Take it away.
    Remove,
    /// Add an item at the end of the list there.
    Append,
    /// Change places with the item before.
    Up,
    /// Change places with the item behind.
    Down,
}

/// The text after an edit; nothing where the edit makes no sense.
pub(crate) fn apply(schema: &Schema, text: &str, path: &str, edit: &Edit) -> Option<String> {
    let tree = Tree::parse(text).ok()?;
    let root = tree.root();
    let found = root.find(path);
    let here = |new: &str| Some(json::replace(found?, new));
    match edit {
        Edit::Text(typed) => type_into(found?, typed),
        Edit::Number(typed) => type_number(found?, typed),
        Edit::Json(source) => {
            Tree::parse(source).ok()?;
            here(source)
        }
        Edit::Variant(name) => variant::switch(schema, &tree, path, name),
        Edit::Alternative(at) => {
            let Shape::Either(rules) = &place::rule(schema, root, path)?.shape else { return None };
            let rule = schema.rule(*rules.get(*at)?);
            here(&converted(schema, rule, text, found?))
        }
        Edit::Begin => begin(schema, &tree, path),
        Edit::Remove => Some(json::remove(found?)),
        Edit::Append => list::append(schema, &tree, path),
        Edit::Up => list::swap(&tree, path, 0),
        Edit::Down => list::swap(&tree, path, 1),
    }
}

/// The JSON of the value at a path.
pub(crate) fn source(text: &str, path: &str) -> Option<String> {
    Some(Tree::parse(text).ok()?.root().find(path)?.source().to_owned())
}

/// What a value says: a text itself, of anything else its JSON.
pub(crate) fn said(value: Value<'_>) -> Cow<'_, str> {
    value.as_str().unwrap_or_else(|| value.source().into())
}

/// Fills a place with its skeleton: replaces what is there, or adds the member behind the one that comes before it.
fn begin(schema: &Schema, tree: &Tree<'_>, path: &str) -> Option<String> {
    let (root, text) = (tree.root(), tree.text());
    let skeleton = schema.skeleton(place::rule(schema, root, path)?);
    if let Some(value) = root.find(path) {
        let rule = place::rule(schema, root, path)?;
        return Some(json::replace(value, &converted(schema, rule, text, value)));
    }
    let (parent_path, name) = place::split(path)?;
    let parent = root.find(parent_path).filter(|parent| parent.kind() == Kind::Object)?;
    let Some((first, _)) = parent.members().next() else {
        let object = format!("{{{}: {skeleton}}}", quote(&name));
        return Some(json::replace(parent, &like(text, parent.span().start, &object)));
    };
    let rule = place::meant(schema, place::rule(schema, root, parent_path)?, Some(Kind::Object));
    let Shape::Object(object) = &rule.shape else { return None };
    let before = place::fields(object, parent).iter().take_while(|field| field.name != name);
    let after = before.filter(|field| parent.get(&field.name).is_some()).last();
    let member = like(text, first.span().start, &skeleton);
    Some(json::insert(parent, after.map(|field| field.name.as_str()), &name, &member))
}

/// A value as another type: what it says, where that type can say it; else the type's skeleton.
fn converted(schema: &Schema, rule: &Rule, text: &str, value: Value<'_>) -> String {
    let scalar = matches!(value.kind(), Kind::String | Kind::Number | Kind::Bool);
    let said = said(value);
    match rule.shape {
        Shape::Text(_) if scalar => quote(&said),
        Shape::Integer(_) | Shape::Number(_) if is_number(said.trim()) => said.trim().to_owned(),
        Shape::Bool if matches!(said.trim(), "true" | "false") => said.trim().to_owned(),
        _ => like(text, value.span().start, &schema.skeleton(rule)),
    }
}

/// Text that was typed where a value stands: of a string, only what was typed is written anew.
fn type_into(value: Value<'_>, typed: &Typed) -> Option<String> {
    let Some(kept) = value.as_str() else {
        let kept = value.source();
        return Some(json::replace(value, &quote(&Change::typed(kept, typed).apply(kept))));
    };
    let change = Change::typed(&kept, typed);
    json::edit_str(value, change.range, &change.new)
}

/// What was typed as a JSON number, or else as text.
fn type_number(value: Value<'_>, typed: &Typed) -> Option<String> {
    let kept = said(value);
    let after = Change::typed(&kept, typed).apply(&kept);
    if is_number(after.trim()) { Some(json::replace(value, after.trim())) } else { type_into(value, typed) }
}

fn is_number(text: &str) -> bool {
    Tree::parse(text).is_ok_and(|tree| tree.root().kind() == Kind::Number)
}

#[cfg(test)]
mod tests;
