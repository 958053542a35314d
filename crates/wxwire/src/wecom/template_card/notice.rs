//! The cards that only tell. Which parts a card has is known from clients that follow the vendor's page; a part that is not
//! here is told as unknown, and sent.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    ActionMenu, CardAction, CardImage, Emphasis, Horizontal, ImageTextArea, Jump, MainTitle, QuoteArea, Source,
    Vertical,
};

/// A text notice. It needs `main_title.title` or `sub_title_text`. · 文本通知型。`main_title.title` 和 `sub_title_text` 至少填写一个。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct TextNotice<H = Horizontal, J = Jump> {
    /// Where it comes from. · 卡片来源。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The menu in the corner. `task_id` is needed with it. · 右上角菜单。填写时 `task_id` 必填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action_menu: Option<ActionMenu>,
    /// The task. Unique in the app. · 任务 id。同一应用内不可重复。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[0-9A-Za-z_@-]*$"), extend("maxBytes" = 128))]
    pub task_id: Option<String>,
    /// The title. · 一级标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main_title: Option<MainTitle>,
    /// A quotation. · 引用样式。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote_area: Option<QuoteArea>,
    /// A figure that stands out. · 关键数据。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emphasis_content: Option<Emphasis>,
    /// The text. 160 characters at most are advised, 112 for a robot. · 二级普通文本。建议不超过 160 个字，机器人 112 个字。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_title_text: Option<String>,
    /// Names and values. · 二级标题与文本列表。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 6))]
    pub horizontal_content_list: Vec<H>,
    /// Links. · 跳转指引列表。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 3))]
    pub jump_list: Vec<J>,
    /// Where a click leads. · 点击整张卡片的跳转。
    pub card_action: CardAction,
}

/// A notice with a picture. It needs `card_image` or `image_text_area`. · 图文展示型。`card_image` 和 `image_text_area` 至少填写一个。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct NewsNotice<H = Horizontal, J = Jump> {
    /// Where it comes from. · 卡片来源。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The menu in the corner. `task_id` is needed with it. · 右上角菜单。填写时 `task_id` 必填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action_menu: Option<ActionMenu>,
    /// The task. Unique in the app. · 任务 id。同一应用内不可重复。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[0-9A-Za-z_@-]*$"), extend("maxBytes" = 128))]
    pub task_id: Option<String>,
    /// The title. · 一级标题。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub main_title: Option<MainTitle>,
    /// A quotation. · 引用样式。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote_area: Option<QuoteArea>,
    /// A picture beside text. · 左图右文样式。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_text_area: Option<ImageTextArea>,
    /// The picture. · 图片样式。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_image: Option<CardImage>,
    /// Titles and texts. · 二级垂直内容。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 4))]
    pub vertical_content_list: Vec<Vertical>,
    /// Names and values. · 二级标题与文本列表。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 6))]
    pub horizontal_content_list: Vec<H>,
    /// Links. · 跳转指引列表。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 3))]
    pub jump_list: Vec<J>,
    /// Where a click leads. · 点击整张卡片的跳转。
    pub card_action: CardAction,
}
