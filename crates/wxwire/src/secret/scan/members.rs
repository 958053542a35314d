//! Secrets in records: under the member that says whose `value` it is, and in what was fetched.

use super::Scan;
use crate::secret::LEAST;
use crate::secret::sign::Sign;
use crate::secret::value::Of;

impl Scan<'_> {
    /// Whether a line has nothing before a place but the sign of an item, as in YAML.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches([' ', '-']);
        before.len() < at && (before.is_empty() || before.ends_with('\n'))
    }

    /// The members by which records name a header or a parameter: `{"name": "…", "value": "…"}`.
    pub(super) fn take_member(&mut self, quoted: Option<Sign>) -> bool {
        let names = matches!(self.word.as_str(), "name" | "key");
        if !names && self.word != "value" {
            return false;
        }
        let Some((from, percent)) = self.values.behind(self.at, quoted.is_some()) else { return false };
        if names {
            self.naming = Some(from);
            // No brace ends an item of YAML.
            self.named &= quoted.is_some();
            return true;
        }
        if self.named {
            self.hide_value(from, quoted, percent, Of::All);
            self.named = false;
        } else if Sign::at(self.text, from).is_some_and(Sign::is_quote)
            && let Some((range, _, bare)) = self.values.read(from, percent, Of::All)
        {
            self.value = Some(self.hidden(range, quoted.filter(|_| bare)));
        }
        true
    }

    /// What was fetched where a token is, under a name that says nothing: `{"data": "…"}`.
    pub(super) fn take_fetched(&mut self, quoted: Option<Sign>) -> bool {
        if !self.fetched || self.word != "data" {
            return false;
        }
        let Some((from, percent)) = self.values.behind(self.at, true) else { return false };
        let read = self.values.read(from, percent, Of::All);
        // What is written in words is no token.
        let is_token = |text: &str| text.len() >= LEAST && text.bytes().all(|byte| byte.is_ascii_graphic());
        let Some((range, end, bare)) = read.filter(|(range, ..)| is_token(&self.text[range.clone()])) else {
            return false;
        };
        let hidden = self.hidden(range, quoted.filter(|_| bare));
        self.found.push(hidden);
        (self.fetched, self.at) = (false, end.max(self.at));
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::secret::{MASK, masked, may_hold};

    /// Where a token is fetched, what comes back is one, though its name says nothing.
    #[test]
    fn a_token_that_was_fetched() {
        let reply = r#"{"ret":200,"data":"c9ffbedb9aeb471db49d92453ea21a17"}"#;
        let asked = format!("curl 'http://h/v2/api/tools/getTokenId'\n{reply}");
        assert!(may_hold(&asked));
        assert_eq!(
            masked(&asked),
            format!("curl 'http://h/v2/api/tools/getTokenId'\n{{\"ret\":200,\"data\":\"{MASK}\"}}")
        );
        for other in [
            format!("curl http://h/tools/getTokenId\n{{}}\ncurl http://h/other\n{reply}"),
            format!("POST /tools/other\n{reply}"),
            "getTokenId\n{\"data\":\"\"}".to_owned(),
            "curl http://h/getTokenId\n{\"data\":\"not ready yet\"}".to_owned(),
        ] {
            assert_eq!(masked(&other), other);
        }
    }
}
