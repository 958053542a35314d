//! A call by its type: the way of an [`Entry`], with values that the compiler has checked.

use crate::catalog;
use crate::credential::Credentials;
use crate::operation::{Entry, Operation};
use crate::problem::Problem;
use crate::request::{BuildError, Outgoing};
use crate::verdict::{Received, Verdict};

/// What can be done with the values of any [`Operation`].
///
/// Not to be implemented: every operation has it, one of your own too.
pub trait Call: Operation {
    /// Every problem of these values: [`Entry::check`].
    fn problems(&self) -> Vec<Problem> {
        with_entry::<Self, _>(|entry| entry.check(text(self).as_bytes()))
    }

    /// The request, checked: [`Entry::build`].
    ///
    /// # Errors
    /// As [`Entry::build`].
    fn request(&self, credentials: &Credentials, base_url: &str) -> Result<Outgoing, BuildError> {
        with_entry::<Self, _>(|entry| entry.build(&text(self), credentials, base_url))
    }

    /// The verdict on a response to these values: [`Entry::verdict`]. It has the gateway's words, which may repeat a
    /// credential: show it [`masked`](Verdict::masked).
    fn verdict<'r>(&self, answer: impl Into<Received<'r>>) -> Verdict {
        with_entry::<Self, _>(|entry| entry.verdict_by(Some(&text(self)), answer.into(), Some(Self::judge)))
    }

    /// The reply as a type. Take the verdict first: it reads what this cannot. The error is one of
    /// [`serde_json`](crate::serde_json).
    ///
    /// # Errors
    /// When it is not JSON, or has another form than the vendor documents; most refusals do.
    fn reply(body: &[u8]) -> serde_json::Result<Self::Reply> {
        serde_json::from_slice(body)
    }
}

impl<O: Operation> Call for O {}

fn with_entry<O: Operation, T>(ask: impl FnOnce(&Entry) -> T) -> T {
    match catalog::typed().find(|entry| entry.id == O::ID) {
        Some(entry) => ask(entry),
        None => ask(&Entry::of::<O>()),
    }
}

fn text(values: &impl Operation) -> String {
    serde_json::to_string(values).expect("a request's types are JSON's")
}
