//! The lists of a card.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::number;

/// A name and a value. · 二级标题与文本。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Horizontal {
    /// What the value opens. · 链接类型。
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::horizontal")]
    pub kind: Option<i64>,
    /// The name. 5 characters at most are advised. · 二级标题。建议不超过 5 个字。
    pub keyname: String,
    /// The value. 30 characters at most are advised, 26 for a robot; of a file, its name with the ending.
    ///
    /// 二级文本。建议不超过 30 个字，机器人 26 个字；附件填写带后缀的文件名。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The page. For type 1. · 跳转 url。类型为 1 时必填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-needed" = "type=1"))]
    pub url: Option<String>,
    /// The file's media id. For type 2. · 附件 media_id。类型为 2 时必填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-needed" = "type=2"))]
    pub media_id: Option<String>,
    /// The member's userid. For type 3. · 成员 userid。类型为 3 时必填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-needed" = "type=3"))]
    pub userid: Option<String>,
}

/// A link. · 跳转指引。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Jump {
    /// What it opens. · 跳转类型。
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::click")]
    pub kind: Option<i64>,
    /// What it says. 18 characters at most are advised, 13 for a robot. · 文案。建议不超过 18 个字，机器人 13 个字。
    pub title: String,
    /// The page. For type 1. · 跳转 url。类型为 1 时必填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-needed" = "type=1"))]
    pub url: Option<String>,
    /// The mini program's appid. For type 2. · 小程序 appid。类型为 2 时必填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-id" = "appid", "x-needed" = "type=2"))]
    pub appid: Option<String>,
    /// The mini program's page. · 小程序页面路径。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pagepath: Option<String>,
}

/// A title and a text. · 二级垂直内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Vertical {
    /// The title. 38 characters at most are advised. · 二级标题。建议不超过 38 个字。
    pub title: String,
    /// The text. 160 characters at most are advised. · 二级普通文本。建议不超过 160 个字。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desc: Option<String>,
}
