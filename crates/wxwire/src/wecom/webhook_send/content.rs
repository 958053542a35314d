//! What a robot's message holds, by its kind.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The text. · 文本内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Text {
    /// The text. `<@userid>` in it mentions a member. · 文本。其中 `<@userid>` 提醒成员。
    #[schemars(length(min = 1), extend("maxBytes" = 2048))]
    pub content: String,
    /// Whom to mention, by userid. `@all` for everybody. · 要提醒的成员的 userid。`@all` 为所有人。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentioned_list: Vec<String>,
    /// Whom to mention, by telephone number. `@all` for everybody. · 要提醒的成员的手机号。`@all` 为所有人。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentioned_mobile_list: Vec<String>,
}

/// The Markdown. · Markdown 内容。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Markdown {
    /// The Markdown. Headings, bold, links, inline code, quotes, and `<font color>` with info, comment or warning;
    /// `<@userid>` mentions a member.
    ///
    /// Markdown。支持标题、加粗、链接、行内代码、引用，以及 info、comment、warning 三种 `<font color>`；`<@userid>` 提醒成员。
    #[schemars(extend("maxBytes" = 4096))]
    pub content: String,
}

/// The Markdown of the second version. · Markdown v2 内容。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MarkdownV2 {
    /// The Markdown. Also italics, lists, pictures, rules, code blocks and tables, but no colours and no mentions; clients
    /// before 4.1.36 show plain text.
    ///
    /// Markdown。另支持斜体、列表、图片、分割线、代码块和表格，不支持字体颜色和 @ 成员；4.1.36 以下的客户端显示为纯文本。
    #[schemars(extend("maxBytes" = 4096))]
    pub content: String,
}

/// A picture, JPG or PNG. · 图片，JPG 或 PNG。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Image {
    /// The picture. Base64, at most 2 MB before it. · 图片。base64，编码前最大 2 MB。
    #[schemars(extend("contentEncoding" = "base64", "contentMediaType" = "image/png", "maxBytes" = 2_097_152))]
    pub base64: String,
    /// The MD5 of the picture. Of its bytes, not of the base64: 32 hexadecimal digits. · 图片的 md5。按编码前的内容计算，32 位十六进制。
    #[schemars(length(min = 32, max = 32), regex(pattern = "^[0-9A-Fa-f]*$"))]
    pub md5: String,
}

/// Articles. · 图文内容。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct News {
    /// The articles. · 图文列表。
    #[schemars(length(min = 1, max = 8))]
    pub articles: Vec<Article>,
}

/// An article. · 一条图文。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Article {
    /// The title. · 标题。
    #[schemars(extend("maxBytes" = 128, "x-cut" = true))]
    pub title: String,
    /// The description. · 描述。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 512, "x-cut" = true))]
    pub description: Option<String>,
    /// The page. · 点击后跳转的链接。
    pub url: String,
    /// The picture's URL. · 图片 url。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picurl: Option<String>,
}

/// A file of the robot's own. · 机器人自己上传的文件。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Uploaded {
    /// Its media id. From webhook/upload_media, of this robot, good for three days.
    ///
    /// 素材 media_id。由该机器人通过 webhook/upload_media 上传得到，三天内有效。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub media_id: String,
}
