//! What can go wrong on request, and how a person writes it: `delay=2s`, `reset`, `429=7`, `truncated@3`.

use std::fmt;
use std::num::NonZeroU64;
use std::str::FromStr;
use std::time::Duration;

use wxwire::imitation::{Mock, Twist};
use wxwire::lang::{Lang, Words};
use wxwire::layer::json::Tree;
use wxwire::operation::{Answers, Body, Entry};
use wxwire::secret::Credential;
use wxwire::token::Fetch;

/// A fault, and when it happens.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Fault {
    /// What goes wrong.
    pub kind: Kind,
    /// With which calls.
    pub when: When,
}

/// With which calls a fault happens; of faults of tokens and callbacks, with which of these.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum When {
    /// With each.
    Always,
    /// Only with this one, 1 for the first.
    Only(NonZeroU64),
    /// With one of so many: the third, the sixth, …
    Every(NonZeroU64),
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
    /// A file that was uploaded is kept for so long.
    FileTime(Duration),
    /// So many calls of one operation a minute; further ones are refused in the gateway's own way.
    Rate(u64),
    /// As often as the gateway documents it.
    Rates,
    /// A forged callback comes before the true one.
    Forged,
    /// A callback is sent once more although it was answered.
    Repeated,
    /// A callback's connection breaks off in the middle, the first time.
    Cut,
    /// A callback comes so much later.
    Late(Duration),
    /// What was sent comes to nothing, and the callback says so.
    Failed,
}

impl Kind {
    /// Whether it is about tokens that the mock gives, and befalls no call by itself.
    pub(crate) fn is_of_tokens(self) -> bool {
        matches!(self, Self::TokenCalls(_) | Self::TokenTime(_))
    }

    /// Whether it is about what calls leave behind, and befalls no single call.
    pub(crate) fn is_of_state(self) -> bool {
        self.is_of_tokens() || matches!(self, Self::FileTime(_) | Self::Rate(_) | Self::Rates)
    }

    /// Whether it is about callbacks that the mock sends.
    pub fn is_of_callbacks(self) -> bool {
        matches!(self, Self::Forged | Self::Repeated | Self::Cut | Self::Late(_) | Self::Failed)
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
        (
            "file_time=60s",
            Words::new(
                "上传的文件保留 60 秒，之后按网关自己的错误码拒绝；@N 只对第 N 个文件生效",
                "an uploaded file is kept for 60 seconds, then refused with the gateway's own code; @N: only the Nth file",
            ),
        ),
        (
            "rate=20",
            Words::new(
                "同一操作每分钟最多 20 次，超过后按网关自己的方式拒绝",
                "20 calls of one operation a minute, further ones refused in the gateway's own way",
            ),
        ),
        ("rates", Words::new("按文档写明的频率限制，超过后拒绝", "the same by the rates that the gateway documents")),
        (
            "callback_forged",
            Words::new(
                "真回调之前先来一个伪造的，签名或密钥不对；@N 只对第 N 个回调生效，以下同",
                "a forged callback comes before the true one, made with other secrets; @N: only the Nth callback, below too",
            ),
        ),
        (
            "callback_repeated",
            Words::new("回调得到应答后再发一次", "a callback is sent once more although it was answered"),
        ),
        (
            "callback_cut",
            Words::new(
                "回调第一次发到一半就断开；网关会重发的，接着重发",
                "a callback breaks off in the middle; it comes again where the gateway sends again",
            ),
        ),
        ("callback_late=5s", Words::new("回调晚到", "a callback comes so much later")),
        (
            "callback_failed",
            Words::new(
                "发送被接受，但随后失败，由回调告知（仅限会告知的网关）",
                "what was taken fails afterwards, and a callback says so, where the gateway tells that",
            ),
        ),
    ];

    /// What can stand behind each.
    pub const WHEN: [(&str, Words); 2] = [
        ("@N", Words::new("加在末尾，只对第 N 个请求生效", "after any of them: only on the Nth call")),
        ("/N", Words::new("加在末尾，每 N 个请求生效一次", "after any of them: on every Nth call")),
    ];

    /// Whether an operation can go wrong in this way. Its own answer knows.
    pub fn fits(&self, entry: &Entry) -> bool {
        let twist = match self.kind {
            Kind::Twisted(twist) => twist,
            Kind::TokenCalls(_) | Kind::TokenTime(_) => return has_token(entry),
            Kind::FileTime(_) => return entry.answers == Answers::Bytes || entry.body == Body::Multipart,
            Kind::Rates => return !entry.rates.is_empty(),
            kind if kind.is_of_callbacks() => return false,
            _ => return true,
        };
        let mut mock = Mock::new(0);
        mock.twist = twist;
        let Some(example) = entry.examples().into_iter().next() else { return false };
        Tree::parse(&example.values).is_ok_and(|tree| entry.answer(tree.root(), &mut mock).is_some())
    }

    /// Whether it befalls this call.
    pub(crate) fn befalls(&self, number: u64) -> bool {
        match self.when {
            When::Always => true,
            When::Only(only) => only.get() == number,
            When::Every(every) => number.is_multiple_of(every.get()),
        }
    }
}

impl FromStr for Fault {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Self, FaultError> {
        let number = |number: &str| number.parse().map_err(|_| FaultError::Which(text.to_owned()));
        let (kind, when) = match (text.split_once('@'), text.split_once('/')) {
            (Some((kind, only)), _) => (kind, When::Only(number(only)?)),
            (None, Some((kind, every))) => (kind, When::Every(number(every)?)),
            (None, None) => (text, When::Always),
        };
        let kind = read_kind(kind).ok_or_else(|| FaultError::of(text, kind))?;
        Ok(Self { kind, when })
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
        Some(("file_time", time)) => Kind::FileTime(read_time(time)?),
        Some(("rate", times)) => Kind::Rate(times.parse().ok()?),
        Some(("callback_late", time)) => Kind::Late(read_time(time)?),
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
            "rates" => Kind::Rates,
            "callback_forged" => Kind::Forged,
            "callback_repeated" => Kind::Repeated,
            "callback_cut" => Kind::Cut,
            "callback_failed" => Kind::Failed,
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
            Kind::FileTime(time) => write!(f, "file_time={}ms", time.as_millis()),
            Kind::Rate(times) => write!(f, "rate={times}"),
            Kind::Rates => f.write_str("rates"),
            Kind::Forged => f.write_str("callback_forged"),
            Kind::Repeated => f.write_str("callback_repeated"),
            Kind::Cut => f.write_str("callback_cut"),
            Kind::Late(time) => write!(f, "callback_late={}ms", time.as_millis()),
            Kind::Failed => f.write_str("callback_failed"),
            Kind::Twisted(Twist::FewerResults) => f.write_str("fewer_results"),
            Kind::Twisted(_) => f.write_str("inner_failure"),
        }?;
        match self.when {
            When::Always => Ok(()),
            When::Only(only) => write!(f, "@{only}"),
            When::Every(every) => write!(f, "/{every}"),
        }
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
pub enum FaultError {
    /// There is none of this name.
    Name(String),
    /// What stands behind the name is not what it takes; how it is written.
    Argument(String, &'static str),
    /// What stands behind `@` or `/` is no number from 1.
    Which(String),
}

impl FaultError {
    /// What is wrong with a text, of which this part should be the name and what it takes.
    fn of(text: &str, kind: &str) -> Self {
        let name = |kind: &'_ str| kind.split('=').next().unwrap_or_default().to_owned();
        let known = Fault::KNOWN.iter().find(|(known, _)| name(known) == name(kind));
        known.map_or_else(|| Self::Name(text.to_owned()), |(known, _)| Self::Argument(text.to_owned(), known))
    }

    /// The error in words, with what would be right.
    pub fn message(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Name(text), lang) => {
                let known: Vec<_> = Fault::KNOWN.iter().map(|(text, _)| *text).collect();
                let when = Fault::WHEN.iter().map(|(text, words)| format!("{text} {}", words.get(lang)));
                let when: Vec<_> = when.collect();
                match lang {
                    Lang::Zh => format!("没有这种故障：{text}；可用 {}；{}", known.join("、"), when.join("；")),
                    Lang::En => format!("no such fault: {text}; known: {}; {}", known.join(", "), when.join("; ")),
                }
            }
            (Self::Argument(text, known), Lang::Zh) => format!("参数不对：{text}；写法如 {known}"),
            (Self::Argument(text, known), Lang::En) => format!("{text} is written otherwise, as in {known}"),
            (Self::Which(text), Lang::Zh) => format!("{text}：@ 和 / 后面应为从 1 开始的整数"),
            (Self::Which(text), Lang::En) => format!("{text}: behind @ or / stands a whole number from 1"),
        }
    }
}

impl fmt::Display for FaultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for FaultError {}
