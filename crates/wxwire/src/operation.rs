//! An operation: defined once, as a type and a handful of constants; used everywhere through its [`Entry`].

mod answer;
#[cfg(feature = "derive")]
mod callback;
mod description;
mod entry;
mod example;

pub use answer::{Answer, Mock, Refusal, Twist};
#[cfg(feature = "derive")]
pub(crate) use callback::has;
#[cfg(feature = "derive")]
pub use callback::{Callback, Root};
pub use description::EntryExample;
pub use entry::{Entry, GatewayEntry};
pub use example::Example;
pub use http::Method;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::lang::Words;
use crate::layer::json::Value;
#[cfg(feature = "derive")]
use crate::layer::protobuf::Message;
use crate::problem::{Problem, Source};
use crate::secret::Credential;
use crate::secret::SecretName;
use crate::verdict::Judge;

/// What the operations of one vendor share.
pub trait Gateway {
    /// The first part of its operations' ids, and the middle of its environment variables.
    const NAME: &'static str;
    /// Its name.
    const TITLE: Words;
    /// Scheme and host, and what stands before the vendor's paths; none where the vendor names no host.
    const BASE_URL: Option<&'static str>;
    /// Where to find the base URL.
    const BASE_URL_HELP: Words;
    /// What it wants to know from its callers.
    const CREDENTIALS: &'static [Credential];
    /// The names of its secrets: those of calls, replies and callbacks that stand in no request here, too. What its callers
    /// copy from one call into the next, such as the key of a file, is none.
    const SECRETS: &'static [SecretName] = &[];
    /// The content type of its requests.
    const CONTENT_TYPE: &'static str = "application/json";

    /// Looks at what every reply of this gateway has: its code, its words.
    fn judge(reply: Value<'_>, judge: &mut Judge);

    /// Whether a reply can be this gateway's, told by its form alone.
    fn recognises(reply: Value<'_>) -> bool;

    /// The kinds of what it sends by itself.
    #[cfg(feature = "derive")]
    fn callbacks() -> &'static [Callback] {
        &[]
    }

    /// The protobuf message at a path of a reply or callback, where its fields are known.
    #[cfg(feature = "derive")]
    fn message(_root: Value<'_>, _path: &str) -> Option<&'static Message> {
        None
    }

    /// What the gateway answers when it refuses, in its own words.
    fn refuse(refusal: &Refusal) -> Answer;
}

/// One call of a gateway. The type itself is the request's body, less the credentials; its doc comments are the help,
/// its derived schema is the validator's input.
pub trait Operation: DeserializeOwned + JsonSchema + Serialize + 'static {
    /// Whose call it is.
    type Gateway: Gateway;
    /// What comes back.
    type Reply: DeserializeOwned + JsonSchema;

    /// `gateway.route`.
    const ID: &'static str;
    /// A short name.
    const TITLE: Words;
    /// The HTTP method.
    const METHOD: Method;
    /// The path, as the vendor writes it.
    const PATH: &'static str;
    /// Where the whole is known from.
    const EVIDENCE: Source;
    /// The vendor's page.
    const PAGE: &'static str;

    /// The documents' own payloads.
    fn examples() -> Vec<Example<Self>>;

    /// Rules that a schema cannot state. They see the tree and not the type, so that one fault does not hide another.
    fn check(_values: Value<'_>, _problems: &mut Vec<Problem>) {}

    /// Looks at what this operation's reply says beyond the gateway's code. `sent` is what was asked, where it is known.
    fn judge(reply: Value<'_>, sent: Option<Value<'_>>, judge: &mut Judge);

    /// Whether a reply of the gateway can be this operation's, told by its form alone.
    fn recognises(reply: Value<'_>) -> bool;

    /// What the gateway answers when all is well, as its documents show it; for the mock. `None` where this operation
    /// cannot go wrong in the way that is asked for.
    fn answer(values: Value<'_>, mock: &mut Mock) -> Option<serde_json::Value>;
}
