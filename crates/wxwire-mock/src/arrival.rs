//! One call as it arrived, for whoever watches the mock.

use std::fmt;

use http::Request;
use wxwire::imitation::Refusal;
use wxwire::problem::Problem;

use crate::Kind;

/// One call as it arrived.
#[derive(Clone)]
pub struct Arrival {
    /// Which call it is: 1 for the first that this mock got.
    pub number: u64,
    /// The name of its gateway.
    pub gateway: &'static str,
    /// The operation that it was taken for; none if it was refused.
    pub operation: Option<&'static str>,
    /// Why it was refused, if it was.
    pub refusal: Option<Refusal>,
    /// The rules that its values break, and what was remarked on.
    pub problems: Vec<Problem>,
    /// What went wrong with it on request.
    pub fault: Option<Kind>,
    /// The HTTP status of the answer to come; none where the connection will be reset.
    pub status: Option<u16>,
    /// The call itself, with its secrets.
    pub request: Request<Vec<u8>>,
}

/// Shows no headers, no query and no body: any of them may hold a secret.
impl fmt::Debug for Arrival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Arrival")
            .field("number", &self.number)
            .field("method", self.request.method())
            .field("path", &self.request.uri().path())
            .field("operation", &self.operation)
            .field("refusal", &self.refusal)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}
