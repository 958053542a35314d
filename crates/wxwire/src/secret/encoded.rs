//! Words in base64 that hold a secret by its name: whoever has the word has the secret.

use std::ops::Range;

use super::{may_hold, ranges};
use crate::layer::base64;

/// The shortest of them: no name and secret have fewer signs.
const LEAST: usize = 24;

/// The places of such words in a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut from = 0;
    let runs = std::iter::from_fn(move || {
        // Most words are shorter: what is long enough has a part of it at every such step.
        while !is_part(*bytes.get(from + LEAST - 1)?) {
            from += LEAST;
        }
        let step = from + LEAST - 1;
        let start = step - bytes[from..step].iter().rev().take_while(|byte| is_part(**byte)).count();
        from = step + bytes[step..].iter().take_while(|byte| is_part(**byte)).count();
        Some(start..from)
    });
    runs.filter(|word| word.len() >= LEAST).filter_map(|word| {
        // What stands before a sign of equality may be its name.
        let written = &text[word.clone()];
        let name = written.trim_end_matches('=').rfind('=').map_or(0, |at| at + 1);
        let own = &written[name..];
        (own.len() >= LEAST && holds(own)).then_some(word.start + name..word.end)
    })
}

fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_')
}

/// Whether a word is a text in base64 with a secret in it.
fn holds(word: &str) -> bool {
    // A picture is none, and tells so by its first bytes.
    let near = &word[..LEAST];
    let is_text = |word: &str| base64::decode(word).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let begins =
        base64::decode(near).is_ok_and(|bytes| bytes.iter().all(|byte| *byte >= b' ' || byte.is_ascii_whitespace()));
    begins && is_text(word).is_some_and(|text| may_hold(&text) && ranges(&text).next().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_holds_a_secret() {
        for inner in [
            r#"{"X-GEWE-TOKEN":"Zq7Lw2Xn9Kd4Vb8Rt3Yp","body":{}}"#,
            "POST /send HTTP/1.1\r\nX-GEWE-TOKEN: Zq7Lw2Xn9Kd4Vb8Rt3Yp\r\n\r\n{}",
        ] {
            let word = base64::encode(inner.as_bytes());
            for (before, behind) in [("B64:", "\n"), ("b64=", ""), ("{\"raw\":\"", "\"}"), ("got ", ", once")] {
                let text = format!("{before}{word}{behind}");
                assert_eq!(words(&text).map(|place| &text[place]).collect::<Vec<_>>(), [word.as_str()], "{text}");
            }
        }
        for inner in ["{\"content\":\"nothing to hide here\",\"token\":null}", "the token is explained in this text"] {
            assert_eq!(words(&base64::encode(inner.as_bytes())).count(), 0, "{inner}");
        }
        assert_eq!(words(&"A".repeat(100)).count() + words("a/path/of/words/and/more/words/than/that").count(), 0);
    }
}
