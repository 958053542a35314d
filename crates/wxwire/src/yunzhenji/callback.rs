//! What Yunzhenji sends by itself, decrypted: a list of events.

use schemars::JsonSchema;
use serde_json::Value as Any;

use crate::lang::Words;
use crate::layer::json::Kind;
use crate::operation::{Callback, Root};
use crate::schema::choices;

pub(super) static CALLBACKS: [Callback; 1] = [Callback::of::<Vec<Event>>(
    Words::new("云真机回调（已解密）", "Yunzhenji callback, decrypted"),
    Words::new("数组，各项含有 type、rel_wxid 和 data", "a list of objects with type, rel_wxid and data"),
    |root| match root {
        Root::Json(list) if list.kind() == Kind::Array => {
            let is_event = |event: crate::layer::json::Value<'_>| {
                ["type", "rel_wxid", "data"].iter().all(|name| event.get(name).is_some())
            };
            list.items().next().is_some() && list.items().all(is_event)
        }
        _ => false,
    },
)];

/// One event.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Event {
    /// What happened. chatMsg: a message, whatever became of it; chatMsgSendFail: a message that failed.
    ///
    /// 事件。chatMsg 聊天消息（不论结果），chatMsgSendFail 发送失败，contacts 联系人，taskDone 任务完成。
    #[serde(rename = "type")]
    kind: String,
    /// The company; may be absent.
    ///
    /// 企业 wxid，可能没有。
    corp_wxid: Option<String>,
    /// The account that it concerns.
    ///
    /// 相关企微号 wxid。
    rel_wxid: String,
    /// What it is about.
    ///
    /// 内容。
    data: Vec<Item>,
}

/// A chat message.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Item {
    /// The sender.
    ///
    /// 发送方。
    from_wxid: Option<String>,
    /// The receiver.
    ///
    /// 接收方。
    to_wxid: Option<String>,
    /// The chat.
    ///
    /// 会话。
    chat_wxid: Option<String>,
    /// A private chat or a room.
    ///
    /// 会话类型。
    #[schemars(schema_with = "chat_types")]
    chat_type: Option<i64>,
    /// What kind of message.
    ///
    /// 消息类型。
    msg_type: Option<String>,
    /// When.
    ///
    /// 时间。
    #[schemars(extend("x-unit" = "seconds"))]
    msg_time: Option<i64>,
    /// What it says, by its kind.
    ///
    /// 内容，由类型决定。
    content: Option<Any>,
    /// The id that the call was answered with.
    ///
    /// 调用时返回的编号。
    api_send_svrid: Option<String>,
    /// The id that the caller gave.
    ///
    /// 调用方自定义的编号。
    api_send_id: Option<String>,
    /// The message's id on WeChat's server.
    ///
    /// 微信服务器消息 id。
    wx_svrid: Option<String>,
}

fn chat_types(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    choices(&[(1, "A private chat.\n\n单聊。"), (2, "A room.\n\n群聊。")])
}
