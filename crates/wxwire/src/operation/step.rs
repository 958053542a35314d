//! A step of a path, which may have parameters in it: `{id}`, `{id}.json`, `{name}:{verb}`. Filling one in and reading it
//! back are each other's inverse.

use std::iter;

/// A piece of a step.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Piece<'p> {
    Text(&'p str),
    Name(&'p str),
}

/// Whether a path can be filled in and read back: every brace has its other, a parameter has a name, and between two of a
/// step stands something that ends the first.
pub(crate) fn is_path(path: &str) -> bool {
    path.starts_with('/') && !path.contains(['?', '#']) && path.split('/').all(|step| pieces(step).is_some())
}

/// The names of the parameters of a path.
pub(crate) fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').flat_map(|step| pieces(step).unwrap_or_default()).filter_map(|piece| match piece {
        Piece::Name(name) => Some(name),
        Piece::Text(_) => None,
    })
}

/// How many bytes of a path are no parameter.
pub(crate) fn plain(path: &str) -> usize {
    path.len() - names(path).map(|name| name.len() + "{}".len()).sum::<usize>()
}

/// The pieces of a step; `None` where it cannot be one.
fn pieces(step: &str) -> Option<Vec<Piece<'_>>> {
    let (mut all, mut rest) = (Vec::new(), step);
    while !rest.is_empty() {
        let (text, name) = match rest.split_once('{') {
            None => (rest, None),
            Some((text, behind)) => {
                let (name, behind) = behind.split_once('}')?;
                rest = behind;
                (text, Some(name))
            }
        };
        let between = name.is_some() && matches!(all.last(), Some(Piece::Name(_)));
        if text.contains('}') || between && (text.is_empty() || text.starts_with('%')) {
            return None;
        }
        if !text.is_empty() {
            all.push(Piece::Text(text));
        }
        match name {
            None => break,
            Some(name) if name.is_empty() || name.contains('{') => return None,
            Some(name) => all.push(Piece::Name(name)),
        }
    }
    Some(all)
}

/// A step with its parameters filled in, encoded; one without a value keeps its braces.
pub(crate) fn filled(step: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let Some(pieces) = pieces(step) else { return step.to_owned() };
    let piece = |(at, piece): (usize, &Piece<'_>)| match *piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Name(name) => match (value(name), pieces.get(at + 1), pieces.get(at + 2)) {
            (None, ..) => format!("{{{name}}}"),
            (Some(value), Some(Piece::Text(separator)), Some(_)) => encoded(&value, separator.bytes().next()),
            (Some(value), ..) => encoded(&value, None),
        },
    };
    pieces.iter().enumerate().map(piece).collect()
}

/// A value, encoded; also what begins the text that ends it.
fn encoded(value: &str, end: Option<u8>) -> String {
    let ends = |byte: u8| end.is_some_and(|end| end.eq_ignore_ascii_case(&byte));
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' if !ends(byte) => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    value.bytes().map(byte).collect()
}

/// The parameters of a step in a path that somebody wrote, each with its text as it stands there; `None` where it is another
/// step. Letters count as in any case.
pub(crate) fn read<'p, 't>(step: &'p str, written: &'t str) -> Option<Vec<(&'p str, &'t str)>> {
    let (pieces, mut rest, mut found) = (pieces(step)?, written, Vec::new());
    let mut next = pieces.iter().copied().peekable();
    while let Some(piece) = next.next() {
        let name = match piece {
            Piece::Text(text) => {
                rest = rest.get(begins(rest, text)?..)?;
                continue;
            }
            Piece::Name(name) => name,
        };
        let (value, behind) = match next.next_if(|piece| matches!(piece, Piece::Text(_))) {
            Some(Piece::Text(text)) if next.peek().is_some() => {
                let at = edges(rest).skip(1).find(|at| begins(&rest[*at..], text).is_some())?;
                (&rest[..at], &rest[at + text.len()..])
            }
            Some(Piece::Text(text)) => {
                let at =
                    edges(rest).find(|at| rest.len() - at == text.len() && begins(&rest[*at..], text).is_some())?;
                (&rest[..at], "")
            }
            _ => (rest, ""),
        };
        if value.is_empty() {
            return None;
        }
        found.push((name, value));
        rest = behind;
    }
    rest.is_empty().then_some(found)
}

/// The length of a text that another begins with.
fn begins(whole: &str, text: &str) -> Option<usize> {
    whole.get(..text.len()).filter(|start| start.eq_ignore_ascii_case(text)).map(str::len)
}

/// Where signs begin, an encoded one being one sign, and the end.
fn edges(text: &str) -> impl Iterator<Item = usize> {
    let sign = |at: usize| match text.as_bytes()[at..] {
        [b'%', one, two, ..] if one.is_ascii_hexdigit() && two.is_ascii_hexdigit() => 3,
        _ => text[at..].chars().next().map_or(0, char::len_utf8),
    };
    iter::successors(Some(0), move |at| (*at < text.len()).then(|| at + sign(*at)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{filled, is_path, read};
    use crate::layer::escape::percent_decode;

    const STEPS: [&str; 8] =
        ["{a}", "{a}.json", "v{a}", "{a}:{b}", "{a}-{b}", "{a}and{b}.{c}", "x{a}2{b}F", "{a}.tar.{b}"];

    #[test]
    fn a_path_that_cannot_be_read_back_is_none() {
        for step in STEPS {
            assert!(is_path(&format!("/v1/{step}/x")), "{step}");
        }
        for step in ["{a}{b}", "{}", "{a", "a}", "{a}}", "{{a}}", "{a{b}}", "}{", "{a}%20{b}", "a?b", "a#b"] {
            assert!(!is_path(&format!("/v1/{step}")), "{step}");
        }
    }

    #[test]
    fn another_step_is_none() {
        for (step, written) in [
            ("{a}.json", "x.xml"),
            ("{a}.json", ".json"),
            ("v{a}", "v"),
            ("v{a}", "w1"),
            ("{a}:{b}", "x"),
            ("{a}:{b}", ":x"),
            ("{a}:{b}", "x:"),
            ("x{a}2{b}F", "x12%2F"),
        ] {
            assert_eq!(read(step, written), None, "{step} {written}");
        }
        assert_eq!(read("{a}.json", "x.JSON.json"), Some(vec![("a", "x.JSON")]));
        assert_eq!(read("{a}.json", "群.json"), Some(vec![("a", "群")]));
    }

    proptest! {
        #[test]
        fn what_is_filled_in_is_read_back(step in 0..STEPS.len(), values in prop::collection::vec("[ -~群é]{1,6}", 3)) {
            let values: BTreeMap<_, _> = ["a", "b", "c"].into_iter().zip(values).collect();
            let written = filled(STEPS[step], |name| values.get(name).cloned());
            prop_assert!(written.bytes().all(|byte| !b"/?#\\ ".contains(&byte)), "{}", written);
            let found = read(STEPS[step], &written).expect(&written);
            for (name, text) in &found {
                prop_assert_eq!(&percent_decode(text), &values[name], "{} {}", written, name);
            }
            prop_assert_eq!(found.len(), STEPS[step].matches('{').count());
        }

        #[test]
        fn anything_can_be_read(step in 0..STEPS.len(), written in "\\PC{0,12}|[ax2F%.:-]{0,12}") {
            let _ = read(STEPS[step], &written);
        }
    }
}
