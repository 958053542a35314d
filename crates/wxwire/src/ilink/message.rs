//! A message as updates bring it.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::Item;
use crate::schema::choices;

/// A message. · 消息。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Message {
    /// The message's place in the sequence. · 消息序号。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seq: Option<u64>,
    /// The message's id. It can go beyond 2^53. · 消息 id。可能超过 2^53。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<u64>,
    /// From whom. `…@im.wechat` for a user. · 发送方。用户为 `…@im.wechat`。
    pub from_user_id: String,
    /// To whom. `…@im.bot` for a bot. · 接收方。机器人为 `…@im.bot`。
    pub to_user_id: String,
    /// The sender's own id of it. · 发送方自定义的编号。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// When it was made. · 创建时间。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-unit" = "milliseconds"))]
    pub create_time_ms: Option<i64>,
    /// When it was changed. · 更新时间。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-unit" = "milliseconds"))]
    pub update_time_ms: Option<i64>,
    /// When it was deleted. · 删除时间。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-unit" = "milliseconds"))]
    pub delete_time_ms: Option<i64>,
    /// The session. · 会话 id。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_id: Option<String>,
    /// The group. · 群 id。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_id: Option<String>,
    /// Whose it is. · 由谁发出。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "senders")]
    pub message_type: Option<i64>,
    /// Whether it is finished. · 状态。
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "states")]
    pub message_state: Option<i64>,
    /// What it holds. · 内容。
    pub item_list: Vec<Item>,
    /// What an answer to it must bring back. · 回复时须原样带回。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context_token: Option<String>,
    /// The run. · 运行 id。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run_id: Option<String>,
}

pub(super) fn senders(_: &mut SchemaGenerator) -> Schema {
    choices(&[(1, "A user · 用户"), (2, "A bot · 机器人")])
}

pub(super) fn states(_: &mut SchemaGenerator) -> Schema {
    choices(&[(0, "New · 新消息"), (1, "Being generated · 生成中"), (2, "Finished · 已完成")])
}
