//! What no schema can say of a message's content.

use crate::layer::json::Value;
use crate::problem::{Code, Problem, Severity, Source};
use crate::wecom::template_card::missing;

/// The rules of what a message holds, of whatever kind it is.
pub(in super::super) fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
    if let Some(text) = values.get("text").filter(|text| text.get("content").is_some()) {
        missing(text, "content", Source::Documented, problems);
    }
    // The list holds eight.
    for article in values.get("news").and_then(|news| news.get("articles")).into_iter().flat_map(Value::items).take(8) {
        let filled = |name: &str| article.get(name).is_some_and(|value| !value.is_str(""));
        match (filled("appid"), filled("pagepath")) {
            (true, false) => missing(article, "pagepath", Source::Documented, problems),
            (false, true) => missing(article, "appid", Source::Documented, problems),
            (false, false) if !filled("url") => {
                let problem = Problem::new(Code::RequiredOneOf).expected("url | appid + pagepath");
                problems.push(problem.on(article).source(Source::Documented));
            }
            _ => {}
        }
    }
    let url = values.get("textcard").and_then(|card| card.get("url"));
    let has_scheme = |url: &str| url.starts_with("https://") || url.starts_with("http://");
    if let Some(url) = url.filter(|url| url.as_str().is_some_and(|text| !has_scheme(&text))) {
        let problem = Problem::new(Code::WrongForm).expected("https://…").found(url.inner());
        problems.push(problem.on(url).source(Source::Documented).severity(Severity::Warning));
    }
}
