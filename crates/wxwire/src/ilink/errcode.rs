//! What `ret` and `errcode` say. The number -2 stands for several things, and only the words beside it tell which.

use crate::described::Codes;
use crate::lang::Words;
use crate::verdict::Why;

/// What a code says about the call, and what to do.
pub(super) fn meaning(code: i64, words: Option<&str>) -> (Why, Option<Words>) {
    let words = words.unwrap_or_default().to_ascii_lowercase();
    let says = |texts: [&str; 2]| texts.iter().any(|text| words.contains(text));
    match code {
        -2 if says(["prepare failed", "unknown error"]) => (Why::Code, Some(WINDOW)),
        -2 if says(["rate limited", "freq limit"]) => (Why::RateLimited, None),
        -12 => (Why::RateLimited, None),
        -14 => (Why::Credentials, CODES.words(code)),
        _ => (Why::Code, CODES.words(code)),
    }
}

/// Whether a code says that the token has ended.
pub(super) fn is_expired(code: i64) -> bool {
    code == -14
}

/// Observed: the eleventh message after one of the user's fails, and waiting does not help.
const WINDOW: Words = Words::new(
    "用户每发一条消息后约可回复 10 条，现已用完，须等用户再次发来消息",
    "about 10 messages can follow each of the user's, and they are used up; only the user's next message helps",
);

pub(super) static CODES: Codes = Codes::new("ilink.codes", include_str!("../../codes/ilink.tsv"));
