//! Secrets that are told without a name: a password in an address, a key in the form of PEM, what follows `Bearer`.

use super::Scan;
use crate::secret::LEAST;
use crate::secret::glance::word_length;

impl Scan<'_> {
    /// A password in an address.
    pub(super) fn take_user(&mut self, from: usize) {
        let rest = &self.text.as_bytes()[from..];
        let rest = &rest[..rest.len().min(256)];
        let ends = |byte: &u8| b"/?#@\"'<> \n\r\t\\".contains(byte);
        let at = rest.iter().position(ends).filter(|at| rest[*at] == b'@');
        let colon = at.and_then(|at| rest[..at].iter().position(|byte| *byte == b':').map(|colon| (colon + 1, at)));
        if let Some((start, end)) = colon {
            self.hide(from + start..from + end, None);
        }
    }

    /// A key in the form of PEM, up to the line that ends it.
    pub(super) fn take_key(&mut self, from: usize) {
        let line = self.text[..from - "-----".len()].rfind("-----").map_or("", |line| &self.text[line..]);
        if !line.starts_with("-----BEGIN") {
            return;
        }
        let rest = &self.text[from..];
        let length = rest.find("-----END").unwrap_or(rest.len());
        self.hide(from..from + length, None);
        self.at = from + length;
    }

    /// The signature of a JSON web token, from behind its first part: who has that has the token.
    pub(super) fn take_signature(&mut self) {
        let Some(rest) = self.text[self.at..].strip_prefix('.') else { return };
        let payload = word_length(rest.as_bytes());
        let Some(signature) = rest[payload..].strip_prefix('.').filter(|_| payload > 0) else { return };
        let start = self.text.len() - signature.len();
        let end = start + word_length(signature.as_bytes());
        if end - start >= LEAST {
            self.hide(start..end, None);
        }
        self.at = end;
    }

    /// What follows `Bearer` or `Basic` and looks like nothing that is written in sentences.
    pub(super) fn take_scheme(&mut self) {
        let rest = self.text[self.at..].strip_prefix(' ').unwrap_or_default();
        let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"._~+/=-".contains(byte)).count();
        let value = &rest[..length];
        if length >= 6 && (length >= 16 || value.bytes().any(|byte| byte.is_ascii_digit())) {
            let start = self.at + 1;
            self.hide(start..start + length, None);
            self.at = start + length;
        }
    }
}
