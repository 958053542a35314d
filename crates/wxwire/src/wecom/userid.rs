//! What a member's id looks like: letters, digits and a few signs, nothing that parts one from the next.

use crate::layer::json::Value;
use crate::problem::{Code, Problem, Severity, Source};

/// What is wrong with a text of ids with `|` between them, which should look as `wanted` does.
pub(super) fn doubt(ids: Value<'_>, wanted: &'static str) -> Option<Problem> {
    let text = ids.as_str()?;
    let is_part = |char: char| char.is_ascii_alphanumeric() || "_-.@".contains(char);
    // What is to be filled in is told elsewhere.
    let is_wrong = |id: &&str| !id.contains(['{', '$', '<']) && !id.chars().all(is_part);
    let wrong = text.split('|').map(str::trim).find(is_wrong)?;
    let problem = Problem::new(Code::WrongForm).expected(wanted).found(wrong);
    Some(problem.on(ids).source(Source::Documented).severity(Severity::Warning))
}
