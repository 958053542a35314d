//! What is quoted of a text, in a problem or in a failure, as it may be shown.

use std::ops::Range;

use super::text::masked_with_keys;
use super::{LEAST, MASK, is_name, keys, ranges};
use crate::order;
use crate::problem::{Code, Problem};

/// What a problem names in the place of a value.
const TYPES: [&str; 8] = ["null", "boolean", "integer", "number", "string", "array", "object", "text"];

/// Hides the secrets in what problems quote of a text, by what is a secret in the text itself: a quotation is cut, and tells
/// less.
pub fn hide_quoted(problems: &mut [Problem], source: &str) {
    let is_quoting = |one: &Problem| {
        let names_type = one.code == Code::WrongType && TYPES.contains(&one.found.as_str());
        !one.found.is_empty() && !names_type
    };
    // A path that leads nowhere is what was typed.
    for typed in problems.iter_mut().filter(|one| one.code == Code::NoSuchPath) {
        typed.path = masked_with_keys(&typed.path).into_owned();
    }
    if !problems.iter().any(is_quoting) {
        return;
    }
    let places = places(source);
    for problem in problems.iter_mut().filter(|one| is_quoting(one)) {
        let shown = shown(problem, source, &places);
        if shown != problem.found {
            *problem = problem.clone().found(&shown);
        }
    }
}

/// What a problem quotes, as it may be shown.
fn shown(problem: &Problem, source: &str, places: &[Range<usize>]) -> String {
    let found = problem.found.as_str();
    let Some(span) = problem.span.clone().filter(|span| source.get(span.clone()).is_some()) else {
        // What was to be written under a name stands in no source yet.
        let name = problem.path.rsplit(['/', '!']).next().unwrap_or_default();
        return if is_name(name) { MASK.to_owned() } else { masked_with_keys(found).into_owned() };
    };
    let first = places.partition_point(|place| place.end <= span.start);
    let mut inside = places[first..].iter().take_while(|place| place.start < span.end).peekable();
    if inside.peek().is_none() {
        return masked_with_keys(found).into_owned();
    }
    // One that is spelled otherwise in the source is not known again.
    let (whole, is_cut) = found.strip_suffix('…').map_or((found, false), |found| (found, true));
    let Some(at) = source[span.clone()].find(whole) else { return MASK.to_owned() };
    let start = span.start + at;
    let end = if is_cut { span.end } else { start + whole.len() };
    let (mut out, mut at) = (String::new(), start);
    for place in inside.filter(|place| place.end > start && place.start < end) {
        out.push_str(&source[at..place.start.max(at)]);
        out.push_str(MASK);
        at = place.end.min(end);
    }
    out.push_str(&source[at..end]);
    if is_cut { out.trim_end_matches(['"', '\'']).to_owned() } else { out }
}

/// What is said, without the secrets of a text that it may quote.
pub fn masked_of(said: &str, quoted: &str) -> String {
    let secrets = places(quoted).into_iter().map(|place| &quoted[place]).filter(|secret| secret.len() >= LEAST);
    secrets.fold(said.to_owned(), |said, secret| said.replace(secret, MASK))
}

/// The places of all secrets, those with no more than the look of one as well, in order and apart.
pub(crate) fn places(text: &str) -> Vec<Range<usize>> {
    let mut all: Vec<_> = ranges(text).chain(keys(text)).collect();
    order::sort_by_key(&mut all, |place| (place.start, usize::MAX - place.end));
    all.dedup_by(|later, first| later.start < first.end);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_shows_no_secret() {
        let key = "693a91f6-7aab-4bc4-97a0-0ec2a1f0a5aa";
        for (value, shown) in [
            ("wx.com/a?token=Zq7Lw2Xn9Kd4Vb8R&a=1".to_owned(), "wx.com/a?token=•••&a=1"),
            (format!("a.cn/of/a/path?key={key}"), "a.cn/of/a/path?key=•••"),
            ("token=Zq7Lw2Xn9Kd4Vb8R".to_owned(), "token=•••"),
            ("plain".to_owned(), "plain"),
        ] {
            let source = format!("{{\"url\": \"{value}\"}}");
            let problem = Problem::new(Code::WrongForm).span(8..source.len() - 1).found(&value);
            let mut problems = [problem];
            hide_quoted(&mut problems, &source);
            assert_eq!(problems[0].found, shown);
        }
        let mut problems = [
            Problem::new(Code::WrongType).found("string").at("/token"),
            Problem::new(Code::CannotHold).found("Zq7Lw2Xn9Kd4Vb8R").at("/token"),
            Problem::new(Code::NoSuchPath).at("/a?token=Zq7Lw2Xn9Kd4Vb8R"),
        ];
        hide_quoted(&mut problems, "{}");
        assert_eq!(problems.map(|one| one.path + " " + &one.found), ["/token string", "/token •••", "/a?token=••• "]);
    }

    #[test]
    fn what_is_said_shows_no_secret_of_what_it_quotes() {
        let quoted = "https://h/send?access_token=Zq7Lw2Xn9Kd4Vb8R";
        assert_eq!(masked_of(&format!("no such: {quoted}"), quoted), "no such: https://h/send?access_token=•••");
        assert_eq!(masked_of("token: none", "token: none"), "token: none");
    }
}
