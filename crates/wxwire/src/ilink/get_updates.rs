//! getupdates: waits for messages to the bot.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Caller, Ilink, Message, PAGE};
use crate::lang::Words;
use crate::operation::{Example, Operation};

/// Waits for messages to the bot. The answer comes with a message, or after some 35 seconds without one.
///
/// 等待发给机器人的消息。有消息即返回，否则约 35 秒后返回空结果。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct GetUpdates {
    /// How far one has read. What the last answer had; empty at first. · 读取位置。取自上次的回复，首次为空。
    pub get_updates_buf: String,
    /// The caller.
    #[serde(flatten)]
    pub caller: Caller,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(default)]
#[non_exhaustive]
pub struct GetUpdatesReply {
    /// 0 for a success. · 结果码。0 为成功。
    pub ret: i64,
    /// What is wrong. · 错误码。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errcode: Option<i64>,
    /// The words. · 错误说明。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errmsg: Option<String>,
    /// The messages. · 消息。
    pub msgs: Vec<Message>,
    /// How far one has read now. It goes into the next call. · 新的读取位置。用于下一次调用。
    pub get_updates_buf: String,
    /// How long the next call may wait. In milliseconds. · 下一次调用的等待时间。毫秒。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longpolling_timeout_ms: Option<u64>,
}

impl Operation for GetUpdates {
    type Gateway = Ilink;
    type Reply = GetUpdatesReply;

    const ID: &str = "ilink.get_updates";
    const TITLE: Words = Words::new("接收消息", "Receive messages");
    const PATH: &str = "/ilink/bot/getupdates";
    const PAGE: &str = PAGE;
    const REPLY: &str = r#"{
        "ret": 0,
        "msgs": [{
            "seq": 12,
            "message_id": 7446051849283761024,
            "from_user_id": "o9cq80xY2bQ7tLmN4kR6s@im.wechat",
            "to_user_id": "b3f1c2d4e5a6@im.bot",
            "create_time_ms": 1788000000000,
            "session_id": "o9cq80xY2bQ7tLmN4kR6s@im.wechat#b3f1c2d4e5a6@im.bot",
            "message_type": 1,
            "message_state": 2,
            "item_list": [{"type": 1, "text_item": {"text": "你好"}}],
            "context_token": "AARzJWAFAAABAAAAAAB7f3kQ"
        }],
        "get_updates_buf": "CgkIARDzxgUYAQ==",
        "longpolling_timeout_ms": 35000
    }"#;

    fn examples() -> Vec<Example<Self>> {
        let values = |buf: &str| Self { get_updates_buf: buf.into(), caller: Caller::example() };
        vec![
            Example::new("first", Words::new("首次", "The first time"), values("")),
            Example::new("next", Words::new("之后", "From then on"), values("CgkIARDzxgUYAQ==")),
        ]
    }
}
