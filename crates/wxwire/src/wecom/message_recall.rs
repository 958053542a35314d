//! [撤回应用消息](https://developer.work.weixin.qq.com/document/path/94867): takes a message of an app back.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Ack, Wecom};
use crate::lang::Words;
use crate::operation::{Example, Operation};

/// Recalls a message of an app. Within 24 hours of sending. · 撤回应用消息。仅能撤回 24 小时内发送的消息。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MessageRecall {
    /// The message's id. From the reply of message/send. · 消息 id。由 message/send 返回。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub msgid: String,
}

impl Operation for MessageRecall {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.message_recall";
    const TITLE: Words = Words::new("撤回应用消息", "Recall an app message");
    const PATH: &str = "/cgi-bin/message/recall";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/94867";
    const REPLY: &str = super::ACK;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { msgid: "aoW3eRj-2nHw3kkH18MLnUNy882aYoFXUk5GRHW_Ts52zDmJ-QY8eBSkyy8603g".into() };
        vec![Example::new("one", Words::new("文档示例", "The document's sample"), values)]
    }
}
