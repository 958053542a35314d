//! Escapes in strings: those of JSON stay, those that only scripts have are written anew.

use super::Scan;
use crate::import::repair::characters::is_opener;
use crate::import::repair::edit::Mark;
use crate::import::repair::fault::Fault;
use crate::import::repair::origin::Origin;
use crate::import::repair::reading::Reading;
use crate::import::report::Fix;

impl Reading<'_> {
    pub(super) fn escape(&mut self, scan: &Scan) -> Result<(), Fault> {
        let start = self.state.at;
        let rest = &self.text[start + 1..];
        let script = self.origin == Origin::Script || scan.open != '"';
        let hex = |from: usize, to: usize| {
            let digits = rest.get(from..to).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
            digits.and_then(|digits| u32::from_str_radix(digits, 16).ok())
        };
        let (length, stands_for) = match rest.chars().next() {
            Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => (1, None),
            Some('u') if hex(1, 5).is_some() => (5, None),
            Some('\'') => (1, one(u32::from('\''))),
            Some(char) if script => match (char, rest.bytes().take(12).position(|byte| byte == b'}')) {
                ('\n', _) => (1, Some(String::new())),
                ('u', Some(end)) if rest[1..].starts_with('{') => (end + 1, hex(2, end).and_then(one)),
                ('x', _) => (3, hex(1, 3).and_then(one)),
                ('U', _) => (9, hex(1, 9).and_then(one)),
                ('v', _) => (1, one(0x0b)),
                ('a', _) if self.origin == Origin::Script => (1, one(0x07)),
                ('0', _) if !rest[1..].starts_with(|char: char| char.is_ascii_digit()) => (1, one(0)),
                (char, _) if is_opener(char, Origin::Script) || char == '$' => {
                    (char.len_utf8(), one(straight(scan.open, char) as u32))
                }
                _ => return Err(Fault::expected(start, "\\escape")),
            },
            None => return Err(self.unclosed(scan)),
            _ => return Err(Fault::expected(start, "\\escape")),
        };
        let end = start + 1 + length;
        if let Some(new) = &stands_for {
            let quoted = crate::layer::json::quote(new);
            self.edit(start..end, quoted[1..quoted.len() - 1].to_owned(), Mark::Fix(Fix::Escape));
        } else if length > 1 && rest.as_bytes().first() != Some(&b'u') {
            return Err(Fault::expected(start, "\\escape"));
        }
        self.state.at = end;
        Ok(())
    }
}

/// What an escaped quote stands for: between curved quotes, a curved one was straight once, as they were.
fn straight(open: char, quote: char) -> char {
    match (open, quote) {
        ('“' | '”', '“' | '”') => '"',
        ('‘' | '’', '‘' | '’') => '\'',
        _ => quote,
    }
}

/// A character of a number.
fn one(code: u32) -> Option<String> {
    char::from_u32(code).map(String::from)
}
