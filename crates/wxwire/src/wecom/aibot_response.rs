//! [主动回复消息](https://developer.work.weixin.qq.com/document/path/101138): what an AI bot says later on, to the address that came
//! with the callback.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::aibot::BotMarkdown;
use super::template_card::{self, BotCard};
use super::{Ack, RESPONSE_CODE, Wecom, section};
use crate::credential::Credential;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Section};
use crate::problem::Problem;

/// Replies as an AI bot later on. The address comes with the callback as response_url; it works once, within an hour.
///
/// 智能机器人主动回复消息。地址来自回调中的 response_url，一小时内有效，只能使用一次。
#[cfg_attr(doc, doc = "", doc = "On the wire, `msgtype` says which it is, in small letters.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "msgtype", rename_all = "snake_case")]
#[non_exhaustive]
pub enum AibotResponse {
    /// Markdown · Markdown
    Markdown { markdown: BotMarkdown },
    /// A template card · 模板卡片
    TemplateCard { template_card: Box<BotCard> },
}

impl Operation for AibotResponse {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.aibot_response";
    const SECTION: Section = section::AIBOT;
    const TITLE: Words = Words::new("智能机器人主动回复消息", "Reply as an AI bot");
    const PATH: &str = "/cgi-bin/aibot/response";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/101138";
    const REPLY: &str = super::ACK;
    const CREDENTIALS: &[Credential] = &[RESPONSE_CODE];

    fn examples() -> Vec<Example<Self>> {
        let markdown = BotMarkdown { content: "**处理完成**".into() };
        let mut examples = vec![Example::new("one", Words::new("Markdown", "Markdown"), Self::Markdown { markdown })];
        examples.extend(template_card::of_bots().map(|(name, title, card)| {
            Example::new(name, title, Self::TemplateCard { template_card: Box::new(card) })
        }));
        examples
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        template_card::check_in(values, problems);
    }
}
