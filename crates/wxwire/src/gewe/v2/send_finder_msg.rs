//! [发送视频号消息](https://doc.geweapi.com/api-210852661): sends a channels video.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{self, Ack};
use super::{Chat, SENDS, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::operation::{Example, Operation, Rate};

/// Sends a channels video. Its fields come from the video's record, as strings except for the id; the reply has no message id.
///
/// 发送视频号视频。各项取自视频信息，除 id 外数字都写成字符串；返回中没有消息 id。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SendFinderMsg {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The video's id. A number beyond 2^53: no digit may be lost. · 视频 id。会超过 2^53 的数字，不能丢失精度。
    #[schemars(extend("x-id" = "message"))]
    pub id: u64,
    /// The author. `v2_…@finder`. · 发布者。形如 `v2_…@finder`。
    pub username: String,
    /// The author's name. · 发布者昵称。
    pub nickname: String,
    /// The address of the author's picture. · 发布者头像地址。
    pub head_url: String,
    /// The video's `objectNonceId`. · 视频的 `objectNonceId`。
    pub nonce_id: String,
    /// The kind of media. A number, as a string. · 媒体类型。写成字符串的数字。
    #[schemars(regex(pattern = "^[0-9]*$"), extend("x-source" = "inferred"))]
    pub media_type: String,
    /// The width. As a string. · 宽度。写成字符串。
    #[schemars(regex(pattern = "^[0-9]*$"), extend("x-source" = "inferred"))]
    pub width: String,
    /// The height. As a string. · 高度。写成字符串。
    #[schemars(regex(pattern = "^[0-9]*$"), extend("x-source" = "inferred"))]
    pub height: String,
    /// The address of the video. · 视频地址。
    pub url: String,
    /// The address of the cover. · 封面地址。
    pub thumb_url: String,
    /// The query of the cover's address. · 封面地址后的参数。
    pub thumb_url_token: String,
    /// The description. · 视频描述。
    pub description: String,
    /// The duration. As a string. · 播放时长。写成字符串。
    #[schemars(regex(pattern = "^[0-9]*$"), extend("x-source" = "inferred"))]
    pub video_play_len: String,
}

impl Operation for SendFinderMsg {
    type Gateway = Gewe;
    type Reply = Ack;

    const ID: &str = "gewe.message_send_finder_msg";
    const TITLE: Words = Words::new("发送视频号消息", "Send a channels video");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/sendFinderMsg";
    const PAGE: &str = "https://doc.geweapi.com/api-210852661";
    const REPLY: &str = reply::ACK;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            chat: Chat::with_friend(),
            id: 14_414_437_835_012_345_671,
            username: "v2_060000231003b20faec8f0e1d2c3b4a5968778695a4b3c2d@finder".into(),
            nickname: "小北".into(),
            head_url: "https://wx.qlogo.cn/finderhead/ver_1/a/0".into(),
            nonce_id: "1234567890123456789_0_0_2_2_1703841160000000".into(),
            media_type: "4".into(),
            width: "1000".into(),
            height: "2000".into(),
            url: "https://example.com/stodownload?m=a".into(),
            thumb_url: "https://example.com/stodownload?m=b".into(),
            thumb_url_token: "&token=abc".into(),
            description: "周末去爬山".into(),
            video_play_len: "2".into(),
        };
        vec![Example::new("video", Words::new("一个视频", "A video"), values)]
    }
}
