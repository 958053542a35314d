//! [更新模版卡片消息](https://developer.work.weixin.qq.com/document/path/94888): changes a card that was sent.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::template_card::{self, TemplateCard};
use super::{Wecom, number};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation};
use crate::problem::{Code, Problem, Source};

/// Changes a card that was sent: its button, or the whole of it.
///
/// 更新已发送的模板卡片：只更新按钮文案，或更新整张卡片。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MessageUpdateTemplateCard {
    /// The members. At most 1000. · 成员 userid。最多 1000 个。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 1000), extend("x-receiver" = true))]
    pub userids: Vec<String>,
    /// The departments. At most 100. · 部门 id。最多 100 个。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("x-receiver" = true))]
    pub partyids: Vec<i64>,
    /// The tags. At most 100. · 标签 id。最多 100 个。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), extend("x-receiver" = true))]
    pub tagids: Vec<i64>,
    /// Whether it is changed for all. A client has it. · 是否更新全部接收者的卡片。见于客户端代码。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::flag", extend("x-source" = "observed"))]
    pub atall: Option<i64>,
    /// The app's id. · 应用 id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agentid: Option<i64>,
    /// The card's code. From the reply of message/send or a callback; works once.
    ///
    /// 卡片的 response_code。由 message/send 或回调返回，只能使用一次。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub response_code: String,
    /// Whether ids in the text are translated. No if absent. · 是否开启 id 转译。默认否。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "number::flag")]
    pub enable_id_trans: Option<i64>,
    /// What the button becomes. · 按钮的新文案。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub button: Option<NewButton>,
    /// What the card becomes. · 新的卡片。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template_card: Option<Box<NewCard>>,
}

/// What a button becomes. · 按钮的新文案。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct NewButton {
    /// The card's task. A client has it. · 卡片的任务 id。见于客户端代码。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub task_id: Option<String>,
    /// What it says. · 按钮文案。
    #[schemars(extend("x-type-source" = "observed"))]
    pub replace_name: String,
}

/// What a card becomes. · 新的卡片。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct NewCard {
    /// The card. · 卡片。
    #[serde(flatten)]
    pub card: TemplateCard,
    /// What the button says afterwards. A client has it. · 按钮更新后的文案。见于客户端代码。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-type-source" = "observed"))]
    pub replace_text: Option<String>,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct MessageUpdateTemplateCardReply {
    /// The code. 0 also where some members were not taken. · 结果码。部分成员无效时也为 0。
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// Members who are wrong. · 无效的成员。
    #[serde(default)]
    pub invaliduser: Vec<String>,
}

impl Operation for MessageUpdateTemplateCard {
    type Gateway = Wecom;
    type Reply = MessageUpdateTemplateCardReply;

    const ID: &str = "wecom.message_update_template_card";
    const TITLE: Words = Words::new("更新模版卡片消息", "Update a template card");
    const PATH: &str = "/cgi-bin/message/update_template_card";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/94888";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "invaliduser": []}"#;

    fn examples() -> Vec<Example<Self>> {
        let to = || Self {
            userids: vec!["zhangsan".into()],
            agentid: Some(1_000_002),
            response_code: "RESPONSE_CODE".into(),
            ..Self::default()
        };
        let button = NewButton { task_id: None, replace_name: "已处理".into() };
        let button = Self { button: Some(button), ..to() };
        let mut examples = vec![Example::new("button", Words::new("更新按钮", "Change the button"), button)];
        examples.extend(template_card::of_apps().map(|(name, title, card)| {
            let card = NewCard { card, replace_text: None };
            Example::new(name, title, Self { template_card: Some(Box::new(card)), ..to() })
        }));
        examples
    }

    /// Either the button or the card changes.
    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        match values.get("template_card") {
            Some(card) => template_card::check(card, problems),
            None if values.get("button").is_none() => {
                let problem = Problem::new(Code::RequiredOneOf).expected("button | template_card");
                problems.push(problem.on(values).source(Source::Inferred));
            }
            None => {}
        }
    }
}
