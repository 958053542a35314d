//! Rows of bytes, as `xxd` and `hexdump -C` write them: an address, the bytes, and the same bytes as text.

use std::ops::Range;

use super::{Carried, Form};
use crate::layer::hex::unhex;

/// The digits of an address.
const ADDRESS: Range<usize> = 7..17;

/// A line for all rows that say what the one before says.
const FOLDED: &str = "*";

/// The most bytes of a dump with such lines: a few signs may stand for any number.
const MAX_UNFOLDED: usize = 1 << 20;

/// What stands around the rows stays, as the command that wrote them. A row that is missing or says two things leaves all as it is.
pub(super) fn read(text: &str) -> Option<Carried> {
    let mut carried = Carried::new(Form::Rows);
    // The address of the next row, if rows may go on.
    let (mut start, mut next) = (0, None);
    // The bytes of the row before, and the line that stands for more of them.
    let (mut last, mut folded) = (0..0, None);
    let mut is_told = false;
    for line in text.split_inclusive('\n') {
        let row = line.trim_end_matches(['\n', '\r']);
        let address = address(row);
        if let (Some(from), Some(place)) = (next, folded.take()) {
            repeat(&mut carried, last.clone(), address?.0.checked_sub(from)?, place)?;
            next = Some(address?.0);
        }
        match address {
            Some((address, _)) if next.is_some_and(|next| next != address) => return None,
            Some((address, digits)) if digits < row.len() => {
                let before = carried.bytes.len();
                self::row(&row[digits..], start + digits, &mut carried)?;
                last = before..carried.bytes.len();
                next = address.checked_add(last.len());
                is_told = true;
            }
            // The last address stands alone.
            Some(_) if next.is_some() => next = None,
            None if next.is_some() && row.trim_end() == FOLDED => folded = Some(start..start + FOLDED.len()),
            _ => {
                next = None;
                carried.keep(text, start..start + line.len());
            }
        }
        start += line.len();
    }
    (is_told && folded.is_none()).then_some(carried)
}

/// Adds as many bytes again of a row, which are whole rows.
fn repeat(carried: &mut Carried, row: Range<usize>, length: usize, place: Range<usize>) -> Option<()> {
    let is_whole = length > 0 && length.is_multiple_of(row.len());
    if !is_whole || carried.bytes.len().checked_add(length)? > MAX_UNFOLDED {
        return None;
    }
    let bytes = carried.bytes[row.clone()].repeat(length / row.len());
    carried.put(&bytes, place);
    Some(())
}

/// The address that a row begins with, and how many digits it has.
fn address(row: &str) -> Option<(usize, usize)> {
    let digits = row.bytes().take_while(u8::is_ascii_hexdigit).count();
    let rest = &row[digits..];
    let is_one = ADDRESS.contains(&digits) && (rest.is_empty() || rest.starts_with(": ") || rest.starts_with("  "));
    is_one.then(|| usize::from_str_radix(&row[..digits], 16).ok()).flatten().map(|address| (address, digits))
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
