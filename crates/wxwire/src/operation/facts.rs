//! What a vendor says of a call beside its fields.

use crate::credential::Credential;
use crate::lang::Words;

/// A part of a vendor's calls.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Section {
    /// The stable name: `tag`.
    pub name: &'static str,
    /// The name for a person.
    pub title: Words,
}

impl Section {
    /// What sends.
    pub const MESSAGE: Self = Self::new("message", Words::new("消息", "messages"));

    /// A part with these names.
    pub const fn new(name: &'static str, title: Words) -> Self {
        Self { name, title }
    }
}

/// A credential that a reply brings.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Yield {
    /// Its name among the gateway's credentials.
    pub credential: &'static str,
    /// Where it stands in the reply, a JSON pointer.
    pub pointer: &'static str,
    /// Where the reply says for how many seconds it is good, a JSON pointer.
    pub seconds: Option<&'static str>,
}

impl Yield {
    /// A credential that is good for the seconds that the reply says.
    pub const fn of(credential: Credential, pointer: &'static str, seconds: &'static str) -> Self {
        Self { credential: credential.name, pointer, seconds: Some(seconds) }
    }
}

/// How often a call may be made.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Rate {
    /// So many times …
    pub times: u32,
    /// … in so many seconds …
    pub seconds: u32,
    /// … for each of these: an account, a robot, a receiver.
    pub per: Words,
}

/// What settles what a call began.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SettledBy {
    /// The name of a callback, or of a call that asks.
    pub name: &'static str,
    /// How it does.
    pub how: Words,
    /// It comes by itself: until then, what has an id is queued.
    pub is_callback: bool,
}

impl SettledBy {
    /// A call that asks what became of it.
    pub const fn call(name: &'static str, how: Words) -> Self {
        Self { name, how, is_callback: false }
    }

    /// A callback that tells it.
    pub const fn callback(name: &'static str, how: Words) -> Self {
        Self { name, how, is_callback: true }
    }
}
