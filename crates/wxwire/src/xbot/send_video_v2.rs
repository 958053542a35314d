//! [发视频消息（新版）](https://apifox.com/apidoc/shared-d478def0-67c1-4161-b385-eef8a94e9d17/api-54202896): sends a video
//! that was uploaded to the CDN.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Message;
use crate::lang::Words;

/// Sends a video that was uploaded to the CDN.
///
/// 发送已上传到 CDN 的视频。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct VideoV2 {
    /// The chat. `S:<id>_<id>` for one person, or `R:<roomid>` for a group.
    ///
    /// 会话 ID。单聊为 `S:<id>_<id>`，群聊为 `R:<roomid>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-receiver" = true))]
    pub conversation_id: String,
    /// The file's id. From the upload to the CDN. · 文件 id。由 CDN 上传得到。
    pub file_id: String,
    /// The file's name. · 文件名。
    pub file_name: String,
    /// The key of the file. · 文件密钥。
    pub aes_key: String,
    /// The MD5 of the file. · 文件 MD5。
    pub md5: String,
    /// The size. In bytes. · 大小。字节数。
    #[schemars(range(min = 1), extend("x-source" = "inferred"))]
    pub size: i64,
    /// The duration. In seconds, by its sample. · 时长。由示例看为秒。
    #[schemars(range(min = 0, max = 999), extend("x-source" = "inferred", "x-unit" = "seconds"))]
    pub video_duration: i64,
}

impl Message for VideoV2 {
    const TYPE: &str = "WW_SEND_VIDEO_V2_MSG";
    const ID: &str = "xbot.send_video_v2";
    const TITLE: Words = Words::new("发视频消息（新版）", "Send a video, newer form");
    const PAGE: &str = "https://apifox.com/apidoc/shared-d478def0-67c1-4161-b385-eef8a94e9d17/api-54202896";
    // What a reply holds is not known.
    const REPLY: &str = r#"{"data": {}, "type": "WW_SEND_VIDEO_V2_MSG"}"#;

    fn example() -> (Words, Self) {
        let values = Self {
            conversation_id: "S:1688850535328682_7881300714912093".into(),
            file_id: "30690201020462306002010002042366f66202030f42410204077100cb0204619670390201000201000400".into(),
            file_name: "a.mp4".into(),
            aes_key: "61393766653762336338313730393362".into(),
            md5: "31fe24f2feafc2b6b3837129fe9b37a8".into(),
            size: 968_802,
            video_duration: 15,
        };
        (Words::new("视频", "A video"), values)
    }
}
