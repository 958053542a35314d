//! What an `<appmsg>` lacks that its type wants.

use super::schema_of;
use crate::layer::xml::Element;
use crate::problem::{Code, Problem, Severity, Source};
use crate::schema::{Rule, Schema, Shape};

/// Adds what is known to be wrong with an `<appmsg>`, with paths and places of its own text. What the vendor does not
/// document is a warning.
pub(crate) fn check(appmsg: Element<'_>, problems: &mut Vec<Problem>) {
    if let Some(schema) = schema_of(appmsg) {
        inside(schema, schema.root(), appmsg, problems);
    }
}

fn inside(schema: &Schema, rule: &Rule, element: Element<'_>, problems: &mut Vec<Problem>) {
    let Shape::Object(object) = &rule.shape else { return };
    for field in &object.fields {
        let rule = schema.rule(field.rule);
        match element.child(&field.name) {
            Some(child) => inside(schema, rule, child, problems),
            None if field.required => {
                let severity = match rule.source {
                    Source::Documented => Severity::Error,
                    Source::Observed | Source::Inferred => Severity::Warning,
                };
                let start = element.span().start;
                let problem = Problem::new(Code::Required).severity(severity).source(rule.source);
                problems.push(problem.at(format!("{}/{}", element.path(), field.name)).span(start..start + 1));
            }
            None => {}
        }
    }
}
