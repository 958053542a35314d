//! An address that callbacks go to.

use http::Uri;
use wxwire::lang::{Lang, Words};
use wxwire::operation::GatewayEntry;
use wxwire::secret::{Credentials, masked};

/// An address that callbacks of a gateway go to.
#[derive(Clone, Debug)]
pub struct Target {
    /// Whose callbacks.
    pub gateway: GatewayEntry,
    /// Where to.
    pub(super) url: Uri,
    /// What signs and encrypts them.
    pub settings: Credentials,
}

impl Target {
    /// An address in clear: the mock speaks no TLS.
    ///
    /// # Errors
    /// It is none.
    pub fn new(gateway: GatewayEntry, url: &str, settings: Credentials) -> Result<Self, TargetError> {
        let error = || TargetError(url.to_owned());
        let url: Uri = url.parse().map_err(|_| error())?;
        if url.scheme_str() != Some("http") || url.host().is_none_or(str::is_empty) {
            return Err(error());
        }
        Ok(Self { gateway, url, settings })
    }
}

/// A text that is no such address.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TargetError(String);

impl TargetError {
    /// The error in words.
    pub fn message(&self, lang: Lang) -> String {
        let words = Words::new("不是 http:// 地址", "is no address that begins with http://");
        // Whoever calls may have a name and a password there.
        format!("{} {}", masked(&self.0), words.get(lang))
    }
}

impl std::fmt::Display for TargetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for TargetError {}
