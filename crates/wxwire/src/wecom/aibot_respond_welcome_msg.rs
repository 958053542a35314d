//! [被动回复消息](https://developer.work.weixin.qq.com/document/path/101031): what an AI bot says to whoever opens the chat with it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::aibot::BotText;
use super::template_card::{self, BotCard};
use super::{Ack, Wecom, section};
use crate::credential::Credential;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Section};
use crate::problem::Problem;

/// Welcomes whoever opens the chat with an AI bot. It is the answer to the event enter_chat, within 5 seconds; the long
/// connection takes it as the body of `aibot_respond_welcome_msg`.
///
/// 智能机器人回复欢迎语。作为 enter_chat 事件的响应，在 5 秒内返回；长连接中作为 `aibot_respond_welcome_msg` 的 body。
#[cfg_attr(doc, doc = "", doc = "On the wire, `msgtype` says which it is, in small letters.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "msgtype", rename_all = "snake_case")]
#[non_exhaustive]
pub enum AibotRespondWelcomeMsg {
    /// Text · 文本
    Text { text: BotText },
    /// A template card · 模板卡片
    TemplateCard { template_card: Box<BotCard> },
}

impl Operation for AibotRespondWelcomeMsg {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.aibot_respond_welcome_msg";
    const SECTION: Section = section::AIBOT;
    const TITLE: Words = Words::new("智能机器人回复欢迎语", "Welcome as an AI bot");
    const PATH: &str = "/aibot_respond_welcome_msg";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/101031";
    const REPLY: &str = super::ACK;
    const CREDENTIALS: &[Credential] = &[];
    const REPLIES_TO: Option<Words> =
        Some(Words::new("智能机器人的 enter_chat 事件", "the event enter_chat of an AI bot"));

    fn examples() -> Vec<Example<Self>> {
        let text = BotText { content: "你好，我是天气助手，请问想查询哪个城市？".into() };
        let mut examples = vec![Example::new("text", Words::new("文本", "Text"), Self::Text { text })];
        examples.extend(template_card::of_bots().map(|(name, title, card)| {
            Example::new(name, title, Self::TemplateCard { template_card: Box::new(card) })
        }));
        examples
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        template_card::check_in(values, problems);
    }
}
