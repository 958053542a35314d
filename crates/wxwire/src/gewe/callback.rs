//! What GeWe sends by itself: messages received, contacts changed, a device gone offline.

use schemars::JsonSchema;

use crate::lang::Words;
use crate::operation::{Callback, has};
use crate::schema::choices;

pub(super) static CALLBACKS: [Callback; 1] = [Callback::of::<Event>(
    "gewe.callback",
    Words::new("GeWe 回调", "GeWe callback"),
    Words::new("含有 TypeName 和 Appid", "it has TypeName and Appid"),
    // A device that went offline sends no Data.
    |root| has(root, &["TypeName", "Appid"]),
)];

/// A callback.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Event {
    /// What happened. AddMsg: a message; ModContacts: a contact changed; DelContacts: a contact deleted; Offline.
    ///
    /// 事件。AddMsg 消息，ModContacts 联系人变更，DelContacts 联系人删除，Offline 离线。
    #[serde(rename = "TypeName")]
    type_name: String,
    /// The device.
    ///
    /// 设备 id。
    #[serde(rename = "Appid")]
    appid: String,
    /// The account's own wxid.
    ///
    /// 自己的 wxid。
    #[serde(rename = "Wxid")]
    wxid: String,
    /// What it is about.
    ///
    /// 内容。
    #[serde(rename = "Data")]
    data: Option<Data>,
}

/// A message received, or sent by the account itself.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
#[serde(rename_all = "PascalCase")]
struct Data {
    /// The message's id on the device.
    ///
    /// 消息 id。
    msg_id: Option<i64>,
    /// From whom. The account's own wxid: it sent the message itself.
    ///
    /// 发送方。等于自己的 wxid 时是自己发出的。
    from_user_name: Option<From>,
    /// To whom.
    ///
    /// 接收方。
    to_user_name: Option<To>,
    /// What kind of message.
    ///
    /// 消息类型。
    #[schemars(schema_with = "message_types")]
    msg_type: Option<i64>,
    /// What it says: text, or XML by its kind. In a room, the sender's id and a line feed come first.
    ///
    /// 内容。文本，或由类型决定的 XML；群消息以“发送者:换行”开头。
    content: Option<Content>,
    /// When, in Unix seconds.
    ///
    /// 时间。Unix 秒。
    #[schemars(extend("x-unit" = "seconds"))]
    create_time: Option<i64>,
    /// More about the message, XML: who is mentioned, how many are in the room.
    ///
    /// 附加信息 XML：被 @ 的人、群人数等。
    msg_source: Option<String>,
    /// The text of the notification.
    ///
    /// 通知文字。
    push_content: Option<String>,
    /// The message's id on the server; it can go beyond 2^53.
    ///
    /// 服务器消息 id，可能超过 2^53。
    new_msg_id: Option<i64>,
    /// The message's place in the sequence.
    ///
    /// 消息序号。
    msg_seq: Option<i64>,
}

/// The sender, in an object of its own.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct From {
    /// From whom.
    ///
    /// 发送方。
    string: String,
}

/// The receiver, in an object of its own.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct To {
    /// To whom.
    ///
    /// 接收方。
    string: String,
}

/// The content, in an object of its own.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Content {
    /// What it says.
    ///
    /// 内容。
    string: String,
}

fn message_types(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    choices(&[
        (1, "Text.\n\n文本。"),
        (3, "A picture.\n\n图片。"),
        (34, "Voice.\n\n语音。"),
        (37, "A friend request.\n\n好友申请。"),
        (42, "A contact card.\n\n名片。"),
        (43, "A video.\n\n视频。"),
        (47, "An emoji.\n\n表情。"),
        (48, "A location.\n\n位置。"),
        (49, "An app message; its own type says more.\n\n应用消息，由 appmsg 的 type 细分。"),
        (50, "A call.\n\n通话。"),
        (51, "A status between devices.\n\n状态同步。"),
        (56, "A call in a room.\n\n群通话。"),
        (10000, "A notice, plain text.\n\n系统通知（文本）。"),
        (10002, "A notice, XML: revoked, patted, announced.\n\n系统通知（XML）：撤回、拍一拍、群公告等。"),
    ])
}
