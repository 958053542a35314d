//! The questions of a card.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::number;

/// A question whose choices all show. · 选择题。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Checkbox {
    /// Its key. The callback brings it. · 选择题 key。回调中带回。
    #[schemars(length(min = 1))]
    pub question_key: String,
    /// How many may be chosen. One if absent. · 选择模式。默认单选。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::mode")]
    pub mode: Option<i64>,
    /// The choices. · 选项列表。
    #[schemars(length(min = 1, max = 20))]
    pub option_list: Vec<Choice>,
    /// Whether it takes no answer any more. For updates. · 是否不可再选。用于更新卡片。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub disable: Option<bool>,
}

/// A choice that shows. · 选择题的选项。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Choice {
    /// Its id. The callback brings it. · 选项 id。回调中带回。
    #[schemars(length(min = 1), extend("maxBytes" = 128))]
    pub id: String,
    /// What it says. 17 characters at most are advised. · 选项文案。建议不超过 17 个字。
    #[schemars(length(min = 1))]
    pub text: String,
    /// Whether it is chosen at first. · 是否默认选中。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_checked: Option<bool>,
}

/// A question whose choices fold out. · 下拉选择。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Select {
    /// Its key. The callback brings it. · 选择题 key。回调中带回。
    #[schemars(length(min = 1))]
    pub question_key: String,
    /// The title. · 标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The id of what is chosen at first. · 默认选中的选项 id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub selected_id: Option<String>,
    /// The choices. · 选项列表。
    #[schemars(length(min = 1, max = 10))]
    pub option_list: Vec<SelectOption>,
    /// Whether it takes no answer any more. For updates. · 是否不可再选。用于更新卡片。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub disable: Option<bool>,
}

/// A choice that folds out. · 下拉选项。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct SelectOption {
    /// Its id. The callback brings it. · 选项 id。回调中带回。
    #[schemars(length(min = 1), extend("maxBytes" = 128))]
    pub id: String,
    /// What it says. 16 characters at most are advised. · 选项文案。建议不超过 16 个字。
    #[schemars(length(min = 1))]
    pub text: String,
}
