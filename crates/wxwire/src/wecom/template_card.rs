//! The template cards (模板卡片) of [`MessageSend`](super::MessageSend), of a group robot and of
//! [`MessageUpdateTemplateCard`](super::MessageUpdateTemplateCard). The vendor advises how long most texts should be; what
//! it advises stands in the help of a field, and is no limit.

mod bot;
mod buttons;
mod head;
mod interaction;
mod list;
mod notice;
mod number;
mod picture;
mod question;
mod rules;
mod samples;

pub use bot::{BotCard, BotHorizontal, BotJump};
pub use buttons::{Button, ButtonSelection, SubmitButton};
pub use head::{Action, ActionMenu, CardAction, ClickAction, Emphasis, MainTitle, QuoteArea, Source};
pub use interaction::{ButtonInteraction, MultipleInteraction, VoteInteraction};
pub use list::{Horizontal, Jump, Vertical};
pub use notice::{NewsNotice, TextNotice};
pub use picture::{CardImage, ImageTextArea};
pub use question::{Checkbox, Choice, Select, SelectOption};
pub(super) use rules::{check, check_in, missing};
pub(super) use samples::{of_apps, of_bots, of_robots};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A template card. · 模板卡片。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "card_type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum TemplateCard {
    /// A text notice · 文本通知型
    TextNotice(TextNotice),
    /// A notice with a picture · 图文展示型
    NewsNotice(NewsNotice),
    /// Buttons · 按钮交互型
    ButtonInteraction(ButtonInteraction),
    /// A vote · 投票选择型
    VoteInteraction(VoteInteraction),
    /// Several selections · 多项选择型
    MultipleInteraction(MultipleInteraction),
}

/// A template card of a group robot: one that asks nothing. · 群机器人的模板卡片，只有通知类。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "card_type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoticeCard {
    /// A text notice · 文本通知型
    TextNotice(TextNotice),
    /// A notice with a picture · 图文展示型
    NewsNotice(NewsNotice),
}
