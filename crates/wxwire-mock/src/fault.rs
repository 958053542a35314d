//! What can go wrong on request, and how a person writes it: `delay=2s`, `reset`, `429=7`, `truncated@3`.

use std::fmt;
use std::num::NonZeroU64;
use std::str::FromStr;
use std::time::Duration;

use wxwire::imitation::{Mock, Twist};
use wxwire::lang::{Lang, Words};
use wxwire::layer::json::Tree;
use wxwire::operation::Entry;
use wxwire::secret::Credential;
use wxwire::token::Fetch;

/// A fault, and the call that it befalls.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Fault {
    /// What goes wrong.
    pub kind: Kind,
    /// The only call that it befalls, 1 for the first; every call if there is none.
    pub only: Option<NonZeroU64>,
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// The answer is late. Goes together with any other fault.
    Delay(Duration),
    /// The call is read to its end, then the connection is reset without an answer.
    Reset,
    /// HTTP 500.
    ServerError,
    /// HTTP 429, after so many seconds again.
    RateLimited(Option<u64>),
    /// HTTP 200 and a proxy's HTML page.
    Html,
    /// The right answer, cut in the middle.
    Truncated,
    /// The gateway's own way to fail inside a success.
    Twisted(Twist),
    /// A token that the mock gives is good for so many calls.
    TokenCalls(u64),
    /// A token that the mock gives is good for so long, in whole seconds.
    TokenTime(Duration),
}

impl Kind {
    /// Whether it is about tokens that the mock gives, and befalls no call by itself.
    pub(crate) fn is_of_tokens(self) -> bool {
        matches!(self, Self::TokenCalls(_) | Self::TokenTime(_))
    }
}

impl Fault {
    /// How each is written, and what it does.
    pub const KNOWN: &[(&str, Words)] = &[
        (
            "delay=2s",
            Words::new("延迟后再正常回复，单位 s 或 ms", "answers late, in s or ms; goes together with any other"),
        ),
        (
            "reset",
            Words::new(
                "读完请求后重置连接，不回复",
                "reads the whole call, then resets the connection without an answer",
            ),
        ),
        ("500", Words::new("回复 HTTP 500", "answers HTTP 500")),
        (
            "429=7",
            Words::new(
                "限流：回复 HTTP 429，Retry-After 为 7 秒；不写秒数则没有该头",
                "rate limited: HTTP 429, Retry-After 7 seconds; no such header without the number",
            ),
        ),
        ("html", Words::new("HTTP 200，但正文是代理的 HTML 错误页", "HTTP 200 with the HTML error page of a proxy")),
        ("truncated", Words::new("正常回复的 JSON 从中间截断", "the right answer, its JSON cut in the middle")),
        ("inner_failure", Words::new("外层成功，内层失败", "success outside, failure inside")),
        (
            "fewer_results",
            Words::new(
                "只接收一部分：结果少于消息条数，或列出未接收者",
                "takes a part only: fewer results than messages, or a list of who was left out",
            ),
        ),
        (
            "token_calls=3",
            Words::new(
                "获取到的 token 只能用 3 次，之后按网关自己的错误码拒绝；@N 只对第 N 个 token 生效",
                "a token that is fetched is good for 3 calls, then refused with the gateway's own code; @N: only the Nth token",
            ),
        ),
        (
            "token_time=60s",
            Words::new(
                "获取到的 token 有效期为 60 秒，回复中也这样写；@N 同上",
                "a token that is fetched is good for 60 seconds, as its answer says; @N as above",
            ),
        ),
    ];

    /// What can stand behind each.
    pub const ONLY: (&str, Words) =
        ("@N", Words::new("加在末尾，只对第 N 个请求生效", "after any of them: only on the Nth call"));

    /// Whether an operation can go wrong in this way. Its own answer knows.
    pub fn fits(&self, entry: &Entry) -> bool {
        let twist = match self.kind {
            Kind::Twisted(twist) => twist,
            Kind::TokenCalls(_) | Kind::TokenTime(_) => return has_token(entry),
            _ => return true,
        };
        let mut mock = Mock::new(0);
        mock.twist = twist;
        let Some(example) = entry.examples().into_iter().next() else { return false };
        Tree::parse(&example.values).is_ok_and(|tree| entry.answer(tree.root(), &mut mock).is_some())
    }

    /// Whether it befalls this call.
    pub(crate) fn befalls(&self, number: u64) -> bool {
        self.only.is_none_or(|only| only.get() == number)
    }
}

impl FromStr for Fault {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Self, FaultError> {
        let unknown = || FaultError(text.to_owned());
        let (kind, only) = match text.split_once('@') {
            Some((kind, only)) => (kind, Some(only.parse().map_err(|_| unknown())?)),
            None => (text, None),
        };
        let kind = read_kind(kind).ok_or_else(unknown)?;
        Ok(Self { kind, only })
    }
}

/// Whether a call brings a token, or takes one that another call brings.
fn has_token(entry: &Entry) -> bool {
    let is_fetched = |one: &Credential| one.required && Fetch::ways(&entry.gateway, one.name).next().is_some();
    !entry.yields.is_empty() || entry.credentials.iter().any(is_fetched)
}

fn read_kind(text: &str) -> Option<Kind> {
    Some(match text.split_once('=') {
        Some(("delay", time)) => Kind::Delay(read_time(time)?),
        Some(("token_calls", calls)) => Kind::TokenCalls(calls.parse().ok()?),
        Some(("token_time", time)) => Kind::TokenTime(read_time(time).filter(|time| time.subsec_nanos() == 0)?),
        Some(("429", seconds)) => Kind::RateLimited(Some(seconds.parse().ok()?)),
        Some(_) => return None,
        None => match text {
            "reset" => Kind::Reset,
            "500" => Kind::ServerError,
            "429" => Kind::RateLimited(None),
            "html" => Kind::Html,
            "truncated" => Kind::Truncated,
            "inner_failure" => Kind::Twisted(Twist::InnerFailure),
            "fewer_results" => Kind::Twisted(Twist::FewerResults),
            _ => return None,
        },
    })
}

/// As a person writes it.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Kind::Delay(time) => write!(f, "delay={}ms", time.as_millis()),
            Kind::Reset => f.write_str("reset"),
            Kind::ServerError => f.write_str("500"),
            Kind::RateLimited(None) => f.write_str("429"),
            Kind::RateLimited(Some(seconds)) => write!(f, "429={seconds}"),
            Kind::Html => f.write_str("html"),
            Kind::Truncated => f.write_str("truncated"),
            Kind::TokenCalls(calls) => write!(f, "token_calls={calls}"),
            Kind::TokenTime(time) => write!(f, "token_time={}s", time.as_secs()),
            Kind::Twisted(Twist::FewerResults) => f.write_str("fewer_results"),
            Kind::Twisted(_) => f.write_str("inner_failure"),
        }?;
        self.only.map_or(Ok(()), |only| write!(f, "@{only}"))
    }
}

/// `500ms` or `2s`.
fn read_time(text: &str) -> Option<Duration> {
    match text.strip_suffix("ms") {
        Some(milliseconds) => Some(Duration::from_millis(milliseconds.parse().ok()?)),
        None => Some(Duration::from_secs(text.strip_suffix('s')?.parse().ok()?)),
    }
}

/// A text that is no fault.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FaultError(String);

impl FaultError {
    /// The error in words, with what is known.
    pub fn message(&self, lang: Lang) -> String {
        let known: Vec<_> = Fault::KNOWN.iter().map(|(text, _)| *text).collect();
        let (known, (only, behind)) = (known.join(", "), Fault::ONLY);
        match lang {
            Lang::Zh => format!("没有这种故障：{:?}；可用：{known}；{only}：{}", self.0, behind.zh),
            Lang::En => format!("no such fault: {:?}; known: {known}; {only}: {}", self.0, behind.en),
        }
    }
}

impl fmt::Display for FaultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for FaultError {}
