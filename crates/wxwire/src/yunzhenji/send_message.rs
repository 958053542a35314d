//! [发消息给单个客户或客户群](https://www.showdoc.com.cn/yunzhenji/11490695962081036): up to five messages to one chat.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Map;

use super::{SETTLED_BY, Yunzhenji};
use crate::lang::Words;
use crate::layer::json::{Kind, Value};
use crate::operation::{Example, Operation};
use crate::verdict::{Judge, Why, integer_or_text};

/// Sends up to five messages from one WeCom account to one customer or room.
///
/// 用一个企微号给单个客户或客户群发消息，单次最多五条。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct SendMessage {
    /// The sender. The account's wxid, `1688…`; the vendor's own, not WeCom's userid.
    ///
    /// 企微号 wxid。形如 `1688…`，是云真机自己的 id，不是企业微信的 userid。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub wxid: String,
    /// The receiver. A customer's wxid, `7881…`, or a room's, `R:…`.
    ///
    /// 接收方 wxid。客户 `7881…` 或客户群 `R:…`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-receiver" = true))]
    pub target_wxid: String,
    /// The messages. At most five a call; each is sent for itself.
    ///
    /// 消息列表。单次最多五条，每条单独执行发送。
    #[schemars(length(min = 1, max = 5), extend("x-messages" = true))]
    pub messages: Vec<Message>,
}

/// One message.
///
/// 一条消息。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Message {
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// When to send it. The Unix second, not a delay; 0, the default, is at once.
    ///
    /// 发送时间。Unix 秒时间戳，不是延迟秒数；默认 0 表示立即发送。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0), extend("x-unit" = "seconds", "x-moment" = "future"))]
    pub delayed_time: Option<i64>,
    /// An id of your own. It comes back in the reply and in callbacks.
    ///
    /// 自定义编号。回复和回调中会带回，用于关联发送记录。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_send_id: Option<SendId>,
}

/// An id of your own.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(untagged)]
pub enum SendId {
    /// As text.
    ///
    /// 字符串。
    Text(String),
    /// As a number; it comes back as text.
    ///
    /// 整数，带回时为字符串。
    Number(i64),
}

/// What a message says, by its kind.
#[cfg_attr(doc, doc = "", doc = "On the wire, `msg_type` says which it is, in small letters, and `content` holds it.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "msg_type", content = "content", rename_all = "lowercase")]
#[non_exhaustive]
pub enum Content {
    /// Text.
    ///
    /// 文本。
    Text(TextContent),
    /// An announcement. Rooms only.
    ///
    /// 群公告。仅用于客户群。
    Announcement(AnnouncementContent),
    /// A picture.
    ///
    /// 图片。
    Picture(PictureContent),
    /// A link.
    ///
    /// 链接。
    Link(LinkContent),
    /// A file.
    ///
    /// 文件。
    File(FileContent),
    /// Voice. It must come from a WeChat voice message: the material library, or a reported message.
    ///
    /// 语音。必须来自微信语音消息：素材库里的语音，或上报的聊天消息里的语音。
    Voice(VoiceContent),
    /// A video. Its content is not documented.
    ///
    /// 视频。文档没有说明内容结构。
    Video(#[schemars(extend("x-undocumented" = true))] Map<String, serde_json::Value>),
    /// A mini program. Take a whole object from the material list: title, cover, page and org_content are concluded
    /// from a sister product.
    ///
    /// 小程序。请从素材列表取现成的对象；title、cover、page、org_content 由同族产品推断。
    Program(#[schemars(extend("x-undocumented" = true))] Map<String, serde_json::Value>),
    /// A contact card. avatar, corp_name, corp_wxid, nickname and wxid are concluded from a sister product.
    ///
    /// 名片。avatar、corp_name、corp_wxid、nickname、wxid 由同族产品推断。
    Card(#[schemars(extend("x-undocumented" = true))] Map<String, serde_json::Value>),
    /// A channels video. Its content is not documented.
    ///
    /// 视频号。文档没有说明内容结构。
    Channel(#[schemars(extend("x-undocumented" = true))] Map<String, serde_json::Value>),
}

/// Text, in parts.
///
/// 文本，分段。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct TextContent {
    /// The parts. In order.
    ///
    /// 文本段。按顺序拼接。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub items: Vec<Item>,
}

/// A part of a text. Emoji and mentions exist, but their form is not documented.
///
/// 文本段。表情和 @ 也存在，但文档没有说明结构。
#[cfg_attr(doc, doc = "", doc = "On the wire, `type` says which it is, in small letters.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
#[schemars(extend("x-others" = true))]
#[non_exhaustive]
pub enum Item {
    /// Plain text.
    ///
    /// 普通文本。
    Text {
        /// The text.
        ///
        /// 文字。
        text: String,
    },
}

/// An announcement.
///
/// 群公告。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct AnnouncementContent {
    /// The text.
    ///
    /// 公告文字。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub text: String,
}

/// A picture.
///
/// 图片。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct PictureContent {
    /// Its URL.
    ///
    /// 图片 URL。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub url: String,
}

/// A link.
///
/// 链接。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct LinkContent {
    /// The picture's URL.
    ///
    /// 封面图 URL。
    pub cover: String,
    /// The description.
    ///
    /// 描述。
    pub desc: String,
    /// The title.
    ///
    /// 标题。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub title: String,
    /// The URL.
    ///
    /// 链接 URL。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub url: String,
}

/// A file.
///
/// 文件。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct FileContent {
    /// Its name.
    ///
    /// 文件名。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub title: String,
    /// Its URL.
    ///
    /// 文件 URL。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub url: String,
}

/// Voice.
///
/// 语音。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct VoiceContent {
    /// Its URL, an mp3.
    ///
    /// 语音 URL,mp3。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub url: String,
    /// How long it lasts. Whole seconds, 1 to 60.
    ///
    /// 语音时长。1–60 的整数秒。
    #[schemars(range(min = 1, max = 60), extend("x-unit" = "seconds"))]
    pub duration: i64,
    /// What the WeChat voice message held.
    ///
    /// 原始内容。来自微信语音消息。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub org_content: Option<String>,
}

/// The reply.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SendMessageReply {
    /// 0 when the request was well-formed. It does not say that anything was sent.
    ///
    /// 结果码。0 只表示请求格式正确，不表示已经发送。
    pub errcode: i64,
    /// What is wrong.
    ///
    /// 错误原因。
    #[serde(default)]
    pub message: Option<String>,
    /// The messages that were taken in.
    ///
    /// 已接收的消息。
    #[serde(default)]
    pub data: Vec<Queued>,
}

/// A message that was taken in.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Queued {
    /// Its place among the messages of the call.
    ///
    /// 在本次请求 messages 中的位置。
    pub idx: u64,
    /// The vendor's id: sender, receiver and a time.
    ///
    /// 厂商的消息编号，由发送者、接收者和时间组成。
    pub api_send_svrid: String,
    /// Your own id, if you gave one.
    ///
    /// 你提供的消息编号。
    #[serde(default)]
    pub api_send_id: Option<String>,
}

impl Operation for SendMessage {
    type Gateway = Yunzhenji;
    type Reply = SendMessageReply;

    const ID: &str = "yunzhenji.send_message";
    const TITLE: Words = Words::new("发消息给单个客户或客户群", "Send messages to one chat");
    const PATH: &str = "/wechat/sendMessage";
    const PAGE: &str = "https://www.showdoc.com.cn/yunzhenji/11490695962081036";
    const REPLY: &str = r#"{"data": [{"idx": 0, "api_send_svrid": "16xxx,7xxx,1641280299000"}], "errcode": 0}"#;

    fn examples() -> Vec<Example<Self>> {
        let text = Content::Text(TextContent { items: vec![Item::Text { text: "test".into() }] });
        let announcement = Content::Announcement(AnnouncementContent { text: "xxx".into() });
        let picture = Content::Picture(PictureContent { url: "xxxxxxxxx".into() });
        let link = Content::Link(LinkContent {
            cover: "xx".into(),
            desc: "xxx".into(),
            title: "xx".into(),
            url: "xxxx".into(),
        });
        let file = Content::File(FileContent { title: "xx".into(), url: "xxxx".into() });
        let voice =
            Content::Voice(VoiceContent { url: "xxxxx.mp3".into(), duration: 60, org_content: Some(String::new()) });
        let send = |contents: &[&Content]| {
            let message = |content: &&Content| Message {
                content: (*content).clone(),
                delayed_time: Some(1_641_280_299),
                api_send_id: None,
            };
            Self { wxid: "16xxx".into(), target_wxid: "7xxx".into(), messages: contents.iter().map(message).collect() }
        };
        vec![
            Example::new("text", Words::new("文本", "Text"), send(&[&text])),
            Example::new("announcement", Words::new("群公告", "An announcement"), send(&[&announcement])),
            Example::new("picture", Words::new("图片", "A picture"), send(&[&picture])),
            Example::new("link", Words::new("链接", "A link"), send(&[&link])),
            Example::new("file", Words::new("文件", "A file"), send(&[&file])),
            Example::new("voice", Words::new("语音", "Voice"), send(&[&voice])),
            Example::new(
                "five",
                Words::new("五条（文档示例有六条，超过限制）", "Five messages; the document's sample has one too many"),
                send(&[&text, &announcement, &picture, &link, &file]),
            ),
        ]
    }

    fn judge(reply: Value<'_>, sent: Option<Value<'_>>, judge: &mut Judge) {
        if reply.get("errcode").and_then(integer_or_text) != Some(0) {
            return;
        }
        if reply.get("data").is_none_or(|data| data.kind() == Kind::Null) {
            return judge.absent(reply, "data", Why::NothingTaken);
        }
        let Some(data) = judge.list(reply, "data") else { return };
        let (mut taken, mut refused, mut nameless) = (0u64, vec![], vec![]);
        for (place, queued) in data.items().enumerate() {
            let at = queued.get("idx").and_then(integer_or_text);
            if let Some(code) = queued.get("errcode").filter(|code| integer_or_text(*code) != Some(0)) {
                refused.push((code, at.map_or_else(|| format!("data[{place}]"), |at| format!("messages[{at}]"))));
                continue;
            }
            match at {
                Some(at @ 0..64) if judge.id(queued, "api_send_svrid") => taken |= 1 << at,
                Some(at) => nameless.push(format!("messages[{at}]")),
                None => {}
            }
        }
        let why = if taken == 0 { Why::InnerCode } else { Why::PartCode };
        for (code, _) in &refused {
            judge.at(*code, why, code.source());
        }
        let sent = sent.and_then(|sent| sent.get("messages")).map(|list| list.items().count().min(64));
        // Of a reply without its request, only what it says itself can be told.
        let missing: Vec<_> = match sent {
            Some(sent) => (0..sent).filter(|at| taken >> at & 1 == 0).map(|at| format!("messages[{at}]")).collect(),
            None => refused.into_iter().map(|(_, name)| name).chain(nameless).collect(),
        };
        match taken {
            0 => judge.at(data, Why::NothingTaken, ""),
            _ if missing.is_empty() => judge.queued(),
            _ => judge.missing(data, missing),
        }
        let (name, how) = SETTLED_BY;
        judge.settled_by(name, how);
    }
}
