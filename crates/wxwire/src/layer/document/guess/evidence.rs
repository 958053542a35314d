//! How sure it is that bytes are what they look like, in bits: how rarely random bytes would.

use super::super::readable;
use crate::layer::protobuf::{self, Value};

/// What is taken for a text. Of a million random ones, none is wrong.
pub(super) const TEXT: usize = 26;

/// What is taken for a message: few random bytes reach their end as one at all.
pub(super) const MESSAGE: usize = 22;

/// That bytes read as this text. Letters, digits and blanks are a quarter of all bytes, and a character of Chinese is one of a
/// thousand of three bytes.
pub(super) fn of_text(text: &str) -> usize {
    let bits = |char: char| match char {
        '0'..='9' | 'a'..='z' | 'A'..='Z' | ' ' => 2,
        '\0'..='\x7f' => 1,
        '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' => 9,
        char => char.len_utf8(),
    };
    text.chars().take(TEXT).map(bits).sum()
}

/// That bytes are this message: its fields count from 1 on, its lengths reach to the end, its texts can be read.
pub(super) fn of_message(bytes: &[u8], levels: usize) -> usize {
    let (mut bits, mut last) = (0, 0);
    for field in protobuf::walk(bytes) {
        let Ok(field) = field else { return 0 };
        bits += match field.number {
            number if number == last + 1 => 7,
            number if number == last && number > 0 => 7,
            number if number > last && number < 16 => 3,
            _ => 0,
        };
        last = field.number;
        if let Value::Bytes(inner) = field.value {
            // A length that reaches the very end is one of as many as a byte can say.
            bits += if field.span.1 == bytes.len() { 7 } else { 2 };
            bits += match readable(inner) {
                Some(text) if !text.starts_with('\n') => of_text(text),
                _ if levels > 0 => of_message(inner, levels - 1),
                _ => 0,
            };
        }
        if field.number >= 1000 {
            return 0;
        }
    }
    bits
}
