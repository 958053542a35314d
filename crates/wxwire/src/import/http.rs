//! A request as it stands on the wire; its lines may have been joined.

mod multipart;

use std::ops::Range;

use super::address::Address;
use super::found::{Form, Found};
use super::operation::by_path;
use super::repair::Origin;
use super::report::{Fix, Why};
use super::text::Text;
use crate::layer::chunks::{self, Chunks};
use crate::problem::{Code, Problem};

const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// Where a request line begins: a method and a target, at the beginning of a line.
pub(crate) fn begins(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let head = line.trim_start();
        let rest = METHODS.iter().find_map(|method| head.strip_prefix(method)?.strip_prefix([' ', '\t', '\u{a0}']));
        let target = rest.map(str::trim_start).unwrap_or_default();
        if target.starts_with('/')
            || target.starts_with("http://")
            || target.starts_with("https://")
            || target.starts_with("{{")
        {
            return Some(start + line.len() - head.len());
        }
        start += line.len();
    }
    None
}

/// A request's line in quotes, as logs of servers and clients have it, where no body stands beside it: its place between them.
pub(super) fn quoted(text: &str) -> Option<Range<usize>> {
    if text.contains('{') {
        return None;
    }
    text.match_indices(" HTTP/").find_map(|(version, _)| {
        let line = text[..version].rfind('\n').map_or(0, |line| line + 1);
        let start = text[line..version].rfind('"').map(|quote| line + quote + 1)?;
        let end = version + text[version..].find(['"', '\n']).filter(|end| text[version + end..].starts_with('"'))?;
        let target = text[start..end].split(' ').nth(1).unwrap_or_default();
        let is_known = || !by_path(Address::of(target).path).is_empty();
        (begins(&text[start..end]) == Some(0) && is_known()).then_some(start..end)
    })
}

/// The request of a line in quotes; the host may stand before it.
pub(super) fn read_quoted(text: &Text, place: Range<usize>) -> Found {
    let mut found = read(&text.slice(place.clone()), 0);
    let before = text.slice(0..place.start - 1).trim();
    let host = before.as_str().rsplit(char::is_whitespace).next().map_or(0, str::len);
    let host = before.slice(before.len() - host..before.len());
    let is_host = |host: &str| host.split_once("://").is_some_and(|(_, host)| !host.is_empty() && !host.contains('/'));
    let around = match &mut found.url {
        Some(url) if is_host(host.as_str()) && url.as_str().starts_with('/') => {
            let mut whole = host.clone();
            whole.push(url, 0..url.len());
            *url = whole;
            before.slice(0..before.len() - host.len()).trim()
        }
        _ => before,
    };
    for (why, beside) in [(Why::Around, around), (Why::Rest, text.slice(place.end + 1..text.len()).trim())] {
        if !beside.is_empty() {
            found.drop(why, &beside);
        }
    }
    found
}

/// The request whose first line begins at a place.
pub(crate) fn read(text: &Text, at: usize) -> Found {
    let mut found = Found::new(Form::Http);
    let source = text.as_str();
    let word = |from: usize| {
        let start = from + source[from..].find(|char: char| !char.is_whitespace()).unwrap_or(0);
        let length = source[start..].find(char::is_whitespace).unwrap_or(source.len() - start);
        (start, start + length)
    };
    let (start, end) = word(at);
    found.method = Some(text.slice(start..end));
    let (start, mut end) = word(end);
    found.url = Some(text.slice(start..end));
    let version = word(end);
    if source[version.0..version.1].starts_with("HTTP/") {
        end = version.1;
    }
    let body = headers(&mut found, text, end);
    match (in_chunks(&mut found, text, body), multipart::boundary(&found)) {
        (Err(()), _) => {}
        (Ok(chunks), Some(boundary)) => {
            let body = chunks.unwrap_or_else(|| text.slice(body..text.len()));
            multipart::take(&mut found, &body, &boundary);
        }
        (Ok(chunks), None) => {
            let whole = chunks.or_else(|| sized(&found, text, body));
            take_body(&mut found, whole.unwrap_or_else(|| text.slice(body..text.len()).trim()));
        }
    }
    if at > 0 {
        let around = text.slice(0..at).trim();
        found.drop(Why::Around, &around);
    }
    found
}

/// Takes the body: of what begins as none, the JSON in it, as a tool shows it behind a status and a second head.
fn take_body(found: &mut Found, body: Text) {
    let source = body.as_str();
    let begin = source.trim_start();
    let is_body = begin.starts_with(['{', '[', '"', '<', '\'']) || !source.contains('{') && source.contains('=');
    if is_body {
        found.body = Some((body, Origin::Prose));
        return;
    }
    let inner = super::bare::bare(&body);
    match inner.body {
        Some((json, _)) => {
            found.drop(Why::Around, &body.slice(0..body.len() - json.len()).trim());
            found.body = Some((json, Origin::Prose));
        }
        None if begin.is_empty() => {}
        None => found.drop(Why::Rest, &body),
    }
}

/// The chunks of a body as one text, where it goes in chunks and stands so in the text: tools show it without them. Where their
/// lengths do not hold, a line of a length may be taken for a part of the body, which is refused.
fn in_chunks(found: &mut Found, text: &Text, body: usize) -> Result<Option<Text>, ()> {
    let is_coded = |(name, value): &(Text, Text)| {
        name.as_str().eq_ignore_ascii_case("transfer-encoding")
            && value.as_str().to_ascii_lowercase().contains("chunked")
    };
    let body = text.slice(body..text.len());
    let source = body.as_str();
    let first = source.lines().next().unwrap_or_default();
    if !found.headers.iter().any(is_coded) || !chunks::is_length(first) {
        return Ok(None);
    }
    let Some(chunks) = Chunks::read(source.as_bytes()).filter(|chunks| chunks.parts.iter().all(is_text_in(source)))
    else {
        let behind = first.len()..source.trim_end_matches(['0', '\r', '\n']).len().max(first.len());
        return match source[behind].lines().any(chunks::is_length) {
            true => {
                let length = body.slice(0..first.len());
                found.problems.push(Problem::new(Code::Syntax).expected("chunk").span(length.place()));
                Err(())
            }
            // A single chunk holds the whole body, however long it is said to be.
            false => Ok(None),
        };
    };
    let rest = body.slice(chunks.end..body.len()).trim();
    if !rest.is_empty() {
        found.drop(Why::Rest, &rest);
    }
    Ok(Some(chunks.parts.iter().fold(body.slice(0..0), |mut whole, part| {
        whole.push(&body, part.clone());
        whole
    })))
}

/// Whether a range is whole characters of a text.
fn is_text_in(text: &str) -> impl Fn(&Range<usize>) -> bool {
    move |range| text.get(range.clone()).is_some()
}

/// The body with the white space around it, where it is as long as the head says.
fn sized(found: &Found, text: &Text, body: usize) -> Option<Text> {
    let source = text.as_str();
    let (_, length) = found.headers.iter().find(|(name, _)| name.as_str().eq_ignore_ascii_case("content-length"))?;
    let length: usize = length.as_str().parse().ok()?;
    let head = source[..body].trim_end().len();
    let gap = &source[head..];
    let start = head + ["\r\n\r\n", "\n\n"].iter().find(|end| gap.starts_with(*end))?.len();
    let end = start.checked_add(length)?;
    source.get(end..)?.trim().is_empty().then(|| text.slice(start..end))
}

/// The headers behind the request line; gives the place where the body begins.
fn headers(found: &mut Found, text: &Text, mut at: usize) -> usize {
    let source = text.as_str();
    let lined = is_lined(source, at);
    let mut line = at;
    loop {
        let rest = &source[at..];
        let blank = rest.len() - rest.trim_start().len();
        let gap = &rest[..blank];
        let here = at + blank;
        let empty_line = gap.matches('\n').count() > 1;
        let Some(name) = name_at(&source[here..]).filter(|_| !empty_line) else { return here };
        if !gap.contains('\n') {
            found.mend(Fix::LinesLost, text, at..here, "\n");
        }
        // A value ends with its line; where lines were joined, where the next name or the body begins.
        if line <= here {
            line = source[here..].find('\n').map_or(source.len(), |line| here + line);
        }
        let value = here + name + 1;
        let joined = source[value..line].char_indices().skip(1).find(|(length, char)| {
            let next = &source[value + length..line];
            let name = || name_at(next).filter(|name| !lined || next[name + 1..].starts_with(' ')).is_some();
            source[..value + length].ends_with(char::is_whitespace)
                && (!lined && matches!(char, '{' | '[') || char.is_ascii_uppercase() && name())
        });
        let end = joined.map_or(line, |(length, _)| value + length);
        found.header(&text.slice(here..end).trim());
        at = here + source[here..end].trim_end().len();
    }
}

/// Whether a head is whole: headers line by line, up to an empty line.
fn is_lined(source: &str, at: usize) -> bool {
    let head = source[at..].strip_prefix("\r\n").or_else(|| source[at..].strip_prefix('\n'));
    head.is_some_and(|head| {
        let mut lines = head.lines();
        let other = lines.find(|line| name_at(line).is_none());
        other.is_some_and(|line| line.trim().is_empty())
    })
}

/// Levels of logs: a line that begins with one is another record.
const LEVELS: [&str; 9] = ["TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR", "FATAL", "CRITICAL"];

/// Whether a word is the level of a log's record.
pub(super) fn is_level(word: &str) -> bool {
    LEVELS.iter().any(|level| word.eq_ignore_ascii_case(level))
}

/// Headings between a request's line and its body, in small letters, as tools show them.
const HEADINGS: [&str; 9] = [
    "network",
    "general",
    "headers",
    "request headers",
    "body",
    "request body",
    "payload",
    "request payload",
    "请求体",
];

/// Whether a line may stand between a request's line and its body: a header, and what tools show beside it, as a status or the
/// time that it took.
pub(super) fn goes_on(line: &str) -> bool {
    let line = line.trim();
    let is_figure = line.len() <= 16 && line.starts_with(|char: char| char.is_ascii_digit()) && !line.contains(':');
    let is_header = || name_at(line).is_some_and(|length| !is_level(&line[..length]));
    line.is_empty() || is_figure || is_header() || HEADINGS.contains(&&*line.to_ascii_lowercase())
}

/// The length of a header's name, if one with its colon stands here.
fn name_at(text: &str) -> Option<usize> {
    let length = text.find(|char: char| !(char.is_ascii_alphanumeric() || "-_".contains(char)))?;
    let name = length > 0
        && length < 64
        && text[length..].starts_with(':')
        && text.starts_with(|char: char| char.is_ascii_alphabetic());
    // `https://` is no header.
    (name && !text[length..].starts_with("://")).then_some(length)
}
