//! [被动回复消息](https://developer.work.weixin.qq.com/document/path/101031): what an AI bot answers to a message.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::aibot::{Feedback, Stream, StreamImage, StreamItem};
use super::template_card::{self, BotCard};
use super::webhook_send::{PICTURE, PICTURE_MD5};
use super::{Ack, Wecom, section};
use crate::credential::Credential;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Section};
use crate::problem::Problem;

/// Answers a message to an AI bot. It is the answer to the callback, encrypted as that was; the long connection takes it as
/// the body of `aibot_respond_msg`.
///
/// 智能机器人被动回复消息。作为回调的响应返回，与回调一样加密；长连接中作为 `aibot_respond_msg` 的 body。
#[cfg_attr(doc, doc = "", doc = "On the wire, `msgtype` says which it is, in small letters.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "msgtype", rename_all = "snake_case")]
#[non_exhaustive]
pub enum AibotRespondMsg {
    /// An answer that grows · 流式消息
    Stream { stream: Stream },
    /// A template card · 模板卡片
    TemplateCard { template_card: Box<BotCard> },
    /// An answer that grows, and a card · 流式消息和模板卡片
    StreamWithTemplateCard {
        stream: Stream,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        template_card: Option<Box<BotCard>>,
    },
}

/// What these replies answer.
pub(super) const MESSAGE: Words = Words::new("智能机器人的消息回调", "a message to an AI bot");

impl Operation for AibotRespondMsg {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.aibot_respond_msg";
    const SECTION: Section = section::AIBOT;
    const TITLE: Words = Words::new("智能机器人被动回复消息", "Answer a message as an AI bot");
    const PATH: &str = "/aibot_respond_msg";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/101031";
    const REPLY: &str = super::ACK;
    const CREDENTIALS: &[Credential] = &[];
    const REPLIES_TO: Option<Words> = Some(MESSAGE);

    fn examples() -> Vec<Example<Self>> {
        let part = || Stream {
            id: "STREAM_ID".into(),
            finish: Some(false),
            content: Some("**广州**今日天气：29 度".into()),
            ..Stream::default()
        };
        let first = Stream { feedback: Some(Feedback { id: "FEEDBACK_ID".into() }), ..part() };
        let image = StreamImage { base64: PICTURE.into(), md5: PICTURE_MD5.into() };
        let last = Stream {
            finish: Some(true),
            content: Some("**广州**今日天气：29 度，大部分多云，降雨概率：60%".into()),
            msg_item: vec![StreamItem::Image { image }],
            ..part()
        };
        let mut examples = vec![
            Example::new(
                "stream",
                Words::new("流式消息的开头", "The beginning of an answer"),
                Self::Stream { stream: first },
            ),
            Example::new(
                "finish",
                Words::new("流式消息的结尾，带图片", "The end of an answer, with a picture"),
                Self::Stream { stream: last },
            ),
        ];
        examples.extend(template_card::of_bots().map(|(name, title, card)| {
            Example::new(name, title, Self::TemplateCard { template_card: Box::new(card) })
        }));
        if let Some((_, _, card)) = template_card::of_bots().into_iter().nth(2) {
            examples.push(Example::new(
                "stream_with_template_card",
                Words::new("流式消息和模板卡片", "An answer that grows, and a card"),
                Self::StreamWithTemplateCard { stream: part(), template_card: Some(Box::new(card)) },
            ));
        }
        examples
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        template_card::check_in(values, problems);
    }
}
