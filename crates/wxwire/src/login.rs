//! Login by a QR code: which calls begin it and ask what became of it, and what their answers say. Pure: chance and time come
//! in; who asks how often, and where the token is kept, is the caller's.

use crate::catalog;
use crate::credential::Secret;
use crate::lang::Words;
use crate::layer::json::{Tree, Value};
use crate::operation::Entry;
use crate::request::is_base_url;
use crate::token::{Token, is_token};

/// How somebody logs in at a gateway.
#[derive(Debug)]
#[non_exhaustive]
pub struct Login {
    /// The gateway's name.
    pub gateway: &'static str,
    /// The credential that it brings.
    pub credential: &'static str,
    /// The call that begins it, by its id.
    pub begin: &'static str,
    /// The call that asks what became of it.
    pub ask: &'static str,
    pub(crate) values: fn(Asks<'_>, u32) -> String,
    pub(crate) code: fn(Value<'_>) -> Option<Code>,
    pub(crate) state: fn(Value<'_>) -> Option<State>,
    /// Where the token stands in the last answer, a JSON pointer.
    pub(crate) token: &'static str,
    /// Where that says where calls go from then on.
    pub(crate) base_url: &'static str,
    /// What it calls who logged in.
    pub(crate) names: &'static [&'static str],
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub enum Asks<'a> {
    /// A code to show.
    Code,
    /// What became of a code.
    State {
        /// Its ticket.
        ticket: &'a str,
        /// The number that the phone shows, where it was asked for.
        number: Option<&'a str>,
    },
}

/// A code to show.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Code {
    /// What the gateway knows it by.
    pub ticket: String,
    /// What the picture says.
    pub shown: String,
}

/// What became of a code.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum State {
    /// Nobody scanned it yet.
    Waiting,
    /// It was scanned, and the phone asks whether that is meant.
    Scanned,
    /// As `Scanned`; from now on another host is asked.
    Moved(String),
    /// The number that the phone shows must be told.
    AsksNumber,
    /// The answer brings the token.
    Confirmed,
    /// It cannot be used any more.
    Ended(Words),
}

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

    /// The values of the call that asks something.
    pub fn values(&self, asks: Asks<'_>, random: u32) -> String {
        (self.values)(asks, random)
    }

    /// The code in the answer to the call that begins it.
    pub fn code(&self, answer: &[u8]) -> Option<Code> {
        (self.code)(Tree::read(answer).ok()?.root()).filter(|code| !code.ticket.is_empty() && !code.shown.is_empty())
    }

    /// What an answer says of a code; none where it says nothing that is known.
    pub fn state(&self, answer: &[u8]) -> Option<State> {
        (self.state)(Tree::read(answer).ok()?.root())
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
