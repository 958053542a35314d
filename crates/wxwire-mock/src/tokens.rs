//! The tokens that the mock gave, and how long each is good: for so many calls, for so many seconds.

use std::collections::VecDeque;
use std::time::Instant;

use wxwire::imitation::{Answer, Mock, Refusal};
use wxwire::operation::{Entry, GatewayEntry};
use wxwire::secret::{Credential, Credentials};
use wxwire::serde_json::{self, Value};

use crate::expected;
use crate::fault::{Fault, Kind};

/// So many tokens are known; older ones are forgotten.
const MOST: usize = 10_000;

/// The tokens that the mock gave.
#[derive(Debug)]
pub(crate) struct Tokens {
    /// How long those to come are good.
    faults: Vec<Fault>,
    given: VecDeque<Given>,
    count: u64,
}

#[derive(Debug)]
struct Given {
    gateway: &'static str,
    name: &'static str,
    value: String,
    /// How many calls it is still good for, where they are counted.
    calls: Option<u64>,
    /// When it ends, where the time is counted.
    end: Option<Instant>,
}

impl Tokens {
    /// None yet.
    pub(crate) fn new(faults: &[Fault]) -> Self {
        let faults = faults.iter().filter(|fault| fault.kind.is_of_tokens()).copied().collect();
        Self { faults, given: VecDeque::new(), count: 0 }
    }

    /// Whether what was given as a credential is the mock's own, or a token of its that has not ended.
    pub(crate) fn admit(
        &self,
        gateway: &GatewayEntry,
        credential: &Credential,
        given: Option<&str>,
    ) -> Result<(), Refusal> {
        let Some(given) = given.filter(|given| !given.is_empty()) else {
            return Err(Refusal::NoCredential(credential.name));
        };
        if given == expected(credential.name) {
            return Ok(());
        }
        match self.given.iter().find(|one| one.is(gateway, credential.name, given)) {
            None => Err(Refusal::BadCredential(credential.name)),
            Some(one) if one.has_ended() => Err(Refusal::ExpiredCredential(credential.name)),
            Some(_) => Ok(()),
        }
    }

    /// Counts a call that is otherwise good, by the tokens that it was made with. Another may have been counted since they
    /// were looked at.
    pub(crate) fn spend(&mut self, entry: &Entry, credentials: &Credentials) -> Result<(), Refusal> {
        for credential in entry.credentials {
            let given = credentials.find(credential.name).map(|secret| secret.reveal()).unwrap_or_default();
            let Some(one) = self.given.iter_mut().find(|one| one.is(&entry.gateway, credential.name, given)) else {
                continue;
            };
            if one.has_ended() {
                return Err(Refusal::ExpiredCredential(credential.name));
            }
            one.calls = one.calls.map(|calls| calls - 1);
        }
        Ok(())
    }

    /// Puts a token of its own wherever an answer brings one, and remembers it.
    pub(crate) fn give(&mut self, entry: &Entry, answer: &mut Answer, mock: &mut Mock) {
        let Ok(mut body) = serde_json::from_slice::<Value>(&answer.body) else { return };
        let mut is_changed = false;
        for yields in entry.yields {
            let Some(place) = body.pointer_mut(yields.pointer) else { continue };
            self.count += 1;
            let value = format!("{}-{}", expected(yields.credential), mock.letters(24));
            *place = value.as_str().into();
            let (mut calls, mut time) = (None, None);
            for fault in self.faults.iter().filter(|fault| fault.befalls(self.count)) {
                match fault.kind {
                    Kind::TokenCalls(most) => calls = Some(most),
                    Kind::TokenTime(most) => time = Some(most),
                    _ => {}
                }
            }
            if let (Some(time), Some(place)) = (time, yields.seconds.and_then(|pointer| body.pointer_mut(pointer))) {
                *place = time.as_secs().into();
            }
            let end = time.and_then(|time| Instant::now().checked_add(time));
            let name = yields.credential;
            self.given.push_back(Given { gateway: entry.gateway.name, name, value, calls, end });
            is_changed = true;
        }
        if is_changed {
            answer.body = body.to_string().into_bytes();
        }
        while self.given.len() > MOST {
            self.given.pop_front();
        }
    }
}

impl Given {
    fn is(&self, gateway: &GatewayEntry, name: &str, value: &str) -> bool {
        self.gateway == gateway.name && self.name == name && self.value == value
    }

    fn has_ended(&self) -> bool {
        self.calls == Some(0) || self.end.is_some_and(|end| end <= Instant::now())
    }
}
