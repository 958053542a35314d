//! What a call does with what it is given, as far as its name says.

use crate::import::script::names::gives_the_same;
use crate::import::script::request::{is_call, last};
use crate::import::script::{change, client};

/// What the name of a call begins with that sends.
const SENDS: [&str; 4] = ["send", "post", "request", "fetch"];

/// Whether it gives the same, as a text or a copy.
pub(super) fn encodes(call: &str) -> bool {
    gives_the_same(call) || matches!(last(call), "urlencode" | "str" | "deepcopy")
}

/// Whether a call is known to change what it is given.
pub(super) fn changes(call: &str) -> bool {
    change::FIRST.contains(&call) || change::METHODS.contains(&last(call)) || client::makes(call)
}

/// Whether a call is known to send, or begins with a word for it: `send_text`, `postJson`.
pub(super) fn sends(call: &str) -> bool {
    let own = last(call);
    let begins = |word: &&str| {
        let behind = own.get(..word.len()).filter(|begin| begin.eq_ignore_ascii_case(word)).map(|_| &own[word.len()..]);
        behind.is_some_and(|behind| !behind.starts_with(|char: char| char.is_lowercase()))
    };
    is_call(call) && !change::METHODS.contains(&own) || SENDS.iter().any(begins)
}
