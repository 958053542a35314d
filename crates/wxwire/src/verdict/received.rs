//! What of an HTTP answer matters for a verdict.

use http::Response;
use http::header::RETRY_AFTER;

/// What of an HTTP answer matters for a verdict.
#[derive(Clone, Copy, Debug)]
pub struct Received<'r> {
    /// The status.
    pub status: u16,
    /// The header Retry-After.
    pub retry_after: Option<&'r str>,
    /// The body.
    pub body: &'r [u8],
}

impl<'r, B: AsRef<[u8]>> From<&'r Response<B>> for Received<'r> {
    fn from(response: &'r Response<B>) -> Self {
        let retry_after = response.headers().get(RETRY_AFTER).and_then(|wait| wait.to_str().ok());
        Self { status: response.status().as_u16(), retry_after, body: response.body().as_ref() }
    }
}
