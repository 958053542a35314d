//! Credentials: what a gateway wants to know, and a type that does not show it. The search for secrets in texts, which has to
//! know every gateway, stands above; from outside, both are found in [`secret`](crate::secret).

use std::fmt;

use crate::lang::Words;

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

    /// A text of one's own with these secrets masked where they stand as they are. It takes little room in a program that
    /// has no other use for [`Credentials::mask`].
    pub(crate) fn mask_plain(&self, text: &str) -> String {
        self.looked_for().fold(text.to_owned(), |text, secret| text.replace(secret, MASK))
    }

    /// Those that are looked for in texts.
    pub(crate) fn looked_for(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, secret)| secret.reveal()).filter(|secret| secret.len() >= LEAST)
    }
}

/// What the id of an account looks like in whose next text code has the secret, as functions take the two.
#[derive(Clone, Copy, Debug)]
pub struct AccountId {
    /// What it begins with.
    pub begins: &'static str,
    /// So many hexadecimal digits stand behind that.
    pub digits: usize,
    /// The least bytes of the secret.
    pub secret: usize,
}

/// A name that secrets go by. Case, `_` and `-` do not count: `EncodingAESKey` is `encoding_aes_key`.
#[derive(Clone, Copy, Debug)]
pub struct SecretName {
    /// The name.
    pub name: &'static str,
    /// Where it is that of a secret.
    pub scope: Scope,
}

/// Where a name is that of a secret.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Scope {
    /// Of a member, a parameter, a header, an element.
    Anywhere,
    /// There, and at the end of a longer name: `suite_access_token`, `appSecret`.
    Ending,
    /// Of a member or a parameter, but not in XML, where it is something else.
    NotXml,
    /// Of a parameter of an address with this path, and nowhere else.
    Query(&'static str),
    /// Nowhere, though it ends as a secret's name does: a place in a list, a file, a conversation.
    Nowhere,
}

impl SecretName {
    /// Whether it counts wherever it stands.
    pub fn is_anywhere(&self) -> bool {
        matches!(self.scope, Scope::Anywhere | Scope::Ending)
    }

    /// A name that counts as it is.
    pub const fn anywhere(name: &'static str) -> Self {
        Self { name, scope: Scope::Anywhere }
    }

    /// A name that opens nothing.
    pub(crate) const fn nowhere(name: &'static str) -> Self {
        Self { name, scope: Scope::Nowhere }
    }

    /// A name that counts at the end of a longer one, too.
    pub const fn ending(name: &'static str) -> Self {
        Self { name, scope: Scope::Ending }
    }

    /// A name that does not count in XML.
    pub const fn not_xml(name: &'static str) -> Self {
        Self { name, scope: Scope::NotXml }
    }

    /// A parameter of an address with this path.
    pub const fn query(name: &'static str, path: &'static str) -> Self {
        Self { name, scope: Scope::Query(path) }
    }
}
