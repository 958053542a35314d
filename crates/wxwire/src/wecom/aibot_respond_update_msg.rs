//! [被动回复消息](https://developer.work.weixin.qq.com/document/path/101031): how an AI bot changes the card that was clicked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::template_card::{self, BotCard};
use super::{Ack, Wecom, section};
use crate::credential::Credential;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Section};
use crate::problem::Problem;

/// Changes the card of an AI bot that was clicked. It is the answer to the event template_card_event; the long connection
/// takes it as the body of `aibot_respond_update_msg`.
///
/// 更新被点击的智能机器人卡片。作为 template_card_event 事件的响应；长连接中作为 `aibot_respond_update_msg` 的 body。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct AibotRespondUpdateMsg {
    /// What kind of answer. · 响应类型。
    pub response_type: ResponseType,
    /// For whom it changes. Userids; for all if absent. · 要更新卡片的用户。userid 列表，默认全部。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-receiver" = true, "x-source" = "inferred"))]
    pub userids: Vec<String>,
    /// What the card becomes. · 新的卡片。
    pub template_card: Box<BotCard>,
}

/// What kind of answer to an event. · 响应类型。
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ResponseType {
    /// A card that changes · 更新卡片
    UpdateTemplateCard,
}

impl Operation for AibotRespondUpdateMsg {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.aibot_respond_update_msg";
    const SECTION: Section = section::AIBOT;
    const TITLE: Words = Words::new("智能机器人更新模板卡片", "Update a card as an AI bot");
    const PATH: &str = "/aibot_respond_update_msg";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/101031";
    const REPLY: &str = super::ACK;
    const CREDENTIALS: &[Credential] = &[];
    const REPLIES_TO: Option<Words> =
        Some(Words::new("智能机器人的 template_card_event 事件", "the event template_card_event of an AI bot"));

    fn examples() -> Vec<Example<Self>> {
        let of = |card, userids| Self {
            response_type: ResponseType::UpdateTemplateCard,
            userids,
            template_card: Box::new(card),
        };
        let cards = template_card::of_bots();
        let mut examples: Vec<_> =
            cards.into_iter().map(|(name, title, card)| Example::new(name, title, of(card, Vec::new()))).collect();
        if let Some((_, _, card)) = template_card::of_bots().into_iter().next() {
            let some = of(card, vec!["zhangsan".into()]);
            examples.push(Example::new("for_some", Words::new("只更新部分用户的卡片", "For some alone"), some));
        }
        examples
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        template_card::check_in(values, problems);
    }
}
