//! Options of commands whose value is a secret.

use super::Scan;
use crate::secret::value::Of;

/// The most signs between a name and its value.
const BETWEEN: usize = 64;

/// Options of curl whose value is a secret.
const CURL: &[&str] = &[
    "-u",
    "-U",
    "-b",
    "--user",
    "--proxy-user",
    "--oauth2-bearer",
    "--cookie",
    "--password",
    "--http-password",
    "--pass",
    "-E",
    "--cert",
    "--tlspassword",
    "--proxy-pass",
    "--proxy-tlspassword",
];

/// Those of Redis' command.
const REDIS: &[&str] = &["-a", "--pass"];

impl Scan<'_> {
    /// A command by which options with a secret are told.
    pub(super) fn take_command(&mut self) {
        if self.word.starts_with("curl") && self.word.len() <= "curlexe".len() {
            self.options = CURL;
        } else if self.word == "redis-cli" {
            self.options = REDIS;
        }
    }

    /// An option whose value is a secret, be it glued to it.
    pub(super) fn take_option(&mut self, start: usize) -> bool {
        let is_glued = |one: &&&str| matches!(**one, "-u" | "-U") && self.word.starts_with(**one);
        let glued = self.word.len() > 2 && self.options.iter().any(|one| is_glued(&one));
        if !glued && !self.options.contains(&self.word.as_str()) {
            return false;
        }
        let from = if glued {
            start + "-u".len()
        } else {
            let signs =
                self.text[self.at..].bytes().take(BETWEEN).take_while(|byte| matches!(byte, b' ' | b'=' | b'\t'));
            self.at + signs.count()
        };
        if glued || from > self.at {
            self.hide_value(from, None, 0, Of::All);
            self.take_rest_of_word();
        }
        true
    }

    /// A shell puts what stands in quotes together with what stands beside them: `'user':'password'`.
    fn take_rest_of_word(&mut self) {
        for _ in 0..BETWEEN {
            let rest = &self.text[self.at..];
            let length = rest.find([' ', '\t', '\n', '\r', '"', '\'']).unwrap_or(rest.len());
            // `user: password`, in two words by mistake.
            let is_parted = self.text[..self.at].ends_with(':') || rest[..length].ends_with(':');
            if length > 0 {
                self.hide(self.at..self.at + length, None);
                self.at += length;
            } else if rest.starts_with(['"', '\'']) {
                let before = self.at;
                self.hide_value(before, None, 0, Of::All);
                if self.at == before {
                    self.at += 1;
                }
            } else if rest.starts_with(' ') && is_parted {
                self.at += 1;
            } else {
                break;
            }
        }
    }
}
