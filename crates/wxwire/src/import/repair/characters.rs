//! Characters and words by themselves: white space, quotes, numbers.

use super::origin::Origin;

/// White space, JSON's and all other.
pub(super) fn is_blank(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\u{feff}' | '\u{200b}')
}

/// Whether a string can begin with it.
pub(super) fn is_opener(char: char, origin: Origin) -> bool {
    matches!(char, '"' | '\'' | '“' | '”' | '‘' | '’' | '＂') || char == '`' && origin == Origin::Script
}

/// Whether a string that one quote opens may be closed by another.
pub(super) fn closes(open: char, close: char) -> bool {
    match open {
        '“' | '”' => matches!(close, '“' | '”'),
        '‘' | '’' => matches!(close, '‘' | '’'),
        open => open == close,
    }
}

/// The end of the number at a place, by JSON's grammar.
pub(super) fn number_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = |at: usize| at + bytes.get(at..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count();
    let first = start + usize::from(bytes.get(start) == Some(&b'-'));
    let mut end = digits(first);
    if end == first || end > first + 1 && bytes.get(first) == Some(&b'0') {
        return None;
    }
    if bytes.get(end) == Some(&b'.') {
        let fraction = digits(end + 1);
        end = if fraction > end + 1 { fraction } else { return None };
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        let exponent = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        end = if digits(exponent) > exponent { digits(exponent) } else { return None };
    }
    Some(end)
}
