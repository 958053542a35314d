//! Bytes in hexadecimal, with the values that they hold beside them.

use std::ops::Range;

use serde_json::json;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use wxwire::explain::Explanation;
use wxwire::layer::document::{Document, Guide};
use wxwire::secret;

use crate::exit::Exit;
use crate::options::Options;
use crate::terminal::{self, Colour};

/// So many bytes in a row.
const ROW: usize = 8;

/// A row is no wider.
const COLUMNS: usize = 80;

/// What a row has before the value: where it begins, the bytes, and the same as characters.
const BEFORE: usize = 8 + 2 + 3 * ROW + 1 + ROW + 2;

/// What stands inside of all forms around it, where it stands in any: of base64, the bytes are meant.
pub(super) fn inside(bytes: Vec<u8>) -> Vec<u8> {
    let document = Document::new(&bytes, Guide::default());
    let inside = document.ok().and_then(|document| document.core());
    inside.map_or(bytes, |(_, inside)| inside)
}

/// Prints them; credentials are stars in both, and so is what stands at the places that are hidden.
pub(super) fn show(explanation: &Explanation, bytes: Vec<u8>, hidden: &[Range<usize>], options: &Options) -> Exit {
    let Some(bytes) = explanation.blotted(bytes) else {
        terminal::complain(options.say("内容太多，无法逐字节显示", "too much of it to show byte by byte"));
        return Exit::Invalid;
    };
    // A text that nothing is known of may hold some as well.
    let mut bytes =
        String::from_utf8(bytes).map_or_else(|other| other.into_bytes(), |text| secret::blotted(&text).into_bytes());
    for place in hidden {
        let is_sign = |byte: &&mut u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
        bytes[place.clone()].iter_mut().filter(is_sign).for_each(|byte| *byte = b'*');
    }
    for (range, path, value) in parts(explanation, bytes.len()) {
        if options.json {
            let digits: String = bytes[range.clone()].iter().map(|byte| format!("{byte:02x}")).collect();
            terminal::json(&json!({"span": [range.start, range.end], "hex": digits, "path": path, "value": value}));
            continue;
        }
        let said = match path {
            "" => String::new(),
            path => terminal::one_line(&format!("{} {value}", beginning(path))),
        };
        for row in rows(&bytes, range, &said) {
            terminal::say(&row);
        }
    }
    Exit::Done
}

/// The bytes that lead to each value and hold it, one behind the other; what is a value once more has none of its own.
fn parts(explanation: &Explanation, length: usize) -> Vec<(Range<usize>, &str, &str)> {
    let mut done = 0;
    let mut parts = Vec::new();
    for line in explanation.lines.iter().filter(|line| !line.opened) {
        let end = line.span.end.clamp(done, length);
        parts.push((done..end, line.path.as_str(), line.value.as_str()));
        done = end;
    }
    if done < length {
        parts.push((done..length, "", ""));
    }
    parts
}

/// The rows of some bytes, the value beside the first.
fn rows(bytes: &[u8], range: Range<usize>, said: &str) -> Vec<String> {
    let said = cut(said, COLUMNS - BEFORE);
    let starts = std::iter::once(range.start).chain((range.start + ROW..range.end).step_by(ROW));
    let row = |(count, start): (usize, usize)| {
        let part = &bytes[start..range.end.min(start + ROW)];
        let digits: String = part.iter().map(|byte| format!("{byte:02x} ")).collect();
        let char = |byte: &u8| if byte.is_ascii_graphic() || *byte == b' ' { char::from(*byte) } else { '.' };
        let chars: String = part.iter().map(char).collect();
        let said = if count == 0 { said.as_str() } else { "" };
        let at = Colour::Dim.paint(&format!("{start:08x}"));
        format!("{at}  {digits:<width$} {chars:<ROW$}  {said}", width = 3 * ROW).trim_end().to_owned()
    };
    starts.enumerate().map(row).collect()
}

/// The last steps of a path, as many as leave room for the value.
fn beginning(path: &str) -> &str {
    const MOST: usize = 20;
    let ends = path.char_indices().filter(|(_, char)| matches!(char, '/' | '!')).map(|(at, _)| at);
    ends.into_iter().find(|at| path[*at..].width() <= MOST).map_or(path, |at| &path[at..])
}

/// As much of a text as fits.
fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut left = columns - 1;
    let fits = |char: &char| {
        let width = char.width().unwrap_or_default();
        let is_room = width <= left;
        left = left.saturating_sub(width);
        is_room
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_is_wider_than_a_terminal() {
        let bytes: Vec<u8> = (0..=255).collect();
        for said in ["", "/1 你好", &"长".repeat(90), &"x".repeat(90)] {
            for range in [0..256, 3..5, 7..7] {
                let rows = rows(&bytes, range.clone(), said);
                assert!(rows.iter().all(|row| row.width() <= COLUMNS), "{rows:?}");
                assert_eq!(rows.len(), range.len().div_ceil(ROW).max(1));
            }
        }
    }

    #[test]
    fn every_byte_stands_once() {
        let bytes = b"\x0a\x04(A0B\x12\x05hello";
        let explanation = wxwire::explain::explain(bytes, None).expect("bytes");
        let parts = parts(&explanation, bytes.len());
        let joined: Vec<usize> = parts.iter().flat_map(|(range, ..)| range.clone()).collect();
        assert_eq!(joined, (0..bytes.len()).collect::<Vec<_>>());
        assert_eq!(parts.last().map(|(range, _, value)| (range.clone(), *value)), Some((6..13, "hello")));
    }
}
