//! What WeCom's error codes are about: the vendor's table (documented) has over a thousand. One that is not there is still
//! a refusal, and the vendor's own text comes with it.

use crate::described::Codes;
use crate::lang::Words;
use crate::verdict::Why;

/// What a code is about.
pub(super) fn why(code: i64) -> Why {
    match code {
        // Secrets, tokens, and whose they are.
        40001 | 40013 | 40014 | 40080 | 40082 | 40084 | 40091 | 40106 | 41001 | 41002 | 41004 | 41022 | 42001
        | 42009 | 42021 | 45031 | 48001 | 48002 | 48004 | 48006 | 50003 | 60011 | 93000 | 301_002 => Why::Credentials,
        60020 | 301_042 => Why::Address,
        // Calls, calls at a time, a robot's, and those of single services.
        45009 | 45033 | 93005 | 41094 | 640_019 | 701_134 => Why::RateLimited,
        _ => Why::Code,
    }
}

/// Whether a code says that the token has ended, or is none.
pub(super) fn is_expired(code: i64) -> bool {
    matches!(code, 40014 | 40082 | 42001 | 42009 | 42021)
}

/// What a code means, and what to do.
pub(super) fn meaning(code: i64) -> Option<Words> {
    CODES.words(code)
}

pub(super) static CODES: Codes = Codes::new("wecom.codes", include_str!("../../codes/wecom.tsv"));
