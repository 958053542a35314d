//! Whose reply something is, or whose values, told by its form alone.

use super::entries;
use super::index::Of;
use super::may::may;
use crate::layer::json::{Kind, Value};
use crate::operation::Entry;

/// Whose reply something can be, or whose values.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Recognised {
    /// The one call that it is of.
    pub operation: Option<&'static Entry>,
    /// All that it can be of.
    pub candidates: Vec<&'static Entry>,
    /// Whether its form says enough to be theirs, or at least their gateway's: where not, it may as well be anybody's.
    pub is_claimed: bool,
}

/// Whose reply this can be, told by its form alone: by the members that only a call's own replies have. What every reply
/// of a gateway has tells of no call, and a reply that says more than a call is known to say is not claimed for it.
pub fn recognise(reply: Value<'_>) -> Recognised {
    let may_answer = |entry: &&'static Entry| entry.told.may_answer(reply, entry.gateway.envelope);
    let fits = may(Of::Reply, reply, |among| among.filter(may_answer).collect())
        .into_iter()
        .filter_map(|entry| Some((entry.fit(reply)?, entry)));
    let fits = fits.filter(|(fit, _)| fit.named > 0 || fit.own > fit.foreign);
    // What is most of one call's reply would be but a small part of another's.
    let mut found = best(fits.map(|(fit, entry)| ((fit.named, fit.own, !fit.is_weak), entry)));
    if let [first, ..] = found.candidates[..] {
        let is_named = first.fit(reply).is_some_and(|fit| fit.named > 0);
        let is_of_call = is_named || Names::of(reply, first.gateway.envelope).telling > 0;
        found.operation = found.operation.filter(|_| is_of_call);
        found.is_claimed = is_of_call || first.gateway.is_its(reply);
    }
    found
}

/// Whose values these can be, told by their form alone.
pub fn recognise_values(values: Value<'_>) -> Recognised {
    let may_take = |entry: &&'static Entry| entry.told.may_take(values);
    let may = may(Of::Values, values, |among| with_neighbours(&among.filter(may_take).collect::<Vec<_>>()));
    let among = by_name(may.into_iter().filter(|entry| entry.is_its(values)), values);
    let mut found = best(among.into_iter().filter_map(|entry| Some((entry.fit_values(values)?, entry))));
    found.is_claimed = !found.candidates.is_empty() && says_enough(values, &found.candidates);
    found.operation = found.operation.filter(|_| found.is_claimed);
    found
}

/// Some calls, and all others at their addresses: values of one of these are none of theirs.
pub(crate) fn with_neighbours(calls: &[&Entry]) -> Vec<&'static Entry> {
    entries().filter(|entry| calls.iter().any(|one| one.address() == entry.address())).collect()
}

/// Of some calls, those that values can be of as far as their own members name a call. Where calls share a path, a member
/// tells them apart: values that name one of them are that one's, whatever else is wrong with them.
pub(crate) fn by_name(among: impl Iterator<Item = &'static Entry>, values: Value<'_>) -> Vec<&'static Entry> {
    told_apart(among.filter(|entry| entry.schema().named(values).is_some()).collect(), values)
}

/// Of some calls, those that no other at their address is before by its fixed values.
pub(crate) fn told_apart(among: Vec<&'static Entry>, values: Value<'_>) -> Vec<&'static Entry> {
    if values.members().next().is_none() {
        return among;
    }
    let is_told = |entry: &&'static Entry| {
        let is_other = |other: &&&'static Entry| other.address() == entry.address() && !std::ptr::eq(**other, *entry);
        // Most are alone at theirs: none of these is asked for its schema.
        let others: Vec<_> = among.iter().filter(is_other).collect();
        others.iter().any(|other| other.schema().fixed(values) > entry.schema().fixed(values))
    };
    among.iter().copied().filter(|entry| !is_told(entry)).collect()
}

/// Those that fit best; where there is one, it is that one.
fn best<Score: Copy + Ord>(fits: impl Iterator<Item = (Score, &'static Entry)>) -> Recognised {
    let fits: Vec<_> = fits.collect();
    let best = fits.iter().map(|(score, _)| *score).max();
    let candidates: Vec<_> =
        fits.into_iter().filter(|(score, _)| Some(*score) == best).map(|(_, entry)| entry).collect();
    let operation = if let [one] = candidates[..] { Some(one) } else { None };
    Recognised { operation, candidates, is_claimed: false }
}

/// Names of several words that programs of all sorts have, so that they tell no more than a name of one word.
const COMMON: &[&str] = &[
    "access_token",
    "begin_time",
    "create_time",
    "end_time",
    "expires_in",
    "group_id",
    "page_size",
    "refresh_token",
    "request_id",
    "start_time",
    "tag_id",
    "task_id",
    "token_type",
    "trace_id",
    "update_time",
    "user_id",
    "user_name",
];

/// Whether the names in some values say enough to be a call's, and not those of any other JSON. Each of hundreds of calls
/// takes a member or two, and a `url` or a `name` is everywhere: where the values hold no more than this, they may be a
/// call's, but whoever says that they are says more than anybody knows. A name of several words (`to_wxid`, `toWxid`,
/// `livingid`) is seldom chosen twice; one value that names the call or its kind (`"msgtype": "text"`) says as much as two
/// of them.
pub(crate) fn says_enough(values: Value<'_>, candidates: &[&Entry]) -> bool {
    let names = Names::of(values, &[]);
    let is_named = |entry: &&Entry| entry.schema().named(values) > Some(0) || entry.schema().is_variant(values);
    names.telling >= 2 || names.telling == 1 && names.all >= 3 || names.all >= 2 && candidates.iter().any(is_named)
}

/// Members, at any depth.
#[derive(Default)]
struct Names {
    all: usize,
    telling: usize,
}

impl Names {
    /// Those of a value but the outermost of these names, which tell of no call.
    fn of(value: Value<'_>, common: &[&str]) -> Self {
        let mut names = Self::default();
        for (key, member) in value.members().filter(|(key, _)| !common.iter().any(|name| key.is_str(name))) {
            names.add(key, member);
        }
        names
    }

    fn add(&mut self, key: Value<'_>, member: Value<'_>) {
        self.all += 1;
        self.telling += usize::from(key.as_str().is_some_and(|name| tells(&name)));
        self.count(member);
    }

    fn count(&mut self, value: Value<'_>) {
        match value.kind() {
            Kind::Object => {
                for (key, member) in value.members() {
                    self.add(key, member);
                }
            }
            // One tells what all are.
            Kind::Array => value.items().take(1).for_each(|item| self.count(item)),
            _ => {}
        }
    }
}

/// Whether a name is of several words and none that everybody has.
pub(crate) fn tells(name: &str) -> bool {
    let bytes = name.as_bytes();
    let hump = bytes.windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    let is_id = name.len() > 3 && (name.ends_with("id") || name.ends_with("ids"));
    (hump || is_id || name.trim_matches('_').contains('_') || !name.is_ascii()) && !COMMON.contains(&name)
}
