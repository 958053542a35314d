//! What the mock needs to speak for a gateway. Pure: ids come from a seed, the time from a counter.

use std::collections::VecDeque;

use serde_json::Value;

use crate::lang::{Lang, Words};

/// An HTTP answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The content type; none where there is no body.
    pub content_type: Option<&'static str>,
    /// Headers beside it.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// HTTP 200 with this body.
    pub fn ok(body: &Value) -> Self {
        let body = body.to_string().into_bytes();
        Self { status: 200, content_type: Some("application/json; charset=utf-8"), headers: vec![], body }
    }

    /// HTTP 200 with a file.
    pub fn file(mock: &mut Mock) -> Self {
        let body = [b"a file of the mock \0 \xff ", mock.letters(32).as_bytes()].concat();
        Self { status: 200, content_type: Some("application/octet-stream"), headers: vec![], body }
    }

    /// A reply as a document shows it.
    pub fn shown(status: u16, body: &str) -> Self {
        let content_type = Some("application/json; charset=utf-8");
        Self { status, content_type, headers: vec![], body: body.as_bytes().to_vec() }
    }

    /// This status and no body.
    pub fn bare(status: u16) -> Self {
        Self { status, content_type: None, headers: vec![], body: vec![] }
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
    /// A credential was right once, and has ended; its name.
    ExpiredCredential(&'static str),
    /// The body breaks a rule at this path.
    BadBody(String),
    /// A file was there once, and is kept no longer; its id.
    ExpiredFile(String),
    /// Too many calls.
    RateLimited,
}

impl Refusal {
    /// The stable name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::UnknownPath => "unknown_path",
            Self::WrongMethod => "wrong_method",
            Self::NoCredential(_) => "no_credential",
            Self::BadCredential(_) => "bad_credential",
            Self::ExpiredCredential(_) => "expired_credential",
            Self::BadBody(_) => "bad_body",
            Self::ExpiredFile(_) => "expired_file",
            Self::RateLimited => "rate_limited",
        }
    }

    /// The refusal in words.
    pub fn message(&self, lang: Lang) -> String {
        let (words, what) = match self {
            Self::UnknownPath => (Words::new("没有操作使用这个路径", "no operation has this path"), ""),
            Self::WrongMethod => (Words::new("HTTP 方法不对", "the operation has another method"), ""),
            Self::NoCredential(name) => (Words::new("缺少凭据", "a credential is absent"), *name),
            Self::BadCredential(name) => (Words::new("凭据不是模拟网关的", "a credential is not the mock's"), *name),
            Self::ExpiredCredential(name) => (Words::new("凭据已过期", "a credential has ended"), *name),
            Self::BadBody(path) => (Words::new("内容未通过检查", "the values do not pass the check"), path.as_str()),
            Self::ExpiredFile(id) => (Words::new("文件已过期", "a file is kept no longer"), id.as_str()),
            Self::RateLimited => (Words::new("请求过多", "too many calls"), ""),
        };
        let colon = if lang == Lang::Zh { "：" } else { ": " };
        let words = words.get(lang);
        if what.is_empty() { words.to_owned() } else { format!("{words}{colon}{what}") }
    }
}

/// How an answer should go wrong.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Twist {
    /// Not at all.
    #[default]
    None,
    /// Success outside, failure inside.
    InnerFailure,
    /// A part is not taken: fewer results than messages, or a list of what was left out.
    FewerResults,
}

/// Where a mock's ids and times come from.
#[derive(Clone, Debug)]
pub struct Mock {
    state: u64,
    seconds: u64,
    /// How this answer should go wrong.
    pub twist: Twist,
    /// What a later question will be told, by whom it concerns.
    told: VecDeque<(String, Value)>,
}

/// So much is kept for later questions; what is older is forgotten.
const MOST_TOLD: usize = 1000;

impl Mock {
    /// The same seed gives the same ids.
    pub fn new(seed: u64) -> Self {
        // 2026-01-01 00:00 UTC; the mock's clock goes on a second with each call.
        Self { state: seed, seconds: 1_767_225_600, twist: Twist::None, told: VecDeque::new() }
    }

    /// The mock's time, in Unix seconds; each question takes a second.
    pub fn seconds(&mut self) -> u64 {
        self.seconds += 1;
        self.seconds
    }

    /// Keeps something for a later question.
    pub(crate) fn tell_later(&mut self, whom: &str, what: Value) {
        self.told.push_back((whom.to_owned(), what));
        if self.told.len() > MOST_TOLD {
            self.told.pop_front();
        }
    }

    /// All that was kept for a question, which is told once.
    pub(crate) fn told(&mut self, whom: &str) -> Vec<Value> {
        let (now, later) = std::mem::take(&mut self.told).into_iter().partition(|(of, _)| of == whom);
        self.told = later;
        let now: VecDeque<_> = now;
        now.into_iter().map(|(_, what)| what).collect()
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

    /// A reply as the vendor shows it, but with ids of its own at these pointers.
    pub fn fresh(&mut self, reply: &str, ids: &[&str]) -> Value {
        let mut reply = serde_json::from_str(reply).unwrap_or_default();
        for id in ids {
            let steps: Vec<_> = id.split('/').skip(1).collect();
            self.renew(&mut reply, &steps);
        }
        reply
    }

    fn renew(&mut self, value: &mut Value, steps: &[&str]) {
        match (steps, value) {
            (["*", rest @ ..], Value::Array(items)) => items.iter_mut().for_each(|item| self.renew(item, rest)),
            ([step, rest @ ..], Value::Object(members)) => {
                if let Some(member) = members.get_mut(*step) {
                    self.renew(member, rest);
                }
            }
            ([], Value::String(id)) => {
                // What it begins with tells what it is.
                let kept = id.char_indices().nth(2).map_or(id.len(), |(at, _)| at);
                *id = [&id[..kept], &self.letters(id.len() - kept)].concat();
            }
            ([], value @ Value::Number(_)) => *value = self.large_id().into(),
            _ => {}
        }
    }

    /// Letters and digits.
    pub fn letters(&mut self, length: usize) -> String {
        const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        (0..length).map(|_| char::from(ALPHABET[self.below(62) as usize])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The generator's published first numbers: what a seed gives stays the same for ever.
    #[test]
    fn a_seed_gives_the_numbers_of_splitmix64() {
        let mut mock = Mock::new(1_234_567);
        let numbers = [(); 3].map(|()| mock.below(u64::MAX));
        assert_eq!(numbers, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
        let mut mock = Mock::new(1);
        let ids = [(); 1000].map(|()| mock.large_id());
        assert!(ids.iter().all(|id| (1 << 62..(1 << 62) + (1 << 61)).contains(id)));
        assert!((0..10).all(|number| (0..1000).any(|_| mock.below(10) == number)));
    }

    #[test]
    fn each_question_takes_a_second() {
        let mut mock = Mock::new(1);
        let told = [(); 100].map(|()| mock.seconds());
        assert!(told[0] > 1_767_225_600 && told.windows(2).all(|pair| pair[1] == pair[0] + 1));
    }
}
