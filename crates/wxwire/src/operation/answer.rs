//! What the mock needs to speak for a gateway. Pure: ids come from a seed, the time from a counter.

use serde_json::Value;

/// An HTTP answer with a JSON body, or with none.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Headers beside the content type.
    pub headers: Vec<(&'static str, String)>,
    /// The body; none for an empty one.
    pub body: Option<Value>,
}

impl Answer {
    /// HTTP 200 with this body.
    pub fn ok(body: Value) -> Self {
        Self { status: 200, headers: vec![], body: Some(body) }
    }

    /// This status and no body.
    pub fn bare(status: u16) -> Self {
        Self { status, headers: vec![], body: None }
    }
}

/// Why a gateway refuses a call before it looks at what the call wants.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Refusal {
    /// No operation has this path.
    UnknownPath,
    /// The operation has another method.
    WrongMethod,
    /// A required credential is absent; its name.
    NoCredential(&'static str),
    /// A credential is wrong; its name.
    BadCredential(&'static str),
    /// The body breaks a rule at this path.
    BadBody(String),
    /// Too many calls.
    RateLimited,
}

/// How an answer should go wrong.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Twist {
    /// Not at all.
    #[default]
    None,
    /// Success outside, failure inside.
    InnerFailure,
    /// Fewer results than messages.
    FewerResults,
}

/// Where a mock's ids and times come from.
#[derive(Clone, Debug)]
pub struct Mock {
    state: u64,
    seconds: u64,
    /// How this answer should go wrong.
    pub twist: Twist,
}

impl Mock {
    /// The same seed gives the same ids.
    pub fn new(seed: u64) -> Self {
        // 2026-01-01 00:00 UTC; the mock's clock goes on a second with each call.
        Self { state: seed, seconds: 1_767_225_600, twist: Twist::None }
    }

    /// The mock's time, in Unix seconds; each question takes a second.
    pub fn seconds(&mut self) -> u64 {
        self.seconds += 1;
        self.seconds
    }

    /// A number below `limit` (splitmix64).
    pub fn below(&mut self, limit: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit.max(1)
    }

    /// An id as large as WeChat's: beyond 2^53, within i64.
    pub fn large_id(&mut self) -> u64 {
        (1 << 62) + self.below(1 << 61)
    }

    /// Letters and digits.
    pub fn letters(&mut self, length: usize) -> String {
        const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        (0..length).map(|_| char::from(ALPHABET[self.below(62) as usize])).collect()
    }
}
