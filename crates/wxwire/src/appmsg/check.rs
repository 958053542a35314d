//! What an `<appmsg>` lacks that its type wants, and what it has that its type does not look at.

use super::{TYPES, find, schema_of};
use crate::layer::escape::TEXT;
use crate::layer::json::{Value, quote};
use crate::layer::xml::{Element, Tree};
use crate::problem::{Code, Problem, Severity, Source};
use crate::schema::{Rule, Schema, Shape};

/// Adds what is known to be wrong with an `<appmsg>`, with paths and places of its own text. What the vendor does not
/// document is a warning.
pub(crate) fn check(appmsg: Element<'_>, problems: &mut Vec<Problem>) {
    if let Some(schema) = schema_of(appmsg) {
        inside(schema, schema.root(), appmsg, problems);
    }
    if appmsg.name() == "appmsg" {
        kind(appmsg, problems);
    }
}

/// Adds what is known to be wrong with the `<appmsg>` that a member of some values holds.
pub(crate) fn check_in(values: Value<'_>, member: &str, problems: &mut Vec<Problem>) {
    let Some(xml) = values.get(member) else { return };
    let Some(text) = xml.as_str() else { return };
    let mut found = Vec::new();
    match Tree::parse(&text) {
        Ok(tree) => check(tree.root(), &mut found),
        // What is no XML has a problem already.
        Err(_) => check_escaped(&text, "<appmsg", &mut found),
    }
    problems.extend(found.into_iter().map(|problem| problem.inside(xml, "xml")));
}

/// Adds why a text is not XML, where it would begin so if it were unescaped.
pub(crate) fn check_escaped(text: &str, begin: &str, problems: &mut Vec<Problem>) {
    let unescaped = TEXT.decode(text);
    let unescaped = unescaped.trim_ascii_start();
    let is_begun = unescaped.starts_with(begin.as_bytes()) || unescaped.starts_with(b"<?xml");
    if is_begun && !text.trim_start().starts_with('<') {
        let problem = Problem::new(Code::Escaped).source(Source::Inferred);
        problems.push(problem.expected(begin));
    }
}

/// Without a type that is a number, nobody knows what the message is; one that no table has is passed on.
fn kind(appmsg: Element<'_>, problems: &mut Vec<Problem>) {
    let Some(element) = appmsg.child("type") else {
        let problem = Problem::new(Code::Required).severity(Severity::Warning).source(Source::Observed);
        problems.push(problem.at(format!("{}/type", appmsg.path())).span(tag(appmsg)));
        return;
    };
    let text = element.text();
    let problem = match text.trim().parse() {
        Err(_) => Problem::new(Code::WrongType).severity(Severity::Warning).expected("integer").found(&quote(&text)),
        Ok(number) => match find(number) {
            Some(kind) => {
                if let Some(check) = kind.check {
                    check(appmsg, problems);
                }
                return foreign(appmsg, kind.schema(), &text, problems);
            }
            None => Problem::new(Code::Undocumented),
        },
    };
    problems.push(problem.source(Source::Observed).at(element.path()).span(element.span()));
}

/// Notes elements that only other types use. Empty ones stand everywhere: clients write them into every message.
fn foreign(appmsg: Element<'_>, schema: &Schema, kind: &str, problems: &mut Vec<Problem>) {
    let others = |name: &str| TYPES.iter().any(|other| other.schema().has(name));
    let strange = |child: &Element<'_>| !schema.has(child.name()) && others(child.name()) && says_something(*child);
    for child in appmsg.elements().filter(strange) {
        let problem = Problem::new(Code::Ignored).severity(Severity::Note).source(Source::Observed);
        let why = format!("<type> {}", kind.trim());
        problems.push(problem.expected(why).at(child.path()).span(tag(child)));
    }
}

/// Whether there is a text in an element that is more than a default.
fn says_something(element: Element<'_>) -> bool {
    match element.elements().next() {
        None => !matches!(element.text().trim(), "" | "0" | "false"),
        Some(_) => element.elements().any(says_something),
    }
}

/// Where an element begins.
fn tag(element: Element<'_>) -> std::ops::Range<usize> {
    let start = element.span().start;
    start..start + 1
}

fn inside(schema: &Schema, rule: &Rule, element: Element<'_>, problems: &mut Vec<Problem>) {
    let Shape::Object(object) = &rule.shape else { return };
    for field in &object.fields {
        let rule = schema.rule(field.rule);
        if field.name.strip_prefix('@').is_some_and(|name| element.attribute(name).is_some()) {
            continue;
        }
        match element.child(&field.name) {
            // An empty shell is as good as none.
            Some(child) if !(field.required && is_shell(rule, child)) => inside(schema, rule, child, problems),
            _ if field.required => {
                let severity = match rule.source {
                    Source::Documented => Severity::Error,
                    Source::Observed | Source::Inferred => Severity::Warning,
                };
                let problem = Problem::new(Code::Required).severity(severity).source(rule.source);
                problems.push(problem.at(format!("{}/{}", element.path(), field.name)).span(tag(element)));
            }
            _ => {}
        }
    }
}

/// Whether an element that should hold others says nothing.
fn is_shell(rule: &Rule, element: Element<'_>) -> bool {
    matches!(rule.shape, Shape::Object(_)) && element.attributes().next().is_none() && !says_something(element)
}
