//! GeWe, the gateway for personal WeChat: its first API. The token goes into a header, success is `ret` 0, and a success
//! outside can hold a failure inside.

#[cfg(feature = "derive")]
mod callback;
mod send_app;
mod send_msg;

pub use send_app::SendApp;
pub use send_msg::{Message, SendMsg};

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::lang::Words;
use crate::layer::json::{Kind, Tree, Value};
#[cfg(feature = "derive")]
use crate::operation::Callback;
use crate::operation::{Answer, Entry, Gateway, Mock, Refusal, Twist};
use crate::secret::SecretName;
use crate::secret::{Credential, Place};
use crate::verdict::{Judge, Why, integer};

pub(crate) static OPERATIONS: [Entry; 2] = [Entry::of::<SendApp>(), Entry::of::<SendMsg>()];

/// The gateway.
#[derive(Debug)]
pub enum Gewe {}

impl Gateway for Gewe {
    const NAME: &'static str = "gewe";
    const TITLE: Words = Words::new("GeWe（个人微信）", "GeWe (personal WeChat)");
    // The document's host is a placeholder.
    const BASE_URL: Option<&'static str> = None;
    const BASE_URL_HELP: Words = Words::new(
        "文档没有给出域名，请填写后台提供的地址",
        "the document names no host; take the address from your console",
    );
    const CREDENTIALS: &'static [Credential] = &[Credential {
        name: "token",
        place: Place::Header("X-GEWE-TOKEN", ""),
        required: true,
        title: Words::new("后台获取的 X-GEWE-TOKEN", "the X-GEWE-TOKEN of your console"),
    }];
    // A token also stands in the callback that GeWe tries an address with, a password in the login by account.
    const SECRETS: &'static [SecretName] =
        &[SecretName::ending("gewe_token"), SecretName::anywhere("token"), SecretName::anywhere("password")];

    fn judge(reply: Value<'_>, judge: &mut Judge) {
        let words = |name| reply.get(name).filter(|text| text.kind() == Kind::String && !text.is_str(""));
        judge.vendor(reply.get("ret"), words("msg"));
        judge.vendor(None, reply.find("/data/msg"));
        if let Some(text) = reply.find("/data/detail").and_then(Value::as_str) {
            judge.message(detail(&text));
        }
        judge.vendor(None, words("msg_err"));
        match judge.read(reply, "ret", integer) {
            // 200 is how v2 says yes.
            Some((_, 0 | 200)) => {
                // Only an error has these words.
                if let Some(text) = words("msg_err") {
                    judge.code(text, Why::Warning, None);
                }
            }
            Some((ret, _)) => judge.code(ret, Why::Code, None),
            None => {}
        }
        if let Some(inner) = reply.find("/data/BaseResponse")
            && let Some((ret, 1.. | ..=-1)) = judge.read(inner, "ret", integer)
        {
            judge.at(ret, Why::InnerCode, ret.source());
        }
    }

    fn recognises(reply: Value<'_>) -> bool {
        let number = reply.get("ret").is_some_and(|ret| ret.kind() == Kind::Number);
        number && (reply.get("msg").is_some() || reply.get("msg_err").is_some())
    }

    #[cfg(feature = "derive")]
    fn callbacks() -> &'static [Callback] {
        &callback::CALLBACKS
    }

    fn refuse(refusal: &Refusal) -> Answer {
        match refusal {
            Refusal::UnknownPath => Answer::bare(404),
            Refusal::WrongMethod => Answer::bare(405),
            // The one error that the document shows; what else there is, is not known.
            _ => Answer::ok(json!({"ret": -1, "msg_err": "失败"})),
        }
    }
}

/// The reply of both operations.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Reply {
    /// 0 for a success.
    ///
    /// 结果码。0 表示成功。
    pub ret: i64,
    /// `success`.
    ///
    /// 结果说明。成功时为 `success`。
    #[serde(default)]
    pub msg: Option<String>,
    /// The words of an error; then there is no `msg`.
    ///
    /// 错误说明。此时没有 `msg`。
    #[serde(default)]
    pub msg_err: Option<String>,
    /// What became of each message.
    ///
    /// 每条消息的结果。
    #[serde(default)]
    pub data: Option<ReplyData>,
}

/// What became of a call.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ReplyData {
    /// How many results there are.
    ///
    /// 结果的条数。
    #[serde(default)]
    pub count: i64,
    /// One result for each message.
    ///
    /// 每条消息一项结果。
    #[serde(default)]
    pub list: Vec<Sent>,
}

/// What became of one message.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Sent {
    /// 0 for a success.
    ///
    /// 这条消息的结果码。0 表示成功。
    #[serde(rename = "Ret")]
    pub ret: i64,
    /// May be 0 in a success.
    ///
    /// 消息编号。成功时也可能为 0。
    #[serde(rename = "MsgId", default)]
    pub msg_id: u64,
    /// The server's id, beyond 2^53.
    ///
    /// 服务器上的消息编号，会超过 2^53。
    #[serde(rename = "NewMsgId", default)]
    pub new_msg_id: u64,
    /// Unix seconds.
    ///
    /// 创建时间。Unix 秒。
    #[serde(rename = "Createtime", default)]
    pub create_time: u64,
}

/// The words of an error of v2: text, or JSON as text with `msg_err` or `msg` in it.
fn detail(text: &str) -> String {
    let inner = Tree::parse(text).ok().and_then(|tree| {
        let words = ["msg_err", "msg"].iter().find_map(|name| tree.root().get(name)?.as_str().map(Cow::into_owned));
        words.filter(|words| !words.is_empty())
    });
    inner.unwrap_or_else(|| text.to_owned())
}

/// Looks at the result of each message. `sent` is how many there were.
fn judge_list(reply: Value<'_>, sent: Option<usize>, judge: &mut Judge) {
    if !matches!(reply.get("ret").and_then(Value::as_i64), Some(0 | 200)) {
        return;
    }
    let data = reply.get("data").filter(|data| data.kind() == Kind::Object);
    let Some(data) = data else { return judge.absent(reply, "data", Why::NoCode) };
    // v2 answers for one message, without a list.
    if data.get("List").is_none() && data.get("newMsgId").is_some() {
        judge.id(data, "newMsgId");
        return;
    }
    let Some(list) = judge.list(data, "List") else { return };
    let (mut results, mut taken, mut told) = (0, 0, 0);
    for item in list.items() {
        results += 1;
        match judge.read(item, "Ret", integer) {
            Some((_, 0)) => {
                taken += 1;
                judge.id(item, "NewMsgId");
            }
            Some((ret, _)) => judge.at(ret, Why::InnerCode, ret.source()),
            // What became of it is not known.
            None => continue,
        }
        told += 1;
    }
    let sent = sent.unwrap_or(0).max(results);
    let failed = sent.saturating_sub(results) + told - taken;
    match (sent, taken) {
        (1.., _) if results == 0 => judge.at(list, Why::NothingTaken, ""),
        (_, 1..) if failed > 0 => judge.at(list, Why::Missing, &format!("{failed} / {sent}")),
        _ => {}
    }
}

/// A documented success, with one result for each receiver.
fn answer_list(receivers: &[String], mock: &mut Mock) -> serde_json::Value {
    let kept = match mock.twist {
        Twist::FewerResults => receivers.len().saturating_sub(1),
        _ => receivers.len(),
    };
    let mut ret = if mock.twist == Twist::InnerFailure { -1 } else { 0 };
    let result = |receiver: &String| {
        let now = mock.seconds();
        json!({
            "Ret": std::mem::take(&mut ret),
            // The misspellings are the wire's.
            "ToUsetName": {"string": receiver},
            "MsgId": 0,
            "NewClientMsgid": mock.below(1 << 32),
            "Createtime": now,
            "servertime": now + 2,
            "Type": 1,
            "NewMsgId": mock.large_id(),
        })
    };
    let list: Vec<_> = receivers.iter().take(kept).map(result).collect();
    json!({
        "ret": 0,
        "msg": "success",
        "data": {"BaseResponse": {"ret": 0, "errMsg": {}}, "Count": list.len(), "List": list, "NoKnow": 0},
    })
}
