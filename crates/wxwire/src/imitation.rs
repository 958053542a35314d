//! What the gateways answer, for a mock of them: each file `imitation.rs` beside a gateway's says what is particular to it,
//! and the tables of its calls say the rest. Pure: ids come from a seed, the time from a counter.

mod answer;
pub(crate) mod learned;
mod made;

pub use answer::{Answer, Mock, Refusal, Twist};

use std::fmt;

use crate::layer::json::Value;
use crate::operation::Entry;

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
