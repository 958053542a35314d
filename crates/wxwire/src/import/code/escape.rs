//! Escapes in strings, by the table of their language.

use super::literal::{Number, Octal, Others, Signed};

/// What an escape gives.
pub(super) enum Escape {
    Char(char),
    /// Several characters, each of which is written as a number or as the bytes of one.
    Chars(String),
    /// A line break that is hidden.
    Nothing,
    /// What the language does not know, or what is not followed.
    Unknown,
}

impl Signed {
    /// What the escape gives that a text begins with, and its length.
    pub(super) fn read(&self, text: &str) -> (Escape, usize) {
        let sign = self.sign.len_utf8();
        let behind = &text[sign..];
        let Some(char) = behind.chars().next() else { return (Escape::Char(self.sign), sign) };
        let length = sign + char.len_utf8();
        if let Some((_, plain)) = self.letters.iter().find(|(letter, _)| *letter == char) {
            return (Escape::Char(*plain), length);
        }
        if self.hides_lines && char == '\n' {
            return (Escape::Nothing, length);
        }
        if self.bytes && self.byte(behind).is_some() {
            return self.text_of_bytes(text);
        }
        let mut numbers = self.numbers.iter().filter(|number| number.letter == char).peekable();
        let is_number = numbers.peek().is_some();
        if let Some((escape, number)) = numbers.find_map(|one| one.read(behind)) {
            return (escape, sign + number);
        }
        if let Some((code, digits)) = self.octal(behind) {
            return (char::from_u32(code).map_or(Escape::Unknown, Escape::Char), sign + digits);
        }
        if self.unread.contains(char) {
            return (Escape::Unknown, length);
        }
        match self.others {
            Others::Wrong if char == self.sign || matches!(char, '"' | '\'') => (Escape::Char(char), length),
            Others::Wrong => (Escape::Unknown, length),
            Others::Stays => (Escape::Char(self.sign), sign),
            // Of a number that is none, the sign is left to whoever reads the text.
            Others::Vanishes if is_number => (Escape::Char(self.sign), sign),
            Others::Vanishes => (Escape::Char(char), length),
        }
    }

    /// The number that octal digits are, and how many there are.
    fn octal(&self, text: &str) -> Option<(u32, usize)> {
        let most = match (self.octal, text.bytes().next()?) {
            (Octal::None, _) => return None,
            (Octal::UpToByte, b'4'..) => 2,
            _ => 3,
        };
        let length = text.bytes().take(most).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
        let number = u32::from_str_radix(&text[..length], 8).ok()?;
        (self.octal != Octal::Three || length == 3 && number <= 0xff).then_some((number, length))
    }

    /// The byte of an escape behind its sign, and its length.
    fn byte(&self, text: &str) -> Option<(u8, usize)> {
        let (number, length) = match text.strip_prefix('x') {
            Some(digits) => {
                let (least, most) = self.numbers.iter().find(|number| number.letter == 'x')?.digits;
                let (code, length) = hexadecimal(digits, most)?;
                (length >= least).then_some((code, length + 1))?
            }
            None => self.octal(text)?,
        };
        // What is more than a byte goes round.
        Some(((number & 0xff) as u8, length))
    }

    /// The text whose bytes are written one by one; bytes that are none of a text are not followed.
    fn text_of_bytes(&self, text: &str) -> (Escape, usize) {
        let (mut bytes, mut length) = (Vec::new(), 0);
        while let Some((byte, digits)) = text[length..].strip_prefix(self.sign).and_then(|text| self.byte(text)) {
            bytes.push(byte);
            length += self.sign.len_utf8() + digits;
        }
        (String::from_utf8(bytes).map_or(Escape::Unknown, Escape::Chars), length)
    }
}

impl Number {
    /// What a number gives from its letter on, and the length.
    fn read(&self, text: &str) -> Option<(Escape, usize)> {
        let letter = self.letter.len_utf8();
        if self.braces {
            let digits = text[letter..].strip_prefix('{')?;
            let end = digits.bytes().take(100).position(|byte| byte == b'}')?;
            let char = |digits: &str| {
                let (code, length) = hexadecimal(digits, 8)?;
                char::from_u32(code).filter(|_| length == digits.len())
            };
            let chars: String = digits[..end].split_ascii_whitespace().map(char).collect::<Option<_>>()?;
            return Some((Escape::Chars(chars), letter + end + 2)).filter(|_| end > 0);
        }
        let letters = match self.early {
            true => text.len() - text.trim_start_matches(self.letter).len(),
            false => letter,
        };
        let (least, most) = self.digits;
        let unit = |text: &str| hexadecimal(text, most).filter(|(_, length)| *length >= least);
        let (code, length) = unit(&text[letters..])?;
        let end = letters + length;
        if let Some(char) = char::from_u32(code) {
            let ends_string = self.early && matches!(char, '"' | '\'' | '\\' | '\n' | '\r');
            return Some((if ends_string { Escape::Unknown } else { Escape::Char(char) }, end));
        }
        // Two halves, each an escape of its own.
        let second = text[end..].strip_prefix('\\')?.strip_prefix(self.letter)?;
        let (low, more) = unit(second)?;
        let halves = [u16::try_from(code).ok()?, u16::try_from(low).ok()?];
        let char = char::decode_utf16(halves).next()?.ok()?;
        Some((Escape::Char(char), end + 1 + letter + more))
    }
}

/// The number that a text begins with, of at most so many digits, and how many there are; none without a digit.
fn hexadecimal(text: &str, most: usize) -> Option<(u32, usize)> {
    let length = text.bytes().take(most).take_while(u8::is_ascii_hexdigit).count();
    Some((u32::from_str_radix(&text[..length], 16).ok()?, length))
}
