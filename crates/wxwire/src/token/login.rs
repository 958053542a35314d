//! The token that a login brings.

use super::{Token, is_token};
use crate::catalog;
use crate::layer::json::Tree;
use crate::login::Login;
use crate::operation::Entry;
use crate::request::is_base_url;
use crate::secret::Secret;

/// A login that was confirmed.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct LoggedIn {
    /// The token, and where calls with it go.
    pub token: Token,
    /// Who logged in: the gateway's names for it, and the values.
    pub names: Vec<(&'static str, String)>,
}

impl Login {
    /// The call that begins it.
    pub fn begin(&self) -> &'static Entry {
        catalog::find(self.begin).expect("a test finds both calls of every login")
    }

    /// The call that asks what became of it.
    pub fn ask(&self) -> &'static Entry {
        catalog::find(self.ask).expect("a test finds both calls of every login")
    }

    /// What an answer that confirms it brings, which came at this time, in Unix seconds.
    pub fn logged_in(&self, answer: &[u8], now: u64) -> Option<LoggedIn> {
        let tree = Tree::read(answer).ok()?;
        let text = |pointer: &str| tree.root().find(pointer)?.as_str();
        let value = text(self.token).filter(|text| is_token(text))?;
        let base_url = text(self.base_url).map(|url| url.into_owned()).filter(|url| is_base_url(url));
        let token = Token { value: Secret::new(value), fetched: now, ends: None, base_url };
        let named = |name: &&'static str| Some((*name, tree.root().get(name)?.as_str()?.into_owned()));
        Some(LoggedIn { token, names: self.names.iter().filter_map(named).collect() })
    }
}
