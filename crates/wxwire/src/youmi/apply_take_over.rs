//! [申请接管](https://s.apifox.cn/9b257a0b-e7d2-49eb-b085-0aafd4d01eda/api-73950177): asks to take over a chat.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{self, Reply};
use super::{CHATS, Youmi};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};

/// Asks to take over a chat. The page has no field as required.
///
/// 申请接管会话。文档没有标明必填字段。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(default)]
pub struct ApplyTakeOver {
    /// The operating account. · 运营机标识。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wechat_key: Option<String>,
    /// The friend. · 粉丝标识。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub friend_key: Option<String>,
    /// Who asks. · 申请人标识。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apply_key: Option<String>,
    /// The name of who asks. · 申请人名称。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apply_name: Option<String>,
    /// Why. · 申请原因。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apply_reason: Option<String>,
    /// The product. `QKB` is Qikebao (企客宝). · 来源。`QKB` 为企客宝。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub apply_source: Option<String>,
}

impl Operation for ApplyTakeOver {
    type Gateway = Youmi;
    type Reply = Reply<serde_json::Value>;

    const ID: &str = "youmi.chat_mess_apply_take_over";
    const SECTION: Section = CHATS;
    const TITLE: Words = Words::new("申请接管", "Request to take over a chat");
    const PATH: &str = "/v2/ChatMess/applyTakeOver";
    const PAGE: &str = "https://s.apifox.cn/9b257a0b-e7d2-49eb-b085-0aafd4d01eda/api-73950177";
    // What `values` holds is not known.
    const REPLY: &str = reply::v2!("");

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            wechat_key: Some("wxid_x7k2m9q4p1r322".into()),
            friend_key: Some("wxid_b3n8w5t2y6u122".into()),
            apply_key: Some("1001".into()),
            apply_name: Some("小北".into()),
            apply_reason: Some("售后".into()),
            apply_source: Some("QKB".into()),
        };
        vec![Example::new("one", Words::new("一个好友", "One friend"), values)]
    }
}
