//! [读取消息](https://developer.work.weixin.qq.com/document/path/94670) of the customer service (微信客服): what customers wrote, and
//! what became of what was sent to them.

mod event;
mod message;

pub use event::{KfChannels, KfEvent};
pub use message::{
    KfChannelsMessage, KfMergedItem, KfMergedMsg, KfMessage, KfReceivedLink, KfReceivedLocation, KfReceivedMedia,
    KfReceivedMiniprogram, KfReceivedText, KfReceivedVideo, KfShopOrder, KfShopProduct,
};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use super::{Wecom, number, section};
use crate::lang::Words;
use crate::operation::{Example, Operation, Section};
use crate::problem::Source;

/// Reads messages. It reaches three days back; without a token it is limited strictly.
///
/// 读取消息。最多读取三天内的消息，不传 token 时会有严格的频率限制。
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct KfSyncMsg {
    /// Where to go on. next_cursor of the last reply. · 分页游标。上次返回的 next_cursor。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 64, "x-source" = "documented"))]
    pub cursor: Option<String>,
    /// The token of the callback. Good for 10 minutes. · 回调中的 token。10 分钟内有效。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("maxBytes" = 128, "x-source" = "documented"))]
    pub token: Option<String>,
    /// How many at most. 1000 if absent, and at most. · 最大返回数量。默认和上限均为 1000。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = 1000), extend("x-source" = "documented"))]
    pub limit: Option<i64>,
    /// How voice is written. AMR if absent. · 语音格式。默认 AMR。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "voice_format", extend("x-source" = "documented"))]
    pub voice_format: Option<i64>,
    /// The service account. · 客服账号 id。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-type-source" = "documented"))]
    pub open_kfid: String,
}

/// The reply. · 回复。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KfSyncMsgReply {
    /// The code. 0 for a success. · 结果码。0 表示成功。
    #[schemars(extend("x-source" = "documented"))]
    pub errcode: i64,
    /// The words. · 结果说明。
    #[serde(default)]
    pub errmsg: String,
    /// Where to go on. · 下一页游标。
    #[serde(default)]
    pub next_cursor: String,
    /// Whether more follows. · 是否还有更多。
    #[schemars(schema_with = "number::flag")]
    pub has_more: i64,
    /// The messages and events. · 消息和事件列表。
    pub msg_list: Vec<KfMessage>,
}

fn voice_format(_: &mut SchemaGenerator) -> Schema {
    crate::schema::choices(&[(0, "AMR · AMR"), (1, "SILK · SILK")])
}

impl Operation for KfSyncMsg {
    type Gateway = Wecom;
    type Reply = KfSyncMsgReply;

    const ID: &str = "wecom.kf_sync_msg";
    const SECTION: Section = section::KF;
    const TITLE: Words = Words::new("读取消息", "Read messages");
    const PATH: &str = "/cgi-bin/kf/sync_msg";
    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/94670";
    const REPLY: &str = r#"{"errcode": 0, "errmsg": "ok", "next_cursor": "NEXT_CURSOR", "has_more": 0, "msg_list": [
        {
            "msgid": "MSGID", "open_kfid": "wkAAAAAAAAAA", "external_userid": "wmAAAAAAAAAA", "send_time": 1704067200,
            "origin": 3, "msgtype": "text", "text": {"content": "你好", "menu_id": "101"}
        },
        {
            "msgid": "MSGID_2", "open_kfid": "wkAAAAAAAAAA", "external_userid": "wmAAAAAAAAAA", "send_time": 1704067260,
            "origin": 3, "msgtype": "image", "image": {"media_id": "MEDIA_ID"}
        }
    ]}"#;
    const EVIDENCE: Source = Source::Observed;

    fn examples() -> Vec<Example<Self>> {
        let first = Self {
            token: Some("TOKEN".into()),
            limit: Some(1000),
            voice_format: Some(0),
            open_kfid: "wkAAAAAAAAAA".into(),
            ..Self::default()
        };
        let next = Self { cursor: Some("CURSOR".into()), ..first.clone() };
        vec![
            Example::new("one", Words::new("拉取后续消息", "The next messages"), next),
            Example::new("first", Words::new("首次拉取", "The first messages"), first),
        ]
    }
}
