//! Values to an HTTP request: credentials go to their places, every other byte stays as it is.

#[cfg(feature = "derive")]
mod mask;

use std::fmt;

use http::Request;

use crate::lang::Lang;
use crate::layer::json::{self, Tree};
use crate::operation::{Entry, Operation};
use crate::problem::Problem;
use crate::secret::{Credential, Credentials, MASK, Place, placeholder};

/// Why there is no request.
#[derive(Clone, Debug)]
pub enum BuildError {
    /// The values have errors; all problems, warnings too.
    Invalid(Vec<Problem>),
    /// Required credentials are absent.
    MissingCredentials(Vec<&'static Credential>),
    /// A credential holds what its place cannot, such as a line break in a header.
    BadCredential(&'static Credential),
    /// Not a base URL.
    BaseUrl(String),
}

impl BuildError {
    /// The error in words; problems are told one by one.
    pub fn message(&self, lang: Lang) -> String {
        let names = |list: &[&Credential]| list.iter().map(|one| one.name).collect::<Vec<_>>().join(", ");
        let (zh, en) = match self {
            Self::Invalid(problems) => {
                let count = problems.iter().filter(|problem| problem.is_error()).count();
                (format!("检查发现 {count} 个错误"), format!("the check found {count} errors"))
            }
            Self::MissingCredentials(list) => {
                (format!("缺少凭据：{}", names(list)), format!("credentials absent: {}", names(list)))
            }
            Self::BadCredential(one) => (
                format!("凭据含有不能发送的字符：{}", one.name),
                format!("a credential that cannot be sent: {}", one.name),
            ),
            Self::BaseUrl(url) => {
                let url = shown_url(url);
                let shown = shown(&url);
                (
                    format!("不是有效的网关地址：“{shown}”；应为协议、主机和路径"),
                    format!("not a base URL: “{shown}”; it is scheme, host and path"),
                )
            }
        };
        if lang == Lang::Zh { zh } else { en }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for BuildError {}

/// A request as it may be shown: every credential is masked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Preview {
    /// The method.
    pub method: String,
    /// The URL.
    pub url: String,
    /// The headers that matter.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Preview {
    /// The request as the commands print it.
    pub fn to_json(&self) -> serde_json::Value {
        let headers = self.headers.iter().map(|(name, value)| (name.clone(), value.as_str().into()));
        let headers = serde_json::Value::Object(headers.collect());
        serde_json::json!({"method": self.method, "url": self.url, "headers": headers, "body": self.body})
    }
}

/// A request as it goes out, credentials and all; so nothing prints it.
#[derive(Clone)]
pub struct Wire(Preview);

impl Wire {
    /// Method, URL, headers and body.
    pub fn reveal(&self) -> &Preview {
        &self.0
    }
}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

impl Entry {
    /// The request for some values, checked. The body is the text of the values as it stands, with the credentials that
    /// belong into it.
    ///
    /// # Errors
    /// When the values have errors, required credentials are absent or cannot be sent, or the base URL is none.
    pub fn wire(&self, values: &str, credentials: &Credentials, base_url: &str) -> Result<Wire, BuildError> {
        if !is_base_url(base_url) {
            return Err(BuildError::BaseUrl(base_url.to_owned()));
        }
        let problems = self.check(values.as_bytes());
        if problems.iter().any(Problem::is_error) {
            return Err(BuildError::Invalid(problems));
        }
        let known = self.gateway.credentials;
        let missing: Vec<_> = known.iter().filter(|one| one.required && credentials.find(one.name).is_none()).collect();
        if !missing.is_empty() {
            return Err(BuildError::MissingCredentials(missing));
        }
        // No header can hold a line break, and no credential has a reason to.
        let unsendable = |one: &&Credential| {
            credentials
                .find(one.name)
                .is_some_and(|secret| secret.reveal().contains(|char: char| char.is_ascii_control()))
        };
        if let Some(one) = known.iter().find(unsendable) {
            return Err(BuildError::BadCredential(one));
        }
        let secret = |one: &Credential| credentials.find(one.name).map(|secret| secret.reveal().to_owned());
        Ok(Wire(self.assemble(values, base_url, &secret, percent_encode)))
    }

    /// [`Entry::wire`] as an [`http::Request`].
    ///
    /// # Errors
    /// As [`Entry::wire`].
    pub fn build(
        &self,
        values: &str,
        credentials: &Credentials,
        base_url: &str,
    ) -> Result<Request<Vec<u8>>, BuildError> {
        let Wire(wire) = self.wire(values, credentials, base_url)?;
        let mut request = Request::builder().method(self.method.clone()).uri(&wire.url);
        for (name, value) in &wire.headers {
            request = request.header(name, value);
        }
        // Headers were looked at, so it is the URL that does not fit.
        request.body(wire.body.into_bytes()).map_err(|_| BuildError::BaseUrl(base_url.to_owned()))
    }

    /// The request for some values as it may be shown; also for values that have errors, and for any address. Of the
    /// credentials that need not be there, those that are set are shown, masked.
    pub fn preview(&self, values: &str, credentials: &Credentials, base_url: &str) -> Preview {
        self.hidden(values, credentials, base_url, |_| MASK.to_owned())
    }

    /// The request as [`Entry::preview`] shows it, but each credential stands as its [`placeholder`]: for what is filled
    /// in and run.
    pub fn template(&self, values: &str, credentials: &Credentials, base_url: &str) -> Preview {
        self.hidden(values, credentials, base_url, |one| placeholder(one.name))
    }

    fn hidden(
        &self,
        values: &str,
        credentials: &Credentials,
        base_url: &str,
        stand_in: fn(&Credential) -> String,
    ) -> Preview {
        let needed = |one: &Credential| one.required || credentials.find(one.name).is_some();
        let values = self.without_credentials(values);
        self.assemble(&shown(&values), &shown(base_url), &|one| needed(one).then(|| stand_in(one)), str::to_owned)
    }

    /// The text of the values without the credentials that were found among them.
    pub fn without_credentials(&self, values: &str) -> String {
        let names: Vec<_> = self.credential_names().collect();
        let found = |tree: &Tree<'_>| tree.root().members().any(|(key, _)| names.iter().any(|name| key.is_str(name)));
        match Tree::parse(values) {
            Ok(tree) if found(&tree) => json::retain(tree.root(), |key| !names.iter().any(|name| key.is_str(name))),
            _ => values.to_owned(),
        }
    }

    /// Every name that a credential goes by, in a profile or in a request.
    pub(crate) fn credential_names(&self) -> impl Iterator<Item = &'static str> {
        self.gateway.credentials.iter().flat_map(|one| match one.place {
            Place::Body(name) | Place::Query(name) | Place::Header(name, _) if name != one.name => vec![one.name, name],
            _ => vec![one.name],
        })
    }

    /// `in_query` writes a credential in a URL: what only stands for one is kept as it is.
    fn assemble(
        &self,
        values: &str,
        base_url: &str,
        secret: &dyn Fn(&Credential) -> Option<String>,
        in_query: fn(&str) -> String,
    ) -> Preview {
        let mut url = format!("{}{}", base_url.trim_end_matches('/'), self.path);
        let mut headers = vec![("Content-Type".to_owned(), self.gateway.content_type.to_owned())];
        let mut body = self.without_credentials(values);
        // Members are inserted at the front, so the last goes first.
        for (one, value) in self.gateway.credentials.iter().rev().filter_map(|one| Some((one, secret(one)?))) {
            match one.place {
                Place::Header(name, prefix) => headers.push((name.to_owned(), format!("{prefix}{value}"))),
                Place::Query(name) => {
                    let joint = if url.contains('?') { '&' } else { '?' };
                    url = format!("{url}{joint}{name}={}", in_query(&value));
                }
                Place::Body(name) => {
                    if let Ok(tree) = Tree::parse(&body)
                        && tree.root().kind() == json::Kind::Object
                    {
                        body = json::insert(tree.root(), None, name, &json::quote(&value));
                    }
                }
            }
        }
        Preview { method: self.method.to_string(), url, headers, body }
    }
}

/// The request of typed values, checked.
///
/// # Errors
/// As [`Entry::build`].
pub fn request<O: Operation>(
    values: &O,
    credentials: &Credentials,
    base_url: &str,
) -> Result<Request<Vec<u8>>, BuildError> {
    let text = serde_json::to_string(values).expect("a request's types are JSON's");
    match crate::catalog::find(O::ID) {
        Some(entry) => entry.build(&text, credentials, base_url),
        None => Entry::of::<O>().build(&text, credentials, base_url),
    }
}

/// Whether a text is a base URL: `http` or `https`, a host, and at most a path.
pub fn is_base_url(text: &str) -> bool {
    let rest = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://")).unwrap_or_default();
    let host = rest.split('/').next().unwrap_or_default();
    let strange = |char: char| char.is_whitespace() || char.is_control() || "@?#\\\"<>".contains(char);
    !host.is_empty() && !host.starts_with(':') && !rest.contains(strange)
}

/// A text as it may be shown.
#[cfg(feature = "derive")]
fn shown(text: &str) -> std::borrow::Cow<'_, str> {
    crate::secret::masked(text)
}

/// A text as it is: on the page nobody but its own user sees it.
#[cfg(not(feature = "derive"))]
fn shown(text: &str) -> &str {
    text
}

/// What should be a base URL, without what may be a secret in it: what stands before an `@` may be a password, what stands
/// behind a `?` or `#` a token.
fn shown_url(url: &str) -> String {
    match url.find(['?', '#']) {
        _ if url.contains('@') => MASK.to_owned(),
        Some(at) => format!("{}{MASK}", &url[..=at]),
        None => url.to_owned(),
    }
}

pub(crate) fn percent_encode(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests;
