//! How a gateway answers, by its own imitation or as any gateway does that only a document knows.

use super::imitation;
use crate::credential::Credentials;
use crate::imitation::{Answer, Imitation as _, Mock, Refusal, Taken, Twist, learned};
use crate::layer::json::Value;
use crate::operation::{Answers, Entry, GatewayEntry};

impl GatewayEntry {
    /// What it answers when it refuses.
    pub fn refuse(&self, refusal: &Refusal) -> Answer {
        match imitation(self) {
            Some(imitation) => imitation.refuse(refusal),
            None => learned::refuse(self, refusal),
        }
    }

    /// What it sends of its own accord, in clear: each kind in turn, by `number`. None where no callback of it is known.
    pub fn callback(&self, number: u64, settings: &Credentials, mock: &mut Mock) -> Option<String> {
        imitation(self)?.callback(number, settings, mock)
    }

    /// A message of its own as the one gets it whose settings these are: for their company.
    pub fn address(&self, message: String, settings: &Credentials) -> String {
        match imitation(self) {
            Some(imitation) => imitation.address(message, settings),
            None => message,
        }
    }

    /// What it sends next because of the passive reply to one of its callbacks, both in clear.
    pub fn follow(&self, callback: &[u8], reply: &[u8], mock: &mut Mock) -> Option<String> {
        imitation(self)?.follow(callback, reply, mock)
    }
}

impl Taken<'_> {
    /// What the gateway sends by itself to settle the call, each in clear.
    pub fn settle(self, mock: &mut Mock) -> Vec<String> {
        imitation(&self.entry.gateway).map(|imitation| imitation.settle(self, mock)).unwrap_or_default()
    }
}

impl Entry {
    /// What it answers when it refuses: what its document shows, or as its gateway refuses any call.
    pub fn refuse(&self, refusal: &Refusal) -> Answer {
        learned::shown(self, refusal).unwrap_or_else(|| self.gateway.refuse(refusal))
    }

    /// What the gateway answers when all is well, or as `mock.twist` wants it. `None` where this call has no such fault.
    pub fn answer(&self, values: Value<'_>, mock: &mut Mock) -> Option<Answer> {
        if self.answers == Answers::Bytes {
            return (mock.twist == Twist::None).then(|| Answer::file(mock));
        }
        if self.is_bare() {
            return (mock.twist == Twist::None).then(|| Answer::bare(self.success));
        }
        let answer = match imitation(&self.gateway) {
            Some(imitation) => imitation.answer(self, values, mock)?,
            None => learned::Learned.answer(self, values, mock)?,
        };
        Some(Answer { status: self.success, ..Answer::ok(&answer) })
    }
}
