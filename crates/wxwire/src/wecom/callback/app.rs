//! What an app's members write to it, and what happens around it.

use schemars::JsonSchema;

/// A message or an event.
#[derive(JsonSchema)]
#[serde(rename_all = "PascalCase")]
#[allow(dead_code, reason = "its schema is what is read")]
pub(super) struct Message {
    /// The company.
    ///
    /// 企业的 CorpID。
    to_user_name: Option<String>,
    /// The member; `sys` is the system.
    ///
    /// 成员 UserID，sys 表示系统。
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
    /// What happened.
    ///
    /// 事件。
    event: Option<String>,
    /// What it says.
    ///
    /// 文本内容。
    content: Option<String>,
    /// The message's id; it can go beyond 2^53.
    ///
    /// 消息 id，可能超过 2^53。
    msg_id: Option<String>,
    /// The app.
    ///
    /// 应用 id。
    #[serde(rename = "AgentID")]
    agent_id: Option<i64>,
    /// The latitude.
    ///
    /// 纬度。
    #[serde(rename = "Location_X")]
    location_x: Option<String>,
    /// The longitude.
    ///
    /// 经度。
    #[serde(rename = "Location_Y")]
    location_y: Option<String>,
}
