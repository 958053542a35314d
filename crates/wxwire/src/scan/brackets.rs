//! Where something that is no JSON ends, by its brackets and quotes alone.

use crate::layer::MAX_DEPTH;

/// The most levels of brackets that are closed.
const MAX_LEVELS: usize = 4096;

/// The most levels of something whose end is looked for: with faults, and so perhaps with none. A log of nothing but
/// beginnings is not read to its end for each of them.
const MAX_UNSURE: usize = 2 * MAX_DEPTH;

/// Where brackets that open here are closed; none where they are not before the end, where they are too deep, or where a
/// string runs over its line.
pub(super) fn end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut open, mut here) = (Vec::new(), at);
    while let Some(&byte) = bytes.get(here) {
        here += 1;
        match byte {
            b'{' | b'[' if open.len() == MAX_UNSURE => return None,
            b'{' => open.push(b'}'),
            b'[' => open.push(b']'),
            b'}' | b']' if open.last() == Some(&byte) => {
                open.pop();
                if open.is_empty() {
                    return Some(here);
                }
            }
            b'"' => here = string(bytes, here)?,
            _ => {}
        }
    }
    None
}

/// Where a string ends whose quote stands right before.
fn string(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += memchr::memchr3(b'"', b'\\', b'\n', bytes.get(at..)?)?;
        match bytes[at] {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => return None,
        }
    }
}

/// JSON that breaks off, closed: without the member that it breaks off in, but with the beginning of a text. None where it
/// cannot be told how.
pub(super) fn closed(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    // Behind each value that is whole: the place, and what is open there.
    let (mut open, mut whole, mut at) = (Vec::new(), None::<(usize, usize)>, 0);
    let mut is_value = false;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'{' | b'[' if open.len() < MAX_LEVELS => {
                is_value = byte == b'[';
                open.push(if byte == b'{' { '}' } else { ']' });
                whole = Some((at, open.len()));
            }
            b'}' | b']' => {
                open.pop()?;
                whole = Some((at, open.len()));
            }
            b':' => is_value = true,
            // What stands before a comma is whole.
            b',' => {
                is_value = open.last() == Some(&']');
                whole = Some((at - 1, open.len()));
            }
            b'"' => match string(bytes, at) {
                Some(end) => at = end,
                None if is_value => return begun(text, &open),
                None => break,
            },
            _ => {}
        }
    }
    let (end, levels) = whole?;
    finished(text[..end].to_owned(), open.get(..levels)?)
}

/// JSON that breaks off in a text, with what is there of it.
fn begun(text: &str, open: &[char]) -> Option<String> {
    // An escape may have lost its end, and is none with a quote behind it.
    (0..=MAX_ESCAPE).find_map(|less| {
        let cut = text.len().checked_sub(less)?;
        finished(text.get(..cut)?.to_owned() + "\"", open)
    })
}

/// The longest escape.
const MAX_ESCAPE: usize = 6;

fn finished(mut json: String, open: &[char]) -> Option<String> {
    json.extend(open.iter().rev());
    crate::layer::json::Tree::parse(&json).ok()?;
    Some(json)
}
