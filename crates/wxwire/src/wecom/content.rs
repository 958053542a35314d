//! What an app's message holds, by its kind: of [`MessageSend`](super::MessageSend) and
//! [`AppchatSend`](super::AppchatSend).

mod article;
mod notice;
mod observed;
mod rules;
pub(super) mod samples;

pub use article::{Article, MpArticle, Mpnews, News};
pub use notice::{Item, MiniprogramNotice};
pub use observed::{InteractiveTaskcard, TaskButton, TemplateItem, TemplateMiniprogram, TemplateMsg};
pub(super) use rules::check;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Text. · 文本内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Text {
    /// The text. `\n` breaks a line, `<a href>` makes a link; what is beyond 2048 bytes is cut off.
    ///
    /// 文本。可用 `\n` 换行、`<a href>` 加链接；超过 2048 字节会被截断。
    #[schemars(extend("maxBytes" = 2048, "x-cut" = true))]
    pub content: String,
}

/// Markdown. · Markdown 内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Markdown {
    /// The Markdown. At most 2048 bytes; a group robot's has 4096. · Markdown。最多 2048 字节，群机器人为 4096 字节。
    #[schemars(extend("maxBytes" = 2048))]
    pub content: String,
}

/// A file that was uploaded. · 已上传的素材。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Media {
    /// Its media id. From media/upload, good for three days. · 素材 media_id。由 media/upload 返回，三天内有效。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub media_id: String,
}

/// A video. · 视频。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Video {
    /// Its media id. From media/upload, good for three days. · 素材 media_id。由 media/upload 返回，三天内有效。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub media_id: String,
    /// The title. · 标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 128, "x-cut" = true))]
    pub title: Option<String>,
    /// The description. · 描述。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 512, "x-cut" = true))]
    pub description: Option<String>,
}

/// A card of text. · 文本卡片。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Textcard {
    /// The title. · 标题。
    #[schemars(extend("maxBytes" = 128, "x-cut" = true))]
    pub title: String,
    /// The description. · 描述。
    #[schemars(extend("maxBytes" = 512, "x-cut" = true))]
    pub description: String,
    /// The page. With `https://` or `http://`. · 点击后跳转的链接。须带 `https://` 或 `http://`。
    #[schemars(extend("maxBytes" = 2048))]
    pub url: String,
    /// The text of the button. 详情 if absent. · 按钮文字。默认为“详情”。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 4), extend("x-cut" = true))]
    pub btntxt: Option<String>,
}
