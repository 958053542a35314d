//! A gateway with its type erased: what front ends know.

use super::Gateway;
use crate::credential::{AccountId, Credential, SecretName};
use crate::lang::Words;
use crate::verdict::ReplyRule;

/// What front ends know of a gateway.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct GatewayEntry {
    /// [`Gateway::NAME`].
    pub name: &'static str,
    /// [`Gateway::TITLE`].
    pub title: Words,
    /// [`Gateway::BASE_URL`].
    pub base_url: Option<&'static str>,
    /// [`Gateway::BASE_URL_HELP`].
    pub base_url_help: Words,
    /// [`Gateway::CREDENTIALS`].
    pub credentials: &'static [Credential],
    /// [`Gateway::SECRETS`].
    pub secrets: &'static [SecretName],
    /// [`Gateway::ACCOUNT_ID`].
    pub account_id: Option<AccountId>,
    /// [`Gateway::CONTENT_TYPE`].
    pub content_type: &'static str,
    /// [`Gateway::FILE_LENGTH`].
    pub file_length: bool,
    /// [`Gateway::ENVELOPE`].
    pub envelope: &'static [&'static str],
    /// [`Gateway::NOT_TAKEN`].
    pub not_taken: &'static [&'static str],
    /// How its replies tell success, where nothing but a document says it.
    pub reply_rule: Option<&'static ReplyRule>,
}

impl GatewayEntry {
    pub(crate) const fn of<G: Gateway>() -> Self {
        Self {
            name: G::NAME,
            title: G::TITLE,
            base_url: G::BASE_URL,
            base_url_help: G::BASE_URL_HELP,
            credentials: G::CREDENTIALS,
            secrets: G::SECRETS,
            account_id: G::ACCOUNT_ID,
            content_type: G::CONTENT_TYPE,
            file_length: G::FILE_LENGTH,
            envelope: G::ENVELOPE,
            not_taken: G::NOT_TAKEN,
            reply_rule: None,
        }
    }

    /// The environment variable of one of its settings: `WXWIRE_GEWE_TOKEN`, `WXWIRE_XBOT_BASE_URL`.
    pub fn variable(&self, setting: &str) -> String {
        format!("WXWIRE_{}_{}", self.name, setting).to_ascii_uppercase()
    }
}
