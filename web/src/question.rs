//! What the page asks its reader: the module that a worker loads when it is first asked.

use wxwire::layer::json::{Object, quote};

use crate::outcome::Answer;

/// Which of the reader's functions is asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Ask {
    /// What is wrong with some values beyond what their schema tells.
    Check,
    /// What some bytes are.
    Explain,
    /// The bytes of a file, as text.
    File,
    /// What of a draft may be kept.
    Keep,
    /// A request as text.
    Request,
    /// What the command's answer to a send means.
    Outcome,
    /// What a gateway's answer means.
    Verdict,
    /// A call to its gateway, which is sent.
    Send,
    /// A call that the command is to send.
    Delegate,
}

/// A question: JSON.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Question {
    pub(crate) ask: Ask,
    pub(crate) text: String,
}

/// What the reader says, nothing where it makes nothing of the question; or why it cannot be asked.
pub(crate) type Said = Result<Option<String>, String>;

impl Ask {
    /// The function's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Delegate => "delegate",
            Self::Explain => "explain",
            Self::File => "file",
            Self::Keep => "keep",
            Self::Outcome => "outcome",
            Self::Request => "request",
            Self::Send => "send",
            Self::Verdict => "verdict",
        }
    }
}

/// An object of texts.
pub(crate) fn texts(members: &mut dyn Iterator<Item = (&str, &str)>) -> String {
    members.fold(Object::new(), |object, (name, text)| object.text(name, text)).end()
}

impl Question {
    /// What the command's answer to a send means.
    pub(crate) fn outcome(answer: &Answer) -> Self {
        Self::of(Ask::Outcome, &[("status", answer.status.to_string()), ("body", quote(&answer.body))])
    }

    /// A body for the command that is to send, and what opens it.
    pub(crate) fn delegate(token: &str, body: &str) -> Self {
        Self::of(Ask::Delegate, &[("token", quote(token)), ("body", quote(body))])
    }

    /// A question with these members, values in JSON.
    pub(crate) fn of(ask: Ask, members: &[(&str, String)]) -> Self {
        let text = members.iter().fold(Object::new(), |object, (name, value)| object.json(name, value)).end();
        Self { ask, text }
    }
}
