//! A reply behind its request in one text: it is that call's, be it told by the values or by the address before it.

use super::{Part, address};
use crate::explain::{Kind, explain_answer};
use crate::lang::Words;
use crate::operation::Entry;

/// Judges each reply that its form alone gives to no call by the request that stands directly before it: on its line or on the
/// one before. Over other lines it may be anybody's. Where no values tell the call, its address does.
pub(super) fn judge(text: &str, parts: &mut [Part<'_>]) {
    for at in 0..parts.len() {
        let (before, behind) = parts.split_at_mut(at);
        let Some(reply) = behind.first_mut().filter(|reply| is_open(reply)) else { continue };
        let start = reply.explanation.payload.start;
        let beside = before.last().filter(|last| {
            let between = text.get(last.explanation.payload.end..start);
            between.is_some_and(|between| between.matches('\n').nth(1).is_none())
        });
        if let Some((entry, sent)) = beside.and_then(call) {
            answer(entry, Some(sent), BY_REQUEST, reply);
            continue;
        }
        // What it answers may have a body whose form tells of no call.
        let body = beside.filter(|part| matches!(part.explanation.kind, Kind::Request | Kind::Json));
        let first = if body.is_some() { at.checked_sub(2) } else { at.checked_sub(1) };
        let from = first.map_or(0, |first| before[first].explanation.payload.end);
        let sent = body.and_then(|part| std::str::from_utf8(&part.payload).ok());
        let body = body.map(|part| part.explanation.payload.clone());
        let may_be = |entry: &Entry| may_answer(entry, reply);
        if let Some(entry) = address::before(text, from..start, body, &may_be) {
            answer(entry, sent, BY_ADDRESS, reply);
        }
    }
}

const BY_REQUEST: Words = Words::new("由它前面的请求得知", "by the request before it");
const BY_ADDRESS: Words = Words::new("由它前面的地址得知", "by the address before it");

/// The call that a request is of, and its values.
fn call<'p>(request: &'p Part<'_>) -> Option<(&'static Entry, &'p str)> {
    let asked = &request.explanation;
    let entry = asked.operation.filter(|_| asked.kind == Kind::Request && !request.is_broken)?;
    Some((entry, std::str::from_utf8(&request.payload).ok()?))
}

fn answer(entry: &'static Entry, sent: Option<&str>, told_by: Words, reply: &mut Part<'_>) {
    if !may_answer(entry, reply) {
        return;
    }
    let Ok(mut told) = explain_answer(&reply.payload, Some(entry), sent) else { return };
    // A part of others knows where it stands.
    let own = &reply.explanation;
    if told.lines.len() != own.lines.len() {
        return;
    }
    for (line, own) in told.lines.iter_mut().zip(&own.lines) {
        line.span = own.span.clone();
    }
    told.told_by = told_by;
    (told.around, told.payload, told.faults) = (own.around.clone(), own.payload.clone(), own.faults.clone());
    reply.explanation = told;
}

/// Whether it is a reply whose call is not known.
fn is_open(part: &Part<'_>) -> bool {
    part.explanation.kind == Kind::Reply && part.explanation.operation.is_none() && !part.is_broken
}

/// Whether a reply can be the call's: it is its gateway's, and its form does not say otherwise. A form that several services
/// have is each one's.
fn may_answer(entry: &Entry, reply: &Part<'_>) -> bool {
    let what = &reply.explanation;
    let is_its = what.is_shared || what.gateway.is_some_and(|gateway| gateway.name == entry.gateway.name);
    is_its && (what.candidates.is_empty() || what.candidates.iter().any(|one| one.id == entry.id))
}
