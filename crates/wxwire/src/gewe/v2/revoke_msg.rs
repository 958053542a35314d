//! [撤回消息](https://doc.geweapi.com/api-139908328): revokes a message.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{self, Ack};
use super::{Chat, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::operation::{Example, Operation};

/// Revokes a message. Its ids and time are numbers in the reply to the send, and strings here.
///
/// 撤回消息。三项取自发送消息的返回，须由数字改为字符串。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RevokeMsg {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The message's `msgId`, as a string. · 消息的 `msgId`。写成字符串。
    #[schemars(regex(pattern = "^[0-9]*$"), extend("x-source" = "inferred"))]
    pub msg_id: String,
    /// The message's `newMsgId`, as a string. Every digit of it: JavaScript rounds it.
    ///
    /// 消息的 `newMsgId`。写成字符串，一位也不能差：JavaScript 会舍入。
    #[schemars(regex(pattern = "^[0-9]*$"), extend("x-source" = "inferred", "x-id" = "message"))]
    pub new_msg_id: String,
    /// The message's `createTime`, as a string. Unix seconds. · 消息的 `createTime`。Unix 秒，写成字符串。
    #[schemars(regex(pattern = "^[0-9]*$"), length(max = 11), extend("x-source" = "inferred"))]
    pub create_time: String,
}

impl Operation for RevokeMsg {
    type Gateway = Gewe;
    type Reply = Ack;

    const ID: &str = "gewe.message_revoke_msg";
    const TITLE: Words = Words::new("撤回消息", "Revoke a message");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/revokeMsg";
    const PAGE: &str = "https://doc.geweapi.com/api-139908328";
    const REPLY: &str = reply::ACK;

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            chat: Chat::with_friend(),
            msg_id: "769533801".into(),
            new_msg_id: "3768973957812345671".into(),
            create_time: "1703841160".into(),
        };
        vec![Example::new("one", Words::new("一条消息", "One message"), values)]
    }
}
