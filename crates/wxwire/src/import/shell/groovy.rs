//! A command in a step of Jenkins: `sh '…'`, `sh """…"""`. Groovy reads its text first: escapes in all of them, and holes between
//! double quotes.

use super::written::step;
use crate::import::text::Text;

/// The text that the shell gets of the step that a place stands in. None where it stands in none, or where Groovy would not take the
/// text.
pub(super) fn inner(text: &Text, at: usize) -> Option<Text> {
    let source = text.as_str();
    let (start, quotes) = step(source, at)?;
    let mut out = text.slice(start..start);
    let mut at = start;
    loop {
        let rest = source.get(at..)?;
        if rest.starts_with(quotes) {
            return Some(out);
        }
        let char = rest.chars().next()?;
        let length = match char {
            '\\' => escaped(text, at, &mut out)?,
            '\n' if quotes.len() == 1 => return None,
            '$' if quotes.starts_with('"') => {
                let length = hole(rest);
                out.push_code(text, at..at + length.max(1));
                length.max(1)
            }
            char => {
                out.push(text, at..at + char.len_utf8());
                char.len_utf8()
            }
        };
        at += length;
    }
}

/// Adds what an escape stands for; its length.
fn escaped(text: &Text, at: usize, out: &mut Text) -> Option<usize> {
    let sign = text.as_str()[at + 1..].chars().next()?;
    let char = match sign {
        '\\' | '\'' | '"' | '$' => sign,
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        // The next line belongs to this one.
        '\n' => return Some(2),
        _ => return None,
    };
    out.push_char(char, text, at..at + 2);
    Some(2)
}

/// The length of `${…}` or `$name.name` that a text begins with; none where it is only a sign.
fn hole(text: &str) -> usize {
    if text.starts_with("${") {
        return text.find('}').map_or(text.len(), |end| end + 1);
    }
    let is_name = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '.');
    let name = &text[1..];
    let length = name.find(|char| !is_name(char)).unwrap_or(name.len());
    if name.starts_with(|char: char| char.is_ascii_alphabetic() || char == '_') { length + 1 } else { 0 }
}
