//! 发送消息（doSendPublicMes）：one message, of one of 13 kinds, to one chat.

mod message;

pub use message::{File, Flag, Link, Message, Part, Video};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::Youmi;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, SettledBy};
use crate::problem::{Code, Problem, Source};

/// Sends one message to one chat.
///
/// 给一个会话发送一条消息。
#[cfg_attr(
    doc,
    doc = "",
    doc = "On the wire, each name begins with a capital and has no `_`: `to_user_name` is `ToUserName`."
)]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct SendPublicMessage {
    /// The take-over key. In place of ToUserName and WechatId.
    ///
    /// 接管标识。可代替 ToUserName 和 WechatId。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-receiver" = true))]
    pub take_over_key: Option<String>,
    /// The operating account. Its id.
    ///
    /// 运营号 ID。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wechat_id: Option<String>,
    /// The friend. The receiver's id.
    ///
    /// 好友标识。消息的接收者。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-receiver" = true))]
    pub to_user_name: Option<String>,
    /// The kind of account.
    ///
    /// 关系类型。
    pub relation_type: RelationType,
    /// What it says.
    #[serde(flatten)]
    pub message: Message,
}

/// The kind of account that a message goes through.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct RelationType(pub i64);

impl RelationType {
    /// Personal WeChat.
    pub const PERSONAL: Self = Self(0);
    /// WeCom.
    pub const WECOM: Self = Self(3);
}

impl JsonSchema for RelationType {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RelationType".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        crate::schema::choices(&[
            (0, "Personal WeChat\n\n个微"),
            (1, "Official account\n\n公众号"),
            (2, "Mini program\n\n小程序"),
            (3, "WeCom\n\n企业微信"),
        ])
    }
}

/// The reply.
#[cfg_attr(doc, doc = "", doc = "On the wire, `request_id` is `requestId`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SendPublicMessageReply {
    /// The id of the call.
    ///
    /// 本次调用的编号。
    #[serde(default)]
    pub request_id: String,
    /// The code, a number.
    ///
    /// 结果码。是数字，不是文字。
    pub errmsg: i64,
    /// Whether it was taken in.
    ///
    /// 是否已接收。
    pub succeed: bool,
    /// The text of an error.
    ///
    /// 错误说明。
    #[serde(default)]
    pub errdesc: String,
    /// The task.
    ///
    /// 任务。
    #[serde(default)]
    pub values: Option<Task>,
}

/// A message taken in as a task.
#[cfg_attr(doc, doc = "", doc = "On the wire, names have capitals and no `_`: `taskId`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Task {
    /// Its id. It says that the message was taken in, not that it arrived.
    ///
    /// 任务编号。只表示已接收，不表示已送达。
    pub task_id: String,
}

impl Operation for SendPublicMessage {
    type Gateway = Youmi;
    type Reply = SendPublicMessageReply;

    const ID: &str = "youmi.send_public_message";
    const TITLE: Words = Words::new("发送消息", "Send a message");
    const PATH: &str = "/v2/ChatMess/doSendPublicMes";
    const PAGE: &str = "https://s.apifox.cn/9b257a0b-e7d2-49eb-b085-0aafd4d01eda/api-73950154";
    const REPLY: &str = r#"{
        "requestId": "0HN2", "errmsg": 0, "succeed": true, "msgTime": "2026-01-01T08:00:00+08:00",
        "values": {"taskId": "task-of-the-message-1"}, "errdesc": ""
    }"#;
    const IDS: &[&str] = &["/values/taskId"];
    const SETTLED_BY: Option<SettledBy> = Some(SettledBy::callback(
        "rpaTaskResult",
        Words::new(
            "taskId 只表示已接收；事件 rpaTaskResult 通知 RPA 任务结果，其内容文档没有说明",
            "taskId says only that it was taken in; the event rpaTaskResult tells a task's result, its body is not documented",
        ),
    ));

    fn examples() -> Vec<Example<Self>> {
        let send = |relation_type| {
            move |message| Self {
                take_over_key: None,
                wechat_id: Some("运营机ID".into()),
                to_user_name: Some("发给哪个用户".into()),
                relation_type,
                message,
            }
        };
        let (personal, wecom) = (send(RelationType::PERSONAL), send(RelationType::WECOM));
        let mut examples: Vec<_> = message::examples()
            .into_iter()
            .map(|example| Example::new(example.name, example.title, personal(example.values)))
            .collect();
        for (name, zh, en) in [
            ("wecom_text", "企微：文本", "WeCom: text"),
            ("wecom_image", "企微：图片", "WeCom: a picture"),
            ("wecom_video", "企微：视频", "WeCom: a video"),
            ("wecom_file", "企微：文件", "WeCom: a file"),
            ("wecom_link", "企微：链接", "WeCom: a link"),
            ("wecom_forward", "企微：转发", "WeCom: forwarded messages"),
            ("wecom_batch", "企微：批量发送", "WeCom: several at once"),
        ] {
            let same = message::examples().into_iter().find(|example| name.ends_with(example.name));
            let mut values = same.expect("each is named after one of the others").values;
            if let Message::Forward { flags, .. } = &mut values {
                // The document's WeCom example has no location.
                flags.truncate(7);
            }
            examples.push(Example::new(name, Words::new(zh, en), wecom(values)));
        }
        let values = Self {
            take_over_key: Some("string".into()),
            wechat_id: None,
            to_user_name: None,
            relation_type: RelationType::PERSONAL,
            message: Message::Text { text: "文本内容".into() },
        };
        examples.push(Example::new("take_over", Words::new("用接管标识", "With a take-over key"), values));
        examples
    }

    /// Somebody must be named; and six kinds are shown for personal WeChat only.
    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        let filled = |name: &str| values.get(name).and_then(Value::as_str).is_some_and(|text| !text.is_empty());
        let somebody = filled("TakeOverKey") || filled("ToUserName") && filled("WechatId");
        if !somebody {
            let problem = Problem::new(Code::RequiredOneOf).expected("TakeOverKey | ToUserName + WechatId");
            problems.push(problem.on(values).source(Source::Documented));
        }
        let personal_only = ["card", "qvcard", "mp", "gzh", "rebpacket", "returnmoney"];
        let kind = values.get("MsgType").filter(|kind| personal_only.iter().any(|name| kind.is_str(name)));
        let relation =
            values.get("RelationType").filter(|relation| relation.as_i64() != Some(RelationType::PERSONAL.0));
        if let (Some(_), Some(relation)) = (kind, relation) {
            problems.push(Problem::new(Code::Undocumented).on(relation).source(Source::Documented));
        }
    }
}
