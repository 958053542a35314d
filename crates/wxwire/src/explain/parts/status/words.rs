//! Words of a line that say that the call failed whose reply follows.

use super::line;
use crate::verdict::words::{FAILURES, NO_FAILURES};

/// So much of a line is looked at.
const MAX_LINE: usize = 200;

/// The words right before a reply that say that its call failed.
pub(super) fn of_failure(own: &str) -> Option<&'static str> {
    let near = &own[crate::scan::floor(own, own.len().saturating_sub(MAX_LINE))..];
    let small = line::unannounced(near).trim_end_matches(|char: char| !char.is_alphanumeric()).to_ascii_lowercase();
    FAILURES.into_iter().find(|words| {
        small.strip_suffix(words).is_some_and(|before| {
            let is_parted = !words.is_ascii() || !before.ends_with(|char: char| char.is_ascii_alphanumeric());
            is_parted && !NO_FAILURES.iter().any(|no| before.trim_end().ends_with(no))
        })
    })
}
