//! What can go wrong on request, and when.

mod error;
mod text;

pub use error::FaultError;

use std::num::NonZeroU64;
use std::time::Duration;

use wxwire::imitation::{Mock, Twist};
use wxwire::lang::Words;
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

/// Whether a call brings a token, or takes one that another call brings.
fn has_token(entry: &Entry) -> bool {
    let is_fetched = |one: &Credential| one.required && Fetch::ways(&entry.gateway, one.name).next().is_some();
    !entry.yields.is_empty() || entry.credentials.iter().any(is_fetched)
}
