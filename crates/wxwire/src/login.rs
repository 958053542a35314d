//! Login by a QR code: which calls begin it and ask what became of it, and what their answers say. Pure: chance and time come
//! in; who asks how often, and where the token is kept, is the caller's. What it brings is a [token](crate::token::LoggedIn).

use crate::lang::Words;
use crate::layer::json::{Tree, Value};

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

impl Login {
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
}
