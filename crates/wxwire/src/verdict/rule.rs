//! How replies tell success, where a document says it and no code of ours knows better.

use super::code::scalar;
use super::{Judge, Why};
use crate::layer::json::Value;

/// How replies tell success.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct ReplyRule {
    /// Where the code stands, a JSON pointer; none where the HTTP status alone decides.
    pub code: Option<&'static str>,
    /// The codes of a success, as text.
    pub ok: Vec<String>,
    /// Where the words stand, a JSON pointer.
    pub message: Option<&'static str>,
    /// The codes that refuse a call for its token alone, which has ended or is none, as text.
    pub expired: Vec<String>,
}

impl ReplyRule {
    /// Nothing is known of a code: the HTTP status alone decides.
    pub const STATUS: Self = Self { code: None, ok: Vec::new(), message: None, expired: Vec::new() };

    /// Whether a reply can be one of those that the rule is for.
    pub(crate) fn recognises(&self, reply: Value<'_>) -> bool {
        self.code.is_none_or(|pointer| reply.find(pointer).and_then(scalar).is_some())
    }

    /// What a reply says by the rule.
    pub(crate) fn judge(&self, reply: Value<'_>, judge: &mut Judge) {
        let find = |pointer: Option<&str>| reply.find(pointer?);
        let code = find(self.code);
        judge.vendor(code, find(self.message));
        match (self.code, code, code.and_then(scalar)) {
            (None, ..) => judge.say(Why::StatusOnly, "", Some(super::judge::NOT_KNOWN)),
            (Some(_), Some(code), Some(text)) if self.expired.contains(&text) => {
                judge.code(code, Why::Credentials, None)
            }
            (Some(_), Some(code), Some(text)) if !self.ok.contains(&text) => {
                judge.code(code, Why::Code, None);
                judge.words_of(reply);
            }
            (Some(_), _, Some(_)) => {}
            (Some(pointer), ..) => judge.absent(reply, pointer.trim_start_matches('/'), Why::NoCode),
        }
    }
}
