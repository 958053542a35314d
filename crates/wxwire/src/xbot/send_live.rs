//! [发送视频号直播消息](https://apifox.com/apidoc/shared-d478def0-67c1-4161-b385-eef8a94e9d17): shares a channels live
//! into one chat.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{IsSync, Xbot, answers_its_type};
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation};
use crate::verdict::Judge;

/// Shares a channels live into one chat.
///
/// 把视频号直播分享到一个会话。
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct SendLive {
    /// The message. All its fields are required.
    ///
    /// 消息内容。所有字段都必填。
    pub data: Live,
    /// The client. The number that xbot gave to the WeCom client that sends.
    ///
    /// 客户端编号。由 xbot 分配给发送消息的企微客户端。
    pub client_id: i64,
    /// The message type.
    ///
    /// 消息类型。
    #[serde(rename = "type")]
    pub kind: SendLiveType,
    /// Whether to wait for the result. Not in the documents; one client always sends it.
    ///
    /// 是否等待结果。文档中没有，有客户端总是带上。
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-source" = "observed"))]
    pub is_sync: Option<IsSync>,
}

/// The one value of `type`.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum SendLiveType {
    /// Channels live.
    ///
    /// 视频号直播。
    #[serde(rename = "WW_SEND_LIVE_MSG")]
    SendLive,
}

/// A channels live.
///
/// 视频号直播。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
pub struct Live {
    /// The chat. `S:<id>_<id>` for one person, in either order, or `R:<roomid>` for a group.
    ///
    /// 会话 ID。单聊为 `S:<id>_<id>`（两个 id 的次序都出现过），群聊为 `R:<roomid>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-receiver" = true))]
    pub conversation_id: String,
    /// The channel's picture, a URL. Passed on as it is; it is already percent-encoded.
    ///
    /// 视频号头像 URL。原样传递，不要再次编码。
    pub avatar: String,
    /// The cover, a URL. Passed on as it is.
    ///
    /// 封面 URL。原样传递。
    pub cover_url: String,
    /// The description.
    ///
    /// 直播描述。
    pub desc: String,
    /// Extras. Must be there, even when empty.
    ///
    /// 附加信息。必须存在，可以为空字符串。
    pub extras: String,
    /// The kind of feed. 9 in the documented sample.
    ///
    /// 动态类型。文档示例为 9。
    pub feed_type: i64,
    /// The channel's name.
    ///
    /// 视频号昵称。
    pub nickname: String,
    /// The live's object id. A decimal number beyond 64 signed bits, so it is text.
    ///
    /// 直播对象 ID。超过 64 位有符号整数的十进制数，必须用字符串。
    #[schemars(length(min = 1), regex(pattern = "^[0-9]*$"), extend("x-source" = "inferred"))]
    pub object_id: String,
    /// The live's object nonce id. Digits with underscores; never a number.
    ///
    /// 直播对象 nonce ID。带下划线的数字串，不是数值。
    #[schemars(length(min = 1), extend("x-source" = "inferred"))]
    pub object_nonce_id: String,
    /// The small picture, a URL. Passed on as it is.
    ///
    /// 缩略图 URL。原样传递。
    pub thumb_url: String,
    /// The live's page, a URL. Passed on as it is.
    ///
    /// 直播链接 URL。原样传递。
    pub url: String,
}

/// The reply.
#[cfg_attr(doc, doc = "", doc = "On the wire, `kind` is `type`.")]
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SendLiveReply {
    /// What became of it.
    ///
    /// 发送的结果。
    pub data: Sent,
    /// The type of the request.
    ///
    /// 请求的类型。
    // Whatever it is, it is read; a reply of another type is another call's.
    #[schemars(extend("const" = "WW_SEND_LIVE_MSG"))]
    #[serde(rename = "type")]
    pub kind: String,
}

/// What became of a message.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Sent {
    /// WeCom's server refused it.
    ///
    /// 企业微信服务器是否拒绝。
    pub is_svr_fail: bool,
    /// The message as the client keeps it.
    ///
    /// 客户端保存的消息。
    pub msg_data: SentMessage,
}

/// A message as the client keeps it; what is not named here is in the body that it was read from.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SentMessage {
    /// A client message key: numbers and times.
    ///
    /// 客户端的消息标识，含数字和时间。
    #[schemars(extend("x-layer" = "base64!base64!protobuf"))]
    pub appinfo: String,
    /// The content, by `contenttype`.
    ///
    /// 消息内容，格式由 `contenttype` 决定。
    #[schemars(extend("x-layer" = "base64!protobuf"))]
    pub content: String,
    /// 13 is a link card. The documented reply to a live shows a link, so the number of a live is not known.
    ///
    /// 内容类型。13 为链接卡片；文档中直播消息的回复示例其实是链接，所以直播的编号未知。
    pub contenttype: i64,
    /// The message's number.
    ///
    /// 消息编号。
    pub id: u64,
    /// The sender's name.
    ///
    /// 发送者名称。
    #[schemars(extend("x-layer" = "base64"))]
    pub sendername: String,
    /// Unix seconds.
    ///
    /// 发送时间。Unix 秒。
    pub sendtime: u64,
    /// The message's place in the sequence.
    ///
    /// 消息的序号。
    pub seq: u64,
}

impl Operation for SendLive {
    type Gateway = Xbot;
    type Reply = SendLiveReply;

    const ID: &str = "xbot.send_live";
    const TITLE: Words = Words::new("发送视频号直播消息", "Send a channels live");
    const PATH: &str = "/";
    const PAGE: &str = "https://apifox.com/apidoc/shared-d478def0-67c1-4161-b385-eef8a94e9d17";
    // The base64 fields are the documented reply's own, a link though it answers a live.
    const REPLY: &str = r#"{
        "data": {
            "is_svr_fail": false,
            "msg_data": {
                "appinfo": "Q0FVUXBPWGFqUVlZMUtXbmpkc3ZJQWs9",
                "asid": 0,
                "content": "ChdodHRwczovL3d3dy5kb3V5aW4uY29tLxI1aHR0cHM6Ly9iLnpvbC1pbWcuY29tLmNuL3NvZnQvNy85MDcvY2VDNEh0ZlFxa2lnYy5qcGcaCeaKlumfs0FQUCIn55So56eR5oqA6K6p5aSN5p2C55qE5LiW55WM5pu0566A5Y2V77yB",
                "contenttype": 13,
                "custom_service": "",
                "devinfo": 65537,
                "extra_content": "",
                "flag": 16777216,
                "id": 1001234,
                "image_url": "",
                "innerkf_vid": 0,
                "messagetype": 0,
                "readuinscount": 0,
                "receiver": 123,
                "referid": 0,
                "roomid": 0,
                "sender": 123,
                "sendername": "5bCP6YKq",
                "sendtime": 1657003817,
                "seq": 8001234
            }
        },
        "type": "WW_SEND_LIVE_MSG"
    }"#;
    const IDS: &[&str] = &["/data/msg_data/id", "/data/msg_data/seq"];

    fn examples() -> Vec<Example<Self>> {
        const COVER: &str = "http://wxapp.tc.qq.com/251/20350/stodownload?encfilekey=oibeqyX228riaCwo9STVsGLIBn9G5YG8ZnJujjw3bicy2C6VG5mQPSicDYVCVOhia6jbuX6P7RFZLzkVV2FiaOWgVXWd7MGM4tYFicBEmb781ZJicfOxUEN56wmOJvg7MdhONhYMkzC06To9PVM&adaptivelytrans=0&bizid=1023&dotrans=0&hy=SZ&idx=1&m=8d80177b490d9d27c78d3ef4d6e80ef3&token=x5Y29zUxcibB90eQl2iao3wM9KWnEdVy6khUsCxbwS6xG9OQnXMU4Snahdia1hjibCIB9x0CDPG7dibY&finder_expire_time=1657090220&finder_eid=export%2FUzFfAgtgekIEAQAAAAAAE-Ixm2BRsAAAAAstQy6ubaLX4KHWvLEZgBPExYM4dVgyZY6DzNPgMIAUe9mrgQQscNXyDyQgHbOX";
        let live = Live {
            conversation_id: "S:7881300714912093_1688850535328682".into(),
            avatar: "http://wx.qlogo.cn/finderhead/ver_1/uKX9myKKepcU56XhO5XM6YxvSyD6TV3ZAJnqUMzV3kXAibmtcZ0882EOU8rUCibD5NibCyAy0TL5GIevM0owSrTx2FXZwIe4ORb0QecRAXmXos/0".into(),
            cover_url: COVER.into(),
            desc: "下午好".into(),
            extras: String::new(),
            feed_type: 9,
            nickname: "星子Stella".into(),
            object_id: "13895574026529675281".into(),
            object_nonce_id: "13435211891441762521_0_0_0_0".into(),
            thumb_url: COVER.into(),
            url: "https://channels.weixin.qq.com/web/pages/live?eid=export%2FUzFfAgtgekIEAQAAAAAAE-Ixm2BRsAAAAAstQy6ubaLX4KHWvLEZgBPExYM4dVgyZY6DzNPgMIAUe9mrgQQscNXyDyQgHbOX".into(),
        };
        let values = Self { data: live, client_id: 1, kind: SendLiveType::SendLive, is_sync: None };
        vec![Example::new("live", Words::new("文档示例", "The document's sample"), values)]
    }

    fn judge(reply: Value<'_>, sent: Option<Value<'_>>, judge: &mut Judge) {
        answers_its_type(reply, sent, judge);
    }
}
