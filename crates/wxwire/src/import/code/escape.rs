//! Escapes in strings, by the table of their language.

use super::literal::{Number, Signed};

impl Signed {
    /// The character of the escape that a text begins with, if it stands for one, and its length.
    pub(super) fn read(&self, text: &str) -> (Option<char>, usize) {
        let sign = self.sign.len_utf8();
        let behind = &text[sign..];
        let Some(char) = behind.chars().next() else { return (Some(self.sign), sign) };
        if let Some((_, plain)) = self.letters.iter().find(|(letter, _)| *letter == char) {
            return (Some(*plain), sign + char.len_utf8());
        }
        if self.hides_lines && char == '\n' {
            return (None, sign + 1);
        }
        if let Some(found) = self.numbers.iter().filter(|number| number.letter == char).find_map(|one| one.read(behind))
        {
            return (Some(found.0), sign + found.1);
        }
        if self.octal && char.is_digit(8) {
            let length = behind.bytes().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
            if let Some(char) = u32::from_str_radix(&behind[..length], 8).ok().and_then(char::from_u32) {
                return (Some(char), sign + length);
            }
        }
        // It stands for itself.
        if self.stays || self.numbers.iter().any(|number| number.letter == char) {
            return (Some(self.sign), sign);
        }
        (Some(char), sign + char.len_utf8())
    }
}

impl Number {
    /// The character of a number from its letter on, and the length.
    fn read(&self, text: &str) -> Option<(char, usize)> {
        let letter = self.letter.len_utf8();
        if self.braces {
            let digits = text[letter..].strip_prefix('{')?;
            let end = digits.bytes().take(12).position(|byte| byte == b'}')?;
            return Some((char::from_u32(hexadecimal(&digits[..end])?)?, letter + end + 2));
        }
        let (least, most) = self.digits;
        let unit = |text: &str| {
            let length = text.bytes().take(most).take_while(u8::is_ascii_hexdigit).count();
            hexadecimal(text.get(..length)?).filter(|_| length >= least).map(|code| (code, length))
        };
        let (code, length) = unit(&text[letter..])?;
        let end = letter + length;
        if let Some(char) = char::from_u32(code) {
            return Some((char, end));
        }
        // Two halves, each an escape of its own.
        let second = text[end..].strip_prefix('\\')?.strip_prefix(self.letter)?;
        let (low, more) = unit(second)?;
        let halves = [u16::try_from(code).ok()?, u16::try_from(low).ok()?];
        let char = char::decode_utf16(halves).next()?.ok()?;
        Some((char, end + 1 + letter + more))
    }
}

fn hexadecimal(digits: &str) -> Option<u32> {
    // A sign would be taken for a part of the number.
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
}
