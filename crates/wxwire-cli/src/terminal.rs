//! What a person reads.

mod colour;
mod fold;
mod ids;
mod local;
pub mod mock;
mod output;
mod problems;
mod qr_code;
mod tree;
mod verdict;

pub use colour::{Colour, When};
pub use fold::fold;
pub use ids::ids;
pub use local::beside as with_local_time;
pub use output::{flush, is_closed};
pub use problems::{problems, summary};
pub use qr_code::qr_code;
pub use tree::tree;
pub use verdict::{level, of_query, verdict};

use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether notes are left out.
static QUIET: AtomicBool = AtomicBool::new(false);

/// Whether nothing at all is said beside the result.
static SILENT: AtomicBool = AtomicBool::new(false);

/// From now on nothing is said beside the result.
pub fn be_silent() {
    SILENT.store(true, Ordering::Relaxed);
}

/// From now on no note is printed.
pub fn be_quiet() {
    QUIET.store(true, Ordering::Relaxed);
}

/// Prints a line of a result.
pub fn say(text: &str) {
    output::print(text.as_bytes());
    output::print(b"\n");
}

/// The same as one line, so that no text can pass for a line of ours.
pub fn one_line(text: &str) -> String {
    harmless(text).replace('\n', "⏎").replace('\t', " ")
}

/// Prints what is data: to a terminal without what it would obey, to anything else to the byte.
pub fn data(text: &str) {
    if output::is_terminal() { say(&harmless(text)) } else { say(text) }
}

/// Prints bytes that are data: to a terminal without what it would obey, to anything else just these.
pub fn bytes(bytes: &[u8]) {
    if output::is_terminal() { say(&harmless(&String::from_utf8_lossy(bytes))) } else { output::print(bytes) }
}

/// Prints a line about what went wrong.
pub fn complain(text: &str) {
    if !SILENT.load(Ordering::Relaxed) {
        let _ = writeln!(std::io::stderr().lock(), "wxwire: {}", harmless(text));
    }
}

/// Prints a line that is no part of the result, unless nobody wants to know.
pub fn note(text: &str) {
    if !QUIET.load(Ordering::Relaxed) {
        warn(text);
    }
}

/// Prints a line beside the result that everybody must know.
pub fn warn(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", Colour::for_errors(text));
}

/// Prints a JSON document, as one line.
pub fn json(value: &impl serde::Serialize) {
    written(serde_json::to_string(value).expect("text, numbers and lists of them are JSON"));
}

/// Prints a JSON document that is written as one line already.
pub fn written(json: String) {
    say(&escaped(json));
}

/// Prints a JSON document that holds text of others as it came: a line break or a tab between its values becomes a space.
/// Inside a string there is none, as JSON escapes it there.
pub fn json_text(text: &str) {
    say(&escaped(text.replace(['\n', '\r', '\t'], " ")));
}

/// JSON with what a terminal would obey escaped, where JSON itself lets it stand: it is inside of strings alone.
fn escaped(json: String) -> String {
    if !may_hold_obeyed(json.as_bytes()) || !json.contains(is_obeyed) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 16);
    for char in json.chars() {
        match is_obeyed(char) {
            true => out.push_str(&format!("\\u{:04x}", u32::from(char))),
            false => out.push(char),
        }
    }
    out
}

/// Whether some text holds bytes that are a character which a terminal obeys, or one beside it. Those of ASCII but the last are
/// escaped in JSON, and no letter of Chinese begins so.
fn may_hold_obeyed(text: &[u8]) -> bool {
    let is_one = |at: usize| match text[at..] {
        [0xe2, 0x80, third, ..] => matches!(third, 0x8b..=0x8f | 0xa8..=0xae),
        [0xe2, second, ..] => second == 0x81,
        // The other half are signs, such as a dot between words.
        [0xc2, second, ..] => second < 0xa0,
        _ => true,
    };
    memchr::memchr(0x7f, text).is_some() || memchr::memchr3_iter(0xc2, 0xd8, 0xe2, text).any(is_one)
}

/// Whether a terminal obeys a character, or turns around what it shows.
fn is_obeyed(char: char) -> bool {
    let is_direction =
        matches!(char, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    char.is_control() || is_direction
}

/// Text from outside, without what a terminal would obey.
pub fn harmless(text: &str) -> String {
    let shown = |char: char| match char {
        '\n' | '\t' => char,
        char if is_obeyed(char) => char::REPLACEMENT_CHARACTER,
        char => char,
    };
    text.replace("\r\n", "\n").chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quick look passes no character that a terminal obeys, and no text in Chinese is looked at twice.
    #[test]
    fn a_byte_tells_of_every_character_that_is_obeyed() {
        for char in ('\u{7f}'..=char::MAX).filter(|char| is_obeyed(*char)) {
            assert!(may_hold_obeyed(format!("你{char}").as_bytes()), "{char:?}");
        }
        assert!(!may_hold_obeyed("你好，世界 “hello” · € …".as_bytes()));
    }
}
