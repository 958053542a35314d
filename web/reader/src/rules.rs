//! What is wrong with values by the rules of their call, which the page's own check does not know.

use wxwire::lang::Lang;
use wxwire::layer::json::{Object, array};
use wxwire::problem::{Problem, Source};

use crate::question::Question;

/// The problems, a list of `{"path", "code", "severity", "message", "source", "span"}`.
pub(crate) fn found(question: Question<'_>) -> Option<String> {
    let found = question.entry()?.check_rules(question.text("text").as_bytes(), now());
    let lang = Lang::of_locale(&question.text("lang"));
    Some(array(found.iter().map(|problem| told(problem, lang))))
}

/// What time it is, in Unix seconds.
fn now() -> Option<i64> {
    Some((js_sys::Date::now() / 1000.0) as i64)
}

fn told(problem: &Problem, lang: Lang) -> String {
    let object = Object::new()
        .text("path", &problem.path)
        .text("code", problem.code.name())
        .text("severity", problem.severity.name())
        .text("message", &problem.message(lang))
        .some("source", problem.source.map(Source::name));
    match &problem.span {
        Some(span) => object.json("span", &format!("[{},{}]", span.start, span.end)).end(),
        None => object.end(),
    }
}
