//! [创建企业群发](https://developer.work.weixin.qq.com/document/path/92135): a message to many customers or customer groups, which
//! members have to confirm.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::attachment::{self, Attachment, CustomerText};
use super::{Wecom, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section, SettledBy};
use crate::problem::Source;

/// Creates a message to many customers or groups. It only makes a task that the members must confirm.
///
/// 创建企业群发，发送给客户或客户群。仅生成待成员确认的群发任务。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct ExternalcontactAddMsgTemplate {
    /// To customers or to groups. To customers if absent. · 发送给客户或客户群。默认发送给客户。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-source" = "documented"))]
    pub chat_type: Option<ChatType>,
    /// The customers. At most 10,000 external_userids. · 客户的 external_userid。最多 10000 个。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10_000), extend("x-receiver" = true, "x-when" = "chat_type=single|", "x-source" = "documented"))]
    pub external_userid: Vec<String>,
    /// The customer groups. At most 2,000; WeCom 4.1.10 or later. · 客户群 id。最多 2000 个，需企业微信 4.1.10 及以上版本。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(
        length(max = 2000),
        extend("x-source" = "observed", "x-receiver" = true, "x-when" = "chat_type=group")
    )]
    pub chat_id_list: Vec<String>,
    /// Which customers, by their tags. · 按标签筛选客户。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag_filter: Option<TagFilter>,
    /// Who sends. A userid; needed for groups, and for customers who are not named.
    ///
    /// 发送成员的 userid。发送给客户群，或未指定客户时必填。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-needed" = ["chat_type=group", "external_userid="]))]
    pub sender: Option<String>,
    /// Whether the member may choose among the receivers. For groups. · 是否允许成员重新选择接收者。仅用于客户群。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-when" = "chat_type=group"))]
    pub allow_select: Option<bool>,
    /// The text. · 文本。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<CustomerText>,
    /// What goes with it. At most 9. · 附件列表。最多 9 个。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 9), extend("x-source" = "documented"))]
    pub attachments: Vec<Attachment>,
}

/// Whom a message to many goes to. · 群发对象。
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChatType {
    /// Customers · 客户
    Single,
    /// Customer groups · 客户群
    Group,
}

/// Which customers, by their tags. · 标签筛选条件。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct TagFilter {
    /// The groups of tags. · 标签组列表。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group_list: Vec<TagGroup>,
}

/// A group of tags. · 一组标签。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct TagGroup {
    /// The tags' ids. · 标签 id 列表。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_list: Vec<String>,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ExternalcontactAddMsgTemplateReply {
    /// The code. 0 also where some customers were not taken. · 结果码。部分客户无效时也为 0。
    #[schemars(extend("x-source" = "documented"))]
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// Customers who were not taken. · 无效或无法发送的客户。
    #[serde(default)]
    pub fail_list: Vec<String>,
    /// The message's id. · 群发消息 id。
    pub msgid: String,
}

impl Operation for ExternalcontactAddMsgTemplate {
    type Gateway = Wecom;
    type Reply = ExternalcontactAddMsgTemplateReply;

    const ID: &str = "wecom.externalcontact_add_msg_template";
    const SECTION: Section = section::GROUP_MSG;
    const TITLE: Words = Words::new("创建企业群发", "Create a message to many customers");
    const PATH: &str = "/cgi-bin/externalcontact/add_msg_template";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/92135";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "fail_list": [], "msgid": "MSGID"}"#;
    const EVIDENCE: Source = Source::Observed;
    const IDS: &[&str] = &["/msgid"];
    const SETTLED_BY: Option<SettledBy> = Some(SettledBy::call(
        "externalcontact/get_groupmsg_send_result",
        Words::new("查询每个客户的发送结果", "shows for each customer whether the message was sent"),
    ));

    fn examples() -> Vec<Example<Self>> {
        let text = || Some(CustomerText { content: "新品上市，欢迎了解。".into() });
        let two = || vec!["wmAAAAAAAAAA".into(), "wmBBBBBBBBBB".into()];
        let all = Self {
            chat_type: Some(ChatType::Single),
            external_userid: two(),
            sender: Some("zhangsan".into()),
            text: text(),
            attachments: attachment::samples().into(),
            ..Self::default()
        };
        let plain = Self { external_userid: two(), text: text(), ..Self::default() };
        let tagged = Self {
            sender: Some("zhangsan".into()),
            tag_filter: Some(TagFilter { group_list: vec![TagGroup { tag_list: vec!["etAAAAAAAAAA".into()] }] }),
            text: text(),
            ..Self::default()
        };
        let groups = Self {
            chat_type: Some(ChatType::Group),
            chat_id_list: vec!["wrAAAAAAAAAA".into()],
            sender: Some("zhangsan".into()),
            allow_select: Some(true),
            text: text(),
            ..Self::default()
        };
        vec![
            Example::new("one", Words::new("文本和各类附件", "Text and every kind of attachment"), all),
            Example::new("text", Words::new("文本", "Text"), plain),
            Example::new("tags", Words::new("按标签筛选客户", "To customers with a tag"), tagged),
            Example::new("groups", Words::new("发送给客户群", "To customer groups"), groups),
        ]
    }
}
