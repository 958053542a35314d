//! A comment as it may be shown.

use crate::secret::{Scope, blot, find};

/// Words for secrets in remarks.
const WORDS: [&str; 6] = ["令牌", "密钥", "密码", "口令", "凭据", "bearer"];

/// A comment without its secrets: what a person writes of one follows no form, so all that stands behind a word for one is
/// blotted out.
pub(crate) fn remark(text: &str) -> String {
    let ascii = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
    let named = text.split(|char| !ascii(char)).find(|word| names_secret(word));
    let low = text.to_ascii_lowercase();
    let words = WORDS.into_iter().chain(named).filter_map(|word| {
        let word = word.to_ascii_lowercase();
        low.find(&word).map(|at| at + word.len())
    });
    let mut bytes = text.as_bytes().to_vec();
    if let Some(end) = words.min() {
        blot(text, end..text.len(), &mut bytes);
    }
    String::from_utf8(bytes).unwrap_or_default()
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
        assert_eq!(remark("// at most 5 items"), "// at most 5 items");
    }
}
