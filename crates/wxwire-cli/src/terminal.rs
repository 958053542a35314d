//! What a person reads.

mod colour;
mod problems;
mod verdict;

pub use colour::Colour;
pub use problems::{problems, summary};
pub use verdict::verdict;

use std::io::Write;

/// Prints a line of a result. A closed pipe ends the output, not the command.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// Prints a line about what went wrong.
pub fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "wxwire: {text}");
}

/// Prints a line that is no part of the result.
pub fn note(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// A JSON document, indented.
pub fn json(value: &serde_json::Value) {
    say(&serde_json::to_string_pretty(value).expect("a value is JSON"));
}

/// Text from outside, without what a terminal would obey.
pub fn harmless(text: &str) -> String {
    let shown = |char: char| match char {
        '\n' | '\t' => char,
        char if char.is_control() => char::REPLACEMENT_CHARACTER,
        // Direction marks turn around what is read.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        char => char,
    };
    text.replace("\r\n", "\n").chars().map(shown).collect()
}
