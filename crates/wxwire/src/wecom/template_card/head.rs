//! What stands at the head of a card, and what a click on it does.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::number;

/// Where a card comes from. · 卡片来源。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Source {
    /// The icon's URL. · 图标 url。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon_url: Option<String>,
    /// The name. 20 characters at most are advised, 13 for a robot. · 来源名称。建议不超过 20 个字，机器人 13 个字。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desc: Option<String>,
    /// The colour of the name. Grey if absent. · 名称的颜色。默认灰色。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::color")]
    pub desc_color: Option<i64>,
}

/// The menu in the corner of a card. · 卡片右上角的菜单。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ActionMenu {
    /// What it is for. · 菜单说明。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desc: Option<String>,
    /// Its entries. · 操作列表。
    #[schemars(length(min = 1, max = 3))]
    pub action_list: Vec<Action>,
}

/// An entry of the menu. · 一个操作。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Action {
    /// What it says. · 操作文案。
    pub text: String,
    /// Its key. The callback brings it; no two may be the same. · 操作 key。回调中带回，不可重复。
    #[schemars(extend("maxBytes" = 1024))]
    pub key: String,
}

/// The title of a card. · 一级标题。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MainTitle {
    /// The title. 36 characters at most are advised, 26 for a robot. · 标题。建议不超过 36 个字，机器人 26 个字。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What is below it. 44 characters at most are advised, 30 for a robot. · 标题辅助信息。建议不超过 44 个字，机器人 30 个字。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desc: Option<String>,
}

/// A quotation. · 引用样式。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct QuoteArea {
    /// What a click opens. · 点击跳转类型。
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::click")]
    pub kind: Option<i64>,
    /// The page. For type 1. · 跳转 url。类型为 1 时填写。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-needed" = "type=1", "x-source" = "observed"))]
    pub url: Option<String>,
    /// The mini program's appid. For type 2. · 小程序 appid。类型为 2 时填写。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-id" = "appid", "x-needed" = "type=2", "x-source" = "observed"))]
    pub appid: Option<String>,
    /// The mini program's page. · 小程序页面路径。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pagepath: Option<String>,
    /// The title. · 引用标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The text. · 引用文案。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote_text: Option<String>,
}

/// A figure that stands out. · 关键数据。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Emphasis {
    /// The figure. 14 characters at most are advised, 10 for a robot. · 数据内容。建议不超过 14 个字，机器人 10 个字。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it is. 22 characters at most are advised, 15 for a robot. · 数据描述。建议不超过 22 个字，机器人 15 个字。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desc: Option<String>,
}

/// Where a click on a notice leads. · 点击通知类卡片的跳转。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct CardAction {
    /// What it opens. · 跳转类型。
    #[serde(rename = "type")]
    #[schemars(schema_with = "number::action")]
    pub kind: i64,
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

/// Where a click on a card with buttons leads, if anywhere. · 点击按钮交互型卡片的跳转，可不跳转。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ClickAction {
    /// What it opens. · 跳转类型。
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::click", extend("x-source" = "observed"))]
    pub kind: Option<i64>,
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
