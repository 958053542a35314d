//! The cards that ask: a callback brings the answer. What is known of their parts is known as with those that only tell.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    ActionMenu, Button, ButtonSelection, Checkbox, ClickAction, Horizontal, MainTitle, QuoteArea, Select, Source,
    SubmitButton,
};

/// Buttons, and a selection if need be. · 按钮交互型，可带下拉选择。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ButtonInteraction<H = Horizontal> {
    /// Where it comes from. · 卡片来源。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The menu in the corner. · 右上角菜单。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action_menu: Option<ActionMenu>,
    /// The task. Unique in the app. · 任务 id。同一应用内不可重复。
    #[schemars(
        regex(pattern = "^[0-9A-Za-z_@-]*$"),
        extend("maxBytes" = 128, "x-type-source" = "observed")
    )]
    pub task_id: String,
    /// The title. · 一级标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main_title: Option<MainTitle>,
    /// A quotation. · 引用样式。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote_area: Option<QuoteArea>,
    /// The text. 160 characters at most are advised. · 二级普通文本。建议不超过 160 个字。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_title_text: Option<String>,
    /// Names and values. · 二级标题与文本列表。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 6))]
    pub horizontal_content_list: Vec<H>,
    /// Where a click leads. · 点击整张卡片的跳转。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_action: Option<ClickAction>,
    /// A selection. · 下拉选择。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub button_selection: Option<ButtonSelection>,
    /// The buttons. · 按钮列表。
    #[schemars(length(max = 6), extend("x-type-source" = "observed"))]
    pub button_list: Vec<Button>,
}

/// A vote. · 投票选择型。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct VoteInteraction {
    /// Where it comes from. · 卡片来源。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The menu in the corner. · 右上角菜单。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action_menu: Option<ActionMenu>,
    /// The task. Unique in the app. · 任务 id。同一应用内不可重复。
    #[schemars(
        regex(pattern = "^[0-9A-Za-z_@-]*$"),
        extend("maxBytes" = 128, "x-type-source" = "observed")
    )]
    pub task_id: String,
    /// The title. · 一级标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main_title: Option<MainTitle>,
    /// The question. · 选择题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkbox: Option<Checkbox>,
    /// The button that hands it in. · 提交按钮。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submit_button: Option<SubmitButton>,
}

/// Several selections. · 多项选择型。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MultipleInteraction {
    /// Where it comes from. · 卡片来源。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The menu in the corner. · 右上角菜单。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action_menu: Option<ActionMenu>,
    /// The task. Unique in the app. · 任务 id。同一应用内不可重复。
    #[schemars(
        regex(pattern = "^[0-9A-Za-z_@-]*$"),
        extend("maxBytes" = 128, "x-type-source" = "observed")
    )]
    pub task_id: String,
    /// The title. · 一级标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main_title: Option<MainTitle>,
    /// The selections. · 下拉选择列表。
    #[schemars(length(max = 3), extend("x-type-source" = "observed"))]
    pub select_list: Vec<Select>,
    /// The button that hands it in. · 提交按钮。
    #[schemars(extend("x-type-source" = "observed"))]
    pub submit_button: SubmitButton,
}
