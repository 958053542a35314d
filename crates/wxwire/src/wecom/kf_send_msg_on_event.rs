//! [发送欢迎语等事件响应消息](https://developer.work.weixin.qq.com/document/path/95122) of the customer service (微信客服): an answer
//! to an event, by the code that came with it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kf_send_msg::{KfSendMsgReply, Msgmenu, sample_menu};
use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};
use crate::problem::Source;

/// Sends a message for an event, such as a welcome. The code works once.
///
/// 发送欢迎语等事件响应消息。code 只能使用一次。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct KfSendMsgOnEvent {
    /// The code of the event. · 事件中的 code。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-receiver" = true))]
    pub code: String,
    /// What it holds. · 消息内容。
    #[serde(flatten)]
    pub content: KfEventContent,
    /// An id of your own. At most 32 bytes. · 自定义消息 id。最多 32 字节。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 32, "x-source" = "documented"))]
    pub msgid: Option<String>,
}

/// What an answer to an event holds, by its kind. · 事件响应消息的内容，按类型区分。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(tag = "msgtype", rename_all = "snake_case")]
#[non_exhaustive]
pub enum KfEventContent {
    /// Text · 文本
    Text { text: KfEventText },
    /// A menu · 菜单
    Msgmenu { msgmenu: Msgmenu },
}

/// Text. · 文本内容。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct KfEventText {
    /// The text. kf/send_msg takes 2048 bytes; how many this call takes is not known.
    ///
    /// 文本。kf/send_msg 最多 2048 字节，此接口的限制文档没有说明。
    #[schemars(extend("maxBytes" = 2048, "x-source" = "inferred"))]
    pub content: String,
}

impl Operation for KfSendMsgOnEvent {
    type Gateway = Wecom;
    type Reply = KfSendMsgReply;

    const ID: &str = "wecom.kf_send_msg_on_event";
    const SECTION: Section = section::KF;
    const TITLE: Words = Words::new("发送欢迎语等事件响应消息", "Send a message for an event");
    const PATH: &str = "/cgi-bin/kf/send_msg_on_event";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/95122";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "msgid": "MSGID"}"#;
    const EVIDENCE: Source = Source::Observed;
    const IDS: &[&str] = &["/msgid"];

    fn examples() -> Vec<Example<Self>> {
        let of = |content| Self { code: "CODE".into(), content, msgid: None };
        let text = KfEventText { content: "欢迎咨询".into() };
        let with_id = Self { msgid: Some("welcome-1".into()), ..of(KfEventContent::Text { text: text.clone() }) };
        vec![
            Example::new("one", Words::new("文本", "Text"), of(KfEventContent::Text { text })),
            Example::new("menu", Words::new("菜单", "A menu"), of(KfEventContent::Msgmenu { msgmenu: sample_menu() })),
            Example::new("with_id", Words::new("带自定义消息 id", "With an id of one's own"), with_id),
        ]
    }
}
