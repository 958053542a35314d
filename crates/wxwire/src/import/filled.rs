//! `{{name}}` in a text, filled in as tools for requests do it: what a name stands for may have names in it.

use super::text::Text;

/// How often what stands for a name has names itself.
const MAX_NESTED: usize = 19;

/// The longest name.
const MAX_NAME: usize = 100;

/// The most places that are told.
const MAX_TOLD: usize = 20;

/// A text with all filled in whose names are known; what they stand for adds so many bytes at most.
pub(super) fn filled(mut text: Text, known: &dyn Fn(&str) -> Option<Text>, mut room: usize) -> Text {
    for _ in 0..MAX_NESTED {
        match once(&text, known, &mut room) {
            Some(next) => text = next,
            None => break,
        }
    }
    text
}

/// Where names of some sort stand in a text to be filled in, at most a few.
pub(super) fn named(text: &Text, is_one: &dyn Fn(&str) -> bool) -> Vec<Text> {
    let source = text.as_str();
    let places = source.match_indices("{{").filter_map(|(at, _)| {
        let length = source[at + 2..].bytes().take(MAX_NAME).position(|byte| byte == b'}')?;
        let end = at + 2 + length;
        (source[end..].starts_with("}}") && is_one(source[at + 2..end].trim())).then(|| text.slice(at..end + 2))
    });
    places.take(MAX_TOLD).collect()
}

/// The text with those filled in that stand in it, if any does.
fn once(text: &Text, known: &dyn Fn(&str) -> Option<Text>, room: &mut usize) -> Option<Text> {
    let source = text.as_str();
    let mut out = text.slice(0..0);
    let (mut copied, mut at) = (0, 0);
    while let Some(found) = source[at..].find("{{") {
        let start = at + found;
        let name = &source[start + 2..];
        let length = name.bytes().take(MAX_NAME).position(|byte| byte == b'}');
        let value = length.filter(|length| name[*length..].starts_with("}}")).and_then(|length| {
            let value = known(name[..length].trim())?;
            *room = room.checked_sub(value.len())?;
            Some((length, value))
        });
        at = start + 2;
        if let Some((length, value)) = value {
            out.push(text, copied..start);
            out.push(&value, 0..value.len());
            at = start + length + 4;
            copied = at;
        }
    }
    out.push(text, copied..source.len());
    (copied > 0).then_some(out)
}
