//! Credentials: what a gateway wants to know, and a type that does not show it.

use std::fmt;

use crate::lang::Words;

/// What stands for a secret wherever something is shown.
pub const MASK: &str = "•••";

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

/// A credential that a gateway takes.
#[derive(Clone, Copy, Debug)]
pub struct Credential {
    /// Its name in profiles, and the end of its environment variable.
    pub name: &'static str,
    /// Where it goes in a request.
    pub place: Place,
    /// Whether the gateway refuses calls without it.
    pub required: bool,
    /// What it is, and where to get it.
    pub title: Words,
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
#[derive(Clone, Debug, Default)]
pub struct Credentials(Vec<(String, Secret)>);

impl Credentials {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with one more.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.insert(name, Secret::new(value));
        self
    }

    /// Adds one, or replaces the one of this name.
    pub fn insert(&mut self, name: &str, value: Secret) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), value));
    }

    /// One, if it is there and not empty.
    pub fn find(&self, name: &str) -> Option<&Secret> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, secret)| secret).filter(|one| !one.reveal().is_empty())
    }

    /// A text with every one of these secrets masked, for what comes back from outside. What is shorter than six bytes
    /// is no secret, and would be found in ids and codes that must stay whole.
    pub fn mask(&self, text: &str) -> String {
        let mut forms: Vec<String> = self.0.iter().map(|(_, secret)| secret.reveal()).flat_map(forms).collect();
        let mut text = text.to_owned();
        // The longest first, so that none leaves the end of another behind.
        while let Some(at) = (0..forms.len()).max_by_key(|&at| forms[at].len()) {
            text = text.replace(&forms.swap_remove(at), MASK);
        }
        text
    }
}

/// How a secret may come back: as it is, as in a URL, as in JSON, and as in PHP's JSON.
fn forms(secret: &str) -> Vec<String> {
    if secret.len() < 6 {
        return vec![];
    }
    let json = crate::layer::json::quote(secret);
    let json = &json[1..json.len() - 1];
    vec![secret.to_owned(), crate::request::percent_encode(secret), json.to_owned(), json.replace('/', "\\/")]
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
        assert_eq!(Credentials::new().with("a", "0").mask("0"), "0");
    }
}
