//! A request as text that other tools take: one table, and one file for each form.
//!
//! A form that a tool runs must hand on the request byte for byte, whatever stands in it. So each quotes in the way of
//! its own language, and what a terminal would obey or hide is written as an escape wherever the language has one.

mod cmd;
mod curl;
mod fetch;
mod http;
mod json;
mod literal;
mod powershell;
mod python;

pub use http::write as as_http;

use crate::lang::Words;
use crate::operation::Entry;
use crate::request::Preview;
use crate::secret::Credentials;

/// A form to write a request in.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What it is called on a command line: a word in lower case.
    pub name: &'static str,
    /// What it is called on a page.
    pub title: &'static str,
    /// What takes it, in one line.
    pub about: Words,
    /// Whether it is to be run: then a credential that is not shown stands in it as `{{name}}`, else as `•••`.
    pub runs: bool,
}

/// The forms, a module each. What writes them has a list of its own, so that a program which only names them does without.
macro_rules! formats {
    ($($module:ident),*) => {
        /// All forms; the first is the one to begin with.
        pub static FORMATS: &[Format] = &[$($module::FORMAT),*];
        static WRITERS: &[fn(&Preview) -> String] = &[$($module::write),*];
    };
}

formats!(http, curl, powershell, cmd, fetch, python, json);

impl Format {
    /// The form of a name.
    pub fn find(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|one| one.name == name)
    }

    /// Writes a request. A NUL in a body, which no JSON text holds, is lost in a shell.
    pub fn write(&self, request: &Preview) -> String {
        let at = FORMATS.iter().position(|one| one.name == self.name).unwrap_or_default();
        WRITERS[at](request)
    }

    /// The request for some values in this form, no credential in it; also for values that have errors.
    pub fn hidden(&self, entry: &Entry, values: &str, credentials: &Credentials, base_url: &str) -> String {
        self.write(&match self.runs {
            true => entry.template(values, credentials, base_url),
            false => entry.preview(values, credentials, base_url),
        })
    }
}

/// Writes a text, each character of it in a way of its own.
fn rewrite(out: &mut String, text: &str, write: &dyn Fn(&mut String, char)) {
    text.chars().for_each(|char| write(out, char));
}

/// Whether a terminal would obey a character, or show nothing of it: it does not survive being copied from a screen.
/// None lies beyond the first plane.
fn is_hidden(char: char) -> bool {
    let is_invisible = matches!(
        char,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    );
    char.is_control() || is_invisible
}

/// Writes a character as `\n` and its like where there is one, else as `\u` with the four digits of each UTF-16 unit.
fn escape(out: &mut String, char: char) {
    match char {
        '\n' => *out += "\\n",
        '\r' => *out += "\\r",
        '\t' => *out += "\\t",
        char => {
            for unit in char.encode_utf16(&mut [0; 2]) {
                *out += &format!("\\u{unit:04x}");
            }
        }
    }
}
