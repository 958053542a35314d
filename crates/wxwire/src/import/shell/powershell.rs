//! Words by the rules of PowerShell.

use super::{Reader, Words};
use crate::import::code::{self, POWERSHELL, Scope};
use crate::import::text::Text;

/// The words of the command at a place; what stands in brackets is a word with its brackets.
pub(crate) fn powershell(text: &Text, at: usize, scope: &Scope) -> Words {
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
                if length > 0 {
                    reader.take(length);
                }
            }
            '@' if rest.starts_with("@{") => bracket(&mut reader),
            '(' | '{' if reader.word.is_none() => bracket(&mut reader),
            '@' | '\'' | '"' if string_begins(&reader) => quoted(&mut reader, scope),
            '|' | ';' => break,
            '#' if reader.word.is_none() => reader.at += rest.find('\n').unwrap_or(rest.len()),
            _ => reader.take(char.len_utf8()),
        }
    }
    reader.finish()
}

fn string_begins(reader: &Reader<'_>) -> bool {
    code::Reader::new(reader.text, reader.at, &POWERSHELL, &Scope::new(0)).string_begins()
}

/// The quoted string at this place is a part of the word.
fn quoted(reader: &mut Reader<'_>, scope: &Scope) {
    let mut code = code::Reader::new(reader.text, reader.at, &POWERSHELL, scope);
    match code.quoted() {
        Some(text) => {
            reader.at = code.at;
            match &mut reader.word {
                Some(word) => word.push(&text, 0..text.len()),
                None => reader.word = Some(text),
            }
        }
        None => {
            reader.quote(1);
            reader.unclosed();
        }
    }
}

/// A bracket with all that is in it.
fn bracket(reader: &mut Reader<'_>) {
    let mut depth = 0usize;
    while let Some(char) = reader.peek() {
        let scope = Scope::new(0);
        let mut code = code::Reader::new(reader.text, reader.at, &POWERSHELL, &scope);
        if code.string_begins() {
            match code.quoted() {
                Some(_) => reader.take(code.at - reader.at),
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
