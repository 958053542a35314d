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

impl Received<'_> {
    /// Whether it may be a file: a web page is a proxy's, more likely.
    pub(crate) fn is_file(&self) -> bool {
        let body = self.body.trim_ascii();
        let is_page = ["<!doctype html", "<html"]
            .iter()
            .any(|start| body.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start.as_bytes())));
        (200..300).contains(&self.status) && !body.is_empty() && !is_page
    }
}

impl<'r, B: AsRef<[u8]>> From<&'r Response<B>> for Received<'r> {
    fn from(response: &'r Response<B>) -> Self {
        let retry_after = response.headers().get(RETRY_AFTER).and_then(|wait| wait.to_str().ok());
        Self { status: response.status().as_u16(), retry_after, body: response.body().as_ref() }
    }
}
