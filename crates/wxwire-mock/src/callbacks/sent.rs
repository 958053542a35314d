//! What became of a callback that was sent, for whoever watches the mock.

use wxwire::crypto::Failure;
use wxwire::lang::{Lang, Words};

/// A callback that was sent, and what became of it.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Which callback it is: 1 for the first; 0 for the trial of an address.
    pub number: u64,
    /// The name of its gateway.
    pub gateway: &'static str,
    /// Where it went.
    pub url: String,
    /// Why it was sent.
    pub kind: Kind,
    /// Which time it was sent.
    pub attempt: u32,
    /// The HTTP status of the answer, if there was one.
    pub status: Option<u16>,
    /// What became of it.
    pub result: Result,
}

/// Why a callback was sent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// To see whether the address is good.
    Trial,
    /// A true one.
    Callback,
    /// A true one again, although it was answered.
    Repeat,
    /// A forged one.
    Forged,
}

impl Kind {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Trial => "trial",
            Self::Callback => "callback",
            Self::Repeat => "repeat",
            Self::Forged => "forged",
        }
    }

    /// The name for a person.
    pub fn words(self) -> Words {
        match self {
            Self::Trial => Words::new("验证地址", "trial of the address"),
            Self::Callback => Words::new("回调", "callback"),
            Self::Repeat => Words::new("重复的回调", "repeated callback"),
            Self::Forged => Words::new("伪造的回调", "forged callback"),
        }
    }
}

/// What became of a callback.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Result {
    /// HTTP 200.
    Taken,
    /// Another status.
    Refused,
    /// HTTP 200, and not the answer that proves that the address is good.
    WrongAnswer,
    /// No answer in time.
    TimedOut,
    /// Nobody listens there.
    NoConnection,
    /// The connection broke off.
    Broken,
    /// It was cut on purpose.
    Cut,
    /// It could not be sealed.
    Unsealed(Failure),
}

impl Result {
    /// The stable name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Refused => "refused",
            Self::WrongAnswer => "wrong_answer",
            Self::TimedOut => "timeout",
            Self::NoConnection => "no_connection",
            Self::Broken => "broken",
            Self::Cut => "cut",
            Self::Unsealed(_) => "unsealed",
        }
    }

    /// The result in words.
    pub fn message(&self, lang: Lang) -> String {
        let words = match self {
            Self::Taken => Words::new("已接收", "taken"),
            Self::Refused => Words::new("被拒绝：只有 HTTP 200 算成功", "refused: only HTTP 200 is a success"),
            Self::WrongAnswer => Words::new("应答的内容不对", "answered with the wrong text"),
            Self::TimedOut => Words::new("超时未应答", "no answer in time"),
            Self::NoConnection => Words::new("无法连接", "no connection"),
            Self::Broken => Words::new("连接中断", "the connection broke off"),
            Self::Cut => Words::new("按要求在中途断开", "cut on purpose"),
            Self::Unsealed(failure) => return failure.words(lang),
        };
        words.get(lang).to_owned()
    }
}

/// How many there were of each.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Totals {
    /// True ones that were taken.
    pub taken: u64,
    /// True ones that were not taken as often as they were sent.
    pub given_up: u64,
    /// How often true ones were sent, and not taken.
    pub failed_attempts: u64,
    /// Repeats of what was taken already.
    pub repeats: u64,
    /// Forged ones.
    pub forged: u64,
    /// Forged ones that were taken.
    pub forged_taken: u64,
}

impl Totals {
    pub(super) fn count(&mut self, kind: Kind, result: &Result) {
        let is_taken = *result == Result::Taken;
        match kind {
            Kind::Trial => {}
            Kind::Callback if is_taken => self.taken += 1,
            Kind::Callback => self.failed_attempts += 1,
            Kind::Repeat => self.repeats += 1,
            Kind::Forged => {
                self.forged += 1;
                self.forged_taken += u64::from(is_taken);
            }
        }
    }
}
