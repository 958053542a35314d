//! sendmessage: answers a user who wrote to the bot.

mod rules;
mod samples;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::message::{senders, states};
use super::{Caller, Ilink, Item, PAGE};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation};
use crate::problem::Problem;

/// Sends a message to a user who wrote to the bot before.
///
/// 向给机器人发过消息的用户发送消息。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct SendMessage {
    /// The message. · 消息。
    pub msg: Msg,
    /// The caller.
    #[serde(flatten)]
    pub caller: Caller,
}

/// A message to a user. · 发给用户的消息。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Msg {
    /// The user. `…@im.wechat`, the from_user_id of a message. · 用户。形如 `…@im.wechat`，即来信的 from_user_id。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-receiver" = true))]
    pub to_user_id: String,
    /// The context_token of the user's message. About 10 messages can follow each of the user's.
    ///
    /// 用户来信的 context_token。每收到一条来信，约可回复 10 条。
    #[schemars(length(min = 1), extend("x-source" = "observed", "x-type-source" = "documented"))]
    pub context_token: String,
    /// What it holds. One part. · 内容。一项。
    #[schemars(length(min = 1, max = 1), extend("x-source" = "observed", "x-type-source" = "documented"))]
    pub item_list: Vec<Item>,
    /// The sender. Empty. · 发送方。为空。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-source" = "observed", "x-type-source" = "observed"))]
    pub from_user_id: Option<String>,
    /// An id of your own. Another one for each message. · 自定义编号。每条消息各不相同。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-source" = "observed", "x-type-source" = "observed"))]
    pub client_id: Option<String>,
    /// Whose it is. · 由谁发出。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "senders")]
    pub message_type: Option<i64>,
    /// Whether it is finished. · 状态。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "states")]
    pub message_state: Option<i64>,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(default)]
#[non_exhaustive]
pub struct SendMessageReply {
    /// 0 where it was taken in; that does not say that it is shown. · 结果码。0 表示已接收，不代表已显示。
    pub ret: i64,
    /// The words. · 错误说明。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errmsg: Option<String>,
    /// The message's id. It can go beyond 2^53. · 消息 id。可能超过 2^53。
    pub message_id: u64,
}

impl Operation for SendMessage {
    type Gateway = Ilink;
    type Reply = SendMessageReply;

    const ID: &str = "ilink.send_message";
    const TITLE: Words = Words::new("发送消息", "Send a message");
    const PATH: &str = "/ilink/bot/sendmessage";
    const PAGE: &str = PAGE;
    const REPLY: &str = r#"{"ret": 0, "errmsg": "", "message_id": 7446051849283761025}"#;
    const IDS: &[&str] = &["/message_id"];

    fn examples() -> Vec<Example<Self>> {
        samples::examples()
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        values.find("/msg/item_list").into_iter().flat_map(Value::items).for_each(|item| rules::check(item, problems));
    }
}
