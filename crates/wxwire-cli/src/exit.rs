//! Exit statuses, and why a command ends early.

use std::process::ExitCode;

use wxwire::verdict::{Level, Verdict, Why};

/// How a command ends. The numbers are a contract.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub enum Exit {
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

/// Why a command ends early.
#[derive(Debug)]
pub struct Failure {
    pub exit: Exit,
    pub message: String,
}

impl Failure {
    pub fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into() }
    }

    /// What the person typed cannot be meant.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }
}

/// A file or a socket that does not do as it should.
impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new(Exit::OwnFault, error.to_string())
    }
}
