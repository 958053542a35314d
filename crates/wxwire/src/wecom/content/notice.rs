//! A notice of a mini program.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A notice of a mini program. Not for `@all`. · 小程序通知。不支持 `@all`。
// The vendor counts 汉字; that a letter counts as one, too, is inferred.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MiniprogramNotice {
    /// The mini program's appid. · 小程序 appid。
    #[schemars(extend("x-id" = "appid"))]
    pub appid: String,
    /// The page that a click opens. · 点击后打开的小程序页面。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 1024))]
    pub page: Option<String>,
    /// The title. 4 to 12 Chinese characters; how letters count is not said.
    ///
    /// 标题。4 至 12 个汉字；字母如何计算文档没有说明。
    #[schemars(length(min = 4, max = 12), extend("x-source" = "inferred"))]
    pub title: String,
    /// The description. 4 to 12 Chinese characters. · 描述。4 至 12 个汉字。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 4, max = 12), extend("x-source" = "inferred"))]
    pub description: Option<String>,
    /// Whether the first item stands out. · 是否放大第一项。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emphasis_first_item: Option<bool>,
    /// The items. · 内容项列表。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10))]
    pub content_item: Vec<Item>,
}

/// An item. · 一项内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Item {
    /// The name. At most 10 Chinese characters. · 名称。最多 10 个汉字。
    #[schemars(length(max = 10), extend("x-source" = "inferred"))]
    pub key: String,
    /// The value. At most 30 Chinese characters. · 内容。最多 30 个汉字。
    #[schemars(length(max = 30), extend("x-source" = "inferred"))]
    pub value: String,
}
