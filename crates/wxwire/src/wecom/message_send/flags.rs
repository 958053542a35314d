//! What is asked of a kind that does not have it.

use crate::layer::json::Value;
use crate::problem::{Code, Problem, Source};

/// The kinds whose text may hold ids that are translated.
const TRANSLATED: [&str; 8] = [
    "text",
    "textcard",
    "news",
    "mpnews",
    "interactive_taskcard",
    "miniprogram_notice",
    "template_msg",
    "template_card",
];

/// Confidential news, ids in what has no text, an interval of no check.
pub(super) fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
    let is = |name: &str, number: &str| values.get(name).filter(|value| value.source() == number);
    let is_kind = |kind: &str| values.get("msgtype").is_some_and(|own| own.is_str(kind));
    if let Some(safe) = is("safe", "1").filter(|_| is_kind("news")) {
        let problem = Problem::new(Code::UnknownValue).found("1").expected("0");
        problems.push(problem.on(safe).source(Source::Documented));
    }
    if let Some(safe) = is("safe", "2").filter(|_| !is_kind("mpnews")) {
        let problem = Problem::new(Code::UnknownValue).found("2").expected("0 | 1");
        problems.push(problem.on(safe).source(Source::Observed));
    }
    if let Some(flag) = is("enable_id_trans", "1").filter(|_| !TRANSLATED.iter().any(|kind| is_kind(kind))) {
        problems.push(Problem::new(Code::Ignored).on(flag).source(Source::Documented));
    }
    let interval = values.get("duplicate_check_interval").filter(|_| is("enable_duplicate_check", "1").is_none());
    if let Some(interval) = interval {
        let problem = Problem::new(Code::Ignored).expected("enable_duplicate_check 1");
        problems.push(problem.on(interval).source(Source::Inferred));
    }
}
