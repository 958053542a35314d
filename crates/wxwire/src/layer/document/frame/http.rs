//! The head of an HTTP message: as it goes over the wire, or as `curl -i` and the like print it.

use std::ops::Range;

/// The longest head that is read.
const MAX_HEAD: usize = 64 << 10;

/// The most messages in one text.
const MAX_MESSAGES: usize = 1000;

/// The most heads before one body: interim answers come with heads of their own.
const MAX_HEADS: usize = 8;

/// The head of an HTTP message.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Head {
    /// The status; none of a request.
    pub status: Option<u16>,
    /// The header Retry-After.
    pub retry_after: Option<String>,
    /// The method and the path of a request.
    pub request: Option<(String, String)>,
    /// Where the target of a request stands.
    pub(super) target: Option<Range<usize>>,
    /// Where the length of the body stands, if it is the length that the body has.
    pub(in crate::layer::document) length: Option<Range<usize>>,
    /// The body goes in chunks. Of one that is a single chunk, `length` is that chunk's, in hexadecimal digits.
    pub(in crate::layer::document) is_chunked: bool,
}

impl Head {
    /// Whether the body goes in several chunks, so that no part of the bytes is the body.
    pub(crate) fn is_parted(&self) -> bool {
        self.is_chunked && self.length.is_none()
    }
}

/// The head that some bytes begin with, and where the body stands.
pub(super) fn read(bytes: &[u8]) -> Option<(Head, Range<usize>)> {
    let (head, end) = last_head(bytes)?;
    if head.is_chunked
        && let Some((length, body)) = only_chunk(bytes, end)
    {
        return Some((Head { length: Some(length), ..head }, body));
    }
    let body = end..bytes.len();
    Some((Head { length: head.length.filter(|place| is_length(bytes, place, &body)), ..head }, body))
}

/// The last of the heads that some bytes begin with, as it stands there, and where it ends.
fn last_head(bytes: &[u8]) -> Option<(Head, usize)> {
    let mut start = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    for _ in 0..MAX_HEADS {
        let (head, end) = head(bytes, start)?;
        if head.status.is_none() || !bytes[end..].starts_with(b"HTTP/") {
            return Some((head, end));
        }
        start = end;
    }
    None
}

/// The messages that stand one behind the other, such as a request and what answered it, if a text begins with one.
pub(crate) fn messages(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while found.len() < MAX_MESSAGES
        && let Some((known, body)) = read(&text.as_bytes()[at..])
    {
        // What a length says is body is no other message.
        let told = match known.is_chunked {
            true => known.length.as_ref().map(|_| body.len()),
            false => known.length.as_ref().and_then(|place| text.get(at + place.start..at + place.end)?.parse().ok()),
        };
        let behind = at + body.start + told.unwrap_or(0_usize).min(body.len());
        let next = declared_end(text, at).or_else(|| text.get(behind..).and_then(next_head).map(|next| behind + next));
        found.push(at..next.unwrap_or(text.len()));
        let Some(next) = next else { break };
        at = next;
    }
    // What is beyond the bounds is not lost.
    if let Some(last) = found.last_mut() {
        last.end = text.len();
    }
    found
}

/// Where the body ends that a head declares the length of, if another message stands right there: on one connection no line break
/// is between.
fn declared_end(text: &str, at: usize) -> Option<usize> {
    let (head, end) = last_head(&text.as_bytes()[at..])?;
    let length: usize = head.length.and_then(|place| text.get(at + place.start..at + place.end)?.parse().ok())?;
    let behind = (at + end).checked_add(length)?;
    first_line(text.get(behind..)?.lines().next()?.trim_end(), behind).map(|_| behind)
}

/// Where the first line begins that is that of a head.
fn next_head(text: &str) -> Option<usize> {
    let mut at = 0;
    text.split_inclusive('\n').find_map(|line| {
        let start = at;
        at += line.len();
        first_line(line.trim_end(), start)?;
        head(text.as_bytes(), start).map(|_| start)
    })
}

/// One head, and where it ends.
fn head(bytes: &[u8], start: usize) -> Option<(Head, usize)> {
    let limit = bytes.len().min(start + MAX_HEAD);
    let text = match std::str::from_utf8(&bytes[start..limit]) {
        Ok(text) => text,
        // What comes behind a head need not be text.
        Err(error) => std::str::from_utf8(&bytes[start..start + error.valid_up_to()]).ok()?,
    };
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    let mut head = first_line(first.trim_end(), start)?;
    let mut at = start + first.len();
    for line in lines {
        let bare = line.trim_end_matches(['\r', '\n']);
        let next = at + line.len();
        if bare.is_empty() {
            return Some((head, next));
        }
        let (name, value) = bare.split_once(':')?;
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if name.is_empty() || !name.bytes().all(is_name) {
            return None;
        }
        let value = value.trim();
        let place = at + bare.trim_end().len() - value.len()..at + bare.trim_end().len();
        match name.to_ascii_lowercase().as_str() {
            "retry-after" => head.retry_after = Some(value.to_owned()),
            "content-length" => head.length = Some(place),
            "transfer-encoding" => head.is_chunked = value.to_ascii_lowercase().contains("chunked"),
            _ => {}
        }
        at = next;
    }
    // A head without a body may lack its empty line.
    (start + text.len() == bytes.len()).then_some((head, bytes.len()))
}

/// A request line or a status line.
fn first_line(line: &str, start: usize) -> Option<Head> {
    let none = Head { status: None, retry_after: None, request: None, target: None, length: None, is_chunked: false };
    let is_version = |word: &str| {
        word.strip_prefix("HTTP/").is_some_and(|rest| matches!(rest, "1.0" | "1.1" | "2" | "2.0" | "3" | "3.0"))
    };
    let mut words = line.splitn(3, ' ');
    let (first, second, third) = (words.next()?, words.next()?, words.next().unwrap_or_default());
    if is_version(first) {
        let status = second.parse().ok().filter(|status| second.len() == 3 && (100..1000).contains(status))?;
        return Some(Head { status: Some(status), ..none });
    }
    let is_method = !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_uppercase());
    let target = start + first.len() + 1..start + first.len() + 1 + second.len();
    let path = second.split(['?', '#']).next().unwrap_or_default();
    let request = Some((first.to_owned(), path.to_owned()));
    (is_method && !second.is_empty() && is_version(third)).then_some(Head { request, target: Some(target), ..none })
}

/// The only chunk of a body that goes in chunks: where its length stands, and the chunk. None where there are several: no part of
/// the bytes is the body then.
fn only_chunk(bytes: &[u8], start: usize) -> Option<(Range<usize>, Range<usize>)> {
    let line = memchr::memchr(b'\n', &bytes[start..])?;
    let digits = bytes[start..start + line].iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    let length = usize::from_str_radix(std::str::from_utf8(&bytes[start..start + digits]).ok()?, 16).ok()?;
    let data = start + line + 1;
    let end = data.checked_add(length).filter(|end| *end <= bytes.len() && length > 0)?;
    let rest = bytes[end..].trim_ascii_start();
    (rest.is_empty() || rest.starts_with(b"0")).then(|| (start..start + digits, data..end))
}

/// Whether a number is the length of a body, be it without the line end that an editor puts behind it.
fn is_length(bytes: &[u8], place: &Range<usize>, body: &Range<usize>) -> bool {
    let said: Option<usize> = std::str::from_utf8(&bytes[place.clone()]).ok().and_then(|text| text.parse().ok());
    let length = body.len();
    said.is_some_and(|said| said <= length && bytes[body.start + said..].trim_ascii().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> Option<(Option<u16>, &str)> {
        read(text.as_bytes()).map(|(head, body)| (head.status, &text[body]))
    }

    #[test]
    fn tells_a_head_from_a_text() {
        assert_eq!(body("POST /a?b=c HTTP/1.1\r\nHost: h\r\n\r\n{}"), Some((None, "{}")));
        assert_eq!(body("HTTP/2 200\nx-a:b\n\nok"), Some((Some(200), "ok")));
        assert_eq!(body("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 502 Bad Gateway\r\n\r\n<p>"), Some((Some(502), "<p>")));
        assert_eq!(body("GET / HTTP/1.1\r\nHost: h"), Some((None, "")));
        let text = "GET /a HTTP/1.1\n\nHTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\nContent-Length: 17\n\nHTTP/1.1 200 OK\n\n\nHTTP/2 204\n\n";
        let starts: Vec<_> = messages(text).into_iter().map(|one| (one.start, one.end)).collect();
        assert_eq!(starts, [(0, 17), (17, 94), (94, text.len())]);
        assert!(messages("a\nHTTP/1.1 200 OK\n\n").is_empty());
        let many = "GET / HTTP/1.1\n\nx\n".repeat(MAX_MESSAGES + 5);
        let all = messages(&many);
        assert_eq!((all.len(), all.last().map(|last| last.end)), (MAX_MESSAGES, Some(many.len())));
        for text in ["HTTP/1.1 is old", "POST a letter", "HTTP/1.1 200 OK\nno header here\n\n{}", "GET /a\n\n{}"] {
            assert_eq!(body(text), None, "{text}");
        }
    }
}
