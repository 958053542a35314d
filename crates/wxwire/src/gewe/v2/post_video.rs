//! [发送视频消息](https://doc.geweapi.com/api-139908317): sends a video.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{self, PostedVideo, Reply};
use super::{Chat, IDS, SENDS, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::operation::{Example, Operation, Rate};

/// Sends a video. · 发送视频。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostVideo {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The address of the video. · 视频地址。
    pub video_url: String,
    /// The address of the thumbnail. · 缩略图地址。
    pub thumb_url: String,
    /// The duration. In seconds; thousands are probably milliseconds. · 时长。单位为秒；上千多半误用了毫秒。
    #[schemars(range(min = 0, max = 999), extend("x-source" = "inferred", "x-unit" = "seconds"))]
    pub video_duration: i64,
}

impl Operation for PostVideo {
    type Gateway = Gewe;
    type Reply = Reply<PostedVideo>;

    const ID: &str = "gewe.message_post_video";
    const TITLE: Words = Words::new("发送视频消息", "Send a video");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/postVideo";
    const PAGE: &str = "https://doc.geweapi.com/api-139908317";
    const REPLY: &str = reply::VIDEO;
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            chat: Chat::with_friend(),
            video_url: "https://example.com/a.mp4".into(),
            thumb_url: "https://example.com/thumb.jpg".into(),
            video_duration: 10,
        };
        vec![Example::new("ten_seconds", Words::new("十秒", "Ten seconds"), values)]
    }
}
