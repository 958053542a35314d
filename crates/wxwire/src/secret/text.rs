//! A text as it may be shown: every secret in it hidden, and nothing else.

use std::borrow::Cow;
use std::ops::Range;

use super::scan::{Hidden, Scan};
use super::tokens::Tokens;
use super::{LEAST, MASK, is_name, keys, may_hold};
use super::{glued, grid, lists, manifest, objects, redis, sql, table};
use crate::layer::any::any;
use crate::layer::json::{Kind, Tree};
use crate::order;

/// So many different secrets are looked for where they stand without a name.
const MAX_SECRETS: usize = 32;

/// Whether a text is one word, in which no secret stands beside its name: nothing in it is masked.
pub(crate) fn is_word(text: &str) -> bool {
    !any(text.as_bytes(), |byte| !(byte.is_ascii_alphanumeric() | (byte == b'_') | (byte == b'-')))
}

/// What finds secrets in a text that stand beside no name.
type Finder = fn(&str) -> Vec<Range<usize>>;

/// Those of what people write down elsewhere and paste: neither values nor replies are such, and a program that only composes
/// and sends goes without.
const PASTED: [Finder; 8] = [
    table::cells,
    grid::cells,
    objects::values,
    redis::answers,
    sql::values,
    sql::defaults,
    sql::parameters,
    manifest::all,
];

/// A text with every secret in it masked. JSON stays JSON.
pub fn masked(text: &str) -> Cow<'_, str> {
    without(text, hidden(text, &PASTED))
}

/// The same of what a call carries: values, an address, a reply.
pub(crate) fn masked_values(text: &str) -> Cow<'_, str> {
    without(text, hidden(text, &[]))
}

fn without(text: &str, all: Vec<Hidden>) -> Cow<'_, str> {
    if all.is_empty() {
        return Cow::Borrowed(text);
    }
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for one in all {
        let quote = one.quote.and_then(|quote| text.get(quote)).unwrap_or_default();
        for part in [&text[at..one.range.start], quote, MASK, quote] {
            out.push_str(part);
        }
        at = one.range.end;
    }
    out.push_str(&text[at..]);
    Cow::Owned(out)
}

/// A text with every secret masked, and so with what is called a key and looks like one: a group robot's.
pub(crate) fn masked_with_keys(text: &str) -> Cow<'_, str> {
    // Most values are but one word.
    let masked = if is_word(text) { Cow::Borrowed(text) } else { masked(text) };
    let keys = keys(&masked);
    if keys.is_empty() {
        return masked;
    }
    let (mut out, mut at) = (String::new(), 0);
    for key in keys {
        out.push_str(&masked[at..key.start]);
        out.push_str(MASK);
        at = key.end;
    }
    (out + &masked[at..]).into()
}

/// The places of the members of some JSON that are secrets by their names, whole values all of them. What stands inside of a
/// text is not looked for: whoever wrote it meant every letter.
pub(crate) fn members(text: &str) -> Vec<Range<usize>> {
    let Ok(tree) = Tree::parse(text) else { return vec![] };
    let hidden: Vec<_> = ranges(text).collect();
    let (mut places, mut next) = (Vec::new(), vec![tree.root()]);
    while let Some(value) = next.pop() {
        for (key, member) in value.members() {
            let is_scalar = matches!(member.kind(), Kind::String | Kind::Number);
            match is_scalar && key.as_str().is_some_and(|name| is_name(&name)) {
                true => places.push(member.span()),
                false => next.push(member),
            }
        }
        next.extend(value.items());
    }
    order::sort_by_key(&mut places, |one| (one.start, 0));
    let is_hidden = |place: &Range<usize>| {
        let next = hidden.partition_point(|one| one.end <= place.start);
        hidden.get(next).is_some_and(|one| one.start < place.end)
    };
    places.retain(is_hidden);
    places
}

/// A text with the letters and digits of every secret in it replaced by as many `*` as they have bytes: every byte keeps its
/// place.
pub fn blotted(text: &str) -> String {
    blotted_at(text, ranges(text))
}

/// The same of a call's values.
pub(crate) fn blotted_values(text: &str) -> String {
    blotted_at(text, hidden(text, &[]).into_iter().map(|one| one.range))
}

fn blotted_at(text: &str, places: impl Iterator<Item = Range<usize>>) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for range in places.chain(keys(text)) {
        blot(text, range, &mut bytes);
    }
    String::from_utf8(bytes).expect("whole characters were replaced by ASCII")
}

/// Replaces the letters and digits of a part of a text.
pub(crate) fn blot(text: &str, range: Range<usize>, bytes: &mut [u8]) {
    for (at, char) in text[range.clone()].char_indices().filter(|(_, char)| char.is_alphanumeric()) {
        bytes[range.start + at..range.start + at + char.len_utf8()].fill(b'*');
    }
}

/// The places of all secrets, in order.
pub(crate) fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    hidden(text, &PASTED).into_iter().map(|one| one.range)
}

/// The places of those that are told by where they stand or by their looks, in order: not by a name right before them.
pub(crate) fn placed(text: &str) -> Vec<Range<usize>> {
    let is_named = may_hold(text);
    // Most texts name none, be it under a name that is hardly one or of several.
    if !is_named && glued::values(text).chain(lists::items(text)).next().is_none() {
        return vec![];
    }
    let finders: &[Finder] = if is_named { &PASTED } else { &[] };
    let mut all: Vec<_> = finders.iter().flat_map(|find| find(text)).chain(keys(text)).collect();
    order::sort_by_key(&mut all, |place| (place.start, usize::MAX - place.end));
    all.dedup_by(|later, first| later.start < first.end);
    all
}

/// The secrets that stand under a name, and where they stand again without one.
fn hidden(text: &str, finders: &[Finder]) -> Vec<Hidden> {
    // Most texts hold none, which a look at their words tells.
    if !may_hold(text) {
        return vec![];
    }
    let mut all = Scan::all(text);
    if !all.is_empty()
        && let Ok(tree) = Tree::parse(text)
    {
        let tokens = Tokens::of(&tree);
        all = all.into_iter().filter_map(|one| tokens.kept_inside(one)).collect();
    }
    let named = all.len();
    let beside = finders.iter().flat_map(|find| find(text));
    all.extend(beside.map(|range| Hidden { range, quote: None }));
    let mut values: Vec<&str> = Vec::new();
    for one in all.iter().filter(|one| one.quote.is_none()) {
        let value = &text[one.range.clone()];
        // A number may be anybody's, and so may be what is short.
        let own = value.len() > LEAST && value.contains(|char: char| !char.is_ascii_digit());
        if own && values.len() < MAX_SECRETS && !values.contains(&value) {
            values.push(value);
        }
    }
    for value in values {
        let again = text.match_indices(value).map(|(at, _)| at..at + value.len());
        all.extend(again.map(|range| Hidden { range, quote: None }));
    }
    if all.len() > named {
        order::sort_by_key(&mut all, |one| (one.range.start, usize::MAX - one.range.end));
        all.dedup_by(|later, first| later.range.start < first.range.end);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{is_word, masked};

    proptest::proptest! {
        #[test]
        fn nothing_is_masked_in_a_word(
            text in "(-u|-U|--user|curl|KEY-----|-----BEGIN|token|access_token|gettoken|Bearer|name|value|data|[a-z0-9_-]{0,20}){1,3}",
        ) {
            assert!(is_word(&text) && masked(&text) == text, "{text}");
        }
    }
}
