//! The codes of the first API, in our own words: the vendor's table of them is complete. Those of v2 are not known; the
//! document's example has 0.

use crate::described::Codes;
use crate::lang::Words;
use crate::verdict::Why;

/// Whether a code is one of a success: 0 in the example of v2, 10004 for reads and 20000 for actions in v1.
pub(super) fn is_success(code: i64) -> bool {
    matches!(code, 0 | 10004 | 20000)
}

/// What a code of an error says about the call; none for a code that no table knows.
pub(super) fn error(code: i64) -> Option<Why> {
    match code {
        10003 | 10005 | 10006 | 10011 | 200_001..=200_007 => Some(Why::Credentials),
        200_008..=200_024 => Some(Why::Code),
        _ => None,
    }
}

/// Whether a code says that the token has ended, or is none.
pub(super) fn is_expired(code: i64) -> bool {
    matches!(code, 10003)
}

/// What a code means, and what to do.
pub(super) fn meaning(code: i64) -> Option<Words> {
    CODES.words(code)
}

pub(super) static CODES: Codes = Codes::new("youmi.codes", include_str!("../../codes/youmi.tsv"));
