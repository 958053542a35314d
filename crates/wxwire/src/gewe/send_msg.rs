//! [发送消息](https://blog.csdn.net/weixin_36648445/article/details/132468813): sends text to one or several chats.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::mention::Mentions;
use super::{Gewe, Reply, judge_list};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation};
use crate::problem::Problem;
use crate::schema::MAX_PROBLEMS;
use crate::verdict::Judge;

/// Sends text to one or several chats.
///
/// 发送文本和一些特殊类型的消息。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct SendMsg {
    /// The device. The id of the logged-in device, `wx_…`.
    ///
    /// 设备 id。登录设备的 id，形如 `wx_…`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-id" = "device"))]
    pub appid: String,
    /// The messages. One for each chat.
    ///
    /// 消息列表。每个会话一条。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-messages" = true))]
    pub to_wxid_list: Vec<Message>,
}

/// A message to one chat.
///
/// 发给一个会话的消息。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Message {
    /// Whom to mention in a group. Their wxids here, and `@nick` in the content: it takes both.
    ///
    /// 群内 @ 的人。这里填 wxid，内容中还要写 `@昵称`，两处缺一不可。
    #[serde(default)]
    pub at: Vec<String>,
    /// The text.
    ///
    /// 消息内容。
    pub content: String,
    /// The source. Empty for text.
    ///
    /// 消息来源。文本消息填空。
    #[serde(default)]
    pub msg_source: String,
    /// The type. 1 for text; an integer in the document's sample, a string in its table.
    ///
    /// 消息类型。文本为 1；文档示例为整数，表格写作 string。
    pub msg_type: MsgType,
    /// The receiver. A wxid or a chat room's id.
    ///
    /// 接收人。wxid 或 chatroomid。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-id" = "wxid chatroom openim", "x-receiver" = true))]
    pub to_wxid: String,
}

/// A WeChat message type, as a number or as text.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(untagged)]
pub enum MsgType {
    /// As in the document's sample.
    Number(i64),
    /// As in the document's table.
    Text(String),
}

impl JsonSchema for MsgType {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "MsgType".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let text = schemars::json_schema!({"type": "string", "minLength": 1, "description": "As text\n\n字符串写法"});
        let number = schemars::json_schema!({"type": "integer", "description": "As a number\n\n数字写法"});
        schemars::json_schema!({"anyOf": [number, text]})
    }
}

impl Operation for SendMsg {
    type Gateway = Gewe;
    type Reply = Reply;

    const ID: &str = "gewe.send_msg";
    const TITLE: Words = Words::new("发送消息", "Send messages");
    const PATH: &str = "/api/message/sendmsg";
    const PAGE: &str = "https://blog.csdn.net/weixin_36648445/article/details/132468813";
    const REPLY: &str = super::REPLY;

    fn examples() -> Vec<Example<Self>> {
        let message = |at: &str, content: &str, to: &str| Message {
            at: vec![at.into()],
            content: content.into(),
            msg_source: String::new(),
            msg_type: MsgType::Number(1),
            to_wxid: to.into(),
        };
        let values = |message| Self { appid: "wx_ECMY4oEDuQAP6WimpWwWv".into(), to_wxid_list: vec![message] };
        vec![
            Example::new(
                "text",
                Words::new("文本（文档示例）", "Text, the document's sample"),
                values(message("", "hhh", "wxid_8pvkddddddt22")),
            ),
            Example::new(
                "mention",
                Words::new("群内 @ 成员", "Text that mentions a member of a group"),
                values(message("wxid_8pvkddddddt22", "@小邪 下午好", "38021253135@chatroom")),
            ),
        ]
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        for message in values.get("to_wxid_list").into_iter().flat_map(Value::items) {
            if problems.len() >= MAX_PROBLEMS {
                return;
            }
            let [receiver, list, content] = ["to_wxid", "at", "content"].map(|name| message.get(name));
            Mentions { receiver, name: "at", list, content }.check(problems);
        }
    }

    fn judge(reply: Value<'_>, sent: Option<Value<'_>>, judge: &mut Judge) {
        judge_list(reply, sent.map(receivers), judge);
    }
}

/// The receivers, in their order.
pub(super) fn receivers(values: Value<'_>) -> Vec<String> {
    let messages = values.get("to_wxid_list").into_iter().flat_map(Value::items);
    messages.map(|message| message.get("to_wxid").and_then(Value::as_str).unwrap_or_default().into_owned()).collect()
}
