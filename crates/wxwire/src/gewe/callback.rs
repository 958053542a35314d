//! What GeWe sends by itself: messages received, contacts changed, a device gone offline.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde_json::Value as Any;

use crate::kinds::Kinds;
use crate::lang::Words;
use crate::operation::{Callback, Root, has};
use crate::schema::choices;

static KINDS: Kinds = Kinds::new("gewe", include_str!("../../callbacks/gewe.json"));

pub(super) static CALLBACKS: [Callback; 3] = [
    Callback::of::<Event>(
        "gewe.callback",
        Words::new("GeWe 回调", "GeWe callback"),
        Words::new(
            "含有 TypeName 和 Appid（或 type_name 和 appid）",
            "it has TypeName and Appid, or type_name and appid",
        ),
        // A device that went offline sends no Data.
        |root| either(root, "TypeName", "type_name").is_some() && either(root, "Appid", "appid").is_some(),
    )
    .of_kinds(&KINDS, |root| {
        let kind = ["Data", "data"].into_iter().find_map(|data| root.text(&[data, "MsgType"]));
        let parts = either(root, "TypeName", "type_name").into_iter().chain(kind);
        parts.fold("v1".to_owned(), |key, part| key + " " + &part)
    }),
    Callback::of::<Flat>(
        "gewe.callback_flat",
        Words::new("GeWe 回调（扁平）", "GeWe callback, flat"),
        Words::new("含有 appid、wxid 和文本 msgType", "it has appid, wxid and msgType, a text"),
        |root| {
            let is_text =
                matches!(root, Root::Json(value) if value.get("msgType").is_some_and(|kind| kind.as_str().is_some()));
            is_text && has(root, &["appid", "wxid"])
        },
    )
    .of_kinds(&KINDS, |root| format!("flat {}", root.text(&["msgType"]).unwrap_or_default())),
    Callback::of::<Probe>(
        "gewe.callback_probe",
        Words::new(
            "GeWe 验证回调地址，任何 200 的回复都可以",
            "GeWe tries the callback address; any answer with 200 will do",
        ),
        Words::new("只有 testMsg 和 token", "it has testMsg and token, and nothing else"),
        |root| {
            let is_bare = matches!(root, Root::Json(value) if value.members().count() == 2);
            is_bare && has(root, &["testMsg", "token"])
        },
    ),
];

/// The text at a member in either case.
fn either<'t>(root: Root<'t>, upper: &str, lower: &str) -> Option<Cow<'t, str>> {
    matches!(root, Root::Json(_)).then(|| root.text(&[upper]).or_else(|| root.text(&[lower])))?
}

/// What the address is tried with, when it is set.
#[derive(JsonSchema)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "its schema is what is read")]
struct Probe {
    /// The text of the trial. · 验证文本。
    test_msg: String,
    /// What the address was set with. · 设置回调时的 token。
    token: String,
}

/// A callback in the flat form: the sender stands in fromUser, in rooms too.
#[derive(JsonSchema)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "its schema is what is read")]
struct Flat {
    /// The device. · 设备 id。
    appid: String,
    /// The account's own wxid. · 自己的 wxid。
    wxid: String,
    /// The message's id on the device. · 消息 id。
    msg_id: Option<i64>,
    /// The message's id on the server; it can go beyond 2^53. · 服务器消息 id，可能超过 2^53。
    new_msg_id: Option<i64>,
    /// When, in Unix milliseconds. The XML inside has seconds. · 时间。Unix 毫秒；内部 XML 是秒。
    #[schemars(extend("x-unit" = "milliseconds"))]
    create_time: Option<i64>,
    /// The sender, in a room too. · 发送方，群消息也是。
    from_user: Option<String>,
    /// The room. · 群。
    from_group: Option<String>,
    /// The receiver. · 接收方。
    to_user: Option<String>,
    /// Whether the account sent it itself: true, or the text `false`. · 是否自己发出，布尔值或文本 `false`。
    is_self: Option<Any>,
    /// What kind of message. · 消息类型。
    msg_type: String,
    /// What it says: text, or XML by its kind. · 内容。文本，或由类型决定的 XML。
    content: Option<String>,
    /// The text of the notification. · 通知文字。
    push_content: Option<String>,
}

/// A callback, in the one case or the other.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Event {
    /// What happened. AddMsg: a message; ModContacts: a contact changed; DelContacts: a contact deleted; Offline.
    ///
    /// 事件。AddMsg 消息，ModContacts 联系人变更，DelContacts 联系人删除，Offline 离线。
    #[serde(rename = "TypeName")]
    type_name: String,
    /// What happened. · 事件。
    #[serde(rename = "type_name")]
    type_name_lower: Option<String>,
    /// The device. · 设备 id。
    #[serde(rename = "Appid")]
    appid: String,
    /// The device. · 设备 id。
    #[serde(rename = "appid")]
    appid_lower: Option<String>,
    /// The account's own wxid. · 自己的 wxid。
    #[serde(rename = "Wxid")]
    wxid: String,
    /// The account's own wxid. · 自己的 wxid。
    #[serde(rename = "wxid")]
    wxid_lower: Option<String>,
    /// What it is about. · 内容。
    #[serde(rename = "Data")]
    data: Option<Data>,
    /// What it is about. · 内容。
    #[serde(rename = "data")]
    data_lower: Option<Data>,
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
    /// The message's state. 3 as a rule, 4 for notices in a room. · 状态。通常为 3，群系统通知为 4。
    status: Option<i64>,
    /// The picture's state. 1 as a rule, 2 where there is a picture. · 图片状态。通常为 1，带图的为 2。
    img_status: Option<i64>,
    /// A thumbnail, or a short voice. · 缩略图，或较短的语音。
    img_buf: Option<Buffer>,
    /// The contact that was deleted, or the room that was left. · 被删除的好友，或退出的群。
    user_name: Option<Contact>,
    /// How the contact was deleted. · 删除场景。
    delete_contact_scen: Option<i64>,
}

/// The contact, in an object of its own.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Contact {
    /// The contact, or the room. · 联系人或群的 id。
    string: String,
}

/// Bytes, and how many.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
struct Buffer {
    /// How many bytes. · 字节数。
    #[serde(rename = "iLen")]
    length: i64,
    /// The bytes in base64; documents cut them short. · base64 内容，文档中的示例被截断。
    buffer: Option<String>,
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
