//! What stands around a reply and says of itself that something went wrong: what a relay or a client made of the answer. A reply
//! that says yes in it contradicts it, and nobody can say which of the two is true.

use std::ops::Range;

use super::Part;
use crate::explain::Kind;
use crate::layer::json::{Kind as Json, Tree, Value};
use crate::verdict::words::{ANSWERS, CODE_MEMBERS, FAILED, FAILURES, LOG_MEMBERS, NO_ERROR, SAYING_NO, WELL_AS_CODES};
use crate::verdict::{Level, Reason, Verdict, Why, integer};

/// So many members are looked at.
const MAX_MEMBERS: usize = 1000;

/// Whether an object says itself that something went wrong, so that what is inside of it is not all that there is to say.
pub(super) fn says_no(bytes: &[u8]) -> bool {
    Tree::read(bytes).is_ok_and(|tree| {
        tree.root().members().take(MAX_MEMBERS).any(|(key, value)| denies(&name(key), value, &|_| true))
    })
}

/// Takes the yes of the replies that an object holds for no answer, where it says itself that something went wrong and none of them
/// says what; `held` are its members that hold some.
pub(super) fn judge_held(object: Value<'_>, held: &[(Value<'_>, Range<usize>)], found: &mut [Part<'_>]) {
    if held.is_empty() {
        return;
    }
    let Some(no) = denial(object) else { return };
    let is_explained = |place: &Range<usize>| found[place.clone()].iter().any(|part| part.level().is_some_and(is_no));
    if held.iter().any(|(_, place)| is_explained(place)) {
        return;
    }
    let is_scalar = matches!(no.kind(), Json::Number | Json::Bool);
    let told = if is_scalar { format!("{} {}", no.pointer(), no.source()) } else { no.pointer() };
    // What else is in it may be what went wrong.
    let objects = object.members().take(MAX_MEMBERS).filter(|(_, member)| member.kind() == Json::Object).count();
    for (key, place) in held {
        let is_answer = key.as_str().is_some_and(|key| ANSWERS.contains(&&*key));
        let is_all = held.len() == 1 && (objects == 0 || objects == 1 && holds(object, *key, Json::Object));
        if is_answer || is_all {
            for part in &mut found[place.clone()] {
                part.denied_by.get_or_insert_with(|| told.clone());
                judge(part);
            }
        }
    }
}

/// Judges a reply that says yes where what is around it says no.
pub(super) fn judge(reply: &mut Part<'_>) {
    let Some(no) = reply.denied_by.clone().filter(|_| reply.explanation.kind == Kind::Reply) else { return };
    if let Some(verdict) = reply.explanation.verdict.as_mut().filter(|verdict| is_yes(verdict.level)) {
        contradict(verdict, no);
    }
}

fn contradict(verdict: &mut Verdict, no: String) {
    verdict.level = Level::Unknown;
    verdict.reasons.push(Reason::new(Why::Contradiction, no));
    if verdict.ids.is_empty() {
        verdict.settled_by = None;
    }
}

fn is_yes(level: Level) -> bool {
    matches!(level, Level::Accepted | Level::Queued | Level::Delivered)
}

fn is_no(level: Level) -> bool {
    matches!(level, Level::Refused | Level::Partial | Level::Failed | Level::Unknown)
}

/// The member by which an object says that something went wrong with what it holds.
fn denial(object: Value<'_>) -> Option<Value<'_>> {
    let members = || object.members().take(MAX_MEMBERS).map(|(key, member)| (name(key), member));
    // In the record of a log a code may be anything's, unless it looks like one of HTTP.
    let is_log = members().any(|(name, _)| LOG_MEMBERS.contains(&&*name));
    let is_no = |code: &Code| match code {
        Code::Number(300..=599) => true,
        _ if is_log => false,
        // Some begin at 1 or 10000 with what went well.
        Code::Number(code) => *code < 0 || *code > 1000 && !matches!(code, 2000 | 10_000 | 20_000 | 100_000 | 200_000),
        Code::Word(word) => SAYING_NO.iter().any(|no| word.contains(no)),
    };
    members().find(|(name, member)| denies(name, *member, &is_no)).map(|(_, member)| member)
}

/// What stands where a code does.
enum Code {
    Number(i64),
    /// In small letters: `invalidparameter`.
    Word(String),
}

/// Whether a member of an object says that something went wrong; `is_no` says it of a code that is none of a success.
fn denies(name: &str, value: Value<'_>, is_no: &dyn Fn(&Code) -> bool) -> bool {
    let text = value.as_str().unwrap_or_default();
    let is_one_of = |words: &[&str]| words.iter().any(|word| text.trim().eq_ignore_ascii_case(word));
    match name {
        _ if CODE_MEMBERS.contains(&name) => match integer(value).or_else(|| text.parse().ok()) {
            Some(code) => !matches!(code, 0 | 200) && is_no(&Code::Number(code)),
            None => !text.is_empty() && !is_one_of(&WELL_AS_CODES) && is_no(&Code::Word(text.to_ascii_lowercase())),
        },
        "error" | "err" | "errors" | "exception" => match value.kind() {
            Json::Object => value.members().next().is_some(),
            Json::Array => value.items().next().is_some(),
            _ => value.as_bool() == Some(true) || !is_one_of(&NO_ERROR),
        },
        "success" | "issuccess" | "is_success" | "ok" => {
            value.as_bool() == Some(false) || text.eq_ignore_ascii_case("false")
        }
        "status" | "state" => is_one_of(&FAILED),
        "msg" | "message" => is_one_of(&FAILED) || FAILURES.iter().any(|words| text.trim().eq_ignore_ascii_case(words)),
        _ => false,
    }
}

fn holds(object: Value<'_>, key: Value<'_>, kind: Json) -> bool {
    key.as_str().and_then(|key| object.get(&key)).is_some_and(|member| member.kind() == kind)
}

/// A name, in small letters.
fn name(key: Value<'_>) -> String {
    key.as_str().unwrap_or_default().to_ascii_lowercase()
}
