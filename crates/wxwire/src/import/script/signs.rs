//! What tells that a text is a script with a request in it, and in which language.

use crate::import::code::{JAVASCRIPT, Language, PYTHON};

/// Names that only a script with a request holds, and the language that they are of, where that is one.
static SIGNS: [(&str, Option<&Language>); 12] = [
    ("fetch(", Some(&JAVASCRIPT)),
    ("axios", Some(&JAVASCRIPT)),
    ("requests.", Some(&PYTHON)),
    ("http.client", Some(&PYTHON)),
    ("urllib", Some(&PYTHON)),
    ("httpx.", Some(&PYTHON)),
    (".ajax(", Some(&JAVASCRIPT)),
    ("XMLHttpRequest", Some(&JAVASCRIPT)),
    ("request(", None),
    ("session.post(", None),
    ("client.post(", None),
    ("setRequestHeader(", Some(&JAVASCRIPT)),
];

/// Where the first sign of a script that sends a request stands.
pub(crate) fn begins(text: &str) -> Option<usize> {
    SIGNS.iter().filter_map(|(sign, _)| text.find(sign)).min()
}

/// The language of a script: by its first sign that is of one, or else by its words.
pub(super) fn language(text: &str) -> &'static Language {
    let found = SIGNS.iter().filter_map(|(sign, language)| Some((text.find(sign)?, (*language)?)));
    let first = found.min_by_key(|(at, _)| *at).map(|(_, language)| language);
    first.unwrap_or(if is_javascript(text) { &JAVASCRIPT } else { &PYTHON })
}

/// Whether a script has words of JavaScript's.
pub(super) fn is_javascript(text: &str) -> bool {
    ["const ", "var ", "let ", "=>", "function", "axios", "JSON.stringify"].iter().any(|sign| text.contains(sign))
}
