//! Words by the rules of Windows: cmd's carets first, then the quotes of a program's arguments.

use super::{Reader, Words};
use crate::import::report::Repair;
use crate::import::text::Text;

/// The words of the command at a place.
pub(crate) fn cmd(text: &Text, at: usize) -> Words {
    let (line, end, mut repairs) = carets(text, at);
    let mut words = arguments(&line);
    words.end = end;
    words.repairs.append(&mut repairs);
    words
}

/// The command at a place, without its carets; its end; and what was mended.
pub(crate) fn carets(text: &Text, at: usize) -> (Text, usize, Vec<Repair>) {
    let mut reader = Reader::new(text, at);
    let mut quoted = false;
    let is_whole = all_escaped(reader.rest());
    while let Some(char) = reader.peek() {
        let rest = reader.rest();
        match char {
            '^' if !quoted || is_whole => {
                let line = ["^\r\n", "^\n"].into_iter().find(|line| rest.starts_with(line));
                reader.at += line.map_or(1, str::len);
                // A line break behind it is one that the argument holds.
                let held = if line.is_some() {
                    ["\r\n", "\n"].into_iter().find(|held| reader.rest().starts_with(held))
                } else {
                    None
                };
                let next =
                    if line.is_some() { held.map_or(0, str::len) } else { reader.peek().map_or(0, char::len_utf8) };
                reader.take(next);
            }
            '\n' if !quoted || is_whole => {
                let before = reader.at;
                let next = rest.trim_start();
                if !next.starts_with('-') {
                    break;
                }
                reader.take(1);
                reader.at = before + rest.len() - next.len();
            }
            '&' | '|' if !quoted => break,
            '"' => {
                quoted = !quoted;
                reader.take(1);
            }
            '%' => match variable(rest) {
                Some(length) => reader.take_code(length),
                None => reader.take(1),
            },
            _ => reader.take(char.len_utf8()),
        }
    }
    (reader.word.unwrap_or_default(), reader.at, reader.out.repairs)
}

/// Whether carets count within quotes too, as older browsers wrote them: `"^{^\^"a^\^"…^}"`.
pub(crate) fn all_escaped(text: &str) -> bool {
    text.contains("\"^{^\\^\"") && !text.contains("^\"^{")
}

/// The length of `%NAME%`. Not every text between two signs is one: URLs are full of `%E4%BD%A0`.
fn variable(text: &str) -> Option<usize> {
    let length = text[1..].bytes().take(60).position(|byte| byte == b'%')?;
    let name = &text[1..1 + length];
    let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let hexadecimal = name.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    (length >= 2 && is_name && !hexadecimal).then_some(length + 2)
}

/// A program's arguments, as Microsoft's C runtime parts them.
pub(crate) fn arguments(line: &Text) -> Words {
    let mut reader = Reader::new(line, 0);
    let mut quoted = false;
    while let Some(char) = reader.peek() {
        let rest = reader.rest();
        match char {
            '\\' => {
                let count = rest.len() - rest.trim_start_matches('\\').len();
                if !rest[count..].starts_with('"') {
                    reader.take(count);
                    continue;
                }
                for _ in 0..count / 2 {
                    reader.at += 1;
                    reader.take(1);
                }
                if count % 2 == 1 {
                    reader.at += 1;
                    reader.take(1);
                }
            }
            '"' if quoted && rest.starts_with("\"\"") => {
                reader.at += 1;
                reader.take(1);
            }
            '"' => {
                quoted = !quoted;
                reader.quote(1);
            }
            _ if char.is_whitespace() && !quoted => {
                reader.word_ends();
                reader.at += char.len_utf8();
            }
            _ => reader.take(char.len_utf8()),
        }
    }
    if quoted {
        reader.out.unclosed = Some(line.span(line.len()..line.len()));
    }
    reader.finish()
}
