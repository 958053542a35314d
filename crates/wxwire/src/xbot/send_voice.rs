//! [发送语音消息](https://apifox.com/apidoc/shared-d478def0-67c1-4161-b385-eef8a94e9d17/api-54201060): sends voice that was
//! uploaded to the CDN.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Message;
use crate::lang::Words;

/// Sends voice that was uploaded to the CDN: AMR-NB, 8 kHz, 12.2k, mono.
///
/// 发送已上传到 CDN 的语音：AMR-NB，8 kHz，12.2k，单声道。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Voice {
    /// The chat. `S:<id>_<id>` for one person, or `R:<roomid>` for a group.
    ///
    /// 会话 ID。单聊为 `S:<id>_<id>`，群聊为 `R:<roomid>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-receiver" = true))]
    pub conversation_id: String,
    /// The file's id. From the upload to the CDN. · 文件 id。由 CDN 上传得到。
    pub file_id: String,
    /// The key of the file. · 文件密钥。
    pub aes_key: String,
    /// The MD5 of the file. · 文件 MD5。
    pub md5: String,
    /// The size. In bytes. · 大小。字节数。
    #[schemars(range(min = 1), extend("x-source" = "inferred"))]
    pub size: i64,
    /// The duration. In seconds, by its sample. · 时长。由示例看为秒。
    #[schemars(range(min = 0, max = 999), extend("x-source" = "inferred", "x-unit" = "seconds"))]
    pub voice_time: i64,
}

impl Message for Voice {
    const TYPE: &str = "WW_SEND_VOICE_MSG";
    const ID: &str = "xbot.send_voice";
    const TITLE: Words = Words::new("发送语音消息", "Send voice");
    const PAGE: &str = "https://apifox.com/apidoc/shared-d478def0-67c1-4161-b385-eef8a94e9d17/api-54201060";
    // What a reply holds is not known.
    const REPLY: &str = r#"{"data": {}, "type": "WW_SEND_VOICE_MSG"}"#;

    fn example() -> (Words, Self) {
        let values = Self {
            conversation_id: "S:1688850535328682_7881300714912093".into(),
            file_id: "30690201020462306002010002042366f66202030f42410204077100cb0204619670390201000201000400".into(),
            aes_key: "61393766653762336338313730393362".into(),
            md5: "31fe24f2feafc2b6b3837129fe9b37a8".into(),
            size: 968_802,
            voice_time: 10,
        };
        (Words::new("语音", "Voice"), values)
    }
}
