//! [获取群聊会话](https://developer.work.weixin.qq.com/document/path/90247): a group chat that an app made.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Wecom;
use crate::lang::Words;
use crate::operation::{Example, Method, Operation};
use crate::problem::Source;

/// Gets a group chat that an app made. · 获取应用创建的群聊会话。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct AppchatGet {
    /// The group chat's id. · 群聊 id。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub chatid: String,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AppchatGetReply {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    #[schemars(extend("x-source" = "documented"))]
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// The group chat. · 群聊信息。
    pub chat_info: Appchat,
}

/// A group chat. · 群聊信息。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Appchat {
    /// Its id. · 群聊 id。
    pub chatid: String,
    /// The name. · 群聊名称。
    #[serde(default)]
    pub name: String,
    /// The owner's userid. · 群主 userid。
    #[serde(default)]
    pub owner: String,
    /// The members' userids. · 成员 userid 列表。
    #[serde(default)]
    pub userlist: Vec<String>,
}

impl Operation for AppchatGet {
    type Gateway = Wecom;
    type Reply = AppchatGetReply;

    const ID: &str = "wecom.appchat_get";
    const TITLE: Words = Words::new("获取群聊会话", "Get a group chat");
    const METHOD: Method = Method::GET;
    const PATH: &str = "/cgi-bin/appchat/get";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/90247";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "chat_info": {
        "chatid": "project2024", "name": "项目群", "owner": "zhangsan", "userlist": ["zhangsan", "lisi"]
    }}"#;
    const EVIDENCE: Source = Source::Observed;

    fn examples() -> Vec<Example<Self>> {
        vec![Example::new("one", Words::new("一个群聊", "A group chat"), Self { chatid: "project2024".into() })]
    }
}
