//! Words by the rules of bash and other POSIX shells.

mod ansi;
mod braces;

use ansi::ansi;
use braces::braces;

use super::heredoc::{self, Awaited};
use super::written::{in_text, is_written_over, replaced};
use super::{Reader, Words};
use crate::import::report::{Fix, Repair};
use crate::import::text::Text;
use crate::problem::{Code, Problem, Severity};

/// The words of the command at a place.
pub(crate) fn bash(text: &Text, at: usize) -> Words {
    let mut words = of_text(text, at);
    if is_written_over(text.as_str(), at) {
        words.words.iter_mut().chain(&mut words.input).for_each(made);
    }
    if let Some(mark) = replaced(text.as_str(), at) {
        words.words.iter_mut().filter(|word| word.as_str() != mark).for_each(|word| *word = with_code(word, mark));
    }
    words
}

/// A text in which a mark stands for something else, wherever it stands.
pub(super) fn with_code(text: &Text, mark: &str) -> Text {
    let (mut out, mut at) = (text.slice(0..0), 0);
    for (place, mark) in text.as_str().match_indices(mark) {
        out.push(text, at..place);
        out.push_code(text, place..place + mark.len());
        at = place + mark.len();
    }
    out.push(text, at..text.len());
    out
}

/// Takes what make or Jenkins puts in for code, be it between single quotes: `$(NAME)`, and `$$` for a sign of the shell's.
fn made(word: &mut Text) {
    if let Some(sign) = word.as_str().find('$') {
        *word = word.code_from(sign);
    }
}

/// The words of a command as they stand, which ends with the text of a program's that it stands in.
pub(super) fn of_text(text: &Text, at: usize) -> Words {
    parted(text, at, in_text(text.as_str(), at).map(|(_, quotes)| quotes))
}

/// The words of a command as they stand, up to these quotes.
pub(super) fn parted(text: &Text, at: usize, quotes: Option<&str>) -> Words {
    let mut reader = Reader::new(text, at);
    let closer = substituted(&text.as_str()[..at]);
    while let Some(char) = reader.peek() {
        let rest = reader.rest();
        // A quote right before it ends the word as a blank does.
        let ends = reader.word.is_none() || text.as_str()[..reader.at].ends_with(['\'', '"']);
        match char {
            '\n' => {
                if document(&mut reader) || !reader.line_goes_on() {
                    break;
                }
            }
            _ if Some(char) == closer || quotes.is_some_and(|quotes| rest.starts_with(quotes)) => break,
            '<' if ends => fed(&mut reader),
            _ if char.is_whitespace() => {
                reader.word_ends();
                reader.at += char.len_utf8();
            }
            '\\' => backslash(&mut reader),
            '\'' => {
                reader.quote(1);
                reader.take_until("'");
            }
            '"' => {
                reader.quote(1);
                double(&mut reader);
            }
            '$' if rest.starts_with("$'") => {
                reader.quote(2);
                ansi(&mut reader);
            }
            '$' if rest.starts_with("$\"") => reader.at += 1,
            '$' if expands(rest) => {
                reader.out.unquoted.push(text.source(reader.at));
                expanded(&mut reader);
            }
            // What a command prints.
            '`' => {
                let length = rest[1..].find('`').map_or(1, |end| end + 2);
                reader.take_code(length);
            }
            // A word processor's quotes.
            '“' | '‘' if reader.word.is_none() => wide(&mut reader, if char == '“' { '”' } else { '’' }),
            '|' | '>' if ends => break,
            '&' if reader.word.is_none() || rest.starts_with("&&") => break,
            '&' => {
                let place = reader.text.span(reader.at..reader.at + 1);
                let problem = Problem::new(Code::SentOtherwise).expected("ampersand").severity(Severity::Warning);
                // One says it.
                if reader.out.warnings.is_empty() {
                    reader.out.warnings.push(problem.span(place));
                }
                reader.take(1);
            }
            ';' if rest[1..].starts_with(char::is_whitespace) || rest.len() == 1 => break,
            '#' if reader.word.is_none() => reader.at += rest.find('\n').unwrap_or(rest.len()),
            '{' if braces(&mut reader) => {}
            _ => reader.take(char.len_utf8()),
        }
    }
    // What ends the command stands before the document that it is fed.
    if let Some(awaited) = &reader.out.awaited
        && let Some(line) = reader.rest().find('\n')
    {
        reader.out.input = heredoc::read(text, reader.at + line + 1, awaited).map(|(document, _)| document);
    }
    reader.finish()
}

/// What closes the command where the shell puts in what it prints: `$(curl …)`, or between backticks.
fn substituted(before: &str) -> Option<char> {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let word = line.trim_end_matches(|char: char| char.is_ascii_alphanumeric() || char == '.');
    if word.ends_with('`') {
        return Some('`');
    }
    if word.ends_with('(') {
        return Some(')');
    }
    let open = line.rfind("$(")?;
    (!line[open..].contains(')')).then_some(')')
}

/// `<<EOF`, `<<< 'text'`, `< file`.
fn fed(reader: &mut Reader<'_>) {
    reader.word_ends();
    let rest = reader.rest();
    let (sign, is_word) = match rest {
        _ if rest.starts_with("<<<") => (3, true),
        _ if rest.starts_with("<<-") => (3, false),
        _ if rest.starts_with("<<") => (2, false),
        // The file is told as left out.
        _ => return reader.take(1),
    };
    let is_indented = &rest[..sign] == "<<-";
    reader.at += sign;
    let rest = reader.rest();
    let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    reader.at += blank;
    let start = reader.at;
    let words = std::mem::take(&mut reader.out.words);
    one(reader);
    let word = reader.word.take().unwrap_or_default();
    reader.out.words = words;
    if is_word {
        reader.out.input = Some(word);
    } else {
        let is_plain = reader.text.as_str()[start..reader.at].contains(['\'', '"', '\\']);
        reader.out.awaited = Some(Awaited { end: word.as_str().to_owned(), is_plain, is_indented });
    }
}

/// One word, up to what ends it.
fn one(reader: &mut Reader<'_>) {
    while let Some(char) = reader.peek() {
        match char {
            _ if char.is_whitespace() || "|<>;&)".contains(char) => break,
            '\\' => backslash(reader),
            '\'' => {
                reader.quote(1);
                reader.take_until("'");
            }
            '"' => {
                reader.quote(1);
                double(reader);
            }
            '$' if reader.rest().starts_with("$'") => {
                reader.quote(2);
                ansi(reader);
            }
            '$' if reader.word.is_none() && expands(reader.rest()) => expanded(reader),
            '{' if braces(reader) => {}
            _ => reader.take(char.len_utf8()),
        }
    }
}

/// The document that begins in the next line, if one is awaited; the command ends behind it.
fn document(reader: &mut Reader<'_>) -> bool {
    let Some(awaited) = reader.out.awaited.take() else { return false };
    reader.word_ends();
    match heredoc::read(reader.text, reader.at + 1, &awaited) {
        Some((document, end)) => {
            reader.out.input = Some(document);
            reader.at = end;
        }
        None => {
            reader.out.unclosed = Some(reader.text.span(reader.at..reader.at));
            reader.at = reader.text.len();
        }
    }
    true
}

fn backslash(reader: &mut Reader<'_>) {
    let rest = &reader.rest()[1..];
    let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
    if rest[blank..].starts_with('\n') {
        reader.at += 1 + blank + 1;
        // The shell's own prompt for what goes on, copied with it; what is redirected into a file begins with no option.
        let goes_on = reader.rest().strip_prefix("> ").map(str::trim_start);
        if let Some(rest) = goes_on.filter(|rest| rest.starts_with(['-', '\'', '"']) || rest.starts_with("http")) {
            reader.at = reader.end - rest.len();
        }
    } else if reader.word.is_none() && blank > 0 {
        // The line break that it hid is lost.
        let range = reader.at..reader.at + 1;
        reader.out.repairs.push(Repair::new(Fix::LinesLost, reader.text, range, ""));
        reader.at += 1;
    } else {
        reader.at += 1;
        let length = reader.peek().map_or(0, char::len_utf8);
        reader.take(length);
    }
}

fn double(reader: &mut Reader<'_>) {
    loop {
        let rest = reader.rest();
        let Some(plain) = rest.find(['"', '\\', '$', '`']) else { return reader.unclosed() };
        reader.take(plain);
        if rest[plain..].starts_with(['$', '`']) {
            expanded(reader);
            continue;
        }
        let escaped = rest[plain + 1..].chars().next();
        match (rest[plain..].starts_with('"'), escaped) {
            (true, _) => return reader.at += 1,
            (false, Some('\n')) => reader.at += 2,
            (false, Some('"' | '\\' | '$' | '`')) => {
                reader.at += 1;
                reader.take(1);
            }
            _ => reader.take(1),
        }
    }
}

/// Takes what the shell replaces, or the sign that begins nothing.
pub(super) fn expanded(reader: &mut Reader<'_>) {
    if let Some((document, end)) = heredoc::printed(reader.text, reader.at, reader.end) {
        let word = reader.word.get_or_insert_default();
        word.push(&document, 0..document.len());
        return reader.at = end;
    }
    match expansion(reader) {
        0 => reader.take(1),
        length => reader.take_code(length),
    }
}

/// Whether the shell replaces what a text begins with, which is a `$`.
fn expands(text: &str) -> bool {
    text[1..].starts_with(|char: char| char.is_ascii_alphanumeric() || "({_@*#?$!-".contains(char))
}

/// The length of what the shell replaces: `$NAME`, `$1`, `${…}`, `$(…)`, or the sign at which a command begins.
fn expansion(reader: &mut Reader<'_>) -> usize {
    let Some(rest) = reader.rest().strip_prefix('$') else { return 1 };
    let name = |char: char| char.is_ascii_alphanumeric() || char == '_';
    match rest.chars().next() {
        _ if !expands(reader.rest()) => 0,
        Some('(') => 1 + reader.bracketed(reader.at + 1).unwrap_or(1),
        Some('{') => reader.find('}', 1).map_or(2, |end| end + 2),
        Some(first) if first.is_ascii_alphabetic() || first == '_' => {
            1 + rest.find(|char| !name(char)).unwrap_or(rest.len())
        }
        Some(_) => 2,
        None => 0,
    }
}

fn wide(reader: &mut Reader<'_>, close: char) {
    let at = reader.at;
    let open = reader.peek().map_or(0, char::len_utf8);
    let Some(length) = reader.find(close, open) else { return reader.take(open) };
    let end = at + open + length;
    let quote = if close == '”' { "\"" } else { "'" };
    reader.out.repairs.push(Repair::new(Fix::Quotes, reader.text, at..at + open, quote));
    reader.out.repairs.push(Repair::new(Fix::Quotes, reader.text, end..end + close.len_utf8(), quote));
    reader.quote(open);
    reader.take(length);
    reader.at += close.len_utf8();
}
