//! A request as it may be shown, and as it goes out.

use std::fmt;

use super::Payload;
use crate::credential::MASK;

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
    pub body: Payload,
}

impl Preview {
    /// The request as the commands print it.
    pub fn to_json(&self) -> serde_json::Value {
        let headers = self.headers.iter().map(|(name, value)| (name.clone(), value.as_str().into()));
        let headers = serde_json::Value::Object(headers.collect());
        serde_json::json!({"method": self.method, "url": self.url, "headers": headers, "body": self.body.shown()})
    }
}

/// A request as it goes out, credentials and all; so nothing prints it.
#[derive(Clone)]
pub struct Wire(pub(super) Preview);

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
