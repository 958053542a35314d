//! A request that is ready to go out.

use std::fmt;

use http::Request;

use crate::credential::MASK;

/// A request that is ready to go out, credentials and all. So `Debug` shows the method and the host, and nothing that may
/// hold a secret: neither path nor query, no header and no byte of the body.
#[derive(Clone)]
pub struct Outgoing(pub(super) Request<Vec<u8>>);

impl Outgoing {
    /// The request, to look at.
    pub fn reveal(&self) -> &Request<Vec<u8>> {
        &self.0
    }

    /// The request, for a client to send. Its own `Debug` shows the URL and the body.
    pub fn into_http(self) -> Request<Vec<u8>> {
        self.0
    }
}

impl fmt::Debug for Outgoing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {MASK}", self.0.method(), self.0.uri().host().unwrap_or_default())
    }
}
