//! The buttons of a card.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{SelectOption, number};

/// A button. · 按钮。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Button {
    /// What it does. A callback if absent. · 点击类型。默认回调。
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::button")]
    pub kind: Option<i64>,
    /// What it says. 10 characters at most are advised. · 按钮文案。建议不超过 10 个字。
    #[schemars(length(min = 1))]
    pub text: String,
    /// The style. · 按钮样式。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 4))]
    pub style: Option<i64>,
    /// Its key. The callback brings it; for type 0. · 按钮 key。回调中带回，类型为 0 时必填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-needed" = "type=0|", "maxBytes" = 1024))]
    pub key: Option<String>,
    /// The page. For type 1. · 跳转 url。类型为 1 时填写。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-needed" = "type=1", "x-source" = "observed"))]
    pub url: Option<String>,
}

/// The selection beside buttons. · 按钮旁的下拉选择。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ButtonSelection {
    /// Its key. The callback brings it. · 选择题 key。回调中带回。
    #[schemars(length(min = 1), extend("maxBytes" = 1024))]
    pub question_key: String,
    /// The title. · 标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The choices. · 选项列表。
    #[schemars(length(min = 1, max = 10))]
    pub option_list: Vec<SelectOption>,
    /// The id of what is chosen at first. · 默认选中的选项 id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selected_id: Option<String>,
}

/// The button that hands in. · 提交按钮。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct SubmitButton {
    /// What it says. 10 characters at most are advised. · 按钮文案。建议不超过 10 个字。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Its key. The callback brings it. · 提交按钮 key。回调中带回。
    #[schemars(length(min = 1))]
    pub key: String,
}
