//! [极速群发](https://www.showdoc.com.cn/yunzhenji/11490696925115469): the same messages to many customers, by WeCom's own way.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Map;

use super::{FileContent, LinkContent, PictureContent, TextContent, Yunzhenji};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation};
use crate::problem::{Code, Problem, Source};

/// Sends messages to many customers. It goes the way of WeCom's 群发助手, whose quota counts: one a day for each customer. The
/// name of the field for rooms is not known.
///
/// 极速群发消息给多个客户。走官方群发助手，占用官方额度：每个客户每天只能收到一次。群列表的字段名未知。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(extend("additionalProperties" = true))]
pub struct RapidSendMessage {
    /// The sender. The account's wxid, `1688…`; to rooms, their owner. · 企微号 wxid。形如 `1688…`；发到群时须为群主。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub wxid: String,
    /// The customers. Their wxids, `7881…`; may be empty. · 客户 wxid。形如 `7881…`，可为空数组。
    #[schemars(extend("x-receiver" = true))]
    pub to_contact_wxids: Vec<String>,
    /// The messages. At most nine, with one text at the most, which comes first. · 消息列表。最多九条，文本最多一条且须在第一条。
    #[schemars(length(min = 1, max = 9), extend("x-messages" = true, "x-type-source" = "inferred"))]
    pub messages: Vec<RapidMessage>,
}

/// One message, by its kind; its form is concluded from sendMessage. · 一条消息，按类型区分；结构由 sendMessage 推断。
#[cfg_attr(doc, doc = "", doc = "On the wire, `msg_type` says which it is, in small letters, and `content` holds it.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "msg_type", content = "content", rename_all = "lowercase")]
#[non_exhaustive]
pub enum RapidMessage {
    /// Text. First, and once · 文本。须在第一条，且只有一条
    Text(TextContent),
    /// A picture · 图片
    Picture(PictureContent),
    /// A link · 链接
    Link(LinkContent),
    /// A file · 文件
    File(FileContent),
    /// A video. Its content is not documented · 视频。文档没有说明内容结构
    Video(#[schemars(extend("x-undocumented" = true))] Map<String, serde_json::Value>),
    /// A mini program. Take a whole object from the material list · 小程序。请从素材列表取现成的对象
    Program(#[schemars(extend("x-undocumented" = true))] Map<String, serde_json::Value>),
    /// A channels video. Its content is not documented · 视频号。文档没有说明内容结构
    Channel(#[schemars(extend("x-undocumented" = true))] Map<String, serde_json::Value>),
}

/// The reply. What it brings is not known. · 回复。返回的内容未知。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RapidSendMessageReply {
    /// 0 for a success. · 结果码。0 为成功。
    pub errcode: i64,
    /// What is wrong. · 错误原因。
    #[serde(default)]
    pub message: Option<String>,
    /// What it brings. · 返回的内容。
    #[serde(default)]
    #[schemars(extend("x-undocumented" = true))]
    pub data: Option<serde_json::Value>,
}

impl Operation for RapidSendMessage {
    type Gateway = Yunzhenji;
    type Reply = RapidSendMessageReply;

    const ID: &str = "yunzhenji.rapid_send_message";
    const TITLE: Words = Words::new("极速群发消息给多个客户或客户群", "Send messages to many customers or rooms");
    const PATH: &str = "/wechat/rapidSendMessage";
    const PAGE: &str = "https://www.showdoc.com.cn/yunzhenji/11490696925115469";
    const REPLY: &str = r#"{"errcode": 0}"#;

    fn examples() -> Vec<Example<Self>> {
        let text = || RapidMessage::Text(TextContent { items: vec![super::Item::Text { text: "下午好".into() }] });
        let picture = RapidMessage::Picture(PictureContent { url: "https://example.com/a.jpg".into() });
        let link = RapidMessage::Link(LinkContent {
            cover: "https://example.com/a.jpg".into(),
            desc: "今晚八点".into(),
            title: "直播".into(),
            url: "https://example.com/live".into(),
        });
        let file = RapidMessage::File(FileContent { title: "a.pdf".into(), url: "https://example.com/a.pdf".into() });
        let send = |messages| Self {
            wxid: "1688850123456789".into(),
            to_contact_wxids: vec!["7881302012345678".into()],
            messages,
        };
        vec![
            Example::new("one", Words::new("文本和图片", "Text and a picture"), send(vec![text(), picture])),
            Example::new("link", Words::new("链接", "A link"), send(vec![link])),
            Example::new("file", Words::new("文本和文件", "Text and a file"), send(vec![text(), file])),
        ]
    }

    /// A text stands first.
    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        let messages = values.get("messages").into_iter().flat_map(Value::items).skip(1);
        let kinds = messages.filter_map(|message| message.get("msg_type"));
        let late = kinds.filter(|kind| kind.is_str("text"));
        let report =
            |kind: Value<'_>| Problem::new(Code::Ignored).on(kind).expected("/messages/0").source(Source::Documented);
        problems.extend(late.map(report));
    }
}
