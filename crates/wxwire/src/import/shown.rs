//! What an import shows, without the secrets that stand in the text. Of a call's values, whole values are hidden by their
//! names, and no letter of a text changes: it is what will be sent. Whatever is hidden there is told.

use std::ops::Range;

use super::blot::remark;
use super::imported::Imported;
use super::operation::is_values;
use super::report::{Dropped, Repair, Why};
use crate::layer::json::quote;
use crate::problem::Code;
use crate::secret::{
    Credentials, LEAST, MASK, blot, blotted, is_random, masked, masked_with_keys, members, ranges, unnamed,
};

impl Imported {
    /// The same with every secret masked in what is shown, the values too. `hidden` is where the source holds some.
    pub(super) fn without_secrets(mut self, source: &str, hidden: &[Range<usize>]) -> Self {
        let hides = |span: &Range<usize>| {
            let next = hidden.partition_point(|one| one.end <= span.start);
            hidden.get(next).is_some_and(|one| one.start < span.end)
        };
        let secrets = &self.credentials;
        self.repairs = self.repairs.into_iter().map(|one| repair(one, secrets, &hides)).collect();
        self.dropped = self.dropped.into_iter().map(|one| dropped(in_source(one, source, hidden), secrets)).collect();
        let is_its = self.problems.iter().all(|problem| problem.code != Code::NotItsBody);
        // Where it is one of several calls', too, the text of a message is what will be sent; a `url` alone is anybody's.
        let is_ones = || !self.candidates.is_empty() && self.values.as_deref().is_some_and(is_values);
        let is_payload = is_its && (self.operation.is_some() || is_ones());
        if let Some(mut values) = self.values.take() {
            let own = if is_payload { &[] } else { hidden };
            for place in found_again(&values, source, own) {
                values = values.replace(&source[place.clone()], MASK);
                self.dropped.push(Dropped::new(Why::Secret, place, MASK));
            }
            let (shown, hidden) = hide(&values, is_payload);
            for secret in hidden {
                let start = source.find(secret).unwrap_or_default();
                self.dropped.push(Dropped::new(Why::Secret, start..(start + secret.len()).min(source.len()), MASK));
            }
            self.values = Some(shown);
        }
        for one in &mut self.problems {
            one.found = masked_with_keys(&secrets.mask(&one.found)).into_owned();
            // Of a value of the wrong type its kind is told, which is no part of the text.
            let told = one.code != Code::WrongType && !one.found.is_empty();
            if told && one.span.as_ref().is_some_and(hides) {
                one.found = MASK.into();
            }
        }
        self
    }
}

/// The secrets of a source, told by what stands around them, that stand in a text as well.
fn found_again(text: &str, source: &str, hidden: &[Range<usize>]) -> Vec<Range<usize>> {
    // A list is no text that could stand elsewhere.
    let is_text = |secret: &str| !secret.starts_with(['[', '{']) && !secret.bytes().all(|byte| byte.is_ascii_digit());
    let is_there = |secret: &str| secret.len() >= LEAST && is_text(secret) && text.contains(secret);
    let secrets = hidden.iter().take(MAX_SECRETS);
    secrets.filter(|place| source.get(place.start..place.end).is_some_and(is_there)).cloned().collect()
}

/// A text without them.
fn without(text: String, source: &str, hidden: &[Range<usize>]) -> String {
    let found = found_again(&text, source, hidden);
    found.into_iter().fold(text, |text, place| text.replace(&source[place], MASK))
}

/// So many secrets of a source are looked for.
const MAX_SECRETS: usize = 32;

/// Values as they may be shown, and what was hidden in them.
fn hide(values: &str, is_payload: bool) -> (String, Vec<&str>) {
    if !is_payload {
        let named: Vec<_> = ranges(values).collect();
        let is_apart = |place: &Range<usize>| {
            let next = named.partition_point(|one| one.end <= place.start);
            named.get(next).is_none_or(|one| place.end <= one.start)
        };
        let others: Vec<_> = unnamed(values).into_iter().filter(is_apart).collect();
        let shown = without_unnamed(&masked(values));
        return (shown, named.into_iter().chain(others).map(|range| &values[range]).collect());
    }
    let places = members(values);
    let (mut shown, mut at) = (String::with_capacity(values.len()), 0);
    for place in &places {
        shown.extend([&values[at..place.start], &quote(MASK)]);
        at = place.end;
    }
    shown.push_str(&values[at..]);
    (shown, places.into_iter().map(|place| &values[place]).collect())
}

/// A text with what no name tells masked.
fn without_unnamed(text: &str) -> String {
    let (mut shown, mut at) = (String::with_capacity(text.len()), 0);
    for place in unnamed(text) {
        shown.extend([&text[at..place.start], MASK]);
        at = place.end;
    }
    shown + &text[at..]
}

fn repair(repair: Repair, secrets: &Credentials, hides: &dyn Fn(&Range<usize>) -> bool) -> Repair {
    // A quote says nothing of what stands between it and the next.
    if hides(&repair.span) && repair.before.contains(char::is_alphanumeric) {
        return Repair { before: MASK.into(), after: MASK.into(), ..repair };
    }
    let hidden = |text: &str| masked(&secrets.mask(text)).into_owned();
    Repair { before: hidden(&repair.before), after: hidden(&repair.after), ..repair }
}

/// What stands beside a request, without what the whole source shows to be secret in it.
fn in_source(dropped: Dropped, source: &str, hidden: &[Range<usize>]) -> Dropped {
    let Range { start, end } = dropped.span;
    let shown = dropped.what.trim_end_matches('…').len();
    let is_verbatim = || source.get(start..end).is_some_and(|text| text.starts_with(&dropped.what[..shown]));
    // A shell's words have lost their quotes, and a header's name may stand elsewhere.
    if !matches!(dropped.why, Why::Rest | Why::Around) || !is_verbatim() {
        return Dropped { what: without(dropped.what, source, hidden), ..dropped };
    }
    let mut bytes = dropped.what.as_bytes().to_vec();
    // What begins before it has its end where the request had it.
    let first = hidden.partition_point(|one| one.start < start);
    for one in hidden[first..].iter().take_while(|one| one.start < start + shown) {
        let inside = one.start - start..one.end.min(start + shown) - start;
        blot(&dropped.what, inside, &mut bytes);
    }
    let what = String::from_utf8(bytes).unwrap_or_default();
    Dropped { what, ..dropped }
}

fn dropped(dropped: Dropped, secrets: &Credentials) -> Dropped {
    let what = secrets.mask(&dropped.what);
    let what = match dropped.why {
        Why::Comment => remark(&what),
        // What people write beside a request follows no form.
        Why::Rest | Why::Around => without_ids(&remark(&blotted(&what))),
        _ => blotted(&what),
    };
    Dropped { what, ..dropped }
}

/// The shortest word of letters and digits that is masked.
const LEAST_ID: usize = 12;

/// Whether a word begins a time, as lines of logs do: `2025-03-03T10`.
fn is_time(word: &str) -> bool {
    let is_like = |(own, sign): (u8, u8)| if sign == b'0' { own.is_ascii_digit() } else { own == sign };
    word.len() < 24 && word.len() >= 13 && word.bytes().zip(*b"0000-00-00T00").all(is_like)
}

/// Whether the parts of a word are words and short numbers, as in the name of a thread: `http-nio-8080-exec-1`.
fn is_name(word: &str) -> bool {
    let is_part = |part: &str| {
        part.bytes().all(|byte| byte.is_ascii_alphabetic()) && part.len() < LEAST_ID
            || part.bytes().all(|byte| byte.is_ascii_digit()) && part.len() < 6
    };
    word.split('-').count() > 2 && word.split('-').all(is_part)
}

/// A text with every word in it masked that no person writes: a robot's key is a secret whatever it is called.
pub(super) fn without_ids(text: &str) -> String {
    let is_id = |word: &str| {
        let has = |is: fn(&u8) -> bool| word.bytes().any(|byte| is(&byte));
        word.len() >= LEAST_ID
            && has(u8::is_ascii_digit)
            && has(u8::is_ascii_alphabetic)
            && !is_time(word)
            && !is_name(word)
    };
    let is_other = |char: char| !(char.is_ascii_alphanumeric() || matches!(char, '_' | '-'));
    let mask = |word: &str| match word.trim_end_matches(is_other) {
        id if is_id(id) || is_random(id) => MASK.to_owned() + &word[id.len()..],
        _ => word.to_owned(),
    };
    text.split_inclusive(is_other).map(mask).collect()
}
