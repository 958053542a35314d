//! Compressed bytes that do not open: why.

use crate::layer::MAX_BYTES;
use crate::problem::{Code, Problem, Unit};

/// What begins gzip, and the method that all of it has.
const MARK: [u8; 3] = [0x1f, 0x8b, 8];

/// The least that gzip takes: its head and its tail.
const LEAST: usize = 18;

/// Why gzip does not open; none where it is none, or opens.
pub(super) fn fault(bytes: &[u8]) -> Option<Problem> {
    let is_gzip = bytes.starts_with(&MARK) && bytes.get(3).is_some_and(|flags| flags & 0xe0 == 0);
    if !is_gzip {
        return None;
    }
    let tail = bytes.last_chunk::<4>().filter(|_| bytes.len() >= LEAST);
    // Its last bytes say how much is in it, of which no more than a thousandth is written.
    let length = tail.map(|tail| u32::from_le_bytes(*tail) as usize).filter(|length| length / 1100 <= bytes.len());
    Some(match length {
        Some(length) if length > MAX_BYTES => Problem::new(Code::TooLarge).measured(MAX_BYTES, length, Unit::Bytes),
        _ => Problem::new(Code::CutOff).span(bytes.len()..bytes.len()),
    })
}
