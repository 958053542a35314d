//! The events of the customer service.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An event. Which members it has, `event_type` says. · 事件。所含字段取决于 `event_type`。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfEvent {
    /// What happened. `msg_send_fail` names a message that was not delivered. · 事件类型。`msg_send_fail` 表示消息发送失败。
    pub event_type: String,
    /// The service account. · 客服账号 id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open_kfid: Option<String>,
    /// The customer. · 客户的 external_userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_userid: Option<String>,
    /// Who serves. A userid. · 接待人员。userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub servicer_userid: Option<String>,
    /// The scene. · 场景值。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<String>,
    /// What the link carried. · 链接携带的参数。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene_param: Option<String>,
    /// The code for a welcome message. · 发送欢迎语的凭证。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub welcome_code: Option<String>,
    /// The Channels account that the customer came from. · 客户来自的视频号。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wechat_channels: Option<KfChannels>,
    /// The message that was not delivered. msgid of kf/send_msg. · 发送失败的消息。kf/send_msg 返回的 msgid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fail_msgid: Option<String>,
    /// Why it was not delivered. · 失败类型。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fail_type: Option<i64>,
    /// The message that was recalled. · 被撤回的消息 id。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recall_msgid: Option<String>,
    /// The state. · 状态。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<i64>,
    /// What kind of change. · 变更类型。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_type: Option<i64>,
    /// Who served before. · 原接待人员 userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old_servicer_userid: Option<String>,
    /// Who serves now. · 新接待人员 userid。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_servicer_userid: Option<String>,
    /// The code of the message. · 消息的 code。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub msg_code: Option<String>,
}

/// A Channels account. · 视频号。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfChannels {
    /// Its name. · 视频号名称。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
    /// Where in Channels. · 视频号场景值。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<i64>,
}
