//! What an `<appmsg>` lacks that its type wants, and what it has that its type does not look at.

use super::{TYPES, find, schema_of};
use crate::layer::escape::TEXT;
use crate::layer::json::quote;
use crate::layer::xml::Element;
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

/// Adds why a text is not XML, where it would be an `<appmsg>` if it were unescaped.
pub(crate) fn check_escaped(text: &str, problems: &mut Vec<Problem>) {
    let unescaped = TEXT.decode(text);
    let unescaped = unescaped.trim_ascii_start();
    if unescaped.starts_with(b"<appmsg") && !text.trim_start().starts_with('<') {
        let problem = Problem::new(Code::Escaped).source(Source::Inferred);
        problems.push(problem.expected("<appmsg"));
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
    matches!(rule.shape, Shape::Object(_)) && !says_something(element)
}
