//! [发送应用消息](https://developer.work.weixin.qq.com/document/path/90236): a message of an app to members.

mod content;
mod flags;
mod receivers;
mod samples;

pub use content::Content;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Wecom, content as contents, number, template_card};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Rate, SettledBy};
use crate::problem::Problem;
use crate::verdict::{Judge, Why};

/// Sends a message of an app to members, departments and tags.
///
/// 以应用的身份向成员、部门和标签发送消息。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MessageSend {
    /// The members. Userids joined by `|`, at most 1000; `@all` for all of the app.
    ///
    /// 成员 userid。用 `|` 连接，最多 1000 个；`@all` 为应用的全部成员。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-receiver" = true))]
    pub touser: Option<String>,
    /// The departments. Ids joined by `|`, at most 100; no effect beside `@all`.
    ///
    /// 部门 id。用 `|` 连接，最多 100 个；`touser` 为 `@all` 时不起作用。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-receiver" = true))]
    pub toparty: Option<String>,
    /// The tags. Ids joined by `|`, at most 100; no effect beside `@all`.
    ///
    /// 标签 id。用 `|` 连接，最多 100 个；`touser` 为 `@all` 时不起作用。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-receiver" = true))]
    pub totag: Option<String>,
    /// The app's id. · 应用 id。
    pub agentid: i64,
    /// What it holds. · 消息内容。
    #[serde(flatten)]
    pub content: Content,
    /// Whether it is confidential. No if absent. · 是否保密。默认否。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::safe")]
    pub safe: Option<i64>,
    /// Whether ids in the text are translated. No if absent. · 是否开启 id 转译。默认否。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::flag")]
    pub enable_id_trans: Option<i64>,
    /// Whether a repeated message is refused. No if absent. · 是否开启重复消息检查。默认否。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::flag")]
    pub enable_duplicate_check: Option<i64>,
    /// For how long it is refused. Seconds, at most four hours; 1800 if absent.
    ///
    /// 重复消息检查的时间间隔。单位秒，最长 4 小时；默认 1800。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 14_400), extend("x-unit" = "seconds"))]
    pub duplicate_check_interval: Option<i64>,
    /// Tickets of messages after a template. A client has it, the vendor's page does not. · 模板消息的 ticket 列表。见于客户端代码，文档没有说明。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub selected_ticket_list: Vec<String>,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MessageSendReply {
    /// The code. 0 also where only some receivers were taken. · 结果码。只有部分接收者有效时也为 0。
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// Members who are wrong. Joined by `|`. · 无效的成员。用 `|` 连接。
    #[serde(default)]
    pub invaliduser: Option<String>,
    /// Departments that are wrong. Joined by `|`. · 无效的部门。用 `|` 连接。
    #[serde(default)]
    pub invalidparty: Option<String>,
    /// Tags that are wrong. Joined by `|`. · 无效的标签。用 `|` 连接。
    #[serde(default)]
    pub invalidtag: Option<String>,
    /// Members without a licence. Joined by `|`. · 没有基础接口许可的成员。用 `|` 连接。
    #[serde(default)]
    pub unlicenseduser: Option<String>,
    /// The message's id. message/recall takes it. · 消息 id。用于撤回应用消息。
    pub msgid: String,
    /// The card's code. It updates a card that asks something, once, within 24 hours.
    ///
    /// 卡片的 response_code。用于更新交互类卡片，24 小时内有效，只能使用一次。
    #[serde(default)]
    pub response_code: Option<String>,
}

impl Operation for MessageSend {
    type Gateway = Wecom;
    type Reply = MessageSendReply;

    const ID: &str = "wecom.message_send";
    const TITLE: Words = Words::new("发送应用消息", "Send an app message");
    const PATH: &str = "/cgi-bin/message/send";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/90236";
    const REPLY: &str = r#"{
        "errcode": 0, "errmsg": "ok", "invaliduser": "", "invalidparty": "", "invalidtag": "", "unlicenseduser": "",
        "msgid": "MSGID", "response_code": "RESPONSE_CODE"
    }"#;
    const IDS: &[&str] = &["/msgid"];
    const SETTLED_BY: Option<SettledBy> = Some(SettledBy::call(
        "message/get_statistics",
        Words::new("统计应用发送的消息数", "counts the messages that apps sent"),
    ));
    const RATES: &[Rate] = &[
        Rate { times: 30, seconds: 60, per: Words::new("每个应用对每个成员", "app and member") },
        Rate { times: 1000, seconds: 3600, per: Words::new("每个应用对每个成员", "app and member") },
    ];
    const IDEMPOTENCY: Option<&str> = Some("enable_duplicate_check");

    fn examples() -> Vec<Example<Self>> {
        samples::examples()
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        receivers::check(values, problems);
        contents::check(values, problems);
        if let Some(card) = values.get("template_card") {
            template_card::check(card, problems);
        }
        flags::check(values, problems);
    }

    fn judge(reply: Value<'_>, sent: Option<Value<'_>>, judge: &mut Judge) {
        if let Some(list) = sent.and_then(|sent| receivers::nobody_left(reply, sent)) {
            judge.at(list, Why::NothingTaken, "");
        }
    }
}

#[cfg(test)]
mod tests;
