//! Options of commands whose value is a secret.

use super::Scan;
use crate::scan::floor;
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

/// Those of its options of one letter that take no value.
const WITHOUT_VALUE: &[u8] = b"0123456afgijklnpqsvGIJLMNORSVZ";

/// Those of Redis' command.
const REDIS: &[&str] = &["-a", "--pass"];

/// How much stands between an option and its value; a line that goes on ends there for the eye alone.
fn between(text: &str) -> usize {
    let mut rest = &text[..floor(text, BETWEEN)];
    let length = rest.len();
    loop {
        let behind = rest.trim_start_matches([' ', '=', '\t']);
        match ["\\\n", "\\\r\n", "^\r\n", "^\n", "`\n", "`\r\n"].iter().find_map(|end| behind.strip_prefix(end)) {
            Some(next) => rest = next,
            None => return length - behind.len(),
        }
    }
}

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
        let glued = self.among_short().filter(|length| *length < self.word.len());
        let is_one = || self.among_short().is_some() || self.options.contains(&self.word.as_str());
        if glued.is_none() && !is_one() {
            return false;
        }
        let from = match glued {
            Some(length) => start + length,
            None => self.at + between(&self.text[self.at..]),
        };
        if glued.is_some() || from > self.at {
            self.hide_value(from, None, 0, Of::All);
            self.take_rest_of_word();
        }
        true
    }

    /// How much of a word is options of one letter, of which the last takes a secret: `-sSu`, be the secret glued to it.
    fn among_short(&self) -> Option<usize> {
        let letters = self.word.strip_prefix('-').filter(|_| self.options == CURL)?;
        let plain = letters.bytes().take_while(|byte| WITHOUT_VALUE.contains(byte)).count();
        letters[plain..].starts_with(['u', 'U']).then_some(1 + plain + 1)
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

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, masked, may_hold};

    #[test]
    fn the_user_of_a_command() {
        for (before, behind) in [
            ("curl --user \\\n  ", " \\\n  https://h/x"),
            ("curl -u \\\r\n  '", "' https://h/x"),
            ("curl -sSu ", " https://h/x"),
            ("curl -sSu", " https://h/x"),
            ("curl -uu:", " https://h/x"),
            ("curl -kL -su '", "' https://h/x"),
        ] {
            let text = format!("{before}me:Zq7Lw2Xn9Kd4{behind}");
            assert!(may_hold(&text));
            let shown = masked(&text);
            assert!(!shown.contains("Zq7Lw2Xn9Kd4") && shown.contains(MASK) && shown.ends_with(behind), "{shown}");
        }
        for text in ["curl -sSL https://h/x", "curl -sXPOST -ou https://h/x", "curl -duser=1 https://h"] {
            assert_eq!(masked(text), text);
        }
    }
}
