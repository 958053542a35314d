//! The text of a pattern.

use std::iter::Peekable;
use std::str::Chars;

use super::set::Set;
use super::{MAX_UNITS, Times, Unit, Way};

/// The ways of a pattern: one, or several with `|` between them, which may stand in the one group that is the whole.
pub(super) fn ways(source: &str) -> Option<Vec<Way>> {
    let inner = source.strip_prefix("^(").and_then(|rest| rest.strip_suffix(")$"));
    let inner = inner.map(|inner| inner.strip_prefix("?:").unwrap_or(inner));
    match inner {
        Some(inner) => split(inner)?.into_iter().map(|part| way(&part, true)).collect(),
        None => split(source)?.into_iter().map(|part| way(&part, false)).collect(),
    }
}

/// The parts between `|`; none where there is a group.
fn split(source: &str) -> Option<Vec<String>> {
    let mut parts = vec![String::new()];
    let (mut in_class, mut escaped) = (false, false);
    for char in source.chars() {
        let is_plain = !std::mem::take(&mut escaped);
        match char {
            '\\' if is_plain => escaped = true,
            '[' if is_plain => in_class = true,
            ']' if is_plain => in_class = false,
            '(' | ')' if is_plain && !in_class => return None,
            '|' if is_plain && !in_class => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut()?.push(char);
    }
    Some(parts)
}

fn way(source: &str, is_whole: bool) -> Option<Way> {
    let start = source.strip_prefix('^');
    let body = start.unwrap_or(source);
    let slashes = |text: &str| text.len() - text.trim_end_matches('\\').len();
    let end = body.strip_suffix('$').filter(|rest| slashes(rest) % 2 == 0);
    let mut way = Way { units: vec![], at_start: is_whole || start.is_some(), at_end: is_whole || end.is_some() };
    let mut chars = end.unwrap_or(body).chars().peekable();
    while let Some(char) = chars.next() {
        let set = match char {
            '[' => class(&mut chars)?,
            '.' => Set::any(),
            '\\' => escape(chars.next()?)?,
            '^' | '$' | '*' | '+' | '?' | '{' | '}' | ']' => return None,
            char => Set::one(char),
        };
        let (least, most) = times(&mut chars)?;
        let more = match most {
            Some(most) => most.checked_sub(least)?,
            None => 1,
        };
        if way.units.len() + least + more > MAX_UNITS {
            return None;
        }
        let times = if most.is_none() { Times::Any } else { Times::AtMostOnce };
        way.units.extend(std::iter::repeat_n(Unit { set: set.clone(), times: Times::Once }, least));
        way.units.extend(std::iter::repeat_n(Unit { set, times }, more));
    }
    Some(way)
}

/// `[a-z_\d]`, behind its first bracket.
fn class(chars: &mut Peekable<Chars<'_>>) -> Option<Set> {
    let is_other = chars.next_if_eq(&'^').is_some();
    let mut set = Set::default();
    loop {
        let first = match chars.next()? {
            ']' => break,
            '\\' => match chars.next()? {
                letter if Set::named(letter).is_some() => {
                    set.extend(Set::named(letter)?)?;
                    continue;
                }
                letter => plain(letter)?,
            },
            char => char,
        };
        let mut ahead = chars.clone();
        let is_range = ahead.next() == Some('-') && ahead.next().is_some_and(|last| last != ']');
        if !is_range {
            set.add(first, first)?;
            continue;
        }
        chars.next();
        let last = match chars.next()? {
            '\\' => plain(chars.next()?)?,
            char => char,
        };
        set.add(first, last)?;
    }
    let set = if is_other { set.others() } else { set };
    (!set.is_empty()).then_some(set)
}

/// What stands behind a backslash.
fn escape(letter: char) -> Option<Set> {
    Set::named(letter).or_else(|| plain(letter).map(Set::one))
}

/// One character behind a backslash.
fn plain(letter: char) -> Option<char> {
    match letter {
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        sign if sign.is_ascii_punctuation() => Some(sign),
        _ => None,
    }
}

/// How often what stands before it: at least, and at most.
fn times(chars: &mut Peekable<Chars<'_>>) -> Option<(usize, Option<usize>)> {
    let times = match chars.peek() {
        Some('*') => (0, None),
        Some('+') => (1, None),
        Some('?') => (0, Some(1)),
        Some('{') => {
            chars.next();
            let mut said = String::new();
            loop {
                match chars.next()? {
                    '}' => break,
                    char => said.push(char),
                }
            }
            let (least, most) = said.split_once(',').map_or((said.as_str(), None), |(least, most)| (least, Some(most)));
            let least: usize = least.parse().ok()?;
            let times = match most {
                None => (least, Some(least)),
                Some("") => (least, None),
                Some(most) => (least, Some(most.parse().ok()?)),
            };
            return (chars.peek() != Some(&'+')).then_some(times);
        }
        _ => return Some((1, Some(1))),
    };
    chars.next();
    // As few as will do, or as many: the same texts.
    chars.next_if_eq(&'?');
    (chars.peek() != Some(&'+')).then_some(times)
}
