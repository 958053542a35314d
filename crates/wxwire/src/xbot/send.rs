//! [The envelope](https://apifox.com/apidoc/shared-d478def0-67c1-4161-b385-eef8a94e9d17) of every call of xbot: one of a
//! type that has no operation of its own here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Map;

use super::{IsSync, Xbot, answers_its_type};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation};
use crate::verdict::Judge;

/// Sends any envelope. What its type does, and what its data may hold, is not known here and not checked.
///
/// 发送任意类型的请求。各类型的作用和 data 的内容在此未知，不做检查。
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Send {
    /// What the type wants.
    ///
    /// 内容。由类型决定。
    #[schemars(extend("x-undocumented" = true))]
    pub data: Map<String, serde_json::Value>,
    /// The client. The number that xbot gave to the WeCom client that acts.
    ///
    /// 客户端编号。由 xbot 分配给执行操作的企微客户端。
    pub client_id: i64,
    /// What to do. Types that are known to send a message have operations of their own.
    ///
    /// 请求类型。已知的发送类型有单独的操作。
    #[serde(rename = "type")]
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub kind: String,
    /// Whether to wait for the result. Not in the documents; one client always sends it.
    ///
    /// 是否等待结果。文档中没有，有客户端总是带上。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-source" = "observed"))]
    pub is_sync: Option<IsSync>,
}

/// The reply: its form is that of the type.
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SendReply {
    /// What came of it.
    ///
    /// 结果。
    pub data: Map<String, serde_json::Value>,
    /// The type of the request.
    ///
    /// 请求的类型。
    #[serde(rename = "type")]
    pub kind: String,
}

impl Operation for Send {
    type Gateway = Xbot;
    type Reply = SendReply;

    const ID: &str = "xbot.send";
    const TITLE: Words = Words::new("发送任意类型的请求", "Send an envelope of any type");
    const PATH: &str = "/";
    const PAGE: &str = "https://apifox.com/apidoc/shared-d478def0-67c1-4161-b385-eef8a94e9d17";
    // Many pages show nothing inside.
    const REPLY: &str = r#"{"data": {}, "type": "WW_USER_TO_OPEN_MSG"}"#;

    fn examples() -> Vec<Example<Self>> {
        let data = [
            ("user_list", serde_json::json!(["7881300714912093"])),
            ("appid", "wx1a2b3c4d5e6f7a8b".into()),
            ("corp_id", "ww1234567890abcdef".into()),
        ];
        let data = data.map(|(key, value)| (key.to_owned(), value)).into_iter().collect();
        let values = Self { data, client_id: 1, kind: "WW_USER_TO_OPEN_MSG".into(), is_sync: None };
        vec![Example::new(
            "open_ids",
            Words::new("用户 ID 转开放平台 ID", "Ids of users to those of the open platform"),
            values,
        )]
    }

    // Products of the same family take the same form under other names, and what xbot sends by itself has it too.
    fn is_its(values: Value<'_>) -> bool {
        let name = values.get("type").and_then(Value::as_str).unwrap_or_default();
        name.starts_with("WW_") && !name.starts_with("WW_RECV_") && values.get("user_id").is_none()
    }

    fn judge(reply: Value<'_>, sent: Option<Value<'_>>, judge: &mut Judge) {
        answers_its_type(reply, sent, judge);
    }
}
