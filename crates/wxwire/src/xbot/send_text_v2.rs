//! 发送文本(新版): sends text, in the newer form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Message;
use crate::lang::Words;
use crate::problem::Source;

/// Sends text into one chat, in the newer form. Known from one client alone.
///
/// 以新版方式向一个会话发送文本。仅见于一个客户端。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct TextV2 {
    /// The chat. `S:<id>_<id>` for one person, or `R:<roomid>` for a group.
    ///
    /// 会话 ID。单聊为 `S:<id>_<id>`，群聊为 `R:<roomid>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-receiver" = true))]
    pub conversation_id: String,
    /// The text. · 文本。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub content: String,
}

impl Message for TextV2 {
    const TYPE: &str = "WW_SEND_TEXT_V2_MSG";
    const ID: &str = "xbot.send_text_v2";
    const TITLE: Words = Words::new("发送文本（新版）", "Send text, newer form");
    const PAGE: &str = "https://apifox.com/apidoc/shared-d478def0-67c1-4161-b385-eef8a94e9d17";
    const REPLY: &str = r#"{"data": {}, "type": "WW_SEND_TEXT_V2_MSG"}"#;
    const EVIDENCE: Source = Source::Observed;

    fn example() -> (Words, Self) {
        let values =
            Self { conversation_id: "S:7881300714912093_1688850535328682".into(), content: "下午好".into() };
        (Words::new("文本", "Text"), values)
    }
}
