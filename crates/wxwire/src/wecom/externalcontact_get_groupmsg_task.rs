//! [获取群发成员发送任务列表](https://developer.work.weixin.qq.com/document/path/93338): which members confirmed a message to many
//! customers.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};
use crate::problem::Source;

/// Gets which members sent the message. · 获取群发成员发送任务列表。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ExternalcontactGetGroupmsgTask {
    /// The message's id. Of add_msg_template. · 群发消息 id。由 add_msg_template 返回。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub msgid: String,
    /// How many at most. 500 if absent, at most 1000. · 最大返回数量。默认 500，最多 1000。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 1000), extend("x-source" = "documented"))]
    pub limit: Option<i64>,
    /// Where to go on. next_cursor of the last reply. · 分页游标。上次返回的 next_cursor。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ExternalcontactGetGroupmsgTaskReply {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    #[schemars(extend("x-source" = "documented"))]
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// Where to go on. · 下一页游标。
    #[serde(default)]
    pub next_cursor: String,
    /// The members' tasks. · 成员发送任务列表。
    #[serde(default)]
    pub task_list: Vec<GroupMsgTask>,
}

/// A member's task. · 成员的发送任务。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GroupMsgTask {
    /// The member's userid. · 成员 userid。
    pub userid: String,
    /// Whether the member sent it. · 发送状态。
    #[schemars(schema_with = "status", extend("x-source" = "documented"))]
    pub status: i64,
    /// When it was sent. · 发送时间。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-unit" = "seconds"))]
    pub send_time: Option<i64>,
}

fn status(_: &mut SchemaGenerator) -> Schema {
    crate::schema::choices(&[(0, "Not sent · 未发送"), (2, "Sent · 已发送")])
}

impl Operation for ExternalcontactGetGroupmsgTask {
    type Gateway = Wecom;
    type Reply = ExternalcontactGetGroupmsgTaskReply;

    const ID: &str = "wecom.externalcontact_get_groupmsg_task";
    const SECTION: Section = section::GROUP_MSG;
    const TITLE: Words = Words::new("获取群发成员发送任务列表", "Get which members sent the message");
    const PATH: &str = "/cgi-bin/externalcontact/get_groupmsg_task";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/93338";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "next_cursor": "", "task_list": [
        {"userid": "zhangsan", "status": 2, "send_time": 1704153600}, {"userid": "lisi", "status": 2, "send_time": 1704153600}
    ]}"#;
    const EVIDENCE: Source = Source::Observed;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { msgid: "MSGID".into(), limit: Some(100), cursor: None };
        vec![Example::new("one", Words::new("一条群发", "A message"), values)]
    }
}
