//! Words by the rules of bash and other POSIX shells.

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

/// Takes braces that the shell makes several words of; which of them are sent depends on what stands inside.
fn braces(reader: &mut Reader<'_>) -> bool {
    if reader.text.as_str()[..reader.at].ends_with('$') {
        return false;
    }
    let Some(length) = expanded_braces(reader.rest()) else { return false };
    let place = reader.text.slice(reader.at..reader.at + length);
    reader.out.warnings.push(Problem::new(Code::Variable).span(place.place()).found(place.as_str()));
    reader.take(length);
    true
}

/// The length of braces that the shell makes several words of: `{a,b}`, `{1..9}`.
fn expanded_braces(text: &str) -> Option<usize> {
    let (mut open, mut is_list, mut quote, mut escaped) = (0, false, None, false);
    for (at, char) in text.char_indices().take(MAX_BRACES) {
        match char {
            _ if escaped => escaped = false,
            '\\' if quote != Some('\'') => escaped = true,
            _ if quote == Some(char) => quote = None,
            _ if quote.is_some() => {}
            '"' | '\'' => quote = Some(char),
            '{' => open += 1,
            '}' if open == 1 => return is_list.then_some(at + 1),
            '}' => open -= 1,
            ',' if open == 1 => is_list = true,
            '.' if open == 1 && text[at..].starts_with("..") => is_list = true,
            _ if char.is_whitespace() => return None,
            _ => {}
        }
    }
    None
}

/// So many characters of braces are looked at.
const MAX_BRACES: usize = 2_000;

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

/// `$'…'`, in which a backslash begins the escapes of C.
fn ansi(reader: &mut Reader<'_>) {
    loop {
        let rest = reader.rest();
        let Some(plain) = rest.find(['\'', '\\']) else { return reader.unclosed() };
        reader.take(plain);
        if rest[plain..].starts_with('\'') {
            return reader.at += 1;
        }
        let escape = &rest[plain + 1..];
        if let Some((char, length)) = bytes(&rest[plain..]) {
            reader.take_as(char, length);
            continue;
        }
        let number = |from: usize, most: usize, radix: u32| {
            let digits = escape.get(from..).unwrap_or_default();
            let length = digits.chars().take(most).take_while(|char| char.is_digit(radix)).count();
            let code = digits.get(..length).and_then(|digits| u32::from_str_radix(digits, radix).ok());
            code.map(|code| (code, 1 + from + length))
        };
        let simple = |char: char| Some((char as u32, 2));
        let code = match escape.chars().next() {
            Some('n') => simple('\n'),
            Some('t') => simple('\t'),
            Some('r') => simple('\r'),
            Some('a') => simple('\x07'),
            Some('b') => simple('\x08'),
            Some('e' | 'E') => simple('\x1b'),
            Some('f') => simple('\x0c'),
            Some('v') => simple('\x0b'),
            Some(char @ ('\'' | '"' | '\\' | '?')) => simple(char),
            // Beyond ASCII it is half a character to bash; Firefox means the character of that number.
            Some('x') => number(1, 2, 16),
            Some('u') => surrogates(escape).or_else(|| number(1, 4, 16)),
            Some('U') => number(1, 8, 16),
            Some('0'..='7') => number(0, 3, 8).filter(|(code, _)| *code < 0x80),
            _ => None,
        };
        match code.and_then(|(code, length)| Some((char::from_u32(code)?, length))) {
            Some((char, length)) => reader.take_as(char, length),
            None => reader.take(1),
        }
    }
}

/// A character beyond ASCII by its bytes: `\342\200\216`, `\xe2\x80\x8e`; and their length.
fn bytes(text: &str) -> Option<(char, usize)> {
    let (mut bytes, mut at) = (Vec::new(), 0);
    while bytes.len() < 4 {
        let escape = text.get(at..)?.strip_prefix('\\')?;
        let (digits, radix, most) = match escape.strip_prefix('x') {
            Some(digits) => (digits, 16, 2),
            None => (escape, 8, 3),
        };
        let length = digits.chars().take(most).take_while(|char| char.is_digit(radix)).count();
        // Of nine bits, bash takes eight.
        let byte = u32::from_str_radix(digits.get(..length)?, radix).ok()?.to_le_bytes()[0];
        if byte < 0x80 {
            return None;
        }
        bytes.push(byte);
        at += 1 + escape.len() - digits.len() + length;
        if let Ok(char) = std::str::from_utf8(&bytes) {
            return Some((char.chars().next()?, at));
        }
    }
    None
}

/// Two halves of a character, as browsers write what stands beyond U+FFFF.
fn surrogates(escape: &str) -> Option<(u32, usize)> {
    let half = |from: usize| u32::from_str_radix(escape.get(from..from + 4)?, 16).ok();
    let (high, low) = (half(1)?, half(7).filter(|_| escape.get(5..7) == Some("\\u"))?);
    let pair = (0xd800..0xdc00).contains(&high) && (0xdc00..0xe000).contains(&low);
    pair.then(|| (0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00), 12))
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
