//! A body that `printf`, `echo` or `cat` pipes into curl or HTTPie, in bash and its like.

use super::found::Found;
use super::report::Why;
use super::shell::{self, Words};
use super::text::Text;
use super::{curl, httpie};

/// What prints its last argument.
const PRINTERS: [&str; 3] = ["printf ", "echo ", "cat <<"];

/// Where a line begins with a command that prints.
pub(crate) fn begins(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let command = line.trim_start_matches([' ', '\t', '$', '>', '%', '#']);
        if PRINTERS.iter().any(|printer| command.starts_with(printer)) {
            return Some(start + line.len() - command.len());
        }
        start += line.len();
    }
    None
}

/// The request of the command that the printed text goes to, if it goes to one.
pub(crate) fn read(text: &Text, at: usize) -> Option<Found> {
    let Words { words, end, unclosed: None, input: own, awaited, .. } = shell::bash(text, at) else { return None };
    let behind = text.as_str().get(end..)?.strip_prefix('|')?.trim_start();
    let input = match words.iter().map(Text::as_str).collect::<Vec<_>>()[..] {
        ["printf", "%s" | "%s\\n", _] | ["echo", _] | ["echo", "-n" | "-E", _] => words.last().cloned(),
        ["cat"] => own,
        ["printf", format] if !format.contains(['%', '\\']) => words.last().cloned(),
        // What other formats make of it is not followed: then there is no body.
        _ => None,
    };
    let (name, rest) = behind.split_at(behind.find(char::is_whitespace)?);
    let at_words = text.len() - rest.len();
    let mut command = shell::bash(text, at_words);
    // A document stands behind the line that asks for it.
    let input = match awaited {
        Some(awaited) => {
            let line = text.as_str().get(command.end..)?.find('\n')?;
            let (document, end) = shell::document(text, command.end + line + 1, &awaited)?;
            command.end = end;
            Some(document)
        }
        None => input,
    };
    let mut found = match name {
        "curl" => curl::command(text, command, input),
        "http" | "https" | "xh" | "xhs" => httpie::command(text, command, input)?,
        _ => return None,
    };
    let before = text.slice(0..at).trim();
    if before.len() > 1 {
        found.drop(Why::Around, &before);
    }
    Some(found)
}
