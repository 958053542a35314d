//! [发送位置消息](https://apifox.com/apidoc/shared-d478def0-67c1-4161-b385-eef8a94e9d17/api-54202285): sends a location.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Message;
use crate::lang::Words;

/// Sends a location.
///
/// 发送位置。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Location {
    /// The chat. `S:<id>_<id>` for one person, or `R:<roomid>` for a group.
    ///
    /// 会话 ID。单聊为 `S:<id>_<id>`，群聊为 `R:<roomid>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-receiver" = true))]
    pub conversation_id: String,
    /// The address. · 地址。
    pub address: String,
    /// The latitude. · 纬度。
    #[schemars(range(min = -90, max = 90), extend("x-source" = "inferred"))]
    pub latitude: f64,
    /// The longitude. · 经度。
    #[schemars(range(min = -180, max = 180), extend("x-source" = "inferred"))]
    pub longitude: f64,
    /// The name of the place. · 地点名称。
    pub title: String,
    /// The zoom of the map. 15 in the sample. · 地图缩放级别。示例为 15。
    pub zoom: i64,
}

impl Message for Location {
    const TYPE: &str = "WW_SEND_LOCATION_MSG";
    const ID: &str = "xbot.send_location";
    const TITLE: Words = Words::new("发送位置消息", "Send a location");
    const PAGE: &str = "https://apifox.com/apidoc/shared-d478def0-67c1-4161-b385-eef8a94e9d17/api-54202285";
    // What a reply holds is not known.
    const REPLY: &str = r#"{"data": {}, "type": "WW_SEND_LOCATION_MSG"}"#;

    fn example() -> (Words, Self) {
        let values = Self {
            conversation_id: "S:1688850535328682_7881300714912093".into(),
            address: "北京市东城区东长安街".into(),
            latitude: 39.90374,
            longitude: 116.397_827,
            title: "北京天安门广场".into(),
            zoom: 15,
        };
        (Words::new("位置", "A location"), values)
    }
}
