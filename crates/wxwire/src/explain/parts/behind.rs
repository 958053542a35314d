//! A reply behind its request in one text: it is that call's, be it told by the values or by the address before it.

use super::{Part, address, requests};
use crate::explain::{Kind, explain_answer};
use crate::lang::Words;
use crate::layer::json::Tree;
use crate::operation::Entry;
use crate::verdict::Level;

/// Judges each reply that its form alone gives to no call by the request that stands directly before it: on its line or on the
/// one before. Over other lines it may be anybody's. Where no values tell the call, its address does; and of values that may be
/// several calls' it tells whose they are.
pub(super) fn judge(text: &str, parts: &mut [Part<'_>]) {
    for at in 0..parts.len() {
        let (before, behind) = parts.split_at_mut(at);
        let Some(part) = behind.first_mut() else { continue };
        if may_be_reply(part) && judged(text, before, part) {
            continue;
        }
        let start = part.explanation.payload.start;
        let from = before.last().map_or(0, |last| last.explanation.payload.end);
        if may_be_values(part)
            && let Some(entry) = address::before(text, from..start, None, &|entry| takes(entry, part))
        {
            requests::tell(part, entry, BY_ADDRESS);
        }
    }
}

/// Judges a reply by what stands before it, if that tells its call.
fn judged(text: &str, before: &[Part<'_>], reply: &mut Part<'_>) -> bool {
    let start = reply.explanation.payload.start;
    let beside = before.last().filter(|last| {
        let between = text.get(last.explanation.payload.end..start);
        between.is_some_and(|between| between.matches('\n').nth(1).is_none())
    });
    if let Some((entry, sent)) = beside.and_then(call) {
        return answer(entry, Some(sent), BY_REQUEST, reply);
    }
    // What it answers may have a body whose form tells of no call.
    let body = beside.filter(|part| matches!(part.explanation.kind, Kind::Request | Kind::Json));
    let first = before.len().checked_sub(if body.is_some() { 2 } else { 1 });
    let from = first.map_or(0, |first| before[first].explanation.payload.end);
    let sent = body.and_then(|part| std::str::from_utf8(&part.payload).ok());
    let body = body.map(|part| part.explanation.payload.clone());
    let entry = address::before(text, from..start, body, &|entry| may_answer(entry, reply));
    entry.is_some_and(|entry| answer(entry, sent, BY_ADDRESS, reply))
}

const BY_REQUEST: Words = Words::new("由它前面的请求得知", "by the request before it");
const BY_ADDRESS: Words = Words::new("由它前面的地址得知", "by the address before it");

/// The call that a request is of, and its values.
fn call<'p>(request: &'p Part<'_>) -> Option<(&'static Entry, &'p str)> {
    let asked = &request.explanation;
    let entry = asked.operation.filter(|_| asked.kind == Kind::Request && !request.is_broken)?;
    Some((entry, std::str::from_utf8(&request.payload).ok()?))
}

fn answer(entry: &'static Entry, sent: Option<&str>, told_by: Words, reply: &mut Part<'_>) -> bool {
    if !may_answer(entry, reply) {
        return false;
    }
    let Ok(mut told) = explain_answer(&reply.payload, Some(entry), sent) else { return false };
    // A part of others knows where it stands.
    let own = &reply.explanation;
    if told.lines.len() != own.lines.len() {
        return false;
    }
    for (line, own) in told.lines.iter_mut().zip(&own.lines) {
        line.span = own.span.clone();
    }
    told.told_by = told_by;
    (told.around, told.payload, told.faults) = (own.around.clone(), own.payload.clone(), own.faults.clone());
    reply.explanation = told;
    true
}

/// Whether it is a reply whose call is not known, or what may be one where a call is known to stand before it.
fn may_be_reply(part: &Part<'_>) -> bool {
    let what = &part.explanation;
    matches!(what.kind, Kind::Reply | Kind::Json) && what.operation.is_none() && !part.is_broken
}

/// Whether a reply can be the call's: it has its gateway's form or one that several have, and its names are those of the
/// call's replies, or it says that the call was refused, as any may.
fn may_answer(entry: &Entry, reply: &Part<'_>) -> bool {
    let what = &reply.explanation;
    let Ok(tree) = Tree::read(&reply.payload) else { return false };
    let names = || entry.told.may_answer(tree.root(), entry.gateway.envelope);
    if what.kind == Kind::Json {
        let is_of_form = entry.gateway.envelope.iter().any(|name| tree.root().get(name).is_some());
        return names()
            && (is_of_form || entry.fit(tree.root()).is_some_and(|fit| fit.named > 0 || fit.own > fit.foreign));
    }
    let is_its = what.is_shared || what.gateway.is_some_and(|gateway| gateway.name == entry.gateway.name);
    let is_refused = what.verdict.as_ref().is_some_and(|verdict| verdict.level == Level::Refused);
    let is_one = what.candidates.is_empty() || what.candidates.iter().any(|one| one.id == entry.id);
    is_its && (is_one || is_refused || names())
}

/// Whether something may be the values of a call that is not known.
fn may_be_values(part: &Part<'_>) -> bool {
    let what = &part.explanation;
    let is_open = matches!(what.kind, Kind::Request | Kind::Json) && what.operation.is_none();
    (is_open || what.kind == Kind::Callback) && !part.is_broken
}

/// Whether a call takes these values.
fn takes(entry: &Entry, part: &Part<'_>) -> bool {
    let is_candidate = part.explanation.candidates.iter().any(|one| one.id == entry.id);
    is_candidate || Tree::read(&part.payload).is_ok_and(|tree| entry.fit_values(tree.root()).is_some())
}
