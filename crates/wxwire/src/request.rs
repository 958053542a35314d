//! Values to an HTTP request: credentials go to their places, every other byte stays as it is.

mod apart;
mod assemble;
mod error;
mod file;
mod mask;
mod media;
mod multipart;
mod outgoing;
mod payload;
mod preview;
mod table;

pub use crate::base_url::is_base_url;
pub use apart::Apart;
pub use error::BuildError;
pub use outgoing::Outgoing;
pub(crate) use payload::FILE_NAME;
pub use payload::{Content, Part, Payload};
pub use preview::{Preview, Wire};
pub(crate) use table::{typed, with_members};

use assemble::StandIn;
use http::Request;

use crate::credential::{Credential, Credentials, LEAST, MASK, Place, placeholder};
use crate::layer::json::{self, Tree};
use crate::operation::Entry;
use crate::problem::Problem;
use crate::schema::In;
use crate::secret;

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
        self.hidden(&self.without_own(values, credentials), credentials, base_url, |_| MASK.to_owned())
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

    /// The text of the values without the account's secrets, in whatever text of a message they stand.
    fn without_own(&self, values: &str, credentials: &Credentials) -> String {
        let secrets = self.credentials.iter().filter(|one| one.secret).filter_map(|one| credentials.find(one.name));
        let secrets = secrets.map(|secret| secret.reveal()).filter(|secret| secret.len() >= LEAST);
        secrets.fold(values.to_owned(), |values, secret| {
            let written = json::quote(secret);
            let shown = values.replace(&written[1..written.len() - 1], MASK);
            // A number may be anybody's.
            if Tree::parse(&shown).is_ok() || Tree::parse(&values).is_err() { shown } else { values }
        })
    }

    fn hidden(
        &self,
        values: &str,
        credentials: &Credentials,
        base_url: &str,
        stand_in: fn(&Credential) -> String,
    ) -> Preview {
        let values = self.without_credentials(values);
        self.stood_in(&secret::masked_values(&values), credentials, &secret::masked_values(base_url), stand_in)
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

#[cfg(test)]
mod tests;
