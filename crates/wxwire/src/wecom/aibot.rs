//! What an AI bot (智能机器人) says, whichever way it says it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Text. · 文本内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct BotText {
    /// The text. · 文本。
    pub content: String,
}

/// Markdown. · Markdown 内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct BotMarkdown {
    /// The Markdown. How long it may be is not known. · Markdown。长度限制文档没有说明。
    pub content: String,
}

/// An answer that grows. WeCom asks again for it, by its id, until it is finished, for 6 minutes at most.
///
/// 流式消息。结束前企业微信会按 id 反复拉取，最长 6 分钟。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Stream {
    /// Its id. Of your own; the same until it is finished. · 流式消息 id。自定义，结束前保持不变。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub id: String,
    /// Whether it is finished. No if absent. · 是否结束。默认否。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finish: Option<bool>,
    /// The whole of it so far. Markdown, at most 20,480 bytes. · 到目前为止的全部内容。Markdown，最多 20480 字节。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 20_480))]
    pub content: Option<String>,
    /// Pictures. At most 10, and only once it is finished. · 图片列表。最多 10 张，仅在结束时可用。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10), extend("x-when" = "finish=true"))]
    pub msg_item: Vec<StreamItem>,
    /// What feedback on it goes by. Only at the first answer. · 反馈信息。仅首次回复时有效。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Feedback>,
}

/// Something in an answer that grows. · 流式消息中的一项。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "msgtype", rename_all = "snake_case")]
#[non_exhaustive]
pub enum StreamItem {
    /// A picture · 图片
    Image { image: StreamImage },
}

/// A picture, JPG or PNG. · 图片，JPG 或 PNG。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct StreamImage {
    /// The picture. Base64, at most 10 MB before it. · 图片。base64，编码前最大 10 MB。
    #[schemars(extend("contentEncoding" = "base64", "contentMediaType" = "image/png", "maxBytes" = 10_485_760))]
    pub base64: String,
    /// The MD5 of the picture. Of its bytes, not of the base64. · 图片的 md5。按编码前的内容计算。
    #[schemars(
        length(min = 32, max = 32),
        regex(pattern = "^[0-9A-Fa-f]*$"),
        extend("x-source" = "inferred")
    )]
    pub md5: String,
}

/// What feedback goes by. · 反馈信息。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Feedback {
    /// Its id. At most 256 bytes; the feedback event brings it. · 反馈 id。最多 256 字节，反馈事件中带回。
    #[schemars(extend("maxBytes" = 256))]
    pub id: String,
}
