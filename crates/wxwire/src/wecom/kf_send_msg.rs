//! [发送消息](https://developer.work.weixin.qq.com/document/path/94677) of the customer service (微信客服): to a customer who
//! wrote before.

mod content;
mod menu;
mod samples;

pub use content::{BusinessCard, CaLink, KfContent, KfText, KfVideo, Link, Location, Miniprogram};
pub use menu::{Click, MenuItem, MenuMiniprogram, MenuText, Msgmenu, View};
pub(super) use samples::menu as sample_menu;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::template_card::missing;
use super::{Wecom, section};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Section, SettledBy};
use crate::problem::{Problem, Source};

/// Sends a message to a customer. At most 5, within 48 hours of the customer's last message.
///
/// 向客户发送客服消息。客户最近一次发消息后 48 小时内最多发送 5 条。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct KfSendMsg {
    /// The customer. An external_userid. · 客户的 external_userid。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-receiver" = true))]
    pub touser: String,
    /// The service account. · 客服账号 id。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub open_kfid: String,
    /// What it holds. · 消息内容。
    #[serde(flatten)]
    pub content: KfContent,
    /// An id of your own. Unique in the service account; a repeated one is an error.
    ///
    /// 自定义消息 id。同一客服账号内不可重复，重复会报错。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^[0-9a-zA-Z_-]*$"), extend("maxBytes" = 32))]
    pub msgid: Option<String>,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct KfSendMsgReply {
    /// The code. 0 does not say that it was delivered. · 结果码。0 不代表已送达。
    #[schemars(extend("x-source" = "documented"))]
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// The message's id. A failure event names it as fail_msgid. · 消息 id。发送失败事件以 fail_msgid 带回。
    pub msgid: String,
}

impl Operation for KfSendMsg {
    type Gateway = Wecom;
    type Reply = KfSendMsgReply;

    const ID: &str = "wecom.kf_send_msg";
    const SECTION: Section = section::KF;
    const TITLE: Words = Words::new("发送消息", "Send a message to a customer");
    const PATH: &str = "/cgi-bin/kf/send_msg";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/94677";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "msgid": "MSGID"}"#;
    const IDS: &[&str] = &["/msgid"];
    const SETTLED_BY: Option<SettledBy> = Some(SettledBy::call(
        "kf/sync_msg",
        Words::new(
            "失败会以 event_type 为 msg_send_fail 的事件返回",
            "reports a failure as an event with event_type msg_send_fail",
        ),
    ));
    const IDEMPOTENCY: Option<&str> = Some("msgid");

    fn examples() -> Vec<Example<Self>> {
        samples::examples()
    }

    /// Text says something.
    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        if let Some(text) = values.get("text").filter(|text| text.get("content").is_some()) {
            missing(text, "content", Source::Documented, problems);
        }
    }
}
