//! Every limit of every field of the catalog: at N nothing is said of it, at N + 1 it is, in its unit; and every value of
//! another type is told by the type that was expected.
#![allow(clippy::panic)] // A test that cannot go on says why.

use serde_json::{Value, json};
use wxwire::catalog;
use wxwire::operation::Entry;
use wxwire::problem::{Code, Problem, Severity, Source, Unit};
use wxwire::schema::{Rule, Shape};

/// A value of an example, by its pointer, and its rule.
type Place<'r> = (String, &'r Rule);

/// Every value of an example that has a rule.
fn places<'r>(entry: &'r Entry, rule: &'r Rule, value: &Value, pointer: &str, found: &mut Vec<Place<'r>>) {
    found.push((pointer.to_owned(), rule));
    match (&rule.shape, value) {
        (Shape::Object(object), Value::Object(members)) => {
            let fields = match &object.tag {
                None => &object.fields,
                Some(tag) => {
                    let named = members[&tag.field].as_str().expect("an example's tag is text");
                    let variant = object.variant(named).unwrap_or_else(|| panic!("{}: {named}", entry.id));
                    assert_eq!(variant.value, named);
                    &variant.fields
                }
            };
            for (name, value) in members {
                if let Some(field) = fields.iter().find(|field| field.name == *name) {
                    places(entry, entry.schema().rule(field.rule), value, &format!("{pointer}/{name}"), found);
                }
            }
        }
        (Shape::List { items, .. }, Value::Array(list)) => {
            for (at, item) in list.iter().enumerate() {
                places(entry, entry.schema().rule(*items), item, &format!("{pointer}/{at}"), found);
            }
        }
        _ => {}
    }
}

/// For every value of every example: what a change of it is told, at its place.
fn over_the_catalog(mut look: impl FnMut(&Entry, &Rule, &Value, &dyn Fn(Value) -> Vec<Problem>)) {
    for entry in catalog::entries() {
        for example in entry.examples() {
            let values: Value = serde_json::from_str(&example.values).expect("JSON");
            let mut found = Vec::new();
            places(entry, entry.schema().root(), &values, "", &mut found);
            for (pointer, rule) in found {
                let changed = |value: Value| {
                    let mut values = values.clone();
                    *values.pointer_mut(&pointer).expect("it was found there") = value;
                    let problems = entry.check(values.to_string().as_bytes());
                    problems.into_iter().filter(|problem| problem.path == pointer).collect()
                };
                look(entry, rule, values.pointer(&pointer).expect("it was found there"), &changed);
            }
        }
    }
}

/// A text of so many characters that keeps to those that a field may hold.
fn text(length: usize) -> Value {
    "1".repeat(length).into()
}

#[test]
fn a_limit_is_crossed_only_beyond_it() {
    let mut limits = 0;
    over_the_catalog(|entry, rule, value, changed| {
        let mut check = |code: Code, unit: Option<Unit>, limit: i64, good: Value, bad: Value| {
            limits += 1;
            let of = |problems: Vec<Problem>| problems.into_iter().find(|one| one.code == code && one.unit == unit);
            assert_eq!(of(changed(good)), None, "{} {code:?} {limit}", entry.id);
            let problem = of(changed(bad)).unwrap_or_else(|| panic!("{} {code:?} {limit}", entry.id));
            assert_eq!((problem.limit, problem.source), (Some(limit), Some(rule.source)), "{}", entry.id);
            let refuses = rule.source == Source::Documented && !rule.cut;
            assert_eq!(problem.severity == Severity::Error, refuses, "{} {problem:?}", entry.id);
        };
        match &rule.shape {
            Shape::Text(limits) if rule.file.is_none() => {
                let sizes = [
                    (limits.min_characters, limits.max_characters, Unit::Characters),
                    (limits.min_bytes, limits.max_bytes, Unit::Bytes),
                ];
                for (min, max, unit) in sizes {
                    if let Some(min) = min.filter(|min| *min > 0) {
                        check(Code::TooShort, Some(unit), min as i64, text(min), text(min - 1));
                    }
                    if let Some(max) = max {
                        check(Code::TooLong, Some(unit), max as i64, text(max), text(max + 1));
                    }
                }
            }
            Shape::List { min, max, .. } => {
                let item = value.get(0).cloned().unwrap_or_else(|| json!("1"));
                let list = |length: usize| Value::from(vec![item.clone(); length]);
                if let Some(min) = min.filter(|min| *min > 0) {
                    check(Code::TooFew, Some(Unit::Items), min as i64, list(min), list(min - 1));
                }
                if let Some(max) = *max {
                    check(Code::TooMany, Some(Unit::Items), max as i64, list(max), list(max + 1));
                }
            }
            Shape::Integer(bounds) | Shape::Number(bounds) => {
                if let Some(min) = bounds.min {
                    check(Code::TooSmall, rule.unit, min, min.into(), (min - 1).into());
                }
                if let Some(max) = bounds.max {
                    check(Code::TooBig, rule.unit, max, max.into(), (max + 1).into());
                }
            }
            _ => {}
        }
    });
    assert!(limits > 30, "{limits} limits");
}

#[test]
fn another_type_is_told_by_the_one_that_was_expected() {
    let mut told = 0;
    over_the_catalog(|entry, rule, _, changed| {
        for (other, name) in
            [(json!(1.5), "1.5"), (json!(true), "boolean"), (json!([]), "array"), (json!({}), "object")]
        {
            let problems = changed(other);
            for problem in problems.iter().filter(|problem| problem.code == Code::WrongType) {
                told += 1;
                assert!(
                    !problem.expected.is_empty() && [name, "number"].contains(&problem.found.as_str()),
                    "{}: {problem:?}",
                    entry.id
                );
                if matches!(rule.shape, Shape::Text(_)) {
                    assert_eq!(problem.expected, "string", "{}", entry.id);
                }
            }
            let is_any = matches!(rule.shape, Shape::Any | Shape::Either(_));
            let fits = is_any
                || matches!(
                    (&rule.shape, name),
                    (Shape::Number(_), "1.5")
                        | (Shape::Bool, "boolean")
                        | (Shape::List { .. }, "array")
                        | (Shape::Object(_), "object")
                );
            if !fits {
                assert!(
                    problems
                        .iter()
                        .any(|problem| problem.code == Code::WrongType || problem.code == Code::UnknownValue),
                    "{} {:?} {name}: {problems:?}",
                    entry.id,
                    rule.shape
                );
            }
        }
    });
    assert!(told > 300, "{told}");
}

#[test]
fn a_name_with_a_letter_too_few_is_told_with_the_right_one() {
    let mut told = 0;
    for entry in catalog::entries() {
        for example in entry.examples() {
            let values: Value = serde_json::from_str(&example.values).expect("JSON");
            let members = values.as_object().expect("an object");
            // What names the variant names its fields, too.
            let tag = match &entry.schema().root().shape {
                // Where anything may stand, nothing is misspelt.
                Shape::Object(object) if object.open => continue,
                Shape::Object(object) => object.tag.as_ref().map(|tag| tag.field.as_str()),
                _ => None,
            };
            for name in members.keys().filter(|name| name.len() > 2 && Some(name.as_str()) != tag) {
                let wrong = &name[..name.len() - 1];
                let renamed = members.iter().map(|(key, value)| {
                    let key = if key == name { wrong } else { key };
                    (key.to_owned(), value.clone())
                });
                let renamed = Value::Object(renamed.collect());
                let problems = entry.check(renamed.to_string().as_bytes());
                let unknown = problems.iter().find(|one| one.code == Code::UnknownField);
                let Some(problem) = unknown else { panic!("{} {wrong}: {problems:?}", entry.id) };
                told += 1;
                assert_eq!((&problem.path[1..], &problem.expected), (wrong, name), "{}", entry.id);
            }
        }
    }
    assert!(told > 30, "{told}");
}
