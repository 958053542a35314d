//! An operation: defined once, as a type and a handful of constants; used everywhere through its [`Entry`].

mod body;
mod callback;
mod check;
mod entry;
mod example;
mod facts;
mod field_names;
mod fields;
mod gateway;
mod made;
mod of_type;
mod places;
pub(crate) mod receiving;
pub(crate) mod sending;
pub(crate) mod step;
mod told;
mod variant;

pub use crate::call::Call;
pub use crate::described::Codes;
pub use crate::kinds::Kind as CallbackKind;
pub use body::{Answers, Body};
pub(crate) use callback::has;
pub use callback::{Callback, Incoming, Root};
pub use entry::Entry;
pub use example::{EntryExample, Example};
pub use facts::{Rate, Section, SettledBy, Yield};
pub use gateway::GatewayEntry;
pub use http::Method;
pub(crate) use made::Maker;
pub(crate) use of_type::rules_of;
pub use receiving::{Arrival, Fresh, Opened, Receiving, Repeat, Reply};
pub use sending::{Delivery, Trial};
pub(crate) use told::{RulesOf, Told};

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::credential::{AccountId, Credential, SecretName};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::problem::{Problem, Source};
use crate::verdict::{Judge, ReplyRule};

/// The operations of a gateway, each by its type. Their `mod` and `pub use` stand outside: rustfmt follows no `mod` that a
/// macro writes. What reads replies, and the rules that no data holds, have lists of their own: a program that loads the rest
/// does without it.
macro_rules! operations {
    ($($operation:ident),* $(,)?) => {
        pub(crate) static OPERATIONS: [$crate::operation::Entry; [$(stringify!($operation)),*].len()] =
            [$($crate::operation::Entry::of::<$operation>()),*];
        pub(crate) static JUDGES: &[$crate::operation::JudgeOf] = &[$($crate::operation::judge_of::<$operation>()),*];
        pub(crate) static RULES: &[$crate::operation::RulesOf] = &[$($crate::operation::rules_of::<$operation>()),*];
    };
}
pub(crate) use operations;

/// [`Operation::judge`].
pub(crate) type Look = fn(Value<'_>, Option<Value<'_>>, &mut Judge);

/// The id of an operation, and what looks at its replies.
pub(crate) type JudgeOf = (&'static str, Look);

pub(crate) const fn judge_of<O: Operation>() -> JudgeOf {
    (O::ID, O::judge)
}

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
    /// The id of an account, where its secret stands behind it in code without a name.
    const ACCOUNT_ID: Option<AccountId> = None;
    /// The content type of its requests.
    const CONTENT_TYPE: &'static str = "application/json";
    /// Whether its multipart bodies have the length of a file beside its name.
    const FILE_LENGTH: bool = false;
    /// The members that a reply of any of its calls may have: they name the gateway, and no call.
    const ENVELOPE: &'static [&'static str] = &[];
    /// Where a reply of any of its calls names what was not taken, JSON pointers.
    const NOT_TAKEN: &'static [&'static str] = &[];
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
    /// The path, as the vendor writes it; `{name}` stands for a parameter.
    const PATH: &'static str;
    /// The vendor's page.
    const PAGE: &'static str;
    /// A reply to it, as the vendor shows one.
    const REPLY: &'static str;

    /// Which part of the vendor's calls it belongs to.
    const SECTION: Section = Section::MESSAGE;
    /// The HTTP method.
    const METHOD: Method = Method::POST;
    /// What it carries.
    const BODY: Body = Body::of(Self::METHOD);
    /// What it is answered with.
    const ANSWERS: Answers = Answers::Json;
    /// Scheme and host, where they are not the gateway's.
    const SERVER: Option<&'static str> = None;
    /// Whom it goes out as, where that is not what the gateway's other calls want.
    const CREDENTIALS: &'static [Credential] = <Self::Gateway as Gateway>::CREDENTIALS;
    /// Where the whole is known from.
    const EVIDENCE: Source = Source::Documented;
    /// The ids of what was taken, JSON pointers into the reply; `*` stands for every item of a list.
    const IDS: &'static [&'static str] = &[];
    /// Where its reply names what was not taken, JSON pointers; beside the gateway's own.
    const NOT_TAKEN: &'static [&'static str] = &[];
    /// The callback that it answers: then it is no request of its own, and its body is that of the answer.
    const REPLIES_TO: Option<Words> = None;
    /// How its replies tell success, where they do not as those of the gateway's other calls.
    const REPLY_RULE: Option<ReplyRule> = None;
    /// What settles what was taken.
    const SETTLED_BY: Option<SettledBy> = None;
    /// The credentials that its reply brings.
    const YIELDS: &'static [Yield] = &[];
    /// How often it may be called.
    const RATES: &'static [Rate] = &[];
    /// The field that makes a repeat harmless.
    const IDEMPOTENCY: Option<&'static str> = None;

    /// The documents' own payloads.
    fn examples() -> Vec<Example<Self>>;

    /// Whether values of its form are its, and not those of something else that has the same form: where they may be, they
    /// are this call's only for whoever says so.
    fn is_its(_values: Value<'_>) -> bool {
        true
    }

    /// Rules that a schema cannot state. They see the tree and not the type, so that one fault does not hide another.
    fn check(_values: Value<'_>, _problems: &mut Vec<Problem>) {}

    /// Looks at what this operation's reply says beyond the gateway's code and the ids. `sent` is what was asked, where it
    /// is known.
    fn judge(_reply: Value<'_>, _sent: Option<Value<'_>>, _judge: &mut Judge) {}
}

#[cfg(test)]
mod tests;
