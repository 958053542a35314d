//! The secrets of one account in a text, however they are spelled.

use super::{MASK, masked_values};
use crate::credential::Credentials;
use crate::layer::base64;
use crate::layer::escape;
use crate::layer::hex::hex;
use crate::verdict::Verdict;

impl Credentials {
    /// A text with every one of these secrets masked, for what comes back from outside, if it has at least six bytes: as it
    /// is, in base64 or in hexadecimal, and each of these escaped as in a URL, in JSON or in HTML. So is what stands under
    /// the name of any secret.
    pub fn mask(&self, text: &str) -> String {
        masked_values(&self.mask_own(text)).into_owned()
    }

    fn mask_own(&self, text: &str) -> String {
        let spellings: Vec<String> = self.looked_for().flat_map(spellings).collect();
        let begins = |byte: u8| b"%\\&".contains(&byte) || spellings.iter().any(|one| one.as_bytes()[0] == byte);
        let (mut out, mut rest) = (String::with_capacity(text.len()), text);
        while let Some(at) = rest.bytes().position(begins) {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            // The longest, so that none leaves the end of another behind.
            let found = spellings.iter().filter_map(|one| spelled(rest, one)).max();
            let length = found.unwrap_or_else(|| rest.chars().next().map_or(0, char::len_utf8));
            out.push_str(if found.is_some() { MASK } else { &rest[..length] });
            rest = &rest[length..];
        }
        out + rest
    }
}

impl Verdict {
    /// The same with these secrets masked in everything that came from outside.
    #[must_use]
    pub fn masked(self, credentials: &Credentials) -> Self {
        self.masked_by(|text| credentials.mask(text))
    }
}

/// A secret, and what it is in base64 of both alphabets, be it alone or amid other bytes, and in hexadecimal of both cases.
fn spellings(secret: &str) -> Vec<String> {
    let alone = base64::encode(secret.as_bytes()).trim_end_matches('=').to_owned();
    let base64: Vec<_> = (0..3).map(|before| amid(secret, before)).chain([alone]).collect();
    let url = base64.iter().map(|one| one.replace('+', "-").replace('/', "_")).collect();
    let hex = hex(secret.as_bytes());
    [vec![secret.to_owned(), hex.to_ascii_uppercase(), hex], url, base64].concat()
}

/// The characters of base64 that tell of a secret alone, where so many bytes, modulo three, stand before it.
fn amid(secret: &str, before: usize) -> String {
    let bytes = [&[0, 0][..before], secret.as_bytes()].concat();
    base64::encode(&bytes)[(before * 8).div_ceil(6)..bytes.len() * 8 / 6].to_owned()
}

/// The length of a secret at the beginning of a text, each of its characters as it is, as in a URL, in JSON or in HTML.
fn spelled(text: &str, secret: &str) -> Option<usize> {
    if text.starts_with(secret) {
        return Some(secret.len());
    }
    let mut rest = text;
    for char in secret.chars() {
        let mut bytes = [0; 4];
        let plain: &str = char.encode_utf8(&mut bytes);
        let percent = || plain.bytes().try_fold(rest, |rest, byte| number(rest.strip_prefix('%')?, 2, u32::from(byte)));
        let json = || match rest.strip_prefix("\\u") {
            Some(_) => {
                let mut units = [0; 2];
                let units = char.encode_utf16(&mut units).iter();
                units.copied().try_fold(rest, |rest, unit| number(rest.strip_prefix("\\u")?, 4, u32::from(unit)))
            }
            None => rest.strip_prefix('\\')?.strip_prefix(char),
        };
        let html = || {
            let (read, length) = rest.starts_with('&').then(|| escape::reference(rest))??;
            (read == char).then(|| &rest[length..])
        };
        // What an escape begins with can also stand for itself, as where `%` is `%25`: the escape is looked for first.
        rest = html().or_else(percent).or_else(json).or_else(|| rest.strip_prefix(char))?;
    }
    Some(text.len() - rest.len())
}

/// What follows a number of so many hexadecimal digits.
fn number(text: &str, digits: usize, number: u32) -> Option<&str> {
    let (own, rest) = text.split_at_checked(digits)?;
    (u32::from_str_radix(own, 16) == Ok(number)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_shown() {
        let credentials = Credentials::new().with("token", "s3cret");
        assert_eq!(format!("{credentials:?}"), format!("Credentials([(\"token\", {MASK})])"));
        assert_eq!(credentials.mask("bad token s3cret!"), format!("bad token {MASK}!"));
        let two = Credentials::new().with("a", "abc/de").with("b", "abc/de+f");
        assert_eq!(two.mask(r"abc/de+f abc\/de+f abc%2Fde%2Bf abc/de"), format!("{MASK} {MASK} {MASK} {MASK}"));
        assert_eq!(two.mask(r"abc\u002fde \u0061bc%2fde+f"), format!("{MASK} {MASK}"));
        assert_eq!(Credentials::new().with("a", "密钥😀").mask(r"=\u5bc6\u94a5\uD83D\uDE00"), format!("={MASK}"));
        assert_eq!(Credentials::new().with("a", "0").mask("0"), "0");
        let marked = Credentials::new().with("a", "a&b'c\"d<e>?~");
        for spelled in [
            "a&amp;b&#39;c&quot;d&lt;e&gt;?~",
            "a&#38;b&apos;c&#x22;d&#60;e>?~",
            "YSZiJ2MiZDxlPj9+",
            "YSZiJ2MiZDxlPj9-",
            "YSZiJ2MiZDxlPj9%2B",
            "612662276322643c653e3f7e",
            "612662276322643C653E3F7E",
        ] {
            assert_eq!(marked.mask(&format!("bad &{spelled};")), format!("bad &{MASK};"), "{spelled}");
        }
        let odd = Credentials::new().with("a", "a%b\\\"&cd");
        for spelled in ["a%b\\\"&cd", "a%25b%5C%22%26cd", r#"a%b\\\"&cd"#, "a%b\\&quot;&amp;cd"] {
            assert_eq!(odd.mask(&format!("bad {spelled}!")), format!("bad {MASK}!"), "{spelled}");
        }
        for (before, after) in (0..4).flat_map(|before| (0..4).map(move |after| (before, after))) {
            let bytes = ["x".repeat(before), "a&b'c\"d<e>?~".to_owned(), "x".repeat(after)].concat();
            let text = marked.mask(&base64::encode(bytes.as_bytes()));
            // A character on either side may tell of the secret and of its neighbour, and so stays.
            let left = text.split(MASK).map(|one| one.trim_end_matches('=').len()).sum::<usize>();
            assert!(text.contains(MASK) && left <= (before + after).div_ceil(3) * 4 + 2, "{before} {after}: {text}");
        }
        // Padding tells nothing.
        assert_eq!(Credentials::new().with("a", "s3cret-").mask("czNjcmV0LQ=="), format!("{MASK}=="));
    }
}
