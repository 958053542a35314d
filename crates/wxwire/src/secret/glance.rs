//! A quick look at a text: whether it is worth a search for secrets.

use std::ops::Range;

use super::{Scope, names};

/// The longest address whose host is looked at.
const ADDRESS: usize = 512;

/// Whether a text may hold something that [`super::masked`] would mask. `false` is certain; `true` is not, for this looks
/// at words alone. So a program that composes need not hold the search itself.
pub fn may_hold(text: &str) -> bool {
    holds(text, &|_| false)
}

/// The same of a line: whether it may hold a part of a record that names a secret, too.
pub(super) fn may_matter(line: &str) -> bool {
    holds(line, &|word| matches!(word, "name" | "key" | "value" | "data"))
}

fn holds(text: &str, or: &dyn Fn(&str) -> bool) -> bool {
    let bytes = text.as_bytes();
    // Where the address begins that a word may be a part of, and where it begins at the earliest.
    let (mut address, mut earliest) = (0, 0);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if is_word(byte) {
            let end = at + word_length(&bytes[at..]);
            let is_of_file = || bytes.get(end) == Some(&b'=') && of_file(text, address, earliest..at, end);
            let is_step = at > 0 && bytes[at - 1] == b'/';
            if or(&text[at..end]) || tells(&text[at..end]) && !is_of_file() || names::fetches(&text[at..end], is_step) {
                return true;
            }
            at = end;
            continue;
        }
        let behind = match byte {
            b'\\' => behind_backslashes(bytes, at),
            b'%' => behind_percent(bytes, at),
            b':' if has_user(&bytes[at..]) => None,
            // What it colours may be a part of a word.
            0x1b => None,
            0xef if is_wide(&text[at..]) => None,
            0xe4.. if names::CHINESE.iter().any(|name| text[at..].starts_with(name)) => None,
            byte if byte.is_ascii() => Some(at + 1),
            _ => text[at..].chars().next().map(|char| at + char.len_utf8()),
        };
        let Some(behind) = behind else { return true };
        let is_space = || text[at..].starts_with(char::is_whitespace);
        match byte {
            b'"' | b'\'' | b'<' | b'>' | b'{' | b'}' | b'|' => (address, earliest) = (behind, behind),
            // Those of one byte, and the others.
            b' ' | b'\t'..=b'\r' => (address, earliest) = (behind, behind),
            0x80.. if is_space() => (address, earliest) = (behind, behind),
            b'%' if text[at..behind].starts_with("%2F") => {}
            b'`' | b';' | b'\\' | b'%' | 0x80.. => address = behind,
            _ => {}
        }
        at = behind;
    }
    false
}

/// Whether a word is the `token` of an address of a file, which is none of an account.
fn of_file(text: &str, address: usize, before: Range<usize>, end: usize) -> bool {
    let scope = names::find(&text[before.end..end]);
    matches!(scope, Some(Scope::Anywhere | Scope::Ending))
        && before.len() <= ADDRESS
        && names::is_file(&text[address..before.end].to_ascii_lowercase())
}

/// Whether a word names a secret, or begins what can be one.
fn tells(word: &str) -> bool {
    let scheme = ["bearer", "basic"].iter().any(|scheme| word.eq_ignore_ascii_case(scheme));
    let is_command = word.starts_with("curl") || word == "redis-cli" || word.eq_ignore_ascii_case("auth");
    // A JSON web token, whose signature opens what it is for.
    scheme || is_command || word.starts_with("eyJ") || names::find(word.trim_start_matches('-')).is_some()
}

/// The bytes of words.
const WORD: [bool; 256] = {
    let (mut word, mut byte) = ([false; 256], 0);
    while byte < 256 {
        word[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'_' | b'-');
        byte += 1;
    }
    word
};

/// How many bytes of a word some bytes begin with.
pub(super) fn word_length(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| is_word(**byte)).count()
}

fn is_word(byte: u8) -> bool {
    WORD[usize::from(byte)]
}

/// The place behind backslashes and the letter that they escape; none where they may spell any letter.
fn behind_backslashes(bytes: &[u8], at: usize) -> Option<usize> {
    let behind = at + bytes[at..].iter().take_while(|byte| **byte == b'\\').count();
    match bytes.get(behind) {
        Some(b'u' | b'x') => None,
        Some(b'n' | b'r' | b't') => Some(behind + 1),
        _ => Some(behind),
    }
}

/// The place behind a byte of a URL; none where it spells a letter of a word, or another such byte.
fn behind_percent(bytes: &[u8], at: usize) -> Option<usize> {
    let digit = |at: usize| char::from(*bytes.get(at)?).to_digit(16);
    let Some((high, low)) = digit(at + 1).zip(digit(at + 2)) else { return Some(at + 1) };
    let byte = u8::try_from(high << 4 | low).unwrap_or_default();
    (!is_word(byte) && byte != b'%').then_some(at + 3)
}

/// Whether a text begins with a letter as wide as a Chinese one, which spells a word as any other does.
fn is_wide(text: &str) -> bool {
    text.starts_with(|char| matches!(char, 'Ａ'..='Ｚ' | 'ａ'..='ｚ'))
}

/// Whether an address begins with a user, as in `https://user:password@host`.
fn has_user(from_colon: &[u8]) -> bool {
    let rest = from_colon.strip_prefix(b"://").unwrap_or_default();
    rest.iter().find(|byte| b"/?#@\"'<> \n\r\t\\".contains(byte)) == Some(&b'@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_messages_are_passed_and_names_of_secrets_are_not() {
        for text in [
            "",
            "你好",
            r#"{"wxid": "a_1", "x": "line\ntoken_of"}"#,
            "https://h/?a=%E4%BD%A0",
            "a@b: //c@d",
            "http://wx.qlogo.cn/a?m=1&token=x5Y29zUxcib&u=a%2Fb",
            r#"{"url": "http://h.qpic.cn/?token=x5Y29zUxcib"}"#,
        ] {
            assert!(!may_hold(text), "{text}");
        }
        for text in [
            "token",
            r"\ntoken",
            r"\u0074oken",
            "%74oken",
            "%2574oken",
            "to%6ben",
            "x_access_token",
            "curl -u a:b h",
            "Bearer abcdef1234567890",
            "\u{1b}[1mtoken",
            "ｔｏｋｅｎ",
            "https://me:secret@h/",
            "http://wx.qlogo.cn/ http://h/?token=x5Y29zUxcib",
            "http://wx.qlogo.cn/&quot;token=x5Y29zUxcib",
            "http://wx.qlogo.cn/%22token=x5Y29zUxcib",
        ] {
            assert!(may_hold(text), "{text}");
        }
    }
}
