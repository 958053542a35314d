//! Yunzhenji's error codes, in our own words: the vendor's table (documented) is complete with these.

use crate::described::Codes;
use crate::lang::Words;
use crate::verdict::Why;

/// What a code is about.
pub(super) fn why(code: i64) -> Why {
    match code {
        101..=103 | 110..=114 => Why::Credentials,
        407 => Why::RateLimited,
        _ => Why::Code,
    }
}

/// Whether a code says that the token has ended, or is none.
pub(super) fn is_expired(code: i64) -> bool {
    matches!(code, 110 | 111)
}

/// What a code means, and what to do.
pub(super) fn meaning(code: i64) -> Option<Words> {
    CODES.words(code)
}

pub(super) static CODES: Codes = Codes::new("yunzhenji.codes", include_str!("../../codes/yunzhenji.tsv"));
