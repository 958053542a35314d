//! 发送文本: sends text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Message;
use crate::lang::Words;
use crate::problem::Source;

/// Sends text into one chat. Known from public scripts alone.
///
/// 向一个会话发送文本。仅见于公开脚本。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Text {
    /// The chat. `S:<id>_<id>` for one person, or `R:<roomid>` for a group.
    ///
    /// 会话 ID。单聊为 `S:<id>_<id>`，群聊为 `R:<roomid>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-receiver" = true))]
    pub conversation_id: String,
    /// The text. · 文本。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub content: String,
}

impl Message for Text {
    const TYPE: &str = "WW_SEND_TEXT_MSG";
    const ID: &str = "xbot.send_text";
    const TITLE: Words = Words::new("发送文本", "Send text");
    const PAGE: &str = "https://apifox.com/apidoc/shared-d478def0-67c1-4161-b385-eef8a94e9d17";
    const REPLY: &str = r#"{"data": {}, "type": "WW_SEND_TEXT_MSG"}"#;
    const EVIDENCE: Source = Source::Observed;

    fn example() -> (Words, Self) {
        let values =
            Self { conversation_id: "S:7881300714912093_1688850535328682".into(), content: "下午好".into() };
        (Words::new("文本", "Text"), values)
    }
}
