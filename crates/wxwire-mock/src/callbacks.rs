//! What the gateways send by themselves: what settles a call that was taken, and callbacks of their own accord.

mod client;
mod sent;
mod target;

pub use sent::{Kind, Result, Sent, Totals};
pub use target::{Target, TargetError};

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tokio::sync::Semaphore;
use tokio::sync::mpsc::UnboundedSender;
use wxwire::catalog;
use wxwire::imitation::Mock;
use wxwire::operation::{Arrival, Fresh};
use wxwire::secret::Credentials;

use crate::fault::{self, Fault};
use client::Answer;

/// So many are under way at a time.
const MOST: usize = 32;
/// How long after its answer a call is settled.
const PAUSE: Duration = Duration::from_millis(100);
/// How long after one question how a stream goes on the next one comes.
const BETWEEN: Duration = Duration::from_secs(1);
/// A stream that has not ended by then is not asked for any more.
const STREAM: Duration = Duration::from_secs(6 * 60);
/// How long an answer is waited for where the gateway's time is not known.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where callbacks go, and how many come of the gateways' own accord.
#[derive(Clone, Debug, Default)]
pub struct Callbacks {
    /// Where they go. A gateway can have several addresses; what settles a call goes to each.
    pub to: Vec<Target>,
    /// How many come of their own accord, to the addresses in turn.
    pub count: u64,
    /// Who is told of every one that was sent.
    pub watcher: Option<UnboundedSender<Sent>>,
}

/// What sends them.
#[derive(Debug)]
pub(crate) struct Sender {
    callbacks: Callbacks,
    faults: Vec<Fault>,
    /// Chance for contents. The same seed sends the same messages in the same order, whatever calls arrive.
    mock: Mutex<Mock>,
    /// Chance for what is around them, which is asked for as connections come and go.
    envelopes: Mutex<Mock>,
    count: AtomicU64,
    seats: Arc<Semaphore>,
    totals: Mutex<Totals>,
}

/// A callback on its way.
#[derive(Debug)]
struct Callback {
    number: u64,
    target: Target,
    message: String,
    /// When the conversation ends that it belongs to.
    end: Instant,
}

impl Sender {
    pub(crate) fn new(callbacks: Callbacks, faults: &[Fault], seed: u64) -> Arc<Self> {
        let faults = faults.iter().filter(|fault| fault.kind.is_of_callbacks()).copied().collect();
        Arc::new(Self {
            callbacks,
            faults,
            mock: Mutex::new(Mock::new(seed.wrapping_add(1))),
            envelopes: Mutex::new(Mock::new(seed.wrapping_add(2))),
            count: AtomicU64::new(0),
            seats: Arc::new(Semaphore::new(MOST)),
            totals: Mutex::default(),
        })
    }

    /// Whether what the next call asks for comes to nothing.
    pub(crate) fn fails_next(&self) -> bool {
        let next = self.count.load(Ordering::Relaxed) + 1;
        self.faults.iter().any(|fault| fault.kind == fault::Kind::Failed && fault.befalls(next))
    }

    /// Sends what settles a call, after a while.
    pub(crate) fn settle(self: &Arc<Self>, gateway: &str, messages: Vec<String>) {
        let to = self.callbacks.to.iter().filter(|target| target.gateway.name == gateway);
        let pairs = to.flat_map(|target| messages.iter().map(move |message| (target, message)));
        for (target, message) in pairs {
            let (sender, callback) = (Arc::clone(self), self.callback(target, message.clone()));
            tokio::spawn(async move {
                tokio::time::sleep(PAUSE).await;
                sender.converse(callback).await;
            });
        }
    }

    /// Tries the addresses, as the gateways do, and sends what comes of their own accord.
    pub(crate) async fn run(self: Arc<Self>) -> Totals {
        for target in &self.callbacks.to {
            self.try_out(target).await;
        }
        for number in 0..self.callbacks.count {
            let to = self.callbacks.to.len() as u64;
            let Some(target) = number.checked_rem(to).and_then(|at| self.callbacks.to.get(at as usize)) else { break };
            let message = target.gateway.callback(number / to, &target.settings, &mut self.mock());
            let Some(message) = message else { continue };
            let Ok(seat) = Arc::clone(&self.seats).acquire_owned().await else { break };
            let (sender, callback) = (Arc::clone(&self), self.callback(target, message));
            tokio::spawn(async move {
                sender.converse(callback).await;
                drop(seat);
            });
        }
        // All seats are free once all were sent.
        let _all = self.seats.acquire_many(MOST as u32).await;
        *self.totals.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn callback(&self, target: &Target, message: String) -> Callback {
        let number = self.count.fetch_add(1, Ordering::Relaxed) + 1;
        let message = target.gateway.address(message, &target.settings);
        Callback { number, target: target.clone(), message, end: Instant::now() + STREAM }
    }

    /// Sends one, and what follows from the answer to it.
    async fn converse(&self, callback: Callback) {
        let mut next = self.deliver(&callback).await;
        while let Some(callback) = next.filter(|next| Instant::now() < next.end) {
            tokio::time::sleep(BETWEEN).await;
            next = self.deliver(&callback).await;
        }
    }

    /// Sends one until it is answered, as often as its gateway does, with what goes wrong on the way; the one that follows.
    async fn deliver(&self, callback: &Callback) -> Option<Callback> {
        let Callback { number, target, message, .. } = callback;
        let faults = || self.faults.iter().filter(|fault| fault.befalls(*number)).map(|fault| fault.kind);
        for fault in faults() {
            if let fault::Kind::Late(time) = fault {
                tokio::time::sleep(time).await;
            }
        }
        let receiving = catalog::receiving(&target.gateway);
        let forger =
            faults().find(|fault| *fault == fault::Kind::Forged).and_then(|_| receiving.forger(&target.settings));
        if let Some(forger) = forger {
            self.send(callback, Kind::Forged, 1, &forger, false).await;
        }
        let mut answer = None;
        for attempt in 1..=receiving.times() {
            let cut = attempt == 1 && faults().any(|fault| fault == fault::Kind::Cut);
            answer = self.send(callback, Kind::Callback, attempt, &target.settings, cut).await;
            if answer.is_some() {
                break;
            }
        }
        if answer.is_none() {
            self.totals().given_up += 1;
        }
        // A gateway that sends each once does not repeat it by mistake either.
        let repeats = receiving.times() > 1 && faults().any(|fault| fault == fault::Kind::Repeated);
        if answer.is_some() && repeats {
            self.send(callback, Kind::Repeat, 1, &target.settings, false).await;
        }
        let reply = answer.filter(|answer| !answer.body.trim_ascii().is_empty());
        let read = |answer: &Answer| receiving.read(&target.settings, Arrival { query: "", body: &answer.body });
        let reply = reply.and_then(|reply| read(&reply)?.ok());
        let next = reply.and_then(|reply| target.gateway.follow(message.as_bytes(), &reply, &mut self.mock()));
        next.map(|message| Callback { end: callback.end, ..self.callback(target, message) })
    }

    /// Sends one once; the answer, if it was a success.
    async fn send(
        &self,
        callback: &Callback,
        kind: Kind,
        attempt: u32,
        settings: &Credentials,
        cut: bool,
    ) -> Option<Answer> {
        let Callback { number, target, message, .. } = callback;
        let receiving = catalog::receiving(&target.gateway);
        let answer = match receiving.post(settings, message.as_bytes(), self.fresh()) {
            Ok(delivery) if cut => client::cut(&target.url, &delivery).await,
            Ok(delivery) => client::send(&target.url, &delivery, receiving.within.unwrap_or(PATIENCE)).await,
            Err(failure) => Err(Result::Unsealed(failure)),
        };
        self.tell(*number, target, kind, attempt, answer)
    }

    async fn try_out(&self, target: &Target) {
        let receiving = catalog::receiving(&target.gateway);
        let Some(trial) = receiving.trial(&target.settings, self.fresh()) else { return };
        let answer = match trial {
            Ok(trial) => {
                let within = receiving.within.unwrap_or(PATIENCE);
                let answer = client::send(&target.url, &trial.delivery, within).await;
                let is_right = |answer: &Answer| {
                    answer.status != 200 || trial.expected.as_ref().is_none_or(|expected| *expected == answer.body)
                };
                answer.and_then(|answer| if is_right(&answer) { Ok(answer) } else { Err(Result::WrongAnswer) })
            }
            Err(failure) => Err(Result::Unsealed(failure)),
        };
        self.tell(0, target, Kind::Trial, 1, answer);
    }

    /// Tells what became of one, and gives the answer if it was a success.
    fn tell(
        &self,
        number: u64,
        target: &Target,
        kind: Kind,
        attempt: u32,
        answer: std::result::Result<Answer, Result>,
    ) -> Option<Answer> {
        let (status, result) = match &answer {
            Ok(answer) if answer.status == 200 => (Some(200), Result::Taken),
            Ok(answer) => (Some(answer.status), Result::Refused),
            Err(result) => (None, result.clone()),
        };
        self.totals().count(kind, &result);
        if let Some(watcher) = &self.callbacks.watcher {
            let (gateway, url) = (target.gateway.name, target.url.to_string());
            // A watcher may have gone; the mock goes on.
            let _ = watcher.send(Sent { number, gateway, url, kind, attempt, status, result });
        }
        answer.ok().filter(|answer| answer.status == 200)
    }

    fn fresh(&self) -> Fresh {
        let mut mock = self.envelopes.lock().unwrap_or_else(PoisonError::into_inner);
        let random = mock.letters(16).into_bytes().try_into().unwrap_or_default();
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map(|now| now.as_secs()).unwrap_or_default();
        Fresh { random, nonce: mock.below(1 << 32).to_string(), timestamp: now.to_string() }
    }

    fn mock(&self) -> std::sync::MutexGuard<'_, Mock> {
        self.mock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn totals(&self) -> std::sync::MutexGuard<'_, Totals> {
        self.totals.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
