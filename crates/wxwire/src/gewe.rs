//! GeWe, the gateway for personal WeChat: its first API. The token goes into a header, success is `ret` 0, and a success
//! outside can hold a failure inside.

#[cfg(feature = "derive")]
mod callback;
mod send_app;
mod send_msg;

pub use send_app::SendApp;
pub use send_msg::{Message, SendMsg};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::lang::Words;
use crate::layer::json::{Kind, Value};
#[cfg(feature = "derive")]
use crate::operation::Callback;
use crate::operation::{Answer, Entry, Gateway, Mock, Refusal, Twist};
use crate::secret::{Credential, Place};
use crate::verdict::{Judge, Why};

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

    fn judge(reply: Value<'_>, judge: &mut Judge) {
        let ret = reply.get("ret");
        judge.vendor(ret, reply.get("msg_err").or_else(|| reply.get("msg")));
        match ret {
            // 200 is how v2 says yes.
            Some(ret) if matches!(ret.as_i64(), Some(0 | 200)) => {}
            Some(ret) if ret.kind() == Kind::Number => judge.at(ret, Why::Code, ret.source()),
            Some(ret) => judge.at(ret, Why::NoCode, ret.source()),
            None => judge.absent(reply, "ret", Why::NoCode),
        }
        if let Some(inner) = reply.find("/data/BaseResponse/ret").filter(|ret| ret.as_i64() != Some(0)) {
            judge.at(inner, Why::InnerCode, inner.source());
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
    pub ret: i64,
    /// `success`.
    #[serde(default)]
    pub msg: Option<String>,
    /// The words of an error; then there is no `msg`.
    #[serde(default)]
    pub msg_err: Option<String>,
    /// What became of each message.
    #[serde(default)]
    pub data: Option<ReplyData>,
}

/// What became of a call.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct ReplyData {
    /// How many results there are.
    #[serde(default)]
    pub count: i64,
    /// One result for each message.
    #[serde(default)]
    pub list: Vec<Sent>,
}

/// What became of one message.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Sent {
    /// 0 for a success.
    #[serde(rename = "Ret")]
    pub ret: i64,
    /// May be 0 in a success.
    #[serde(rename = "MsgId", default)]
    pub msg_id: u64,
    /// The server's id, beyond 2^53.
    #[serde(rename = "NewMsgId", default)]
    pub new_msg_id: u64,
    /// Unix seconds.
    #[serde(rename = "Createtime", default)]
    pub create_time: u64,
}

/// Looks at the result of each message. `sent` is how many there were.
fn judge_list(reply: Value<'_>, sent: Option<usize>, judge: &mut Judge) {
    if !matches!(reply.get("ret").and_then(Value::as_i64), Some(0 | 200)) {
        return;
    }
    let list = reply.find("/data/List").filter(|list| list.kind() == Kind::Array);
    let Some(list) = list else { return judge.absent(reply, "data/List", Why::NoCode) };
    let mut results = 0;
    for item in list.items() {
        results += 1;
        match item.get("Ret") {
            Some(ret) if ret.as_i64() != Some(0) => judge.at(ret, Why::InnerCode, ret.source()),
            _ => {
                judge.id(item, "NewMsgId");
            }
        }
    }
    match sent {
        Some(1..) if results == 0 => judge.at(list, Why::NothingTaken, ""),
        Some(sent) if results < sent => judge.at(list, Why::Missing, format!("{} / {sent}", sent - results)),
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
