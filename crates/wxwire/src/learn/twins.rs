//! Calls of one method at one path. OpenAPI has a place for one; further ones stand under the path with a `#` behind it. On
//! the wire a value that each has fixed tells them apart: without one, nobody could say which of them a request is.

use std::collections::BTreeMap;

use super::call::Call;
use super::field::{Field, Place};
use super::notes::Notes;
use crate::lang::Words;
use crate::layer::json::{Kind, Tree, Value};

/// So many calls of one method may stand at one path: each is compared with the others.
const MOST: usize = 200;

/// The members and parameters that a call has fixed, each with the JSON of its one value.
pub(super) type Fixed = BTreeMap<String, String>;

/// The calls so far, by path and method.
#[derive(Debug, Default)]
pub(super) struct Twins {
    known: BTreeMap<(String, String), Vec<Fixed>>,
}

impl Twins {
    /// Takes a call in where something tells it from all that are there.
    pub(super) fn take(&mut self, path: &str, method: &str, fixed: Fixed) -> bool {
        let known = self.known.entry((path.to_owned(), method.to_owned())).or_default();
        let differs = |other: &Fixed| fixed.iter().any(|(name, value)| other.get(name).is_some_and(|own| own != value));
        let is_told = known.len() < MOST && known.iter().all(differs);
        if is_told {
            known.push(fixed);
        }
        is_told
    }
}

/// What a call of OpenAPI has fixed; `led` says what a value refers to.
pub(super) fn fixed<'t>(call: Value<'t>, led: &dyn Fn(Value<'t>) -> Option<Value<'t>>) -> Fixed {
    let mut fixed = Fixed::new();
    let mut add = |name: Value<'t>, schema: Option<Value<'t>>| {
        if let (Some(name), Some(only)) = (name.as_str(), schema.and_then(led).and_then(only)) {
            fixed.insert(name.into_owned(), only);
        }
    };
    for parameter in call.get("parameters").into_iter().flat_map(Value::items).filter_map(led) {
        if let (true, Some(name)) =
            (parameter.get("in").is_some_and(|place| place.is_str("query")), parameter.get("name"))
        {
            add(name, parameter.get("schema"));
        }
    }
    let body =
        call.get("requestBody").and_then(led).and_then(|body| body.get("content")?.members().next()?.1.get("schema"));
    let whole = body.and_then(led);
    let parts = whole.and_then(|whole| whole.get("allOf")).into_iter().flat_map(Value::items).filter_map(led);
    for (name, schema) in
        whole.into_iter().chain(parts).filter_map(|one| one.get("properties")).flat_map(Value::members)
    {
        add(name, Some(schema));
    }
    fixed
}

/// The one value of a schema.
fn only(schema: Value<'_>) -> Option<String> {
    let one = |list: &str| schema.get(list).filter(|list| list.items().count() == 1)?.items().next();
    let of_one = || one("oneOf").or_else(|| one("anyOf"))?.get("const");
    schema.get("const").or_else(|| one("enum")).or_else(of_one).map(|value| value.source().to_owned())
}

/// What fields are called that say which call it is.
const KINDS: [&str; 11] =
    ["type", "kind", "action", "act", "cmd", "command", "method", "event", "operation", "service", "function"];

/// Fixes in each call of one method at one path the value that tells it from the others, as far as the source shows one.
pub(super) fn tell_apart(calls: &mut [Call], notes: &mut Notes) {
    let mut groups: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (at, call) in calls.iter().enumerate() {
        groups.entry((call.path.clone(), call.method.clone())).or_default().push(at);
    }
    for group in groups.into_values().filter(|group| (2..=MOST).contains(&group.len())) {
        let values = |field: &Field| {
            let all: Option<Vec<_>> = group.iter().map(|at| value(&calls[*at], field.place, &field.name)).collect();
            all.map(|all| (field.place, field.name.clone(), all))
        };
        let different = |all: &[String]| all.iter().collect::<std::collections::BTreeSet<_>>().len();
        let told = fields(&calls[group[0]]).filter_map(values).filter(|(.., all)| different(all) > 1);
        // Of equals the first.
        let Some((place, name, all)) = told.rev().max_by_key(|(.., all)| different(all)) else { continue };
        for (at, value) in group.into_iter().zip(all) {
            fix(&mut calls[at], place, &name, value, notes);
        }
    }
}

/// The fields that can tell calls apart: those of the query, and the outermost of the body.
fn fields(call: &Call) -> impl DoubleEndedIterator<Item = &Field> {
    call.parameters.iter().filter(|one| one.place == Place::Query).chain(&call.body.fields)
}

/// The value of a field that can tell a call from others.
fn value(call: &Call, place: Place, name: &str) -> Option<String> {
    let field = fields(call).find(|one| (one.place, &*one.name) == (place, name))?;
    if let [(value, _)] = &field.choices[..] {
        return Some(value.clone());
    }
    let lower = name.to_ascii_lowercase();
    if !field.choices.is_empty() || !KINDS.iter().any(|kind| lower.ends_with(kind)) {
        return None;
    }
    let shown = call.examples.first().and_then(|(_, body)| Tree::parse(body).ok());
    let shown = shown.as_ref().and_then(|body| body.root().get(name));
    let shown = shown.filter(|value| place == Place::Body && matches!(value.kind(), Kind::String | Kind::Number));
    let shown = shown.map(|value| value.source().to_owned()).or_else(|| field.example.clone());
    shown.filter(|value| value != "\"\"" && value.len() <= 100)
}

fn fix(call: &mut Call, place: Place, name: &str, value: String, notes: &mut Notes) {
    let said = format!("{name} = {value}");
    call.told = Some(format!("{name}={}", value.trim_matches('"')));
    let parameters = call.parameters.iter_mut().filter(|one| one.place == Place::Query);
    let Some(field) = parameters.chain(&mut call.body.fields).find(|one| (one.place, &*one.name) == (place, name))
    else {
        return;
    };
    field.required = true;
    if field.choices.len() != 1 {
        field.choices = vec![(value, String::new())];
        notes.guessed(call.span.clone(), &said, FIXED);
    }
}

/// Why a call has no place.
pub(super) const SAME_PATH: Words = Words::new(
    "与前面的接口路径和方法都相同，也没有固定值可以区分",
    "of the same path and method as one before, and no fixed value tells the two apart",
);

const FIXED: Words = Words::new(
    "同一路径和方法有几个接口，用这个值区分",
    "several calls have this path and method: this value tells them apart",
);
