//! A reply behind its request in one text: it is that call's.

use super::Part;
use crate::explain::{Kind, explain_answer};
use crate::lang::Words;
use crate::operation::Entry;

/// Judges each reply that its form alone gives to no call by the request that stands directly before it: on its line or on the
/// one before. Over other lines it may be anybody's.
pub(super) fn judge(text: &str, parts: &mut [Part<'_>]) {
    for at in 1..parts.len() {
        let (before, behind) = parts.split_at_mut(at);
        if let (Some(request), Some(reply)) = (before.last(), behind.first_mut()) {
            let place = request.explanation.payload.end..reply.explanation.payload.start;
            if text.get(place).is_some_and(|between| between.matches('\n').nth(1).is_none()) {
                answer(request, reply);
            }
        }
    }
}

fn answer(request: &Part<'_>, reply: &mut Part<'_>) {
    let asked = &request.explanation;
    let Some(entry) = asked.operation.filter(|_| asked.kind == Kind::Request && !request.is_broken) else { return };
    if !may_answer(entry, reply) {
        return;
    }
    let sent = std::str::from_utf8(&request.payload).ok();
    let Ok(mut told) = explain_answer(&reply.payload, Some(entry), sent) else { return };
    // A part of others knows where it stands.
    let own = &reply.explanation;
    if told.lines.len() != own.lines.len() {
        return;
    }
    for (line, own) in told.lines.iter_mut().zip(&own.lines) {
        line.span = own.span.clone();
    }
    told.told_by = Words::new("由它前面的请求得知", "by the request before it");
    (told.around, told.payload, told.faults) = (own.around.clone(), own.payload.clone(), own.faults.clone());
    reply.explanation = told;
}

/// Whether something is a reply of the call's gateway that can be the call's.
fn may_answer(entry: &Entry, reply: &Part<'_>) -> bool {
    let what = &reply.explanation;
    let is_its = what.gateway.is_some_and(|gateway| gateway.name == entry.gateway.name);
    let is_open = what.candidates.is_empty() || what.candidates.iter().any(|one| one.id == entry.id);
    what.kind == Kind::Reply && what.operation.is_none() && is_its && is_open && !reply.is_broken
}
