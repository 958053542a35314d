//! What the gateways answer, for a mock of them: each file `imitation.rs` beside a gateway's says what is particular to it,
//! and the tables of its calls say the rest. Pure: ids come from a seed, the time from a counter.

mod answer;
pub(crate) mod learned;
mod made;

pub use answer::{Answer, Mock, Refusal, Twist};

use std::fmt;

use crate::credential::Credentials;
use crate::layer::json::Value;
use crate::operation::Entry;

/// A call that was taken, and how.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    /// The call.
    pub entry: &'a Entry,
    /// What was asked.
    pub values: Value<'a>,
    /// What it was answered with.
    pub answer: Value<'a>,
    /// What was asked comes to nothing afterwards, where the gateway tells that.
    pub fails: bool,
}

/// How a gateway answers.
pub trait Imitation: fmt::Debug + Sync {
    /// What it answers when it refuses, in its own words.
    fn refuse(&self, refusal: &Refusal) -> Answer;

    /// A success of one of its calls, made one that is none inside. `None` where that is not known of it.
    fn go_wrong(&self, _answer: serde_json::Value, _twist: Twist) -> Option<serde_json::Value> {
        None
    }

    /// What it answers to some values of a call, where that is more than the reply that the table shows, with other ids;
    /// as `mock.twist` wants it. `None` where the call has no such fault.
    fn answer(&self, entry: &Entry, _values: Value<'_>, mock: &mut Mock) -> Option<serde_json::Value> {
        self.answer_by_table(entry, mock)
    }

    /// What it sends by itself to settle a call that it took, each in clear. Only what is known of a gateway: none that it
    /// does not document, and none with a body that it does not document.
    fn settle(&self, _taken: Taken<'_>, _mock: &mut Mock) -> Vec<String> {
        vec![]
    }

    /// What it sends of its own accord, in clear: each kind in turn, by `number`. None where nothing of it is known.
    fn callback(&self, _number: u64, _settings: &Credentials, _mock: &mut Mock) -> Option<String> {
        None
    }

    /// A message of its own as the one gets it whose settings these are: for their company.
    fn address(&self, message: String, _settings: &Credentials) -> String {
        message
    }

    /// What it sends next because of the passive reply to one of its callbacks, both in clear.
    fn follow(&self, _callback: &[u8], _reply: &[u8], _mock: &mut Mock) -> Option<String> {
        None
    }

    /// The reply that the table shows, with other ids.
    fn answer_by_table(&self, entry: &Entry, mock: &mut Mock) -> Option<serde_json::Value> {
        let answer = match entry.shows_reply() {
            true => mock.fresh(&entry.reply(), entry.ids),
            false => made::reply(entry, mock),
        };
        match mock.twist {
            Twist::None => Some(answer),
            twist => self.go_wrong(answer, twist),
        }
    }
}
