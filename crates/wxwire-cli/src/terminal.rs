//! What a person reads.

mod colour;
mod problems;
mod tree;
mod verdict;

pub use colour::Colour;
pub use problems::{problems, summary};
pub use tree::tree;
pub use verdict::verdict;

use std::io::{IsTerminal, Write};

/// Prints a line of a result. A closed pipe ends the output, not the command.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// The same as one line, so that no text can pass for a line of ours.
pub fn one_line(text: &str) -> String {
    harmless(text).replace('\n', "⏎").replace('\t', " ")
}

/// Prints what is data: to a terminal without what it would obey, to anything else to the byte.
pub fn data(text: &str) {
    match std::io::stdout().is_terminal() {
        true => say(&harmless(text)),
        false => say(text),
    }
}

/// Prints bytes that are data: to a terminal without what it would obey, to anything else just these.
pub fn bytes(bytes: &[u8]) {
    match std::io::stdout().is_terminal() {
        true => say(&harmless(&String::from_utf8_lossy(bytes))),
        false => {
            let _ = std::io::stdout().lock().write_all(bytes);
        }
    }
}

/// Prints a line about what went wrong.
pub fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "wxwire: {}", harmless(text));
}

/// Prints a line that is no part of the result.
pub fn note(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// A JSON document, indented. It can be long, and is written as it is made.
pub fn json(value: &impl serde::Serialize) {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if serde_json::to_writer_pretty(&mut out, value).is_ok() {
        let _ = writeln!(out);
    }
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
