//! What xbot sends by itself: messages received.

use schemars::JsonSchema;

use crate::kinds::Kinds;
use crate::lang::Words;
use crate::operation::{Callback, has};
use crate::schema::choices;

static KINDS: Kinds = Kinds::new("xbot", include_str!("../../callbacks/xbot.json"));

pub(super) static CALLBACKS: [Callback; 1] = [Callback::of::<Event>(
    "xbot.callback",
    Words::new("xbot 回调", "xbot callback"),
    Words::new(
        "含有 data、type、client_id，以及 user_id 或收到消息的 type",
        "it has data, type and client_id, and user_id or a type of what is received",
    ),
    |root| {
        let is_received = || root.text(&["type"]).is_some_and(|kind| kind.starts_with("WW_RECV_"));
        has(root, &["data", "type", "client_id"]) && (has(root, &["user_id"]) || is_received())
    },
)
.of_kinds(&KINDS, |root| format!("xbot {}", root.text(&["type"]).unwrap_or_default()))];

/// A callback.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Event {
    /// What it is about.
    ///
    /// 内容。
    data: Data,
    /// What happened.
    ///
    /// 事件。
    #[serde(rename = "type")]
    kind: String,
    /// The client.
    ///
    /// 客户端编号。
    client_id: i64,
    /// The account's own id.
    ///
    /// 自己的 id。
    user_id: String,
}

/// A message received. The ids and times are texts here, and numbers in replies.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Data {
    /// A number, unlike the field of this name in replies.
    ///
    /// 十进制数，与回复中的同名字段不同。
    appinfo: Option<String>,
    /// The message once more, as the client keeps it.
    ///
    /// 消息的内部形式。
    #[schemars(extend("x-layer" = "base64!protobuf"))]
    cdn_data: Option<String>,
    /// What it says.
    ///
    /// 内容。
    content: Option<String>,
    /// What it says, beside the pictures. · 图文消息中的文本。
    text_content: Option<String>,
    /// Who is mentioned. · 被 @ 的人。
    at_list: Option<Vec<Mention>>,
    /// Whether it comes from a computer. · 是否来自电脑端。
    is_pc: Option<i64>,
    /// The message's id on this machine. · 本地消息 id。
    local_id: Option<String>,
    /// What kind of message.
    ///
    /// 内容类型。
    #[schemars(schema_with = "content_types")]
    content_type: Option<i64>,
    /// The chat.
    ///
    /// 会话。
    conversation_id: Option<String>,
    /// The receiver.
    ///
    /// 接收方。
    receiver: Option<String>,
    /// When, in Unix seconds.
    ///
    /// 时间。Unix 秒。
    #[schemars(extend("x-unit" = "seconds"))]
    send_time: Option<String>,
    /// The sender.
    ///
    /// 发送方。
    sender: Option<String>,
    /// The sender's name.
    ///
    /// 发送方名称。
    sender_name: Option<String>,
    /// The message's id on the server.
    ///
    /// 服务器消息 id。
    server_id: Option<String>,
}

/// Somebody who is mentioned.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Mention {
    /// The id. · 用户 id。
    user_id: Option<String>,
    /// The name. · 昵称。
    nickname: Option<String>,
}

/// Only the numbers that were seen.
pub(super) fn content_types(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    choices(&[
        (2, "Text.\n\n文本。"),
        (13, "A link card.\n\n链接卡片。"),
        (101, "A picture from WeChat.\n\n微信侧的图片。"),
    ])
}
