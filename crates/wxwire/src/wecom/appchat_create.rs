//! [创建群聊会话](https://developer.work.weixin.qq.com/document/path/90245): a group chat that an app makes and sends to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Wecom;
use crate::lang::Words;
use crate::operation::{Example, Operation, Rate};
use crate::problem::Source;

/// Creates a group chat. Only for self-built apps that the root department sees.
///
/// 创建群聊会话。仅支持可见范围为根部门的自建应用。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct AppchatCreate {
    /// The name. At most 50 characters. · 群聊名称。最多 50 个字符。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("x-source" = "documented"))]
    pub name: Option<String>,
    /// The owner's userid. · 群主 userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The members' userids. 2 to 2000. · 成员 userid 列表。2 至 2000 人。
    #[schemars(length(min = 2, max = 2000), extend("x-type-source" = "documented", "x-source" = "documented"))]
    pub userlist: Vec<String>,
    /// An id of your own. At most 32 characters. · 自定义群聊 id。最多 32 个字符。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 32), extend("x-source" = "documented"))]
    pub chatid: Option<String>,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AppchatCreateReply {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    #[schemars(extend("x-source" = "documented"))]
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// The group chat's id. · 群聊 id。
    pub chatid: String,
}

impl Operation for AppchatCreate {
    type Gateway = Wecom;
    type Reply = AppchatCreateReply;

    const ID: &str = "wecom.appchat_create";
    const TITLE: Words = Words::new("创建群聊会话", "Create a group chat");
    const PATH: &str = "/cgi-bin/appchat/create";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/90245";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "chatid": "project2024"}"#;
    const EVIDENCE: Source = Source::Observed;
    const IDS: &[&str] = &["/chatid"];
    const RATES: &[Rate] = &[Rate { times: 1000, seconds: 86_400, per: Words::new("每个企业", "company") }];

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            name: Some("项目群".into()),
            owner: Some("zhangsan".into()),
            userlist: ["zhangsan", "lisi", "wangwu"].map(String::from).into(),
            chatid: Some("project2024".into()),
        };
        let without_id = Self { chatid: None, ..values.clone() };
        vec![
            Example::new("one", Words::new("自定义群聊 id", "With an id of one's own"), values),
            Example::new("without_id", Words::new("由企业微信分配 id", "With an id that WeCom gives"), without_id),
        ]
    }
}
