//! Exit statuses, and why a command ends early.

use std::ffi::OsString;
use std::process::ExitCode;

use wxwire::lang::Lang;
use wxwire::secret;
use wxwire::verdict::{Level, Verdict, Why};

use crate::text::Text;

/// How a command ends. The numbers are a contract.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub(crate) enum Exit {
    Done = 0,
    OwnFault = 1,
    Usage = 2,
    Credentials = 10,
    Invalid = 30,
    NotSent = 40,
    Unknown = 41,
    Refused = 42,
    Partial = 43,
    RateLimited = 50,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

impl From<&Verdict> for Exit {
    fn from(verdict: &Verdict) -> Self {
        match verdict.level {
            Level::Invalid => Self::Invalid,
            Level::NotSent => Self::NotSent,
            Level::Unknown => Self::Unknown,
            Level::Refused if verdict.has(Why::RateLimited) => Self::RateLimited,
            Level::Refused if verdict.has(Why::Credentials) => Self::Credentials,
            Level::Refused | Level::Failed => Self::Refused,
            Level::Partial => Self::Partial,
            Level::Accepted | Level::Queued | Level::Delivered => Self::Done,
        }
    }
}

/// What kind of thing ends a command early. With `--json` the names stand as an error's `code`, and are a contract.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fault {
    /// The command line cannot be meant.
    Usage,
    /// An operation that is not there.
    NoSuchOperation,
    /// A file, or standard input, that cannot be read.
    File,
    /// A source that no gateway can be learned from.
    Gateway,
    /// A document that is there already.
    Kept,
    /// No address to send to, or one that is none.
    Address,
    /// The file of profiles cannot be read where it is needed.
    Profile,
    /// A profile that is not there.
    NoSuchProfile,
    /// Credentials that are absent or cannot be sent.
    Credentials,
    /// Values that make no request.
    Invalid,
    /// A port that cannot be listened on.
    Port,
    /// The output could not be written.
    Output,
    /// Anything else that the system refused.
    Io,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Usage,
        Self::NoSuchOperation,
        Self::File,
        Self::Gateway,
        Self::Kept,
        Self::Address,
        Self::Profile,
        Self::NoSuchProfile,
        Self::Credentials,
        Self::Invalid,
        Self::Port,
        Self::Output,
        Self::Io,
    ];

    /// The stable name, and the status with which the command ends.
    fn row(self) -> (&'static str, Exit) {
        match self {
            Self::Usage => ("usage", Exit::Usage),
            Self::NoSuchOperation => ("no_such_operation", Exit::Usage),
            Self::File => ("file", Exit::Usage),
            Self::Gateway => ("gateway", Exit::Usage),
            Self::Kept => ("kept", Exit::Usage),
            Self::Address => ("address", Exit::Usage),
            Self::Profile => ("profile", Exit::Usage),
            Self::NoSuchProfile => ("no_such_profile", Exit::Credentials),
            Self::Credentials => ("credentials", Exit::Credentials),
            Self::Invalid => ("invalid", Exit::Invalid),
            Self::Port => ("port", Exit::OwnFault),
            Self::Output => ("output", Exit::OwnFault),
            Self::Io => ("io", Exit::OwnFault),
        }
    }

    /// The stable name.
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// The status with which the command ends.
    pub fn exit(self) -> Exit {
        self.row().1
    }
}

/// Why a command ends early.
#[derive(Debug)]
pub struct Failure {
    pub fault: Fault,
    text: Text,
}

impl Failure {
    pub fn new(fault: Fault, text: impl Into<Text>) -> Self {
        Self { fault, text: text.into() }
    }

    /// What the person typed cannot be meant.
    pub fn usage(text: impl Into<Text>) -> Self {
        Self::new(Fault::Usage, text)
    }

    /// The same without the secrets in what it quotes of the words that were typed.
    #[must_use]
    pub fn quoting(self, words: &[OsString]) -> Self {
        let shown = |text: &str| {
            let words = words.iter().map(|word| word.to_string_lossy());
            words.fold(text.to_owned(), |text, word| secret::masked_of(&text, &word))
        };
        Self { text: Text::of(|lang| shown(self.text.get(lang))), ..self }
    }

    /// The failure in words.
    pub fn message(&self, lang: Lang) -> &str {
        self.text.get(lang)
    }

    /// The failure as the commands print it.
    pub fn to_json(&self, lang: Lang) -> serde_json::Value {
        serde_json::json!({"error": {"code": self.fault.name(), "message": self.message(lang)}})
    }
}

/// A file or a socket that does not do as it should.
impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new(Fault::Io, &error)
    }
}
