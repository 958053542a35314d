//! The chat that a message goes to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::DEVICE;

/// A chat of a logged-in device.
///
/// 登录设备上的一个会话。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Chat {
    /// The device. The id of the logged-in device, `wx_…`. · 设备 id。登录设备的 id，形如 `wx_…`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-id" = "device"))]
    pub app_id: String,
    /// The receiver. A friend's wxid or a room's id. · 接收人。好友的 wxid 或群 id。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-id" = "wxid chatroom openim", "x-receiver" = true))]
    pub to_wxid: String,
}

impl Chat {
    /// A chat with a friend, for examples.
    pub(super) fn with_friend() -> Self {
        Self { app_id: DEVICE.into(), to_wxid: "wxid_x7k2m9q4p1r322".into() }
    }

    /// A room, for examples.
    pub(super) fn room() -> Self {
        Self { app_id: DEVICE.into(), to_wxid: "45812630977@chatroom".into() }
    }
}
