//! What no schema can say of a card.

use crate::layer::json::Value;
use crate::problem::{Code, Problem, Source, Unit};

/// The rules of the card in a message, if there is one.
pub(in super::super) fn check_in(message: Value<'_>, problems: &mut Vec<Problem>) {
    if let Some(card) = message.get("template_card") {
        check(card, problems);
    }
}

/// The rules of a card, of whatever kind it is.
pub(in super::super) fn check(card: Value<'_>, problems: &mut Vec<Problem>) {
    if card.get("action_menu").is_some() {
        missing(card, "task_id", Source::Documented, problems);
    }
    let is = |name: &str| card.get("card_type").is_some_and(|kind| kind.is_str(name));
    let one_of = |names: &str| Problem::new(Code::RequiredOneOf).expected(names).on(card).source(Source::Documented);
    let title = card.get("main_title").and_then(|title| title.get("title"));
    if is("text_notice") && [title, card.get("sub_title_text")].iter().flatten().all(|text| text.is_str("")) {
        problems.push(one_of("main_title.title | sub_title_text"));
    }
    if is("news_notice") && card.get("card_image").or(card.get("image_text_area")).is_none() {
        problems.push(one_of("card_image | image_text_area"));
    }
    let ratio = card.get("card_image").and_then(|image| image.get("aspect_ratio"));
    if let Some(ratio) = ratio.filter(|ratio| ratio.as_str().is_none() && !is_ratio(ratio.source())) {
        let problem = Problem::new(Code::UnknownValue).found(ratio.source()).expected("1.3–2.25");
        problems.push(problem.on(ratio).source(Source::Documented));
    }
}

/// Whether a number is one that a picture may have, told by its digits.
fn is_ratio(number: &str) -> bool {
    let digits = if number.contains('.') { number.trim_end_matches('0') } else { number };
    matches!(digits.as_bytes().get(1), None | Some(b'.')) && ("1.3"..="2.25").contains(&digits)
}

/// A member that must be there, and hold something.
pub(in super::super) fn missing(object: Value<'_>, member: &str, source: Source, problems: &mut Vec<Problem>) {
    let problem = match object.get(member) {
        None => {
            let start = object.span().start;
            let path = format!("{}/{member}", object.pointer());
            Problem::new(Code::Required).at(path).span(start..start + 1)
        }
        Some(value) if value.is_str("") => Problem::new(Code::TooShort).measured(1, 0, Unit::Characters).on(value),
        Some(_) => return,
    };
    problems.push(problem.source(source));
}

#[cfg(test)]
mod tests;
