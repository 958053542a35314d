//! How what a gateway sends by itself is received: what opens it, what answers it and how soon, how a repeat is known.

use std::time::Duration;

use sha1::{Digest, Sha1};

use crate::credential::{Credential, Credentials, Secret};
use crate::crypto::Failure;
use crate::layer::hex::hex;
use crate::layer::json::{Tree, Value};
use crate::operation::sending::{Delivery, Sending, Trial, another};

/// A request that came to whoever receives callbacks.
#[derive(Clone, Copy, Debug)]
pub struct Arrival<'a> {
    /// The query of its address.
    pub query: &'a str,
    /// Its body, as it came.
    pub body: &'a [u8],
}

/// What was in it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Opened {
    /// The gateway wants to know whether somebody is there, who can open what it sends: this text answers it.
    Verification(Vec<u8>),
    /// A message or an event, in clear.
    Message(Vec<u8>),
}

/// An answer to a callback.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reply {
    /// Its `Content-Type`.
    pub content_type: &'static str,
    /// Its text.
    pub body: String,
}

/// What chance and the clock give to a reply that is sealed.
#[derive(Clone, Debug)]
pub struct Fresh {
    /// 16 random bytes.
    pub random: [u8; 16],
    /// Random digits.
    pub nonce: String,
    /// Unix seconds.
    pub timestamp: String,
}

/// By what a callback is known that is sent again.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Repeat {
    /// It is the same in every repeat.
    pub key: String,
    /// Another callback may have the same key, if later than this; none where no other ever has it.
    pub within: Option<Duration>,
}

impl From<String> for Repeat {
    fn from(key: String) -> Self {
        Self { key, within: None }
    }
}

/// Opens what has no address beside it, such as a body in a log.
pub(crate) type Read = fn(&Credentials, Arrival<'_>) -> Result<Vec<u8>, Failure>;

/// Seals a passive reply to a callback.
pub(crate) type Seal = fn(&Credentials, Arrival<'_>, &[u8], Fresh) -> Result<Reply, Failure>;

/// How callbacks of a gateway are received.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Receiving {
    /// What opens them, by the names of a profile; none where nothing is encrypted.
    pub settings: &'static [Credential],
    /// How long the gateway waits for an answer, where that is known.
    pub within: Option<Duration>,
    /// What answers one that was taken in: its `Content-Type`, and its text.
    pub answer: (&'static str, &'static str),
    pub(crate) open: fn(&Credentials, Arrival<'_>) -> Result<Opened, Failure>,
    pub(crate) repeat: fn(&[u8]) -> Option<Repeat>,
    pub(crate) read: Option<Read>,
    pub(crate) seal: Option<Seal>,
    pub(crate) sending: Sending,
}

impl Receiving {
    /// Of a gateway of which nothing is known but that it may send something: any answer will do.
    pub const PLAIN: Self = Self {
        settings: &[],
        within: None,
        answer: ("text/plain", ""),
        open: |_, arrival| Ok(Opened::Message(arrival.body.to_vec())),
        repeat: |_| None,
        read: None,
        seal: None,
        sending: Sending::PLAIN,
    };

    /// Verifies, decrypts, or takes it as it is, as the gateway does it.
    ///
    /// # Errors
    /// The step that failed.
    pub fn open(&self, settings: &Credentials, arrival: Arrival<'_>) -> Result<Opened, Failure> {
        (self.open)(settings, arrival)
    }

    /// By what a message is known that is sent again; none where the gateway sends each once, or sends
    /// what has to be answered each time.
    pub fn repeat(&self, message: &[u8]) -> Option<Repeat> {
        (self.repeat)(message)
    }

    /// Opens what was encrypted, be it a callback or the reply to one, of which not all may be there: a signature counts
    /// where there is one. None where the gateway encrypts nothing.
    pub fn read(&self, settings: &Credentials, arrival: Arrival<'_>) -> Option<Result<Vec<u8>, Failure>> {
        self.read.map(|read| read(settings, arrival))
    }

    /// How often the gateway sends a callback in all, until it is answered with a success.
    pub fn times(&self) -> u32 {
        self.sending.times
    }

    /// What else of an account a gateway goes by when it sends: whom its callbacks are for.
    pub fn of_account(&self) -> &'static [Credential] {
        self.sending.of_account
    }

    /// A callback as the gateway sends it, signed and encrypted where it does that.
    ///
    /// # Errors
    /// A setting that is absent, or none.
    pub fn post(&self, settings: &Credentials, message: &[u8], fresh: Fresh) -> Result<Delivery, Failure> {
        (self.sending.post)(settings, message, fresh)
    }

    /// What the gateway sends to an address that it is told, to see that it is good; none where it takes any.
    pub fn trial(&self, settings: &Credentials, fresh: Fresh) -> Option<Result<Trial, Failure>> {
        self.sending.trial.map(|trial| trial(settings, fresh))
    }

    /// What somebody would have who does not know the secrets; none where it takes none to send a callback.
    pub fn forger(&self, settings: &Credentials) -> Option<Credentials> {
        let secrets = self.settings.iter().filter(|one| one.secret && settings.find(one.name).is_some());
        let mut forged = settings.clone();
        let mut count = 0;
        for one in secrets {
            let secret = settings.find(one.name).map(|secret| another(secret.reveal()))?;
            forged.insert(one.name, Secret::new(secret));
            count += 1;
        }
        (count > 0).then_some(forged)
    }

    /// A passive reply to a callback, sealed as the gateway reads it; none where its callbacks take none.
    pub fn reply(
        &self,
        settings: &Credentials,
        arrival: Arrival<'_>,
        text: &[u8],
        fresh: Fresh,
    ) -> Option<Result<Reply, Failure>> {
        self.seal.map(|seal| seal(settings, arrival, text, fresh))
    }
}

/// A setting that must be there.
pub(crate) fn setting<'s>(settings: &'s Credentials, of: &Credential) -> Result<&'s str, Failure> {
    settings.find(of).map(|secret| secret.reveal()).ok_or(Failure::Setting(of.name))
}

/// A member of a JSON message, as text.
pub(crate) fn member(message: &[u8], read: impl Fn(Value<'_>) -> Option<String>) -> Option<String> {
    Tree::read(message).ok().and_then(|tree| read(tree.root()))
}

/// A message that has no id of its own: it is repeated where every byte is.
pub(crate) fn whole(message: &[u8]) -> String {
    hex(&Sha1::digest(message))
}
