//! The cards of an AI bot (智能机器人): their lists differ from those of apps.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ButtonInteraction, MultipleInteraction, NewsNotice, TextNotice, VoteInteraction, number};

/// A template card of an AI bot. · 智能机器人的模板卡片。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "card_type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum BotCard {
    /// A text notice · 文本通知型
    TextNotice(TextNotice<BotHorizontal, BotJump>),
    /// A notice with a picture · 图文展示型
    NewsNotice(NewsNotice<BotHorizontal, BotJump>),
    /// Buttons · 按钮交互型
    ButtonInteraction(ButtonInteraction<BotHorizontal>),
    /// A vote · 投票选择型
    VoteInteraction(VoteInteraction),
    /// Several selections · 多项选择型
    MultipleInteraction(MultipleInteraction),
}

/// A name and a value. · 二级标题与文本。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct BotHorizontal {
    /// What the value opens. · 链接类型。
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::bot_horizontal")]
    pub kind: Option<i64>,
    /// The name. 5 characters at most are advised. · 二级标题。建议不超过 5 个字。
    pub keyname: String,
    /// The value. 26 characters at most are advised. · 二级文本。建议不超过 26 个字。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The page. For type 1. · 跳转 url。类型为 1 时必填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-needed" = "type=1"))]
    pub url: Option<String>,
    /// The member's userid. For type 3. · 成员 userid。类型为 3 时必填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-needed" = "type=3"))]
    pub userid: Option<String>,
}

/// A link, or a question to the bot. · 跳转指引。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct BotJump {
    /// What it opens. · 跳转类型。
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::bot_click")]
    pub kind: Option<i64>,
    /// What it says. 13 characters at most are advised. · 文案。建议不超过 13 个字。
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
    /// The question that a click asks. For type 3; at most 200 bytes. · 点击后提出的问题。类型为 3 时必填，最多 200 字节。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 200, "x-needed" = "type=3", "x-when" = "type=3"))]
    pub question: Option<String>,
}
