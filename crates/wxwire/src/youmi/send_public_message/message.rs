//! The 13 kinds of message. The document's table names but one field, `Text`; all others stand in its examples only.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::lang::Words;
use crate::operation::Example;

/// What a message says, by its kind.
#[cfg_attr(
    doc,
    doc = "",
    doc = "On the wire, each name begins with a capital and has no `_`; but `share_union_id_node` is `ShareUnionIDNode`, and `mess_list` is `messList`. `MsgType` says which it is, in small letters."
)]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "MsgType", rename_all = "lowercase", rename_all_fields = "PascalCase")]
#[non_exhaustive]
pub enum Message {
    /// Text.
    ///
    /// 文本。
    Text {
        /// The text.
        ///
        /// 文本内容。
        #[schemars(length(min = 1), extend("x-source" = "inferred"))]
        text: String,
    },
    /// A picture.
    ///
    /// 图片。
    Image {
        /// The picture's URL. A picture in a batch has `ImageUrl` instead.
        ///
        /// 图片链接。批量发送中的图片用 `ImageUrl`。
        #[schemars(length(min = 1), extend("x-source" = "inferred"))]
        url: String,
        /// The file's suffix.
        ///
        /// 图片文件后缀。
        #[serde(default, skip_serializing_if = "Option::is_none")]
        format: Option<String>,
    },
    /// A video.
    ///
    /// 视频。
    Video(Video),
    /// A file.
    ///
    /// 文件。
    File(File),
    /// A link.
    ///
    /// 链接。
    Link(Link),
    /// A personal contact card.
    ///
    /// 个微名片。
    Card {
        /// The friend's nickname.
        ///
        /// 粉丝昵称。
        #[schemars(length(min = 1), extend("x-source" = "inferred"))]
        text: String,
    },
    /// A WeCom contact card.
    ///
    /// 企微名片。
    QvCard {
        /// The friend's nickname.
        ///
        /// 粉丝昵称。
        #[schemars(length(min = 1), extend("x-source" = "inferred"))]
        text: String,
        /// The company.
        ///
        /// 所在公司。
        #[serde(default, skip_serializing_if = "Option::is_none")]
        company_name: Option<String>,
    },
    /// A mini program.
    ///
    /// 小程序。
    Mp {
        /// Its name.
        ///
        /// 小程序名称。
        #[schemars(length(min = 1), extend("x-source" = "inferred"))]
        text: String,
    },
    /// An official account.
    ///
    /// 公众号。
    Gzh {
        /// Its name.
        ///
        /// 公众号名称。
        #[schemars(length(min = 1), extend("x-source" = "inferred"))]
        text: String,
    },
    /// A request for payment. The document's heading says so; the name is the wire's.
    ///
    /// 收款。`rebpacket` 是接口的原样拼写。
    RebPacket {},
    /// A refund.
    ///
    /// 退款。
    ReturnMoney {},
    /// Forwarded messages.
    ///
    /// 转发。
    Forward {
        /// Whose messages they are.
        ///
        /// 从哪个用户转发。
        #[serde(rename = "ShareUnionIDNode")]
        #[schemars(length(min = 1), extend("x-source" = "inferred"))]
        share_union_id_node: String,
        /// The messages.
        ///
        /// 要转发的消息。
        #[schemars(length(min = 1), extend("x-source" = "inferred"))]
        flags: Vec<Flag>,
    },
    /// Several messages at once.
    ///
    /// 批量发送。
    Batch {
        /// The messages. The small m is the wire's.
        ///
        /// 消息列表。首字母小写是接口的原样拼写。
        #[serde(rename = "messList")]
        #[schemars(length(min = 1), extend("x-source" = "inferred"))]
        mess_list: Vec<Part>,
    },
}

/// A message to forward.
///
/// 一条要转发的消息。
#[cfg_attr(doc, doc = "", doc = "On the wire, each name begins with a capital and has no `_`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Flag {
    /// The message's mark, `flag:…`.
    ///
    /// 消息标识，形如 `flag:0000026`。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub flag: String,
    /// What it is. image, video, link, file, mp, vo, vl and location stand in the examples.
    ///
    /// 消息类型。示例中有 image、video、link、file、mp、vo、vl、location。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub msg_type: String,
    /// When it was sent. Unix seconds.
    ///
    /// 消息时间。Unix 秒。
    #[schemars(range(min = 0), extend("x-unit" = "seconds"))]
    pub msg_time: i64,
    /// Its place.
    ///
    /// 消息序号。
    #[schemars(range(min = 0))]
    pub msg_index: i64,
}

/// A message of a batch.
///
/// 批量中的一条消息。
#[cfg_attr(
    doc,
    doc = "",
    doc = "On the wire, each name begins with a capital and has no `_`. `MsgType` says which it is, in small letters."
)]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "MsgType", rename_all = "lowercase", rename_all_fields = "PascalCase")]
#[non_exhaustive]
pub enum Part {
    /// Text.
    ///
    /// 文本。
    Text {
        /// The text.
        ///
        /// 文本内容。
        #[schemars(length(min = 1), extend("x-source" = "inferred"))]
        text: String,
    },
    /// A picture.
    ///
    /// 图片。
    Image {
        /// The picture's URL, with the file's suffix. A single picture has `Url` instead.
        ///
        /// 图片链接，需带文件后缀。单独发送的图片用 `Url`。
        #[schemars(length(min = 1), extend("x-source" = "inferred"))]
        image_url: String,
        /// The file's suffix.
        ///
        /// 图片文件后缀。
        #[serde(default, skip_serializing_if = "Option::is_none")]
        format: Option<String>,
    },
    /// A video.
    ///
    /// 视频。
    Video(Video),
    /// A file.
    ///
    /// 文件。
    File(File),
    /// A link.
    ///
    /// 链接。
    Link(Link),
}

/// A video.
///
/// 视频。
#[cfg_attr(doc, doc = "", doc = "On the wire, each name begins with a capital and has no `_`.")]
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Video {
    /// The video's URL. It takes the file's suffix to be sent.
    ///
    /// 视频链接。需带上视频文件的后缀才能发送成功。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub url: String,
    /// The suffix. Of a picture, says the document, even for a video.
    ///
    /// 图片文件后缀。文档对视频也这样写。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// The description.
    ///
    /// 描述。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The small picture's URL.
    ///
    /// 视频缩略图。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail_url: Option<String>,
    /// The title.
    ///
    /// 视频标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// An id. Only the batch example has it, and does not say what for.
    ///
    /// 消息编号。仅出现在批量示例中，用途没有说明。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub msg_id: Option<String>,
}

/// A file.
///
/// 文件。
#[cfg_attr(doc, doc = "", doc = "On the wire, each name begins with a capital and has no `_`.")]
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct File {
    /// The file's URL.
    ///
    /// 文件下载链接。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub url: String,
    /// The original name. With its suffix, percent-encoded.
    ///
    /// 原始文件名称。带后缀，并做 URL 编码。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The file's suffix.
    ///
    /// 文件后缀。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
}

/// A link.
///
/// 链接。
#[cfg_attr(doc, doc = "", doc = "On the wire, each name begins with a capital and has no `_`.")]
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Link {
    /// The URL.
    ///
    /// 链接 URL。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub url: String,
    /// The description.
    ///
    /// 链接描述。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The small picture's URL.
    ///
    /// 链接缩略图。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumb_media_url: Option<String>,
    /// The title.
    ///
    /// 链接标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// The document's examples, one of each kind.
pub(super) fn examples() -> Vec<Example<Message>> {
    let some = |text: &str| Some(text.to_owned());
    let video = Video {
        url: "视频链接,需带上视频文件的MineType后缀才能成功发送".into(),
        format: some("图片文件后缀"),
        description: some("描述"),
        thumbnail_url: some("视频缩略图"),
        title: some("视频标题"),
        msg_id: None,
    };
    let file =
        File {
            url: "文件下载链接".into(), title: some("原始文件名称(带后缀 + URL编码)"), format: some("文件后缀")
        };
    let link = Link {
        url: "链接URL".into(),
        description: some("链接描述"),
        thumb_media_url: some("链接缩略图"),
        title: some("链接标题"),
    };
    let flag = |flag: &str, kind: &str, msg_index| Flag {
        flag: format!("flag:{flag}"),
        msg_type: kind.into(),
        msg_time: 1_647_865_582,
        msg_index,
    };
    let flags = vec![
        flag("0000026", "image", 1),
        flag("0000020", "video", 3),
        flag("0000023", "link", 5),
        flag("0000018", "file", 10),
        flag("0000025", "mp", 22),
        flag("0000006", "vo", 23),
        flag("0000006", "vl", 23),
        flag("0000007", "location", 24),
    ];
    let batch = vec![
        Part::Text { text: "文本内容".into() },
        Part::Image {
            image_url: "图片链接,需带上图片文件的MineType后缀才能成功发送".into(),
            format: some("图片文件后缀"),
        },
        Part::Video(Video { msg_id: some("1604549523123"), ..video.clone() }),
        Part::File(file.clone()),
        Part::Link(link.clone()),
    ];
    let image = Message::Image { url: "图片链接".into(), format: some("图片文件后缀") };
    let qvcard = Message::QvCard { text: "粉丝昵称".into(), company_name: some("所在公司") };
    let forward = Message::Forward { share_union_id_node: "从哪个用户转发".into(), flags };
    let example = |name, zh, en, values| Example::new(name, Words::new(zh, en), values);
    vec![
        example("text", "文本", "Text", Message::Text { text: "文本内容".into() }),
        example("image", "图片", "A picture", image),
        example("video", "视频", "A video", Message::Video(video)),
        example("file", "文件", "A file", Message::File(file)),
        example("link", "链接", "A link", Message::Link(link)),
        example("card", "个微名片", "A personal contact card", Message::Card { text: "粉丝昵称".into() }),
        example("qvcard", "企微名片", "A WeCom contact card", qvcard),
        example("mp", "小程序", "A mini program", Message::Mp { text: "小程序名称".into() }),
        example("gzh", "公众号", "An official account", Message::Gzh { text: "公众号名称".into() }),
        example("rebpacket", "收款", "A request for payment", Message::RebPacket {}),
        example("returnmoney", "退款", "A refund", Message::ReturnMoney {}),
        example("forward", "转发", "Forwarded messages", forward),
        example("batch", "批量发送", "Several at once", Message::Batch { mess_list: batch }),
    ]
}
