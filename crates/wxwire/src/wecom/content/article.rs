//! Articles: those that lead to a page, and those that WeCom keeps itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Articles that lead to a page. · 图文内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct News {
    /// The articles. · 图文列表。
    #[schemars(length(min = 1, max = 8))]
    pub articles: Vec<Article>,
}

/// An article that leads to a page. It needs `url`, or `appid` and `pagepath`. · 一条图文。`url` 与 `appid`、`pagepath` 二选一。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Article {
    /// The title. · 标题。
    #[schemars(extend("maxBytes" = 128, "x-cut" = true))]
    pub title: String,
    /// The description. · 描述。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 512, "x-cut" = true))]
    pub description: Option<String>,
    /// The page. Has no effect beside a mini program. · 点击后跳转的链接。填写小程序时不起作用。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 2048))]
    pub url: Option<String>,
    /// The picture's URL. · 图片 url。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 2048))]
    pub picurl: Option<String>,
    /// The mini program's appid. With `pagepath`. · 小程序 appid。与 `pagepath` 同时填写。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-id" = "appid"))]
    pub appid: Option<String>,
    /// The mini program's page. With `appid`. · 小程序页面路径。与 `appid` 同时填写。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 128))]
    pub pagepath: Option<String>,
}

/// Articles that WeCom keeps itself. · 存储在企业微信的图文。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Mpnews {
    /// The articles. · 图文列表。
    #[schemars(length(min = 1, max = 8))]
    pub articles: Vec<MpArticle>,
}

/// An article that WeCom keeps itself. · 一条存储在企业微信的图文。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MpArticle {
    /// The title. · 标题。
    #[schemars(extend("maxBytes" = 128, "x-cut" = true))]
    pub title: String,
    /// The cover. A media id of media/upload. · 封面图。media/upload 返回的 media_id。
    pub thumb_media_id: String,
    /// The author. · 作者。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 64))]
    pub author: Option<String>,
    /// The page behind “read the original”. · “阅读原文”的链接。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_source_url: Option<String>,
    /// The text. HTML, at most 666 KB. · 正文。支持 HTML，最多 666 KB。
    #[schemars(extend("maxBytes" = 681_984))]
    pub content: String,
    /// The digest. · 摘要。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 512, "x-cut" = true))]
    pub digest: Option<String>,
}
