//! [注册回调地址](https://s.apifox.cn/9b257a0b-e7d2-49eb-b085-0aafd4d01eda/api-74095091): sets where callbacks go.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::reply::{self, Reply};
use super::{ACCESS, Youmi};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};
use crate::schema::choices;

/// Sets where the callbacks of a product go.
///
/// 注册一个产品的回调地址。
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct RegisterCallbackUrl {
    /// The address. · 回调地址。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The product. · 产品。
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "products")]
    pub kind: Option<i64>,
}

fn products(_: &mut SchemaGenerator) -> Schema {
    choices(&[(100, "Qikebao (企客宝) · 企客宝"), (200, "Jinqiao (金桥) · 金桥")])
}

impl Operation for RegisterCallbackUrl {
    type Gateway = Youmi;
    type Reply = Reply<serde_json::Value>;

    const ID: &str = "youmi.public_register_callback_url";
    const SECTION: Section = ACCESS;
    const TITLE: Words = Words::new("注册回调地址", "Set the callback URL");
    const PATH: &str = "/v2/Public/registerCallbackUrl";
    const PAGE: &str = "https://s.apifox.cn/9b257a0b-e7d2-49eb-b085-0aafd4d01eda/api-74095091";
    // What `values` holds is not known.
    const REPLY: &str = reply::v2!("");

    fn examples() -> Vec<Example<Self>> {
        let values = Self { url: Some("https://example.com/youmi".into()), kind: Some(100) };
        vec![Example::new("one", Words::new("用于企客宝", "For Qikebao"), values)]
    }
}
