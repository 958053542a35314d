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
    output::print_with(|printed| {
        serde_json::to_writer(&mut *printed, value).expect("text, numbers and lists of them are JSON")
    });
    output::print(b"\n");
}

/// Prints a JSON document that holds text of others as it came: a line break between its values becomes a space. Inside a
/// string there is none, as JSON escapes it there.
pub fn json_text(text: &str) {
    say(&text.replace(['\n', '\r'], " "));
}

/// Text from outside, without what a terminal would obey.
pub fn harmless(text: &str) -> String {
    let shown = |char: char| match char {
        '\n' | '\t' => char,
        char if char.is_control() => char::REPLACEMENT_CHARACTER,
        // Direction marks turn around what is read.
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            char::REPLACEMENT_CHARACTER
        }
        char => char,
    };
    text.replace("\r\n", "\n").chars().map(shown).collect()
}
