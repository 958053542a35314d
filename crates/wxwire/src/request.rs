//! Values to an HTTP request: credentials go to their places, every other byte stays as it is.

mod apart;
mod assemble;
mod error;
mod file;
mod mask;
mod multipart;
mod outgoing;
mod payload;
mod places;
mod preview;
mod step;
mod table;

pub use apart::Apart;
pub use error::BuildError;
pub use outgoing::Outgoing;
pub(crate) use payload::FILE_NAME;
pub use payload::{Content, Part, Payload};
pub use preview::{Preview, Wire};
pub(crate) use step::{is_path, names};
pub(crate) use table::{decoded, typed, with_members};

use assemble::StandIn;
use http::Request;

use crate::layer::json::{self, Tree};
use crate::operation::Entry;
use crate::problem::Problem;
use crate::schema::In;
use crate::secret::{self, Credential, Credentials, MASK, Place, placeholder};

impl Entry {
    /// The request for some values, checked. The body is the text of the values as it stands, with the credentials that
    /// belong into it.
    ///
    /// # Errors
    /// When the values have errors, required credentials are absent or cannot be sent, or the base URL is none.
    pub fn wire(&self, values: &str, credentials: &Credentials, base_url: &str) -> Result<Wire, BuildError> {
        if !is_base_url(base_url) {
            return Err(BuildError::bad_url(&credentials.mask_plain(base_url)));
        }
        let problems = self.check(values.as_bytes());
        if problems.iter().any(Problem::is_error) {
            return Err(BuildError::Invalid(problems));
        }
        let known = self.credentials;
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
        let value =
            |one: &Credential| credentials.find(one.name).map(|secret| StandIn::Value(secret.reveal().to_owned()));
        Ok(Wire(self.assemble(values, base_url, &value)))
    }

    /// The request for some values, checked, for any HTTP client: [`Outgoing::into_http`] is an [`http::Request`].
    ///
    /// # Errors
    /// As [`Entry::wire`].
    pub fn build(&self, values: &str, credentials: &Credentials, base_url: &str) -> Result<Outgoing, BuildError> {
        let Wire(wire) = self.wire(values, credentials, base_url)?;
        let mut request = Request::builder().method(self.method.clone()).uri(&wire.url);
        for (name, value) in &wire.headers {
            request = request.header(name, value);
        }
        // Headers were looked at, so it is the URL that does not fit.
        let request = request.body(wire.body.bytes().into_owned());
        let mut request = request.map_err(|_| BuildError::bad_url(&credentials.mask_plain(base_url)))?;
        for (name, value) in request.headers_mut() {
            value.set_sensitive(self.credential_at(In::Header, name.as_str()).is_some_and(|one| one.secret));
        }
        Ok(Outgoing(request))
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

    /// The request as [`Entry::preview`] shows it, where that takes no search for secrets; none where there may be one in
    /// the values or the address.
    pub fn plain_preview(&self, values: &str, credentials: &Credentials, base_url: &str) -> Option<Preview> {
        let values = self.without_credentials(values);
        let is_plain = !secret::may_hold(&values) && !secret::may_hold(base_url);
        is_plain.then(|| self.stood_in(&values, credentials, base_url, |_| MASK.to_owned()))
    }

    fn hidden(
        &self,
        values: &str,
        credentials: &Credentials,
        base_url: &str,
        stand_in: fn(&Credential) -> String,
    ) -> Preview {
        let values = self.without_credentials(values);
        self.stood_in(&secret::masked(&values), credentials, &secret::masked(base_url), stand_in)
    }

    /// The request for values that may be shown, with what stands in for credentials.
    fn stood_in(
        &self,
        values: &str,
        credentials: &Credentials,
        base_url: &str,
        stand_in: fn(&Credential) -> String,
    ) -> Preview {
        self.assemble(values, base_url, &|one| match credentials.find(one.name) {
            Some(open) if !one.secret => Some(StandIn::Value(open.reveal().to_owned())),
            Some(_) => Some(StandIn::Mark(stand_in(one))),
            None => one.required.then(|| StandIn::Mark(stand_in(one))),
        })
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
        self.credentials.iter().flat_map(|one| match one.place {
            Place::Body(name) | Place::Query(name) | Place::Header(name, _) if name != one.name => vec![one.name, name],
            _ => vec![one.name],
        })
    }
}

/// Whether a text is a base URL: `http` or `https`, a host, at most a port, and at most a path that goes nowhere up.
pub fn is_base_url(text: &str) -> bool {
    let rest = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://")).unwrap_or_default();
    let host = rest.split('/').next().unwrap_or_default();
    let strange = |char: char| char.is_whitespace() || char.is_control() || "@?#\\\"<>".contains(char);
    let is_up = |step: &str| matches!(step.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..");
    is_host(host) && !rest.contains(strange) && !rest.split('/').skip(1).any(is_up)
}

/// Whether a text is a host, with a port or without one.
fn is_host(text: &str) -> bool {
    // An address of IPv6 has colons of its own, and stands in brackets.
    let (name, port) = match text.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((address, "")) => (address, None),
            Some((address, behind)) if behind.starts_with(':') => (address, Some(&behind[1..])),
            _ => return false,
        },
        None => text.split_once(':').map_or((text, None), |(name, port)| (name, Some(port))),
    };
    let is_port = |port: &str| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|number| number > 0)
    };
    let is_name = match text.starts_with('[') {
        true => is_ipv6(name),
        false => !name.is_empty() && !name.contains(['[', ']', '%']),
    };
    is_name && port.is_none_or(is_port)
}

/// Whether a text is an address of IPv6: eight groups, `::` in the place of some; the last two may be an address of IPv4.
/// The library's own way to read one takes four times the room.
fn is_ipv6(text: &str) -> bool {
    let is_byte = |part: &str| !(part.len() > 1 && part.starts_with('0')) && part.parse::<u8>().is_ok();
    let is_hex = |part: &str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let (mut groups, mut gaps) = (0, 0);
    let all: Vec<_> = text.split(':').collect();
    let last = all.len() - 1;
    for (at, group) in all.iter().enumerate() {
        let edge = at == 0 && last > 0 && all[1].is_empty() || at == last && last > 0 && all[last - 1].is_empty();
        match group.len() {
            0 if edge => {}
            0 if at == 0 || at == last => return false,
            0 => gaps += 1,
            1..=4 if is_hex(group) => groups += 1,
            _ if at == last => {
                let bytes: Vec<_> = group.split('.').collect();
                groups += 2;
                if bytes.len() != 4 || !bytes.iter().all(|part| is_byte(part) && is_hex(part)) {
                    return false;
                }
            }
            _ => return false,
        }
    }
    gaps == 0 && groups == 8 || gaps == 1 && groups < 8
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
