//! The reasons of verdicts, and their words.

use serde_json::{Value, json};

use super::Level;
use crate::lang::{Lang, Words};

/// One reason for a verdict.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Reason {
    /// What was seen.
    pub why: Why,
    /// Where in the reply; empty for the whole, or where there is no reply.
    pub path: String,
    /// What stood there: a code, a text, a number.
    pub detail: String,
    /// What that means, where it is known.
    pub meaning: Option<Words>,
}

/// What was seen. The names are stable.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Why {
    /// The check found what refuses it.
    Problems,
    /// The host's name was not found.
    Dns,
    /// No connection.
    Connect,
    /// No connection through the proxy.
    Proxy,
    /// No secure connection.
    Tls,
    /// No certificate to tell a secure connection by.
    NoCertificates,
    /// No answer within the time.
    Timeout,
    /// Somebody ended the wait before an answer.
    Interrupted,
    /// The connection ended before an answer.
    Reset,
    /// An HTTP status that is no answer of the gateway's.
    HttpStatus,
    /// The status or something else around the body says no, and the body says yes.
    Contradiction,
    /// An HTTP status that says that nothing was done.
    NotProcessed,
    /// The answer is not JSON.
    NotJson,
    /// The answer holds nothing that the gateway is known to say.
    NoCode,
    /// The gateway's own code says no.
    Code,
    /// A code inside a success says no.
    InnerCode,
    /// The code of one part says no, where others were taken.
    PartCode,
    /// The credentials are wrong, expired or not enough.
    Credentials,
    /// The address that the call came from is not one that the gateway trusts.
    Address,
    /// Too many calls.
    RateLimited,
    /// Fewer parts were taken in than were sent.
    Missing,
    /// Nothing was taken in, though the outer code says yes.
    NothingTaken,
    /// An id that should be there is absent or 0.
    NoId,
    /// A success that names another receiver than the one that was sent to: it may answer another message.
    OtherReceiver,
    /// A success with nothing in it of the call that it answers, and with other things: it may answer another call.
    OtherCall,
    /// A success whose text warns.
    Warning,
    /// The code is none that is known for a success or for an error.
    UnknownCode,
    /// The HTTP status alone says what happened: nothing more is known of these replies, or they have no body.
    StatusOnly,
    /// A callback or a query says that it was not sent.
    SendFailed,
    /// A callback or a query says that it was sent.
    Sent,
    /// The answer to a call for a token brings none.
    NoToken,
    /// Another process has been fetching the token for too long.
    TokenBusy,
}

impl Why {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Problems => "problems",
            Self::Dns => "dns",
            Self::Connect => "connect",
            Self::Proxy => "proxy",
            Self::Tls => "tls",
            Self::NoCertificates => "no_certificates",
            Self::Timeout => "timeout",
            Self::Interrupted => "interrupted",
            Self::Reset => "reset",
            Self::HttpStatus => "http_status",
            Self::Contradiction => "contradiction",
            Self::NotProcessed => "not_processed",
            Self::NotJson => "not_json",
            Self::NoCode => "no_code",
            Self::Code => "code",
            Self::InnerCode => "inner_code",
            Self::PartCode => "part_code",
            Self::Credentials => "credentials",
            Self::Address => "address",
            Self::RateLimited => "rate_limited",
            Self::Missing => "missing",
            Self::NothingTaken => "nothing_taken",
            Self::NoId => "no_id",
            Self::OtherReceiver => "other_receiver",
            Self::OtherCall => "other_call",
            Self::Warning => "warning",
            Self::UnknownCode => "unknown_code",
            Self::StatusOnly => "status_only",
            Self::SendFailed => "send_failed",
            Self::Sent => "sent",
            Self::NoToken => "no_token",
            Self::TokenBusy => "token_busy",
        }
    }

    /// The level that it forces, if it does.
    pub(super) fn level(self) -> Option<Level> {
        match self {
            Self::Problems => Some(Level::Invalid),
            Self::Dns | Self::Connect | Self::Proxy | Self::Tls | Self::NoCertificates | Self::TokenBusy => {
                Some(Level::NotSent)
            }
            Self::Timeout
            | Self::Reset
            | Self::HttpStatus
            | Self::Contradiction
            | Self::NotJson
            | Self::NoCode
            | Self::OtherCall
            | Self::NoToken => Some(Level::Unknown),
            Self::NotProcessed
            | Self::Code
            | Self::InnerCode
            | Self::Credentials
            | Self::Address
            | Self::RateLimited
            | Self::NothingTaken => Some(Level::Refused),
            Self::Missing => Some(Level::Partial),
            Self::SendFailed => Some(Level::Failed),
            Self::Interrupted
            | Self::Sent
            | Self::PartCode
            | Self::NoId
            | Self::OtherReceiver
            | Self::Warning
            | Self::UnknownCode
            | Self::StatusOnly => None,
        }
    }

    fn words(self) -> Words {
        let (zh, en) = match self {
            Self::Problems => ("检查发现的问题", "the check found problems"),
            Self::Dns => ("找不到主机，请检查地址", "the host was not found; check the address"),
            Self::Connect => ("无法连接，请检查地址和网络", "no connection; check the address and the network"),
            Self::Proxy => ("经代理无法连接，请检查代理", "no connection through the proxy; check the proxy"),
            Self::Tls => ("无法建立安全连接", "no secure connection"),
            Self::NoCertificates => (
                "本机没有根证书，无法验证 https；请安装 ca-certificates，或用 SSL_CERT_FILE 指出",
                "no root certificates on this machine to check https with; install ca-certificates, or name them with \
                 SSL_CERT_FILE",
            ),
            Self::Interrupted => ("在得到回复之前被中断", "interrupted before an answer"),
            Self::Timeout => ("超时没有回复，请求可能已生效", "no answer in time; the call may have had its effect"),
            Self::Reset => (
                "连接在回复之前断开，请求可能已生效",
                "the connection ended before an answer; the call may have had its effect",
            ),
            Self::HttpStatus => ("HTTP 状态码", "HTTP status"),
            Self::Contradiction => (
                "外层表示拒绝，正文却表示成功；请求可能已生效",
                "what is around it says no, the body says yes; the call may have had its effect",
            ),
            Self::NotProcessed => ("HTTP 状态码表示请求没有处理", "by its HTTP status the call was not processed"),
            Self::NotJson => ("回复不是 JSON", "the answer is not JSON"),
            Self::NoCode => ("回复中没有可读的结果码", "the answer holds no result that can be read"),
            Self::Code => ("网关返回错误", "the gateway answered with an error"),
            Self::InnerCode => ("外层成功，内层失败", "success outside, failure inside"),
            Self::PartCode => ("这一部分失败", "this part failed"),
            Self::Credentials => ("凭据无效、过期或权限不足", "the credentials are wrong, expired or not enough"),
            Self::Address => {
                ("网关不信任调用方的 IP", "the gateway does not trust the address that the call came from")
            }
            Self::RateLimited => ("超过频率限制，请稍后再发", "too many calls; wait before you send again"),
            Self::Missing => ("未被接收", "not taken"),
            Self::NothingTaken => ("外层成功，但没有接收任何一条消息", "success outside, but nothing was taken in"),
            Self::NoId => (
                "编号缺失、为 0 或不完整（如被表格软件改写），无法据此核实结果",
                "an id is absent, 0 or no longer whole, as where a table rounded it, so the result cannot be looked up",
            ),
            Self::OtherReceiver => (
                "回复中的接收人与请求不同，这条回复可能属于另一条消息",
                "another receiver than the request has, so this may be the answer to another message",
            ),
            Self::OtherCall => (
                "回复中没有这个接口的字段，却有别的字段，这条回复可能属于另一个接口",
                "nothing in it is of this call, and other things are, so this may be the answer to another call",
            ),
            Self::Warning => (
                "成功信息中带有警告，网关可能没有正确理解内容；请核实效果",
                "a success that warns: the gateway may not have understood the body; look at what came of it",
            ),
            Self::UnknownCode => ("未知的结果码", "a code that is not known"),
            Self::StatusOnly => ("只看 HTTP 状态码", "by the HTTP status alone"),
            Self::SendFailed => ("回调或查询结果：发送失败", "a callback or a query says that it was not sent"),
            Self::Sent => ("回调或查询结果：已发送", "a callback or a query says that it was sent"),
            Self::NoToken => ("回复中没有 token", "the answer brings no token"),
            Self::TokenBusy => {
                ("另一个进程正在获取 token，等待超时", "another process has been fetching the token for too long")
            }
        };
        Words::new(zh, en)
    }
}

impl Reason {
    /// A reason about the whole reply.
    pub fn new(why: Why, detail: impl Into<String>) -> Self {
        Self { why, path: String::new(), detail: detail.into(), meaning: None }
    }

    /// The reason in words.
    pub fn message(&self, lang: Lang) -> String {
        let meaning = self.meaning.map(|words| words.get(lang)).unwrap_or_default();
        let detail = [self.detail.as_str(), meaning].into_iter().filter(|part| !part.is_empty());
        let detail = detail.collect::<Vec<_>>().join(" ");
        let words = self.why.words().get(lang);
        match (detail.is_empty(), lang) {
            (true, _) => words.to_owned(),
            (false, Lang::Zh) => format!("{words}：{detail}"),
            (false, Lang::En) => format!("{words}: {detail}"),
        }
    }

    pub(super) fn to_json(&self, lang: Lang) -> Value {
        json!({"path": self.path, "code": self.why.name(), "message": self.message(lang)})
    }
}
