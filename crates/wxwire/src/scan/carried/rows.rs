//! Rows of bytes, as `xxd` and `hexdump -C` write them: an address, the bytes, and the same bytes as text.

use std::ops::Range;

use super::{Carried, Form, lines_of};
use crate::layer::hex::unhex;

/// The digits of an address.
const ADDRESS: Range<usize> = 7..17;

pub(super) fn read(text: &str) -> Option<Carried> {
    let mut carried = Carried::new(Form::Rows);
    let mut first = None;
    for place in lines_of(text) {
        let line = &text[place.clone()];
        let digits = line.find(|char: char| !char.is_ascii_hexdigit()).unwrap_or(line.len());
        let address = usize::from_str_radix(&line[..digits], 16).ok().filter(|_| ADDRESS.contains(&digits))?;
        let begin = *first.get_or_insert(address);
        if address.checked_sub(begin) != Some(carried.bytes.len()) {
            return None;
        }
        // The last address stands alone.
        if digits < line.len() {
            row(&line[digits..], place.start + digits, &mut carried)?;
        }
    }
    (!carried.bytes.is_empty()).then_some(carried)
}

/// The bytes of a row behind its address, where the text beside them says the same.
fn row(rest: &str, at: usize, carried: &mut Carried) -> Option<()> {
    let inner = rest.strip_prefix(": ").or_else(|| rest.strip_prefix("  "))?;
    let is_framed = rest.starts_with(' ');
    let length = inner.find(if is_framed { "|" } else { "  " })?;
    let (digits, beside) = inner.split_at(length);
    let start = at + rest.len() - inner.len();
    let mut written = String::new();
    let mut from = 0;
    for word in digits.split(' ') {
        for (pair, byte) in unhex(word)?.into_iter().enumerate() {
            let place = start + from + 2 * pair;
            carried.put(&[byte], place..place + 2);
            written.push(if byte.is_ascii_graphic() || byte == b' ' { char::from(byte) } else { '.' });
        }
        from += word.len() + 1;
    }
    let beside = if is_framed { beside.trim_end().strip_prefix('|')?.strip_suffix('|')? } else { beside };
    (!written.is_empty() && beside.trim() == written.trim()).then_some(())
}
