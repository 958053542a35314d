//! What a text or some bytes hold, where nothing says so. A guess has to be sure: whatever opens wrongly hides the text
//! that a person was looking for.

use super::readable;
use crate::layer::query::Parameter;
use crate::layer::{base64, escape, json, protobuf, query, xml};

/// A content that was opened.
pub(super) enum Inside<'c> {
    Json(json::Tree<'c>),
    /// Behind a prefix of so many bytes.
    Xml(xml::Tree<'c>, usize),
    Base64(&'c str, Vec<u8>),
    Protobuf,
    Query(Vec<Parameter<'c>>),
    /// Escaped once more than its place asks for.
    Entities(&'c str, Vec<u8>),
}

/// The most layers, one inside the other.
pub(super) const MAX_LAYERS: usize = 16;

/// The least length of base64 that is taken for it unasked.
const LEAST_BASE64: usize = 12;

/// Opens a content by what it looks like; `text` is the content, if it is readable.
pub(super) fn open<'c>(bytes: &'c [u8], text: Option<&'c str>, levels: usize) -> Option<Inside<'c>> {
    if levels == 0 || bytes.len() < 2 {
        return None;
    }
    let text = match text {
        Some(text) if !text.starts_with('\n') => text,
        _ if is_message(bytes, text) && tells(bytes, levels) => return Some(Inside::Protobuf),
        text => text?,
    };
    let trimmed = text.trim_start_matches('\u{feff}').trim_ascii_start();
    match trimmed.as_bytes().first()? {
        b'{' | b'[' => container(text).or_else(|| entities(text, levels)),
        b'<' => markup(text, text.len() - trimmed.len()),
        b'&' => entities(text, levels),
        _ => xml::sender(text)
            .and_then(|id| markup(text, id.len() + ":\n".len()))
            .or_else(|| query::parameters(text).map(Inside::Query))
            .or_else(|| entities(text, levels))
            .or_else(|| guess_base64(text, levels)),
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

pub(super) fn markup(text: &str, prefix: usize) -> Option<Inside<'_>> {
    let rest = &text[prefix..];
    if !rest.trim_ascii_end().ends_with('>') {
        return None;
    }
    Some(Inside::Xml(xml::Tree::parse_tolerant(rest, &mut Vec::new()).ok()?, prefix))
}

/// A text that reads as markup or JSON once its references are resolved.
fn entities(text: &str, levels: usize) -> Option<Inside<'_>> {
    let start = text.trim_ascii_start();
    let markup = start.starts_with("&lt;") || start.starts_with("&#60;") || start.starts_with("&amp;");
    let json = start.starts_with(['{', '[']) && text.contains("&quot;");
    if !markup && !json {
        return None;
    }
    let read = escape::TEXT.decode(text).into_owned();
    open(&read, readable(&read), levels - 1)?;
    Some(Inside::Entities(text, read))
}

/// Base64 of text, or of what opens further. Numbers and hexadecimal digits are base64 too, by chance.
fn guess_base64(text: &str, levels: usize) -> Option<Inside<'_>> {
    let letters = text.trim_end_matches('=');
    let digits = letters.bytes().all(|byte| byte.is_ascii_hexdigit());
    if text.len() < LEAST_BASE64 || digits {
        return None;
    }
    let alphabet = |byte: u8| byte.is_ascii_alphanumeric() || b"+/-_".contains(&byte);
    if !letters.bytes().all(alphabet) || text.len() - letters.len() > 2 {
        return None;
    }
    let bytes = base64::decode(text).ok()?;
    // A word without padding may be base64 of a text by chance; hardly of something that opens.
    let read = readable(&bytes);
    let known = text.len().is_multiple_of(4) && read.is_some() || open(&bytes, read, levels - 1).is_some();
    known.then_some(Inside::Base64(text, bytes))
}

/// Whether a message is none by chance: its field numbers are small, and it has a text in it or counts from 1 on.
fn tells(bytes: &[u8], levels: usize) -> bool {
    // Gone through field by field, and kept nowhere: a message can have a field in every two bytes.
    let fields = || protobuf::walk(bytes);
    let told = |field: &protobuf::Field<'_>| match field.value {
        protobuf::Value::Bytes(inner) if inner.len() > 1 => {
            readable(inner).is_some() || levels > 1 && tells(inner, levels - 1)
        }
        _ => false,
    };
    let counts =
        || fields().nth(2).is_some() && fields().flatten().zip(1..).all(|(field, number)| field.number == number);
    fields().all(|field| field.is_ok_and(|field| field.number < 1000))
        && (fields().flatten().any(|field| told(&field)) || counts())
}

/// Whether bytes inside a message are one of their own, and neither text nor just bytes; `text` is the bytes, if they
/// are readable.
pub(super) fn is_message(bytes: &[u8], text: Option<&str>) -> bool {
    match text {
        // A text that begins with a line feed and then happens to say its own length is a message.
        Some(text) => text.starts_with('\n') && text.len() > 2 && protobuf::is_message(bytes),
        None => protobuf::is_message(bytes),
    }
}
