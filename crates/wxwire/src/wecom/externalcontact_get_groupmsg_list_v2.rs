//! [获取群发记录列表](https://developer.work.weixin.qq.com/document/path/93338): messages to many customers that were created.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::externalcontact_add_msg_template::ChatType;
use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};
use crate::problem::Source;

/// Lists messages to many customers. · 获取群发记录列表。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ExternalcontactGetGroupmsgListV2 {
    /// To customers or to groups. · 发送给客户或客户群。
    #[schemars(extend("x-source" = "inferred"))]
    pub chat_type: ChatType,
    /// The start. · 开始时间。
    #[schemars(extend("x-unit" = "seconds", "x-moment" = "any"))]
    pub start_time: i64,
    /// The end. · 结束时间。
    #[schemars(extend("x-unit" = "seconds", "x-moment" = "any"))]
    pub end_time: i64,
    /// Who created it. A userid. · 创建人。userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub creator: Option<String>,
    /// Whose messages. All if absent. · 创建人类型。默认所有。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "filter_type", extend("x-source" = "documented"))]
    pub filter_type: Option<i64>,
    /// How many at most. 50 if absent, at most 100. · 最大返回数量。默认 50，最多 100。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 100), extend("x-source" = "documented"))]
    pub limit: Option<i64>,
    /// Where to go on. next_cursor of the last reply. · 分页游标。上次返回的 next_cursor。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ExternalcontactGetGroupmsgListV2Reply {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    #[schemars(extend("x-source" = "documented"))]
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// Where to go on. · 下一页游标。
    #[serde(default)]
    pub next_cursor: String,
    /// The messages. · 群发记录列表。
    #[serde(default)]
    pub group_msg_list: Vec<GroupMsg>,
}

/// A message to many customers. · 一条群发记录。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GroupMsg {
    /// Its id. · 群发消息 id。
    pub msgid: String,
    /// Who created it. A userid. · 创建人。userid。
    #[serde(default)]
    pub creator: String,
    /// When it was created. · 创建时间。
    #[schemars(extend("x-unit" = "seconds"))]
    pub create_time: i64,
    /// By whom it was created. · 创建来源。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub create_type: Option<i64>,
    /// The text. · 文本。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<GroupMsgText>,
    /// What goes with it. In the form of add_msg_template. · 附件列表。格式与 add_msg_template 相同。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Map<String, Value>>,
}

/// Text that was sent to customers. · 发送给客户的文本。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GroupMsgText {
    /// The text. · 文本。
    #[serde(default)]
    pub content: String,
}

fn filter_type(_: &mut SchemaGenerator) -> Schema {
    crate::schema::choices(&[(0, "Of the company · 企业发表"), (1, "Of members · 个人发表"), (2, "All · 所有")])
}

impl Operation for ExternalcontactGetGroupmsgListV2 {
    type Gateway = Wecom;
    type Reply = ExternalcontactGetGroupmsgListV2Reply;

    const ID: &str = "wecom.externalcontact_get_groupmsg_list_v2";
    const SECTION: Section = section::GROUP_MSG;
    const TITLE: Words = Words::new("获取群发记录列表", "List messages to many customers");
    const PATH: &str = "/cgi-bin/externalcontact/get_groupmsg_list_v2";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/93338";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "next_cursor": "NEXT_CURSOR", "group_msg_list": [{
        "msgid": "MSGID", "creator": "zhangsan", "create_time": 1704067200, "create_type": 1,
        "text": {"content": "新品上市，欢迎了解。"},
        "attachments": [{"msgtype": "image", "image": {"media_id": "MEDIA_ID", "pic_url": "https://example.com/a.png"}}]
    }]}"#;
    const EVIDENCE: Source = Source::Observed;

    fn examples() -> Vec<Example<Self>> {
        let of = |chat_type| Self {
            chat_type,
            start_time: 1_704_067_200,
            end_time: 1_704_153_600,
            creator: None,
            filter_type: Some(2),
            limit: Some(50),
            cursor: None,
        };
        let groups = Self { creator: Some("zhangsan".into()), filter_type: Some(1), ..of(ChatType::Group) };
        vec![
            Example::new("one", Words::new("发送给客户的", "To customers"), of(ChatType::Single)),
            Example::new("groups", Words::new("某成员发送给客户群的", "Of a member, to groups"), groups),
        ]
    }
}
