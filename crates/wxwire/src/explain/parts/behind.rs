//! A reply behind its request in one text: it is that call's, be it told by the values or by the address before it.

use super::{Part, requests, status};
use crate::explain::{Kind, explain_answer, explain_values};
use crate::import::{asked_before, belongs, is_of_another, is_of_same};
use crate::lang::Words;
use crate::layer::json::{Tree, Value};
use crate::operation::Entry;
use crate::scan;
use crate::verdict::Level;

/// Judges each reply that its form alone gives to no call by the request that stands directly before it, with nothing between
/// but what goes on with it. Over other lines it may be anybody's. Where no values tell the call, its address does; and of
/// values that may be several calls' it tells whose they are.
pub(super) fn judge<'t>(text: &'t str, parts: &mut Vec<Part<'t>>) {
    take_whole(text, parts);
    for at in 0..parts.len() {
        let (before, behind) = parts.split_at_mut(at);
        let Some(part) = behind.first_mut() else { continue };
        if may_be_reply(part) && judged(text, before, part) {
            continue;
        }
        let start = part.explanation.payload.start;
        let from = before.last().map_or(0, |last| last.explanation.payload.end);
        if may_be_values(part)
            && let Some((entry, _)) = asked_before(text, from..start, None, &|entry| may_take(entry, part))
        {
            match is_answer(entry, part) {
                true => drop(answer(entry, None, BY_ADDRESS, part)),
                false => requests::tell(part, entry, BY_ADDRESS),
            }
        }
    }
}

/// Puts values in the place of what was found inside of them, where the address before them tells their call: what is sent may
/// look like what comes.
fn take_whole<'t>(text: &'t str, parts: &mut Vec<Part<'t>>) {
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let place = part.explanation.payload.clone();
        let same = parts[at..].iter().take_while(|one| one.at.is_some() && one.explanation.payload == place).count();
        let from = at.checked_sub(1).map_or(0, |last| parts[last].explanation.payload.end);
        if same > 0
            && let Some(values) = text.get(place.clone())
            && let Ok(tree) = Tree::parse(values)
            && let Some((entry, _)) = asked_before(text, from..place.start, None, &|entry| entry.may_take(tree.root()))
            && let Ok(told) = explain_values(values.as_bytes(), entry, BY_ADDRESS)
        {
            let mut whole = Part::new(told, values.as_bytes()).placed(&place, true);
            whole.form = Some(scan::Form::Json);
            parts.drain(at + 1..at + same);
            parts[at] = whole;
        }
        at += same.max(1);
    }
}

/// So many requests that wait for an answer are looked at.
const MAX_WAITING: usize = 20;

/// So much of a line before a payload tells whose it is.
const MAX_LINE: usize = 4096;

/// Judges each reply of a record by the request right before it.
pub(super) fn judge_record(parts: &mut [Part<'_>]) {
    for at in 1..parts.len() {
        let (before, behind) = parts.split_at_mut(at);
        let (Some((entry, sent)), Some(reply)) = (before.last().and_then(call), behind.first_mut()) else { continue };
        if may_be_reply(reply) && !is_anothers(entry, before, reply) {
            answer(entry, Some(sent), BY_REQUEST, reply);
        }
    }
}

/// Whether a reply may as well be that of another call: of several that were sent before any was answered, only what one alone
/// can answer is known to be its.
fn is_anothers(entry: &Entry, before: &[Part<'_>], reply: &Part<'_>) -> bool {
    let mut waiting = before.iter().rev().map_while(call).take(MAX_WAITING);
    waiting.any(|(other, _)| other.id != entry.id && may_answer(other, reply))
}

/// Judges a reply by what stands before it, if that tells its call.
fn judged(text: &str, before: &[Part<'_>], reply: &mut Part<'_>) -> bool {
    let start = reply.explanation.payload.start;
    // The line up to something.
    let near = |place: usize| text.get(scan::floor(text, place.saturating_sub(MAX_LINE))..place);
    let line = |place: usize| near(place).and_then(|text| text.rsplit('\n').next()).unwrap_or_default();
    let own = line(start);
    let is_same = |part: &&Part<'_>| is_of_same(line(part.explanation.payload.start), own);
    let same = before.iter().rev().take(MAX_WAITING).filter(|part| call(part).is_some()).find(is_same);
    if let Some((entry, sent)) = same.and_then(call) {
        return answer(entry, Some(sent), BY_REQUEST, reply);
    }
    let reply_is_of_record = reply.at.is_some() || reply.form == Some(scan::Form::Doubled);
    let is_beside = |last: &&Part<'_>| {
        let place = &last.explanation.payload;
        let between = text.get(place.end..start).unwrap_or("\n");
        // The next record, or row of a table, has a request of its own.
        let is_next = between.contains('\n') && (reply_is_of_record || last.at.is_some());
        belongs(between) && !is_next && !is_of_another(line(place.start), own)
    };
    let beside = before.last().filter(is_beside);
    if let Some((entry, sent)) = beside.and_then(call) {
        return !is_anothers(entry, before, reply) && answer(entry, Some(sent), BY_REQUEST, reply);
    }
    // What it answers may have a body whose form tells of no call.
    let body = beside.filter(|part| matches!(part.explanation.kind, Kind::Request | Kind::Json));
    let first = before.len().checked_sub(if body.is_some() { 2 } else { 1 });
    let from = first.map_or(0, |first| before[first].explanation.payload.end);
    let sent = body.and_then(|part| std::str::from_utf8(&part.payload).ok());
    let body = body.map(|part| part.explanation.payload.clone());
    let own = reply.explanation.operation.map(|own| own.id);
    let entry = asked_before(text, from..start, body, &|entry| own != Some(entry.id) && may_answer(entry, reply));
    entry.is_some_and(|(entry, _)| answer(entry, sent, BY_ADDRESS, reply))
}

pub(super) const BY_REQUEST: Words = Words::new("由它前面的请求得知", "by the request before it");
const BY_ADDRESS: Words = Words::new("由它前面的地址得知", "by the address before it");

/// The call that a request is of, and its values.
fn call<'p>(request: &'p Part<'_>) -> Option<(&'static Entry, &'p str)> {
    let asked = &request.explanation;
    let entry = asked.operation.filter(|_| asked.kind == Kind::Request && !request.is_broken)?;
    Some((entry, std::str::from_utf8(&request.payload).ok()?))
}

/// Judges a reply as that of a call, if it may be one; whether it may.
pub(super) fn answer(entry: &'static Entry, sent: Option<&str>, told_by: Words, reply: &mut Part<'_>) -> bool {
    // What a call asks for tells more than what the form of a reply looks like.
    let is_of_another = reply.explanation.operation.is_some_and(|own| own.id != entry.id) && !is_all_its(entry, reply);
    if is_of_another || !may_answer(entry, reply) {
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
    status::judge(reply);
    true
}

/// Whether it is a reply, or what may be one where a call is known to stand before it. What its call sent tells more of a reply
/// whose call is known, too.
fn may_be_reply(part: &Part<'_>) -> bool {
    matches!(part.explanation.kind, Kind::Reply | Kind::Json) && !part.is_broken
}

/// Whether a reply can be the call's: it has its gateway's form or one that several have, and its names are those of the
/// call's replies, or it says that the call was refused, as any may.
fn may_answer(entry: &Entry, reply: &Part<'_>) -> bool {
    let what = &reply.explanation;
    let Ok(tree) = Tree::read(&reply.payload) else { return false };
    let names = || entry.told.may_answer(tree.root(), entry.gateway.envelope);
    if what.kind == Kind::Json {
        let fit = || entry.reply_schema().fit(tree.root(), entry.gateway.envelope);
        let is_of_form = entry.gateway.envelope.iter().any(|name| tree.root().get(name).is_some());
        return names() && (is_of_form || fit().is_some_and(|fit| fit.named > 0 || fit.own > fit.foreign));
    }
    let is_shared = what.is_shared && entry.gateway.is_its(tree.root());
    let is_its = is_shared || what.gateway.is_some_and(|gateway| gateway.name == entry.gateway.name);
    let is_refused = what.verdict.as_ref().is_some_and(|verdict| verdict.level == Level::Refused);
    let is_one = what.candidates.iter().any(|one| one.id == entry.id);
    let is_known = match what.candidates.is_empty() {
        // Documents leave out a member or two.
        true => !is_foreign(entry, tree.root(), 3),
        false => names() && !is_foreign(entry, tree.root(), 2),
    };
    is_its && (is_one || is_refused || is_known || is_all_its(entry, reply))
}

/// Whether every member of a reply is one of a call's replies.
fn is_all_its(entry: &Entry, reply: &Part<'_>) -> bool {
    let shares = |tree: Tree<'_>| entry.reply_schema().shares(tree.root(), entry.gateway.envelope);
    matches!(Tree::read(&reply.payload).map(shares), Ok((1.., 0)))
}

/// Whether a reply has none of the members of a call's replies, and so many that these have not.
fn is_foreign(entry: &Entry, reply: Value<'_>, many: usize) -> bool {
    let (own, foreign) = entry.reply_schema().shares(reply, entry.gateway.envelope);
    own == 0 && foreign >= many
}

/// Whether something may be the values of a call that its form alone does not tell for sure: what is sent to one call may have
/// the form of another's, above all where something in it is wrong.
fn may_be_values(part: &Part<'_>) -> bool {
    let what = &part.explanation;
    matches!(what.kind, Kind::Request | Kind::Json | Kind::Callback) && part.form.is_some() && !part.is_broken
}

/// Whether something may be a call's values: it is not known as another's alone.
fn may_take(entry: &Entry, part: &Part<'_>) -> bool {
    let is_candidate = part.explanation.candidates.iter().any(|one| one.id == entry.id);
    let is_request = part.explanation.kind == Kind::Request;
    let takes = |tree: &Tree<'_>| match is_request {
        true => entry.knows_of(tree.root()),
        false => entry.may_take(tree.root()),
    };
    is_candidate || Tree::read(&part.payload).is_ok_and(|tree| takes(&tree))
}

/// Whether something that has the form of some call's values is rather what a call answers.
fn is_answer(entry: &Entry, part: &Part<'_>) -> bool {
    Tree::read(&part.payload).is_ok_and(|tree| entry.rather_answers(tree.root()))
}
