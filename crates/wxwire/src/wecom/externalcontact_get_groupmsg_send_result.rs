//! [获取企业群发成员执行结果](https://developer.work.weixin.qq.com/document/path/93338): which customers got a message to many, of
//! those whom one member serves.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};
use crate::problem::Source;

/// Gets which customers got the message. Of one member. · 获取企业群发成员执行结果。按成员查询每个客户的发送结果。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ExternalcontactGetGroupmsgSendResult {
    /// The message's id. Of add_msg_template. · 群发消息 id。由 add_msg_template 返回。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub msgid: String,
    /// The member who sent it. A userid. · 发送成员。userid。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub userid: String,
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
pub struct ExternalcontactGetGroupmsgSendResultReply {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    #[schemars(extend("x-source" = "documented"))]
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// Where to go on. · 下一页游标。
    #[serde(default)]
    pub next_cursor: String,
    /// What became of it, customer by customer. · 每个客户的发送结果。
    #[serde(default)]
    pub send_list: Vec<GroupMsgResult>,
}

/// What became of a message to one customer or group. · 一个客户或客户群的发送结果。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GroupMsgResult {
    /// The customer. · 客户的 external_userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_userid: Option<String>,
    /// The customer group. · 客户群 id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chat_id: Option<String>,
    /// The member who sent it. · 发送成员的 userid。
    #[serde(default)]
    pub userid: String,
    /// What became of it. · 发送状态。
    #[schemars(schema_with = "status", extend("x-source" = "documented"))]
    pub status: i64,
    /// When it was sent. · 发送时间。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-unit" = "seconds"))]
    pub send_time: Option<i64>,
}

fn status(_: &mut SchemaGenerator) -> Schema {
    crate::schema::choices(&[
        (0, "Not sent · 未发送"),
        (1, "Sent · 已发送"),
        (2, "Failed: no longer a friend · 因客户不是好友导致发送失败"),
        (3, "Failed: already got others · 因客户已经收到其他群发消息导致发送失败"),
    ])
}

impl Operation for ExternalcontactGetGroupmsgSendResult {
    type Gateway = Wecom;
    type Reply = ExternalcontactGetGroupmsgSendResultReply;

    const ID: &str = "wecom.externalcontact_get_groupmsg_send_result";
    const SECTION: Section = section::GROUP_MSG;
    const TITLE: Words = Words::new("获取企业群发成员执行结果", "Get which customers got the message");
    const PATH: &str = "/cgi-bin/externalcontact/get_groupmsg_send_result";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/93338";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "next_cursor": "", "send_list": [
        {"external_userid": "wmAAAAAAAAAA", "userid": "zhangsan", "status": 1, "send_time": 1704153600},
        {"external_userid": "wmBBBBBBBBBB", "userid": "zhangsan", "status": 1, "send_time": 1704153601}
    ]}"#;
    const EVIDENCE: Source = Source::Observed;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { msgid: "MSGID".into(), userid: "zhangsan".into(), limit: Some(100), cursor: None };
        vec![Example::new("one", Words::new("一个成员的结果", "Of a member"), values)]
    }
}
