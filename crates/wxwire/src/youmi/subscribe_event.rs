//! [订阅事件](https://s.apifox.cn/9b257a0b-e7d2-49eb-b085-0aafd4d01eda/api-103374627): which events come, and where to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{self, Reply};
use super::{ACCESS, Youmi};
use crate::lang::Words;
use crate::layer::json::{Kind, Value};
use crate::operation::{Example, Operation, Section};
use crate::verdict::{Judge, Why};

/// Subscribes to events.
///
/// 订阅事件。
#[cfg_attr(doc, doc = "", doc = "On the wire, `app_id` is `appId`, and `message_types` is `messageTypes`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SubscribeEvent {
    /// Where they go. · 回调地址。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The application. · 应用标识。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app_id: Option<String>,
    /// The events. `chat`, `fansInfoChange`, `fansAttributionChange`, `rpaTaskResult`, by the page on events.
    ///
    /// 事件类型。按事件说明页，有 `chat`、`fansInfoChange`、`fansAttributionChange`、`rpaTaskResult`。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("x-source" = "inferred"))]
    pub message_types: Vec<String>,
}

impl Operation for SubscribeEvent {
    type Gateway = Youmi;
    type Reply = Reply<bool>;

    const ID: &str = "youmi.public_subscribe_event";
    const SECTION: Section = ACCESS;
    const TITLE: Words = Words::new("订阅事件", "Subscribe to events");
    const PATH: &str = "/v2/Public/subscribeEvent";
    const PAGE: &str = "https://s.apifox.cn/9b257a0b-e7d2-49eb-b085-0aafd4d01eda/api-103374627";
    const REPLY: &str = reply::v2!(r#", "values": true"#);

    fn examples() -> Vec<Example<Self>> {
        let subscribe = |types: &[&str]| Self {
            url: Some("https://example.com/youmi".into()),
            app_id: Some("xxx".into()),
            message_types: types.iter().map(|&name| name.to_owned()).collect(),
        };
        let all = ["chat", "fansInfoChange", "fansAttributionChange", "rpaTaskResult"];
        vec![
            Example::new("one", Words::new("新聊天记录", "New chat records"), subscribe(&all[..1])),
            Example::new("all", Words::new("全部事件", "All events"), subscribe(&all)),
        ]
    }

    /// The answer is a yes or a no of its own, inside.
    fn judge(reply: Value<'_>, _: Option<Value<'_>>, judge: &mut Judge) {
        if let Some(no) = reply.get("values").filter(|values| values.kind() == Kind::Bool && values.source() == "false")
        {
            judge.at(no, Why::InnerCode, "values");
        }
    }
}
