//! XML in a text. What stands in the midst of prose may be anything in angle brackets: it is one that closes in its line and
//! has elements in it, or one whose name WeChat's messages have.

use std::borrow::Cow;

use super::string::{Of, unescaped};
use super::{Form, Payload, Reading, floor, line_end};
use crate::layer::xml::Tree;
use crate::problem::{Code, Problem};

/// What WeChat's messages and callbacks begin with: these may go over many lines.
const ROOTS: [&str; 5] = ["xml", "msg", "appmsg", "sysmsg", "msgsource"];

/// So much is gone through for each that does not close.
const NEAR: usize = 64 << 10;

/// The longest. Beyond what is near, each is looked for to the end of its line, or up to the next that begins alike: none of a
/// text is gone through twice.
const FAR: usize = 8 << 20;

/// The same of any other element.
const MAX_LINE: usize = 4 << 10;

/// What stands at a `<`.
pub(super) fn read(text: &str, sign: usize, is_all: bool) -> Reading<'_> {
    let start = declaration(text, sign);
    let name = name(text, start);
    if name.is_empty() {
        return Reading::None(sign + 1);
    }
    if name.eq_ignore_ascii_case("!doctype") || name.eq_ignore_ascii_case("html") {
        return page(text, sign);
    }
    let is_known = ROOTS.contains(&name);
    let near = floor(text, start + MAX_LINE);
    let limit = if is_known { floor(text, start + NEAR) } else { line_end(&text[..near], start) };
    let has_element = || is_known && has_element(text, start, name);
    let far = || (limit < text.len() && has_element()).then(|| far(text, start, name)).flatten();
    let Some(end) = close(&text[..limit], start, name).or_else(far) else {
        return match is_known {
            true if !is_all && goes_on(text, start, limit) => Reading::Open,
            // A log cuts long lines.
            true if has_element() => cut(text, sign),
            _ => Reading::None(sign + 1),
        };
    };
    let own = &text[sign..end];
    let (own, form) = match is_by_bytes(own) {
        true => (Cow::Owned(unescaped(own, Of::Bytes)), Form::Escaped),
        false => (Cow::Borrowed(own), Form::Xml),
    };
    let payload = Payload::new(sign..end, own.clone(), form);
    match Tree::parse_tolerant(&own, &mut Vec::new()) {
        Ok(tree) if is_known || tree.root().elements().next().is_some() => Reading::Found(vec![payload], end),
        Err(problem) if problem.code == Code::TooDeep => {
            let span = problem.span.clone().map_or(sign..sign + 1, |span| span.start + sign..span.end + sign);
            Reading::Found(vec![Payload { fault: Some(problem.span(span)), ..payload }], end)
        }
        _ => Reading::None(sign + 1),
    }
}

/// Whether a text is as nginx writes it, which escapes each byte that is not plain, and the backslash: beside its tags, too.
fn is_by_bytes(text: &str) -> bool {
    let is_byte = |at: usize| {
        let digits = text[at..].strip_prefix("\\x").and_then(|rest| rest.as_bytes().get(..2));
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    let is_beside = || [">\\x0A", ">\\x0D", "=\\x22"].iter().any(|sign| text.contains(sign));
    text.contains("\\x") && is_beside() && text.match_indices('\\').all(|(at, _)| is_byte(at))
}

/// Where an element ends that is longer than what is near.
fn far(text: &str, start: usize, name: &str) -> Option<usize> {
    let limit = floor(text, start + FAR);
    let next = memchr::memmem::find(&text.as_bytes()[start + 1..limit], format!("<{name}").as_bytes());
    let next = next.map_or(limit, |at| start + 1 + at);
    close(&text[..next.max(line_end(&text[..limit], start))], start, name)
}

/// Whether what does not close yet may do so in what is still to come: near to here, or in its line.
fn goes_on(text: &str, start: usize, limit: usize) -> bool {
    limit == text.len() || text.len() - start < FAR && line_end(text, start) == text.len()
}

/// Behind `<?xml …?>` and white space.
fn declaration(text: &str, sign: usize) -> usize {
    let Some(rest) = text[sign..].strip_prefix("<?xml") else { return sign };
    let end = rest.find("?>").filter(|at| *at < 200);
    end.map_or(sign, |at| {
        let behind = &rest[at + 2..];
        sign + "<?xml".len() + at + 2 + behind.len() - behind.trim_ascii_start().len()
    })
}

/// The name of the element that begins here.
fn name(text: &str, start: usize) -> &str {
    let rest = text.get(start + 1..).unwrap_or_default();
    let is_name = |(at, char): (usize, char)| {
        char.is_alphabetic() || matches!(char, '_' | '!') || at > 0 && (char.is_numeric() || "-.:".contains(char))
    };
    let end = rest.char_indices().take(64).find(|one| !is_name(*one)).map_or(0, |(at, _)| at);
    let behind = rest.as_bytes().get(end);
    match text.as_bytes().get(start) == Some(&b'<')
        && matches!(behind, Some(b'>' | b' ' | b'\n' | b'\t' | b'\r' | b'/'))
    {
        true => &rest[..end],
        false => "",
    }
}

/// Where the element ends, of whose name others may stand inside.
fn close(text: &str, start: usize, name: &str) -> Option<usize> {
    // Most that is none closes nothing.
    memchr::memmem::find(&text.as_bytes()[start..], format!("</{name}").as_bytes())?;
    let (mut depth, mut at) = (0_usize, start);
    loop {
        at += text[at..].find('<')?;
        let rest = &text[at + 1..];
        if let Some(section) = rest.strip_prefix("![CDATA[") {
            at = text.len() - section.len() + section.find("]]>")? + 3;
        } else if let Some(behind) = rest.strip_prefix('/').and_then(|rest| rest.strip_prefix(name)) {
            at = text.len() - behind.len();
            let space = behind.trim_ascii_start();
            if space.starts_with('>') {
                depth = depth.checked_sub(1)?;
                at = text.len() - space.len() + 1;
                if depth == 0 {
                    return Some(at);
                }
            }
        } else if let Some(behind) = rest.strip_prefix(name).filter(|rest| !rest.starts_with(is_name)) {
            let end = behind.find('>')?;
            depth += usize::from(!behind[..end].ends_with('/'));
            at = text.len() - behind.len() + end + 1;
            if depth == 0 {
                return None;
            }
        } else {
            at += 1;
        }
    }
}

fn is_name(char: char) -> bool {
    char.is_alphanumeric() || "_-.:".contains(char)
}

/// Whether another element begins right inside.
fn has_element(text: &str, start: usize, name: &str) -> bool {
    let inner = text[start + 1 + name.len()..].split_once('>').map(|(_, inner)| inner.trim_ascii_start());
    inner.is_some_and(|inner| inner.starts_with('<') && inner[1..].starts_with(char::is_alphabetic))
}

/// What breaks off at the end of its line.
fn cut(text: &str, sign: usize) -> Reading<'_> {
    let end = sign + text[sign..line_end(text, sign)].trim_end().len();
    let fault = Problem::new(Code::CutOff).span(end..end);
    let closed = closed(&text[sign..end]).unwrap_or_else(|| text[sign..end].to_owned());
    let payload = Payload { fault: Some(fault), is_cut: true, ..Payload::new(sign..end, closed, Form::Xml) };
    Reading::Found(vec![payload], end)
}

/// XML that breaks off, closed, with the beginning of the text that it breaks off in.
fn closed(text: &str) -> Option<String> {
    let (mut open, mut at, mut out) = (Vec::new(), 0, text.to_owned());
    while let Some(found) = text[at..].find('<') {
        let tag = at + found;
        let rest = &text[tag + 1..];
        if let Some(section) = rest.strip_prefix("![CDATA[") {
            match section.find("]]>") {
                Some(end) => at = text.len() - section.len() + end + 3,
                None => {
                    out.push_str("]]>");
                    break;
                }
            }
            continue;
        }
        let Some(end) = rest.find('>') else {
            out.truncate(tag);
            break;
        };
        at = tag + end + 2;
        let inner = &rest[..end];
        let name = inner.split([' ', '\n', '\t', '/']).next().unwrap_or_default();
        match inner.as_bytes().first() {
            Some(b'/') => _ = open.pop()?,
            Some(b'?' | b'!') => {}
            _ if inner.ends_with('/') => {}
            _ => open.push(name),
        }
    }
    out.extend(open.iter().rev().map(|name| format!("</{name}>")));
    Tree::parse_tolerant(&out, &mut Vec::new()).ok()?;
    Some(out)
}

/// A web page is none, nor is what stands in its scripts.
fn page(text: &str, sign: usize) -> Reading<'_> {
    let limit = floor(text, sign + NEAR);
    let end = ["</html>", "</HTML>"].iter().find_map(|close| Some(sign + text[sign..limit].find(close)? + close.len()));
    Reading::None(end.unwrap_or(sign + 1))
}
