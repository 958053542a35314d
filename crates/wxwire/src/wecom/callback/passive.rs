//! What a receiver answers a message with: sender and receiver have changed places.

use schemars::JsonSchema;

/// A passive reply.
#[derive(JsonSchema)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "its schema is what is read")]
pub(super) struct Reply {
    /// The member that it goes to.
    ///
    /// 接收的成员 UserID。
    to_user_name: Option<String>,
    /// The company.
    ///
    /// 企业的 CorpID。
    from_user_name: Option<String>,
    /// When, in Unix seconds.
    ///
    /// 时间。Unix 秒。
    #[schemars(extend("x-unit" = "seconds"))]
    create_time: Option<i64>,
    /// What kind of message.
    ///
    /// 消息类型。
    msg_type: Option<String>,
    /// What it says.
    ///
    /// 文本内容。
    content: Option<String>,
}
