//! A message from a group robot (群机器人) to the group that it is in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Ack, WEBHOOK_KEY, Wecom};
use crate::lang::Words;
use crate::operation::{Example, Operation, Rate};
use crate::secret::Credential;

/// Sends a message to the robot's group. · 向机器人所在的群发送消息。
#[cfg_attr(doc, doc = "", doc = "On the wire, `msgtype` says which it is, in small letters.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "msgtype", rename_all = "snake_case")]
#[non_exhaustive]
pub enum WebhookSend {
    /// Text · 文本
    Text { text: Text },
    /// Markdown · Markdown
    Markdown { markdown: Markdown },
}

/// The text. · 文本内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Text {
    /// The text. `<@userid>` in it mentions a member. · 文本。其中 `<@userid>` 提醒成员。
    #[schemars(extend("maxBytes" = 2048))]
    pub content: String,
    /// Whom to mention, by userid. `@all` for everybody. · 要提醒的成员的 userid。`@all` 为所有人。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentioned_list: Vec<String>,
    /// Whom to mention, by telephone number. · 要提醒的成员的手机号。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentioned_mobile_list: Vec<String>,
}

/// The Markdown. · Markdown 内容。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Markdown {
    /// The Markdown. `<@userid>` in it mentions a member. · Markdown。其中 `<@userid>` 提醒成员。
    #[schemars(extend("maxBytes" = 4096))]
    pub content: String,
}

impl Operation for WebhookSend {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.webhook_send";
    const TITLE: Words = Words::new("群机器人发送消息", "Send as a group robot");
    const PATH: &str = "/cgi-bin/webhook/send";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/91770";
    const REPLY: &str = super::ACK;
    const CREDENTIALS: &[Credential] = &[WEBHOOK_KEY];
    const RATES: &[Rate] = &[Rate { times: 20, seconds: 60, per: Words::new("每个机器人", "robot") }];

    fn examples() -> Vec<Example<Self>> {
        let text = Text { content: "广州今日天气：29度".into(), ..Text::default() };
        vec![Example::new("text", Words::new("文本", "Text"), Self::Text { text })]
    }
}
