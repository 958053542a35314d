//! [修改群聊会话](https://developer.work.weixin.qq.com/document/path/90246): name, owner and members of a group chat.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Ack, Wecom};
use crate::lang::Words;
use crate::operation::{Example, Operation, Rate};
use crate::problem::Source;

/// Changes a group chat that an app made. · 修改应用创建的群聊会话。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct AppchatUpdate {
    /// The group chat's id. · 群聊 id。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub chatid: String,
    /// The new name. At most 50 characters. · 新的群聊名称。最多 50 个字符。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 50), extend("x-source" = "documented"))]
    pub name: Option<String>,
    /// The new owner's userid. · 新群主的 userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Whom to add. Userids. · 要添加的成员。userid 列表。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add_user_list: Vec<String>,
    /// Whom to remove. Userids. · 要移除的成员。userid 列表。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub del_user_list: Vec<String>,
}

impl Operation for AppchatUpdate {
    type Gateway = Wecom;
    type Reply = Ack;

    const ID: &str = "wecom.appchat_update";
    const TITLE: Words = Words::new("修改群聊会话", "Change a group chat");
    const PATH: &str = "/cgi-bin/appchat/update";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/90246";
    const REPLY: &str = super::ACK;
    const EVIDENCE: Source = Source::Observed;
    const RATES: &[Rate] = &[Rate { times: 1000, seconds: 3600, per: Words::new("每个企业", "company") }];

    fn examples() -> Vec<Example<Self>> {
        let to = || Self { chatid: "project2024".into(), ..Self::default() };
        let all = Self {
            name: Some("项目群".into()),
            owner: Some("zhangsan".into()),
            add_user_list: vec!["wangwu".into()],
            del_user_list: vec!["lisi".into()],
            ..to()
        };
        vec![
            Example::new("one", Words::new("修改全部内容", "Change everything"), all),
            Example::new(
                "name",
                Words::new("只修改名称", "Change the name alone"),
                Self { name: Some("项目二群".into()), ..to() },
            ),
        ]
    }
}
