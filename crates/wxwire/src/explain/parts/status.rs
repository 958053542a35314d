//! The HTTP status of a reply that stands in a text or a record: as `curl -v` shows it, as a recording keeps it. It says more than
//! a body that looks well.

mod alone;
mod line;
mod log;
mod words;

use super::{Part, around};
use crate::explain::{Kind, explain_answer};
use crate::layer::json::{Kind as Json, Value};
use crate::verdict::words::{ANSWERS, STATUS_MEMBERS};
use crate::verdict::{Level, Verdict, integer};

/// So much before a reply is looked at, and so many lines.
const REACH: usize = 8 << 10;
const MAX_LINES: usize = 60;

/// The longest name before an object that a client prints.
const MAX_NAME: usize = 20;

/// So much behind a reply is looked at: a status is short.
const MAX_BEHIND: usize = 200;

/// Finds the status around each reply of a text from a place on, where none of the payloads before that is looked at.
pub(super) fn find(text: &str, start: usize, parts: &mut [Part<'_>]) {
    // What stands before the one before, and that itself: it may be a client's print of its answer.
    let (mut from, mut head, mut printed) = (start, None, start..start);
    let is_one = parts.len() == 1;
    for part in &mut *parts {
        let place = part.explanation.payload.clone();
        let between = text.get(from..place.start).unwrap_or_default();
        let own = between.rsplit('\n').next().unwrap_or_default();
        if from == start || between.contains('\n') {
            head = line::opening(own);
        }
        if matches!(part.explanation.kind, Kind::Reply | Kind::Json) && from <= place.start {
            let status = before(text, from..place.start)
                .or_else(|| entity(between, text.get(place.end..).unwrap_or_default()))
                .or_else(|| line::printed(text.get(printed.clone())?).filter(|_| line::is_before_reply(between)));
            // Between the head of a line and the reply may stand what was sent.
            let opening = head.filter(|_| part.explanation.kind == Kind::Reply);
            part.status = status.or_else(|| behind(text, place.end, own, is_one)).or(opening);
            part.denied_by = words::of_failure(own).map(String::from).or(part.denied_by.take());
            judge(part);
        }
        // What follows a reply is another's.
        head = head.filter(|_| part.explanation.kind != Kind::Reply);
        printed = from.max(crate::scan::floor(text, place.start.saturating_sub(MAX_NAME)))..place.end;
        from = place.end;
    }
    alone::find(text, start, parts);
}

/// The status that stands right before a place: in the head, as it came or behind what a tool puts before it, or in a line of a log.
fn before(text: &str, place: std::ops::Range<usize>) -> Option<u16> {
    let start = crate::scan::floor(text, place.start.max(place.end.saturating_sub(REACH)));
    let mut lines = text.get(start..place.end)?.rsplit('\n').take(MAX_LINES);
    let own = lines.next()?;
    if !bare(own).trim_matches(['"', '\'']).is_empty() {
        return line::status(own)
            .or_else(|| line::constant(own))
            .or_else(|| wired(own, lines.clone()))
            .or_else(|| line::answered(lines.clone().next()?))
            .or_else(|| log::before(own, lines));
    }
    for line in lines {
        if let Some(status) = line::status(line.trim()) {
            return Some(status);
        }
        if !is_of_answer(bare(line)) {
            return None;
        }
    }
    None
}

/// What tools and clients write between the status of an answer and its body.
const REMARKS: [&str; 6] = ["* ", "{ [", "} [", ">>> ", "CIMultiDictProxy(", "For more information check: "];

/// Whether a line may stand between the status of an answer and its body: an empty one, a header, a remark, or
/// words that announce the body.
fn is_of_answer(line: &str) -> bool {
    let is_header = || line.split_once(':').is_some_and(|(name, _)| is_header_name(name));
    matches!(line, "{" | "}")
        || line::is_before_reply(line)
        || is_header()
        || REMARKS.iter().any(|sign| line.starts_with(sign))
}

/// Whether a name is a header's, or a part of an answer as go-resty and interceptors of Spring head it.
fn is_header_name(name: &str) -> bool {
    let name = name.trim_end();
    let is_one = || name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    !name.is_empty() && (is_one() || matches!(name, "RECEIVED AT" | "TIME DURATION" | "Status text"))
}

/// The status in what Apache HttpClient logs of a connection: `http-outgoing-0 << "HTTP/1.1 502 Bad Gateway[\r][\n]"`. It is that
/// of the bytes behind it, up to the next request on the same connection.
fn wired<'t>(own: &str, lines: impl Iterator<Item = &'t str>) -> Option<u16> {
    let (before, _) = own.rsplit_once(" << ")?;
    let connection = before.rsplit([' ', '\t']).next().filter(|name| name.starts_with("http-outgoing-"))?;
    let told = lines.filter_map(|line| {
        let (_, rest) = line.split_once(connection)?;
        let (arrow, bytes) = (rest.get(..4)?, rest.get(4..)?);
        matches!(arrow, " << " | " >> ").then_some((arrow, bytes))
    });
    told.take_while(|(arrow, _)| *arrow == " << ").find_map(|(_, bytes)| line::head(bytes))
}

/// The status in what Spring prints of an answer, around its body: `<502 BAD_GATEWAY Bad Gateway,{…},[Content-Type:"…"]>`.
fn entity(before: &str, behind: &str) -> Option<u16> {
    let has_headers = [",[", ",{"].iter().any(|start| behind.starts_with(start));
    before.rsplit('\n').next().filter(|_| has_headers).and_then(line::entity)
}

/// The status behind a reply: what curl was told to write there, alone or under its name, in its line or the next; or what a line
/// says of it that begins with it. `before` is what stands before the reply in its line; `is_one`: the text has no other.
fn behind(text: &str, end: usize, before: &str, is_one: bool) -> Option<u16> {
    let mut lines = text.get(end..crate::scan::floor(text, end + MAX_BEHIND))?.lines();
    let own = lines.next()?.trim();
    if own.is_empty() {
        let next = lines.next()?;
        // Whatever follows may be the next call's.
        let mut is_last = || is_one && before.is_empty() && lines.all(|line| line.trim().is_empty());
        return line::written(next).or_else(|| line::behind(next.trim()).filter(|_| is_last()));
    }
    let is_row = is_one && before.is_empty() || before.ends_with('(') && own.ends_with(')');
    line::written(own).or_else(|| line::behind(own)).or_else(|| line::item(own).filter(|_| is_row))
}

/// A line without what `curl -v` puts before what came.
fn bare(line: &str) -> &str {
    let line = line.trim();
    line.strip_prefix('<').map_or(line, str::trim)
}

/// The status that an object of a record says of what is in it.
pub(super) fn of(object: Value<'_>) -> Option<u16> {
    // Beside anything else it may be the status of anything.
    if object.kind() != Json::Object || !ANSWERS.iter().any(|name| object.get(name).is_some()) {
        return None;
    }
    // Postman calls it `code`, and its words `status`.
    let is_kept = || object.get("body").and(object.get("status")).is_some_and(|words| words.kind() == Json::String);
    let named = STATUS_MEMBERS.iter().filter_map(|name| object.get(name)).find_map(integer);
    let status = named.or_else(|| is_kept().then(|| object.get("code").and_then(integer))?)?;
    u16::try_from(status).ok().filter(|status| (100..600).contains(status))
}

/// Judges a reply by its status and what else is around it, where these say that the call did not go well.
pub(super) fn judge(reply: &mut Part<'_>) {
    by_status(reply);
    around::judge(reply);
}

fn by_status(reply: &mut Part<'_>) {
    let Some(status) = reply.status.filter(|status| *status >= 300) else { return };
    if reply.explanation.kind != Kind::Reply && reply.explanation.verdict.is_none() {
        return;
    }
    // A no stays one, whatever a proxy made of it.
    let is_no = |verdict: &Verdict| matches!(verdict.level, Level::Refused | Level::Partial | Level::Failed);
    if reply.explanation.verdict.as_ref().is_some_and(is_no) {
        return;
    }
    let message = [format!("HTTP/1.1 {status} \r\n\r\n").as_bytes(), &reply.payload].concat();
    if let Ok(told) = explain_answer(&message, reply.explanation.operation, None) {
        reply.explanation.verdict = told.verdict.or(reply.explanation.verdict.take());
    }
}
