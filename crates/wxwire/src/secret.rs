//! Credentials: what a gateway wants to know, and a type that does not show it.

mod glance;
mod names;
mod scan;
mod sign;
mod text;
mod tokens;
mod value;
mod variable;

pub use glance::may_hold;
pub use names::{Scope, SecretName, is_name, is_name_in};
pub(crate) use names::{can_be, find, forget, is_file};
pub(crate) use text::{blot, members, ranges};
pub use text::{blotted, masked};
pub(crate) use variable::is_variable;

use std::fmt;

use crate::lang::Words;
use crate::layer::base64;
use crate::layer::escape;
use crate::layer::hex::hex;

/// What stands for a secret wherever something is shown.
pub const MASK: &str = "•••";

/// The least bytes of a secret that is looked for in texts: a shorter one would be found in ids and codes that must stay
/// whole.
pub(crate) const LEAST: usize = 6;

/// What stands for a credential in a request that is to be filled in and run: its name between double braces, `{{token}}`.
///
/// No shell and no string literal makes anything of it, a header can hold it, it is found at once, and the common tools
/// for requests take it for a variable of that name.
pub fn placeholder(name: &str) -> String {
    format!("{{{{{name}}}}}")
}

/// A credential's value. Only [`Secret::reveal`] shows it.
#[derive(Clone, Eq, PartialEq)]
pub struct Secret(String);

impl Secret {
    /// Keeps a value from being shown.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The value, for the wire.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

/// A credential that a gateway takes. Each is a constant beside its gateway, such as [`gewe::TOKEN`](crate::gewe::TOKEN).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Credential {
    /// Its name in profiles, and the end of its environment variable.
    pub name: &'static str,
    /// Where it goes in a request.
    pub place: Place,
    /// Whether the gateway refuses calls without it.
    pub required: bool,
    /// Whether it must not be shown; an account's name may.
    pub secret: bool,
    /// What it is, and where to get it.
    pub title: Words,
}

impl Credential {
    /// A secret that is required, in the query.
    pub const fn query(name: &'static str, title: Words) -> Self {
        Self { name, place: Place::Query(name), required: true, secret: true, title }
    }

    /// A secret that is required, in a header.
    pub const fn header(name: &'static str, header: &'static str, title: Words) -> Self {
        Self { name, place: Place::Header(header, ""), required: true, secret: true, title }
    }

    /// A secret that is required, in a header behind `Bearer `.
    pub const fn bearer(name: &'static str, title: Words) -> Self {
        Self { name, place: Place::Header("Authorization", "Bearer "), required: true, secret: true, title }
    }

    /// A secret that is required, in the body.
    pub const fn body(name: &'static str, title: Words) -> Self {
        Self { name, place: Place::Body(name), required: true, secret: true, title }
    }

    /// The same, but a call goes without it.
    #[must_use]
    pub const fn optional(self) -> Self {
        Self { required: false, ..self }
    }

    /// The same, but no secret.
    #[must_use]
    pub const fn open(self) -> Self {
        Self { secret: false, ..self }
    }
}

/// Its name.
impl AsRef<str> for Credential {
    fn as_ref(&self) -> &str {
        self.name
    }
}

/// Where a credential goes in a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    /// Into a header, behind a prefix such as `Bearer `.
    Header(&'static str, &'static str),
    /// Into the query of the URL.
    Query(&'static str),
    /// Into the JSON body, as a member.
    Body(&'static str),
}

/// The credentials of one account, by name.
///
/// ```
/// use wxwire::secret::Credentials;
/// use wxwire::yunzhenji;
///
/// let credentials = Credentials::new().with(yunzhenji::APP_ID, "yzj01").with(yunzhenji::ACCESS_TOKEN, "s3cret");
/// assert_eq!(format!("{credentials:?}"), r#"Credentials([("app_id", •••), ("access_token", •••)])"#);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Credentials(Vec<(String, Secret)>);

impl Credentials {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with one more: a [`Credential`], or the name of one.
    #[must_use]
    pub fn with(mut self, name: impl AsRef<str>, value: impl Into<String>) -> Self {
        self.insert(name.as_ref(), Secret::new(value));
        self
    }

    /// Adds one, or replaces the one of this name. White space around it is none of it: no header carries it, so an echo
    /// of the value would not be known again.
    pub fn insert(&mut self, name: &str, value: Secret) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), Secret::new(value.reveal().trim())));
    }

    /// The same without the one of this name.
    #[must_use]
    pub fn without(mut self, name: impl AsRef<str>) -> Self {
        self.0.retain(|(known, _)| known != name.as_ref());
        self
    }

    /// One, if it is there and not empty.
    pub fn find(&self, name: impl AsRef<str>) -> Option<&Secret> {
        let name = name.as_ref();
        self.0.iter().find(|(known, _)| known == name).map(|(_, secret)| secret).filter(|one| !one.reveal().is_empty())
    }

    /// A text with every one of these secrets masked, for what comes back from outside, if it has at least six bytes: as it
    /// is, in base64 or in hexadecimal, and each of these escaped as in a URL, in JSON or in HTML. So is what stands under
    /// the name of any secret.
    pub fn mask(&self, text: &str) -> String {
        masked(&self.mask_own(text)).into_owned()
    }

    /// A text of one's own with these secrets masked where they stand as they are. It takes little room in a program that
    /// has no other use for [`Credentials::mask`].
    pub(crate) fn mask_plain(&self, text: &str) -> String {
        let secrets = self.0.iter().map(|(_, secret)| secret.reveal()).filter(|secret| secret.len() >= LEAST);
        secrets.fold(text.to_owned(), |text, secret| text.replace(secret, MASK))
    }

    fn mask_own(&self, text: &str) -> String {
        let secrets = self.0.iter().map(|(_, secret)| secret.reveal()).filter(|secret| secret.len() >= LEAST);
        let spellings: Vec<String> = secrets.flat_map(spellings).collect();
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
