//! What a text holds.

use super::super::readable;
use super::{How, Inside, Room, Root, Wrapped, evidence};
use crate::layer::document::Layer;
use crate::layer::escape::{Escaping, JSON, PERCENT, PLAIN_PLUS, TEXT, reference};
use crate::layer::hex::Spelling;
use crate::layer::json::escape_at;
use crate::layer::lines::Lines;
use crate::layer::{base64, json, jwt, query, xml};
use crate::problem::Problem;

/// The least length of base64 or hexadecimal that is taken for it unasked.
const LEAST: usize = 12;

pub(super) fn open<'c>(text: &'c str, room: Room<'_>) -> Option<Inside<'c>> {
    let trimmed = text.trim_start_matches('\u{feff}').trim_ascii_start();
    let start = text.len() - trimmed.len();
    match trimmed.as_bytes().first()? {
        b'{' | b'[' => container(text).or_else(|| entities(text, room)).or_else(|| escaped(text, room)),
        b'<' => markup(text, start),
        b'&' => entities(text, room),
        b'"' => quoted(text, start, room),
        b'\\' => escaped(text, room).or_else(|| spelt(text, start, room)),
        _ => xml::sender(text)
            .and_then(|id| markup(text, xml::behind_sender(text, id)))
            .or_else(|| query::parameters(text).map(Inside::Query))
            .or_else(|| form(text, room))
            .or_else(|| percent(text, start, room))
            .or_else(|| jwt::parts(text).map(Inside::Jwt))
            .or_else(|| spelt(text, start, room)),
    }
}

/// JSON that holds something; a scalar or `{}` is as good as text.
fn container(text: &str) -> Option<Inside<'_>> {
    let ends = text.trim_ascii_end().as_bytes().last();
    if !matches!(ends, Some(b'}' | b']')) {
        return None;
    }
    let tree = json::Tree::parse(text).ok()?;
    let root = tree.root();
    let holds = root.members().next().is_some() || root.items().next().is_some();
    holds.then_some(Inside::Json(tree))
}

/// XML behind a prefix: one root, or several of which nothing but white space is between.
pub(in super::super) fn markup(text: &str, prefix: usize) -> Option<Inside<'_>> {
    let rest = &text[prefix..];
    if !rest.trim_ascii_end().ends_with('>') {
        return None;
    }
    let mut faults = Vec::new();
    if let Ok(tree) = xml::Tree::parse_tolerant(rest, &mut faults) {
        return Some(Inside::Xml(vec![Root { start: prefix, tree, faults }]));
    }
    let roots = xml::roots(rest)?.into_iter().map(|range| {
        let mut faults = Vec::new();
        let tree = xml::Tree::parse_tolerant(&rest[range.clone()], &mut faults).ok()?;
        Some(Root { start: prefix + range.start, tree, faults })
    });
    roots.collect::<Option<Vec<_>>>().map(Inside::Xml)
}

/// What is wrong with a text that is meant as XML and does not open, and where its XML begins.
pub(in super::super) fn broken(text: &str, is_said: bool) -> Option<(Problem, usize)> {
    // Most texts have none.
    memchr::memchr(b'<', text.as_bytes())?;
    let behind = xml::sender(text).map(|id| xml::behind_sender(text, id));
    let start = behind.unwrap_or(text.len() - text.trim_start_matches('\u{feff}').trim_ascii_start().len());
    let rest = &text[start..];
    let name = rest.strip_prefix('<')?;
    let length = name.find(|char: char| !char.is_ascii_alphanumeric() && char != '_').unwrap_or(name.len());
    let name = &name[..length];
    // What it begins with is ended somewhere. Pages are written in another language.
    let is_meant = rest.starts_with("<?xml")
        || !name.is_empty() && !name.eq_ignore_ascii_case("html") && rest.contains(&format!("</{name}>"));
    if !is_said && !is_meant {
        return None;
    }
    xml::Tree::parse_tolerant(rest, &mut Vec::new()).err().map(|problem| (problem, start))
}

/// A text that reads as markup or JSON once its references are resolved.
fn entities<'c>(text: &str, room: Room<'_>) -> Option<Inside<'c>> {
    let start = text.trim_ascii_start();
    let json = start.starts_with(['{', '[']) && ["quot;", "#34;", "#x22;"].iter().any(|mark| text.contains(mark));
    // What is escaped whole, be it each sign of it.
    let whole = || {
        let (char, length) = reference(start).filter(|_| start.starts_with('&'))?;
        let rest = &start[length..];
        ("<&{[\"".contains(char) || rest.starts_with('&') && reference(rest).is_some()).then_some(())
    };
    (json || whole().is_some()).then(|| unescaped(&TEXT, Layer::Entities, text, 0..text.len(), room))?
}

/// A text in quotes, escaped as JSON does it.
fn quoted<'c>(text: &str, start: usize, room: Room<'_>) -> Option<Inside<'c>> {
    let whole = text.trim_ascii_end();
    if whole.len() < start + 2 || !whole.ends_with('"') {
        return None;
    }
    json::Tree::parse(text).ok()?;
    unescaped(&JSON, Layer::Json, text, start + 1..whole.len() - 1, room)
}

/// JSON that stood in quotes, which were lost: `{\"a\":1}`; or of which all is escaped that may be, `{\u0022a\u0022:1}`.
fn escaped<'c>(text: &str, room: Room<'_>) -> Option<Inside<'c>> {
    let whole = text.trim_ascii_start();
    let inner = whole.strip_prefix(['{', '[']).unwrap_or(whole).trim_ascii_start();
    let inner = inner.strip_prefix('{').unwrap_or(inner);
    let is_escaped = inner.starts_with("\\\"") || inner.starts_with("\\n") || {
        let (char, length) = if inner.starts_with("\\u") { escape_at(inner) } else { (' ', 0) };
        length > 2 && ("<{[\"".contains(char) || inner[length..].starts_with("\\u"))
    };
    is_escaped.then(|| unescaped(&JSON, Layer::Escaped, text, 0..text.len(), room))?
}

/// A text that goes on opening once it is no longer escaped.
fn unescaped<'c>(
    escaping: &'static Escaping,
    layer: Layer,
    text: &str,
    range: std::ops::Range<usize>,
    room: Room<'_>,
) -> Option<Inside<'c>> {
    let bytes = escaping.decode(&text[range.clone()]).into_owned();
    open_any(&bytes, room)?;
    Some(Inside::Wrapped(Wrapped { layer, how: How::Escaped(escaping), range, joined: None, bytes }))
}

fn open_any(bytes: &[u8], room: Room<'_>) -> Option<()> {
    super::open(bytes, readable(bytes), room.inside()).map(|_| ())
}

/// The fields of a form, of which one opens further; of several, one may as well be text beyond ASCII.
fn form<'c>(text: &'c str, room: Room<'_>) -> Option<Inside<'c>> {
    let parameters = query::form(text)?;
    let opens = |one: &query::Parameter<'_>| {
        let value = PERCENT.decode(one.value);
        let is_text = || readable(&value).is_some_and(|text| !text.is_ascii());
        let is_escaped = one.value.contains('%');
        (is_escaped || value.len() >= LEAST) && open_any(&value, room).is_some()
            || is_escaped && parameters.len() > 1 && is_text()
    };
    parameters.iter().any(opens).then_some(Inside::Query(parameters))
}

/// The length of what stands before the content of an address that is its own content: `data:application/json;base64,`.
fn data(text: &str) -> usize {
    let head = text.starts_with("data:").then(|| text.find(',')).flatten();
    head.filter(|end| *end < MAX_HEAD).map_or(0, |end| end + 1)
}

/// No media type is longer.
const MAX_HEAD: usize = 100;

/// A text escaped for addresses: what goes on opening, or text beyond ASCII.
fn percent<'c>(text: &str, start: usize, room: Room<'_>) -> Option<Inside<'c>> {
    let range = start + data(&text[start..])..text.len();
    let text = &text[range.clone()];
    let first = memchr::memchr(b'%', text.as_bytes())?;
    let strange = |byte: u8| byte <= b' ' || byte >= 0x7f || b"\"<>\\^`{|}".contains(&byte);
    let is_escape = text.get(first + 1..first + 3)?.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_escape || text.bytes().any(strange) {
        return None;
    }
    // Scripts write a blank as `%20`, forms as `+`.
    let escaping = if text.contains("%20") { &PLAIN_PLUS } else { &PERCENT };
    let bytes = escaping.decode(text).into_owned();
    let is_text = || readable(&bytes).is_some_and(|text| !text.is_ascii());
    if open_any(&bytes, room).is_none() && !is_text() {
        return None;
    }
    Some(Inside::Wrapped(Wrapped { layer: Layer::Percent, how: How::Escaped(escaping), range, joined: None, bytes }))
}

/// Bytes spelt in letters: hexadecimal or base64, be it in lines. What is hexadecimal is base64 too, by chance.
fn spelt<'c>(text: &str, start: usize, room: Room<'_>) -> Option<Inside<'c>> {
    let whole = text.trim_ascii_end();
    let start = start + data(&text[start..]);
    let range = start..whole.len();
    if range.len() < LEAST || whole.as_bytes()[start..].iter().take(LEAST).any(|byte| !is_letter(*byte)) {
        return None;
    }
    let joined = Lines::read(&text[range.clone()]).map(|(lines, line)| (lines, line.into_owned()));
    let line = joined.as_ref().map_or(&text[range.clone()], |(_, line)| line);
    if !line.bytes().all(is_letter) {
        return None;
    }
    let (layer, how, bytes) = hexadecimal(line, room).or_else(|| base64(line, room))?;
    Some(Inside::Wrapped(Wrapped { layer, how, range, joined, bytes }))
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_' | b'=' | b' ' | b':' | b',' | b'\\')
}

/// Hexadecimal of what opens further. Digests and numbers are hexadecimal of nothing.
fn hexadecimal(line: &str, room: Room<'_>) -> Option<(Layer, How, Vec<u8>)> {
    let (spelling, bytes) = Spelling::read(line)?;
    open_any(&bytes, room)?;
    Some((Layer::Hex, How::Hex(spelling), bytes))
}

/// Base64 of text that is too long to be one by chance, or of what opens further.
fn base64(line: &str, room: Room<'_>) -> Option<(Layer, How, Vec<u8>)> {
    let letters = line.trim_end_matches('=');
    let padding = line.len() - letters.len();
    let alphabet = |byte: u8| byte.is_ascii_alphanumeric() || b"+/-_".contains(&byte);
    let digits = letters.bytes().all(|byte| byte.is_ascii_hexdigit());
    if digits || padding > 2 || !letters.bytes().all(alphabet) {
        return None;
    }
    let bytes = base64::decode(line).ok()?;
    let whole = line.len().is_multiple_of(4);
    let is_text = || {
        let bits = readable(&bytes).map_or(0, evidence::of_text);
        whole && bits + PADDING * usize::from(padding > 0) >= evidence::TEXT
    };
    (open_any(&bytes, room).is_some() || is_text()).then_some((Layer::Base64, How::Base64, bytes))
}

/// What a padding that fits tells, in bits.
const PADDING: usize = 6;
