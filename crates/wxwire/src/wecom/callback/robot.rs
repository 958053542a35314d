//! What is written to a group robot, in JSON or in XML.

use schemars::JsonSchema;

/// A message to a robot, in JSON.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "its schema is what is read")]
pub(super) struct Json {
    /// Where the robot answers to. It is a secret.
    ///
    /// 机器人地址，属于密钥。
    webhook_url: Option<String>,
    /// The message's id.
    ///
    /// 消息 id。
    msgid: Option<String>,
    /// The chat.
    ///
    /// 会话 id。
    chatid: Option<String>,
    /// What kind of chat: single, group, blackboard, blackboard_reply.
    ///
    /// 会话类型：single、group、blackboard、blackboard_reply。
    chattype: Option<String>,
    /// What kind of message.
    ///
    /// 消息类型。
    msgtype: Option<String>,
}

/// A message to a robot, in XML.
#[derive(JsonSchema)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "its schema is what is read")]
pub(super) struct Xml {
    /// Where the robot answers to. It is a secret.
    ///
    /// 机器人地址，属于密钥。
    webhook_url: Option<String>,
    /// The message's id.
    ///
    /// 消息 id。
    msg_id: Option<String>,
    /// The chat.
    ///
    /// 会话 id。
    chat_id: Option<String>,
    /// What kind of chat: single, group, blackboard, blackboard_reply.
    ///
    /// 会话类型：single、group、blackboard、blackboard_reply。
    chat_type: Option<String>,
    /// Who writes.
    ///
    /// 发送者。
    from: Option<From>,
    /// Where to ask about the chat, once and within 5 minutes.
    ///
    /// 查询会话信息的地址，5 分钟内有效，只能用一次。
    get_chat_info_url: Option<String>,
    /// What kind of message.
    ///
    /// 消息类型。
    msg_type: Option<String>,
}

/// Who writes to a robot.
#[derive(JsonSchema)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "its schema is what is read")]
struct From {
    /// The member.
    ///
    /// 成员 UserID。
    user_id: Option<String>,
    /// The name.
    ///
    /// 姓名。
    name: Option<String>,
    /// The other name.
    ///
    /// 别名。
    alias: Option<String>,
}
