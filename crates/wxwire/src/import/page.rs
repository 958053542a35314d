//! A piece of a page as HTML: its code without the tags that colour it.
//!
//! Not here: what a page says around its code. `learn` reads whole pages.

use super::text::Text;
use crate::layer::escape::reference;

/// Tags that a piece of a page can begin with.
const BEGINS: [&str; 18] = [
    "!doctype", "html", "head", "body", "script", "style", "div", "pre", "code", "span", "p", "table", "section",
    "article", "main", "h1", "h2", "h3",
];

/// So many pieces of code are read.
const MAX_PIECES: usize = 200;

/// The longest reference.
const REFERENCE: usize = 40;

/// The code of a text that is HTML, each piece with where it begins: what stands in each `<pre>`, or all of it where there is
/// none. Nothing of any other text.
pub(super) fn code(text: &Text) -> Vec<(usize, Text)> {
    let source = text.as_str();
    let inner = source.trim_start();
    let is_html = inner.strip_prefix('<').is_some_and(|rest| BEGINS.iter().any(|name| is_tag(rest, name)));
    if !is_html {
        return vec![];
    }
    let (mut pieces, mut at) = (Vec::new(), 0);
    while let Some((start, end)) = element(source, at, "pre").filter(|_| pieces.len() < MAX_PIECES) {
        pieces.push((start, plain(text, start, end)));
        at = end;
    }
    if pieces.is_empty() {
        pieces.push((0, plain(text, 0, source.len())));
    }
    pieces
}

/// The inside of the next element of this name.
fn element(source: &str, from: usize, name: &str) -> Option<(usize, usize)> {
    let is_one = |at: &usize| is_tag(&source[at + 1..], name);
    let open = source[from..].match_indices('<').map(|(at, _)| from + at).find(is_one)?;
    let start = open + source[open..].find('>')? + 1;
    let is_end = |at: &usize| source[at + 1..].strip_prefix('/').is_some_and(|rest| is_tag(rest, name));
    let end = source[start..].match_indices('<').map(|(at, _)| start + at).find(is_end);
    Some((start, end.unwrap_or(source.len())))
}

fn is_tag(rest: &str, name: &str) -> bool {
    rest.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name))
        && rest[name.len()..].starts_with(|char: char| char == '>' || char == '/' || char.is_whitespace())
}

/// A part without tags and comments, and without what scripts and styles hold; references are the characters that they stand
/// for.
fn plain(text: &Text, start: usize, end: usize) -> Text {
    let source = &text.as_str()[..end];
    let mut out = text.slice(start..start);
    let mut at = start;
    while at < end {
        let next = source[at..].find(['<', '&']).map_or(end, |next| at + next);
        out.push(text, at..next);
        at = next;
        let rest = &source[at..];
        let read = rest.get(..floor(rest, REFERENCE)).and_then(reference);
        if rest.is_empty() {
            break;
        } else if let Some((char, length)) = read {
            out.push_char(char, text, at..at + length);
            at += length;
        } else if let Some(length) = tag(rest) {
            at += length;
        } else {
            out.push(text, at..at + 1);
            at += 1;
        }
    }
    out
}

/// The length of a tag or a comment, with the inside of what is no text.
fn tag(rest: &str) -> Option<usize> {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return Some(comment.find("-->").map_or(rest.len(), |end| end + "<!---->".len()));
    }
    let inner = rest.strip_prefix('<')?;
    let name = inner.strip_prefix('/').unwrap_or(inner);
    if !name.starts_with(|char: char| char.is_ascii_alphabetic() || char == '!') {
        return None;
    }
    let end = rest[1..].find(['<', '>']).map(|end| end + 1).filter(|end| rest[*end..].starts_with('>'))? + 1;
    let hidden = ["script", "style"].into_iter().find(|name| is_tag(inner, name));
    Some(hidden.and_then(|name| element(rest, 0, name)).map_or(end, |(_, close)| close))
}

/// The last boundary of a character up to a place.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
