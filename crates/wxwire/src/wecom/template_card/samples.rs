//! Cards of every kind, for the examples of the calls that send them.

use serde::de::DeserializeOwned;

use super::{BotCard, NoticeCard, TemplateCard};
use crate::lang::Words;

/// A card for each kind that apps send, by its name.
pub(in super::super) fn of_apps() -> [(&'static str, Words, TemplateCard); 5] {
    [
        ("text_notice", Words::new("文本通知卡片", "A text notice"), read(include_str!("samples/text_notice.json"))),
        (
            "news_notice",
            Words::new("图文展示卡片", "A notice with a picture"),
            read(include_str!("samples/news_notice.json")),
        ),
        (
            "button_interaction",
            Words::new("按钮交互卡片", "A card with buttons"),
            read(include_str!("samples/button_interaction.json")),
        ),
        (
            "vote_interaction",
            Words::new("投票选择卡片", "A card with a vote"),
            read(include_str!("samples/vote_interaction.json")),
        ),
        (
            "multiple_interaction",
            Words::new("多项选择卡片", "A card with several selections"),
            read(include_str!("samples/multiple_interaction.json")),
        ),
    ]
}

/// A card for each kind that robots send, by its name.
pub(in super::super) fn of_robots() -> [(&'static str, Words, NoticeCard); 2] {
    [
        (
            "text_notice",
            Words::new("文本通知卡片", "A text notice"),
            read(include_str!("samples/robot_text_notice.json")),
        ),
        (
            "news_notice",
            Words::new("图文展示卡片", "A notice with a picture"),
            read(include_str!("samples/robot_news_notice.json")),
        ),
    ]
}

/// A card for each kind that AI bots send, by its name.
pub(in super::super) fn of_bots() -> [(&'static str, Words, BotCard); 5] {
    [
        (
            "text_notice",
            Words::new("文本通知卡片", "A text notice"),
            read(include_str!("samples/bot_text_notice.json")),
        ),
        (
            "news_notice",
            Words::new("图文展示卡片", "A notice with a picture"),
            read(include_str!("samples/news_notice.json")),
        ),
        (
            "button_interaction",
            Words::new("按钮交互卡片", "A card with buttons"),
            read(include_str!("samples/button_interaction.json")),
        ),
        (
            "vote_interaction",
            Words::new("投票选择卡片", "A card with a vote"),
            read(include_str!("samples/vote_interaction.json")),
        ),
        (
            "multiple_interaction",
            Words::new("多项选择卡片", "A card with several selections"),
            read(include_str!("samples/multiple_interaction.json")),
        ),
    ]
}

fn read<C: DeserializeOwned>(json: &str) -> C {
    serde_json::from_str(json).expect("a test builds every sample")
}
