//! Words by the rules of PowerShell.

use super::{Reader, Words};
use crate::import::powershell::variable;
use crate::import::text::Text;

/// What a variable in double quotes stands for, where that is known.
pub(crate) type Lookup<'l> = &'l dyn Fn(&str) -> Option<Text>;

/// A quote of any form that PowerShell takes for a single one.
fn is_single(char: char) -> bool {
    matches!(char, '\'' | '\u{2018}'..='\u{201b}')
}

/// The words of the command at a place; what stands in brackets is a word with its brackets.
pub(crate) fn powershell(text: &Text, at: usize, lookup: Lookup<'_>) -> Words {
    let mut reader = Reader::new(text, at);
    while let Some(char) = reader.peek() {
        let rest = reader.rest();
        match char {
            '\n' => {
                if !reader.line_goes_on() {
                    break;
                }
            }
            _ if char.is_whitespace() => {
                reader.word_ends();
                reader.at += char.len_utf8();
            }
            '`' => {
                let line = ["`\r\n", "`\n"].into_iter().find(|line| rest.starts_with(line));
                reader.at += line.map_or(1, str::len);
                let length = if line.is_some() { 0 } else { reader.peek().map_or(0, char::len_utf8) };
                reader.take(length);
            }
            '@' if rest.starts_with("@{") => bracket(&mut reader),
            '(' | '{' if reader.word.is_none() => bracket(&mut reader),
            '@' | '\'' | '"' if text_begins(rest) => quoted_word(&mut reader, lookup),
            '|' | ';' => break,
            '#' if reader.word.is_none() => reader.at += rest.find('\n').unwrap_or(rest.len()),
            _ => reader.take(char.len_utf8()),
        }
    }
    reader.finish()
}

/// The text of the quoted string at a place, and its end.
pub(crate) fn quoted(text: &Text, at: usize, lookup: Lookup<'_>) -> Option<(Text, usize)> {
    let mut reader = Reader::new(text, at);
    if !text_begins(reader.rest()) {
        return None;
    }
    quoted_word(&mut reader, lookup);
    Some((reader.word.unwrap_or_default(), reader.at)).filter(|_| reader.out.unclosed.is_none())
}

fn text_begins(rest: &str) -> bool {
    rest.starts_with(['\'', '"']) || rest.starts_with("@'") || rest.starts_with("@\"")
}

fn quoted_word(reader: &mut Reader<'_>, lookup: Lookup<'_>) {
    let rest = reader.rest();
    if rest.starts_with('@') {
        // A here-string: from the next line up to a line that begins with its end.
        let quote = &rest[1..2];
        let start = rest.find('\n').map_or(2, |line| line + 1);
        reader.quote(start);
        let body = reader.rest();
        let end = body.find(&format!("\n{quote}@"));
        let Some(end) = end else { return reader.unclosed() };
        let length = body[..end].trim_end_matches('\r').len();
        match quote {
            "\"" => double(reader, Some(reader.at + length), lookup),
            _ => reader.take(length),
        }
        reader.at = reader.text.len() - body.len() + end + 3;
        return;
    }
    let single = rest.starts_with('\'');
    reader.quote(1);
    if !single {
        return double(reader, None, lookup);
    }
    loop {
        let rest = reader.rest();
        let Some(plain) = rest.find(is_single) else { return reader.unclosed() };
        reader.take(plain);
        let quote = reader.peek().map_or(0, char::len_utf8);
        let second = rest[plain + quote..].chars().next().filter(|char| is_single(*char));
        match second {
            Some(second) => {
                reader.at += quote;
                reader.take(second.len_utf8());
            }
            // A curved one that stands alone would end the text; where one is copied from a document, it belongs to it.
            None if quote > 1 => reader.take(quote),
            None => return reader.at += quote,
        }
    }
}

/// A character as browsers write it that copy for PowerShell: `$([char]20320)`, beyond the first plane in two halves; and
/// its length.
fn by_number(text: &str) -> Option<(char, usize)> {
    let unit = |text: &str| {
        let digits = text.strip_prefix("$([char]")?.split(')').next()?;
        let number = match digits.strip_prefix("0x") {
            Some(hex) => u16::from_str_radix(hex, 16),
            None => digits.parse::<u16>(),
        };
        Some((number.ok()?, "$([char]".len() + digits.len() + 1))
    };
    let (first, length) = unit(text)?;
    if let Some(char) = char::from_u32(first.into()) {
        return Some((char, length));
    }
    let (second, more) = unit(text.get(length..)?)?;
    let char = char::decode_utf16([first, second]).next()?.ok()?;
    Some((char, length + more))
}

/// The inside of double quotes; up to an end that is known, of a here-string.
fn double(reader: &mut Reader<'_>, end: Option<usize>, lookup: Lookup<'_>) {
    loop {
        let left = end.map_or(usize::MAX, |end| end.saturating_sub(reader.at));
        let rest = reader.rest();
        let rest = rest.get(..left.min(rest.len())).unwrap_or(rest);
        let Some(plain) = rest.find(['"', '`', '$']) else {
            return if end.is_some() { reader.take(rest.len()) } else { reader.unclosed() };
        };
        reader.take(plain);
        if rest[plain..].starts_with('$') {
            if let Some((char, length)) = by_number(&rest[plain..]) {
                reader.take_as(char, length);
                continue;
            }
            match variable(&rest[plain..]).map(|(name, length)| (lookup(name), length)) {
                Some((Some(value), length)) => {
                    reader.word.get_or_insert_default().push(&value, 0..value.len());
                    reader.at += length;
                }
                Some((None, length)) => reader.take_code(length),
                None if rest[plain..].starts_with("$(") => {
                    reader.take_code(rest[plain..].find(')').map_or(2, |end| end + 1));
                }
                None => reader.take(1),
            }
            continue;
        }
        let behind = &rest[plain + 1..];
        match (rest[plain..].starts_with('`'), behind.chars().next()) {
            (true, Some(char)) => {
                let stands_for = match char {
                    'n' => Some('\n'),
                    't' => Some('\t'),
                    'r' => Some('\r'),
                    '0' => Some('\0'),
                    _ => None,
                };
                match stands_for {
                    Some(char) => reader.take_as(char, 2),
                    None => {
                        reader.at += 1;
                        reader.take(char.len_utf8());
                    }
                }
            }
            (true, None) => reader.at += 1,
            (false, _) if end.is_some() => reader.take(1),
            (false, Some('"')) => {
                reader.at += 1;
                reader.take(1);
            }
            (false, _) => return reader.at += 1,
        }
    }
}

/// A bracket with all that is in it.
fn bracket(reader: &mut Reader<'_>) {
    let mut depth = 0usize;
    while let Some(char) = reader.peek() {
        let rest = reader.rest();
        if text_begins(rest) {
            match quoted(reader.text, reader.at, &|_| None) {
                Some((_, end)) => reader.take(end - reader.at),
                None => return reader.unclosed(),
            }
            continue;
        }
        reader.take(char.len_utf8());
        match char {
            '{' | '(' => depth += 1,
            '}' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(char, '}' | ')') {
            return;
        }
    }
}
