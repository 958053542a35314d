//! [发送新客户欢迎语](https://developer.work.weixin.qq.com/document/path/92137): to a customer who was just added.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::attachment::{self, Attachment, CustomerText};
use super::{Ack, Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};
use crate::problem::Source;

/// Sends a welcome message to a new customer. Within 20 seconds of the event that brought the welcome_code, and once.
///
/// 发送新客户欢迎语。收到 welcome_code 后 20 秒内调用，且只能使用一次。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ExternalcontactSendWelcomeMsg {
    /// The code for a welcome message. · 发送欢迎语的凭证。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-receiver" = true))]
    pub welcome_code: String,
    /// The text. · 文本。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<CustomerText>,
    /// What goes with it. At most 9. · 附件列表。最多 9 个。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 9), extend("x-source" = "documented"))]
    pub attachments: Vec<Attachment>,
}

impl Operation for ExternalcontactSendWelcomeMsg {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.externalcontact_send_welcome_msg";
    const SECTION: Section = section::GROUP_MSG;
    const TITLE: Words = Words::new("发送新客户欢迎语", "Send a welcome message to a new customer");
    const PATH: &str = "/cgi-bin/externalcontact/send_welcome_msg";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/92137";
    const REPLY: &str = super::ACK;
    const EVIDENCE: Source = Source::Observed;

    fn examples() -> Vec<Example<Self>> {
        let to = || Self { welcome_code: "WELCOME_CODE".into(), ..Self::default() };
        let text = || Some(CustomerText { content: "您好，很高兴为您服务。".into() });
        let all = Self { text: text(), attachments: attachment::samples().into(), ..to() };
        vec![
            Example::new("one", Words::new("文本和各类附件", "Text and every kind of attachment"), all),
            Example::new("text", Words::new("文本", "Text"), Self { text: text(), ..to() }),
        ]
    }
}
