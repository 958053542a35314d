//! A comment as it may be shown.

use crate::secret::{Scope, blot, find};

/// Words for secrets in remarks.
const WORDS: [&str; 6] = ["令牌", "密钥", "密码", "口令", "凭据", "bearer"];

/// A comment without its secrets: what a person writes of one follows no form, so whatever could be one is blotted out behind a
/// word for one.
pub(crate) fn remark(text: &str) -> String {
    let ascii = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
    let named = text.split(|char| !ascii(char)).find(|word| names_secret(word));
    let low = text.to_ascii_lowercase();
    let words = WORDS.into_iter().chain(named).filter_map(|word| {
        let word = word.to_ascii_lowercase();
        low.find(&word).map(|at| at + word.len())
    });
    let mut bytes = text.as_bytes().to_vec();
    let mut at = words.min().unwrap_or(text.len());
    for word in text[at..].split_inclusive(|char: char| !char.is_ascii_graphic() || "\"'`()[]{}<>,;|".contains(char)) {
        if can_be(word) {
            blot(text, at..at + word.len(), &mut bytes);
        }
        at += word.len();
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// So many digits or letters in a row are no number of a version and no word.
const DIGITS: usize = 6;
const LETTERS: usize = 20;

/// Whether a word could be a secret: it has digits amid its letters, or is such as nobody says.
fn can_be(word: &str) -> bool {
    let has = |is: fn(&u8) -> bool| word.bytes().any(|byte| is(&byte));
    let in_a_row = |is: fn(u8) -> bool| word.as_bytes().split(|byte| !is(*byte)).map(<[u8]>::len).max();
    let is_capital = |two: &&[u8]| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase();
    has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic)
        || in_a_row(|byte| byte.is_ascii_digit()) >= Some(DIGITS)
        || in_a_row(|byte| byte.is_ascii_lowercase()) >= Some(LETTERS)
        || word.as_bytes().windows(2).filter(is_capital).count() > 3
}

/// Whether a word is the name of a secret, or ends as one: `sToken`, `strEncodingAESKey`.
fn names_secret(word: &str) -> bool {
    let is_one = |word: &str| matches!(find(word), Some(Scope::Anywhere | Scope::Ending));
    let begins = |at: &usize| word.as_bytes()[*at].is_ascii_uppercase() && word.as_bytes()[at - 1].is_ascii_lowercase();
    is_one(word) || (1..word.len()).filter(begins).any(|at| is_one(&word[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_tells_no_secret() {
        for text in [
            "corpsecret 是 X1",
            "Secret为X1",
            "| corpsecret | X1 |",
            "EncodingAESKey 是 X1",
            "string sEncodingAESKey = \"X1\";",
            "string sToken = \"X1\";",
            "access_token -> X1",
            "// token is X1",
            "// 令牌：X1",
            "/* access_token\n X1 */",
            "// Bearer \"X1\"",
            "# pwd X1",
        ] {
            let shown = remark(text);
            assert!(!shown.contains("X1") && shown.len() == text.len(), "{shown}");
        }
        for text in ["# password 123456789", "token ZqWxLkVbRtYpMnDf", "// secret p@ss-w0rd", "密码 a1b2c3，别外传"]
        {
            let shown = remark(text);
            assert!(shown.contains("***") && shown.len() == text.len(), "{shown}");
        }
        for text in [
            "// at most 5 items",
            "token: ${TOKEN}",
            "type Secret struct {",
            "func NewToken(ctx context.Context) (*Token, error) {",
            "const token = process.env.TOKEN",
            "token: string",
            "password: required",
            "passwd file",
            "var secret = Environment.GetEnvironmentVariable(\"SECRET\");",
            "CREATE TABLE t (token varchar(64) NOT NULL)",
            "| password | string | 是 | at least 8 characters |",
            "密码：必填，8-20 位",
            "bump the token from 8.5.1 to 9.0.0",
        ] {
            assert_eq!(remark(text), text);
        }
    }
}
