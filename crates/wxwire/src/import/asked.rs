//! The address that something was sent to or asked for at, where it stands before it: in a head, in a line of a log, in a
//! command.

use std::ops::Range;

use super::http::{goes_on, is_level};
use super::operation::by_path;
use crate::operation::Entry;
use crate::scan;

/// So many bytes before a reply are looked at.
const REACH: usize = 8 << 10;

/// So many addresses are looked up.
const MAX_ADDRESSES: usize = 8;

/// The call whose address stands last in a part of a text, and the place of the address, if what follows it belongs to it:
/// lines that go on, and `body`.
pub(crate) fn asked_before(
    text: &str,
    part: Range<usize>,
    body: Option<Range<usize>>,
    may_be: &dyn Fn(&Entry) -> bool,
) -> Option<(&'static Entry, Range<usize>)> {
    let start = scan::floor(text, part.start.max(part.end.saturating_sub(REACH)));
    let words = text.get(start..part.end)?;
    // What stands in the body was sent, and no call is made there.
    let is_in_body = |at: usize| body.as_ref().is_some_and(|body| body.contains(&(start + at)));
    let addresses = addresses(words).filter(|one| !is_in_body(one.start)).take(MAX_ADDRESSES);
    for place in addresses {
        let line = words[..place.start].rsplit('\n').next().unwrap_or_default();
        // Where one came from says nothing of where it went.
        let last =
            line.trim_end_matches([' ', '"', '\'', ':', '=']).rsplit([' ', '"', '\'']).next().unwrap_or_default();
        if ["referer", "origin"].iter().any(|name| last.eq_ignore_ascii_case(name)) {
            continue;
        }
        let calls = by_path(path(&words[place.clone()]));
        if calls.is_empty() {
            // Another address: the reply is its.
            if words[place].contains("://") {
                return None;
            }
            continue;
        }
        if !is_asked(line) {
            return None;
        }
        let method = words[..place.start].split(|char: char| !char.is_ascii_uppercase()).rfind(|word| word.len() > 2);
        let is_meant = |entry: &Entry| method == Some(entry.method.as_str());
        let mut fits: Vec<_> = calls.into_iter().filter(|entry| may_be(entry)).collect();
        if fits.iter().any(|entry| is_meant(entry)) {
            fits.retain(|entry| is_meant(entry));
        }
        let end = start + place.end;
        let reply = text[..part.end].rsplit('\n').next().unwrap_or_default();
        if is_of_another(line, reply) {
            return None;
        }
        let goes_on = match &body {
            Some(body) if body.start >= end => belongs(&text[end..body.start]) && belongs(&text[body.end..part.end]),
            _ => belongs(&text[end..part.end]),
        };
        let [entry] = fits[..] else { return None };
        return goes_on.then(|| (entry, start + place.start..end));
    }
    None
}

/// Whether two lines of a log say that they are of different requests: a name for one, as `tid=` or `trace_id:`, or of a thread,
/// as `[pool-1-thread-2]`, has another value.
pub(crate) fn is_of_another(line: &str, other: &str) -> bool {
    let own = marks(line);
    let program = (program(line), program(other));
    matches!(program, (Some(own), Some(other)) if own != other)
        || marks(other).iter().any(|(name, value)| own.iter().any(|(known, kept)| known == name && kept != value))
}

/// The program that a tool says a line is of: `bot-1  | `, or a container's stream behind its time, `stdout F `. Two lines of one
/// program may still be of two requests.
fn program(line: &str) -> Option<&str> {
    let is_name = |name: &&str| {
        let is_part = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '.');
        !name.is_empty() && name.len() <= MAX_NAME && name.chars().all(is_part)
    };
    let named = line.split_once(" | ").map(|(name, _)| name.trim()).filter(is_name);
    let stream = || line.split(' ').nth(1).filter(|word| matches!(*word, "stdout" | "stderr"));
    named.or_else(stream)
}

/// The longest name of a program.
const MAX_NAME: usize = 64;

/// Whether two lines of a log say that they are of the same request.
pub(crate) fn is_of_same(line: &str, other: &str) -> bool {
    let own = marks(line);
    !is_of_another(line, other) && marks(other).iter().any(|mark| own.contains(mark))
}

/// What a line of a log says of its request: names and their values.
fn marks(line: &str) -> Vec<(String, String)> {
    let line = &line[..scan::floor(line, MAX_LINE)];
    let words = line.split(|char: char| char.is_whitespace() || "[](),;".contains(char));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    // The value may stand behind a blank.
    let pair = |(at, word): (usize, &&'_ str)| match word.split_once(['=', ':'])? {
        (name, "") => Some((name.to_owned(), (*words.get(at + 1)?).to_owned())),
        (name, value) => Some((name.to_owned(), value.to_owned())),
    };
    let pairs = words.iter().enumerate().filter_map(pair).take(MAX_PAIRS);
    let is_one = |name: &str| {
        let name = name.to_ascii_lowercase();
        name.ends_with("id") || ["trace", "thread", "req", "request", "conn", "session"].contains(&name.as_str())
    };
    let named = pairs.filter(|(name, _)| is_one(name));
    let threads =
        line.split('[').skip(1).filter_map(|word| word.split_once(']')).take(MAX_PAIRS).filter_map(|(word, _)| {
            let name = word.trim_end_matches(|char: char| char.is_ascii_digit());
            let is_name = |char: char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_' | '#');
            let is_thread = name.len() < word.len() && name.starts_with(|char: char| char.is_ascii_alphabetic());
            (is_thread && name.chars().all(is_name)).then(|| (name.to_owned(), word[name.len()..].to_owned()))
        });
    named.chain(threads).collect()
}

/// So much of a line is looked at.
const MAX_LINE: usize = 1000;

/// So many names are looked at in a line.
const MAX_PAIRS: usize = 20;

/// Whether what stands before an address in its line says that it was asked: nothing, a method, an option, a label. In prose
/// an address is spoken of.
fn is_asked(before: &str) -> bool {
    let before = before.trim_end_matches(|char: char| char.is_whitespace() || "'\"`(".contains(char));
    let word = before.rsplit(|char: char| char.is_whitespace() || "'\"`(".contains(char)).next().unwrap_or_default();
    let small = word.to_ascii_lowercase();
    if SPOKEN_OF.iter().any(|one| small.trim_end_matches([':', '：']).ends_with(one)) {
        return false;
    }
    let is_method = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_label = before.ends_with([':', '：', '=', '】', ']', '>', '|', '#', '/', '+', ',']) || word.starts_with('-');
    word.is_empty() || is_method || is_label || ASKED.iter().any(|one| small.ends_with(one))
}

/// Headings between what was sent and what answered it, in small letters, as tools show them.
const RESPONSE: [&str; 4] = ["response", "response headers", "response body", "响应体"];

/// Words that an address follows where somebody is to read it.
const SPOKEN_OF: [&str; 8] = ["doc", "docs", "documentation", "see", "文档", "详见", "参见", "参考"];

/// Words that an address follows that is asked.
const ASKED: [&str; 12] =
    ["curl", "wget", "url", "uri", "http", "request", "请求", "地址", "接口", "调用", "发送", "链接"];

/// The addresses and paths in a text, the last one first.
fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let ends = |char: char| char.is_whitespace() || !char.is_ascii() || "'\"`<>()[]{},;|\\".contains(char);
    let mut end = text.len();
    std::iter::from_fn(move || {
        while end > 0 {
            let start =
                text[..end].rfind(ends).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
            let word = start..end;
            end = text[..start].char_indices().next_back().map_or(0, |(at, _)| at);
            if text[word.clone()].contains('/') {
                return Some(word);
            }
        }
        None
    })
}

/// The path of an address, of a URL or of what stands without a host.
fn path(address: &str) -> &str {
    let bare = address.split(['?', '#']).next().unwrap_or_default();
    let host = bare.find("://").map_or(0, |scheme| scheme + 3);
    bare[host..].find('/').map_or("", |slash| &bare[host + slash..]).trim_end_matches([':', '.'])
}

/// Whether what stands between an address and its reply belongs to it: the rest of its line, and lines that go on.
pub(crate) fn belongs(between: &str) -> bool {
    let mut lines = between.split('\n');
    let mut hides_break = lines.next().is_some_and(|first| first.trim_end().ends_with(['\\', '^', '`']));
    let inner: Vec<_> = lines.collect();
    let Some((_, whole)) = inner.split_last() else { return true };
    whole.iter().all(|line| {
        let goes_on = hides_break || continues(line.trim());
        hides_break = line.trim_end().ends_with(['\\', '^', '`']);
        goes_on
    })
}

/// Whether a line goes on with the one before: an option, a header, a label such as `返回结果：`, what a tool shows.
fn continues(line: &str) -> bool {
    // What `curl -v` shows: a remark, and what it sends and gets.
    if line.starts_with("* ") || line.starts_with("{ [") {
        return true;
    }
    let line = line.strip_prefix(['>', '<']).map_or(line, str::trim_start);
    let label = line.split([':', '：']).next().unwrap_or_default();
    let is_label = label.len() < line.len()
        && label.chars().count() <= 32
        && !label.contains(|char: char| char.is_whitespace() || char.is_ascii_digit())
        && !is_level(label);
    goes_on(line)
        || RESPONSE.contains(&&*line.to_ascii_lowercase())
        || line.starts_with(['-', '【', '}', '\'', '"'])
        || line.starts_with("HTTP/")
        || is_label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_from_the_end() {
        let text = "url=https://a.b/c?d=e（见 /f/g）, \"POST /h/i HTTP/1.1\" 200";
        let found: Vec<_> = addresses(text).map(|place| path(&text[place])).collect();
        assert_eq!(found, ["/1.1", "/h/i", "/f/g", "/c"]);
    }

    #[test]
    fn lines_of_another_record_part_an_address_from_a_reply() {
        for between in
            ["", " 200 ", "'\n", "\n返回结果：HTTP/1.0 200 OK\nContent-Length: 4\n\n", " \\\n-H 'a: b' \\\n  x\n"]
        {
            assert!(belongs(between), "{between}");
        }
        for between in ["\n2026-01-01 10:00 INFO other\n", "\nINFO: other\n", "\nsomething else\n"] {
            assert!(!belongs(between), "{between}");
        }
    }
}
