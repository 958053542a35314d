//! [激活会话](https://s.apifox.cn/9b257a0b-e7d2-49eb-b085-0aafd4d01eda/api-96285441): begins a chat with a friend.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::reply::{self, Reply};
use super::{CHATS, Youmi};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Section};
use crate::problem::{Code, Problem, Source};
use crate::schema::choices;

/// Activates a conversation with a friend.
///
/// 激活与好友的会话。
#[cfg_attr(
    doc,
    doc = "",
    doc = "On the wire, `enforce_attribution`, `activation_type` and `switch_session` have a capital and no `_`."
)]
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ActivationConversation {
    /// The friend. `wxid_…`. · 好友。形如 `wxid_…`。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-receiver" = true))]
    pub ad_friend_wenober: Option<String>,
    /// The operating account's original id. It or ad_wechat_id. · 运营号原始微信号。与 ad_wechat_id 至少填一个。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ad_original_nober: Option<String>,
    /// The operating account. It or ad_original_nober. · 运营号 id。与 ad_original_nober 至少填一个。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ad_wechat_id: Option<i64>,
    /// The employee. · 员工工号。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff_code: Option<String>,
    /// Whose friends. · 归属。
    #[serde(rename = "enforceAttribution")]
    #[schemars(schema_with = "attributions")]
    pub enforce_attribution: i64,
    /// What it says. Needed where activationType is 1 or 2. · 内容。activationType 为 1 或 2 时需要。
    pub content: String,
    /// How it is activated. What its numbers mean is not documented. · 激活方式。取值的含义没有文档。
    #[serde(rename = "activationType", default, skip_serializing_if = "Option::is_none")]
    pub activation_type: Option<i64>,
    /// Whether the session changes. What its numbers mean is not documented. · 是否切换会话。取值的含义没有文档。
    #[serde(rename = "switchSession", default, skip_serializing_if = "Option::is_none")]
    pub switch_session: Option<i64>,
}

fn attributions(_: &mut SchemaGenerator) -> Schema {
    choices(&[(0, "The employee's own friends only · 仅限自己的好友"), (1, "Not documented · 没有文档")])
}

impl Operation for ActivationConversation {
    type Gateway = Youmi;
    type Reply = Reply<serde_json::Value>;

    const ID: &str = "youmi.chat_mess_activation_conversation";
    const SECTION: Section = CHATS;
    const TITLE: Words = Words::new("激活会话", "Activate a conversation");
    const PATH: &str = "/v2/ChatMess/ActivationConversation";
    const PAGE: &str = "https://s.apifox.cn/9b257a0b-e7d2-49eb-b085-0aafd4d01eda/api-96285441";
    // What `values` holds is not known.
    const REPLY: &str = reply::v2!("");

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            ad_friend_wenober: Some("wxid_b3n8w5t2y6u122".into()),
            ad_wechat_id: Some(1001),
            staff_code: Some("1001".into()),
            content: "您好".into(),
            activation_type: Some(1),
            ..Self::default()
        };
        vec![Example::new("one", Words::new("一个好友", "One friend"), values)]
    }

    /// An account must be named, and what needs words must have some.
    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        let is_empty = |name: &str| values.get(name).is_none_or(|value| matches!(value.source(), "null" | "\"\""));
        if is_empty("ad_original_nober") && is_empty("ad_wechat_id") {
            let problem = Problem::new(Code::RequiredOneOf).expected("ad_original_nober | ad_wechat_id");
            problems.push(problem.on(values).source(Source::Documented));
        }
        let needs_words =
            values.get("activationType").and_then(Value::as_i64).is_some_and(|kind| matches!(kind, 1 | 2));
        if let Some(content) = values.get("content").filter(|content| needs_words && content.is_str("")) {
            let problem = Problem::new(Code::TooShort).measured(1, 0, crate::problem::Unit::Characters);
            problems.push(problem.on(content).source(Source::Documented));
        }
    }
}
