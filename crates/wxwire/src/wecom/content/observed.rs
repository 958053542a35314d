//! Kinds that the vendor's page does not have: a client's code does.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A card with buttons, of before template cards. · 交互型任务卡片，早于模板卡片。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct InteractiveTaskcard {
    /// The title. · 标题。
    #[schemars(extend("x-type-source" = "observed"))]
    pub title: String,
    /// The description. · 描述。
    #[schemars(extend("x-type-source" = "observed"))]
    pub description: String,
    /// The page. · 点击后跳转的链接。
    #[schemars(extend("x-type-source" = "observed"))]
    pub url: String,
    /// The task. Unique in the app. · 任务 id。同一应用内不可重复。
    #[schemars(extend("x-type-source" = "observed"))]
    pub task_id: String,
    /// The buttons. · 按钮列表。
    #[schemars(extend("x-type-source" = "observed"))]
    pub btn: Vec<TaskButton>,
}

/// A button of such a card. · 任务卡片的按钮。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct TaskButton {
    /// Its key. The callback brings it. · 按钮 key。回调中带回。
    #[schemars(extend("x-type-source" = "observed"))]
    pub key: String,
    /// What it says. · 按钮名称。
    #[schemars(extend("x-type-source" = "observed"))]
    pub name: String,
    /// The colour. · 颜色。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub color: Option<String>,
    /// Whether it is bold. · 是否加粗。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub is_bold: Option<bool>,
}

/// A message after a template. · 模板消息。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct TemplateMsg {
    /// The template's id. · 模板 id。
    #[schemars(extend("x-type-source" = "observed"))]
    pub template_id: String,
    /// The page. · 点击后跳转的链接。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub url: Option<String>,
    /// The mini program. · 小程序。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub miniprogram: Option<TemplateMiniprogram>,
    /// The items. · 内容项列表。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content_item: Vec<TemplateItem>,
}

/// A page of a mini program. · 小程序页面。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct TemplateMiniprogram {
    /// The mini program's appid. · 小程序 appid。
    #[schemars(extend("x-id" = "appid", "x-type-source" = "observed"))]
    pub appid: String,
    /// The mini program's page. · 小程序页面路径。
    #[schemars(extend("x-type-source" = "observed"))]
    pub pagepath: String,
}

/// An item of such a message. · 模板消息的一项内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct TemplateItem {
    /// The name. · 名称。
    #[schemars(extend("x-type-source" = "observed"))]
    pub key: String,
    /// The value. · 内容。
    #[schemars(extend("x-type-source" = "observed"))]
    pub value: String,
}
