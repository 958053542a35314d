//! [转发视频](https://doc.geweapi.com/api-139908325): forwards a video that was received.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::received;
use super::reply::{self, PostedVideo, Reply};
use super::{Chat, IDS, SENDS, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Rate};
use crate::problem::Problem;

/// Forwards a video that was received. · 转发收到的视频。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ForwardVideo {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The received message. The whole Content of its callback: a `<msg>` with `<videomsg>`.
    ///
    /// 收到的消息。回调中的整个 Content，即含有 `<videomsg>` 的 `<msg>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-layer" = "xml", "x-root" = "msg"))]
    pub xml: String,
}

impl Operation for ForwardVideo {
    type Gateway = Gewe;
    type Reply = Reply<PostedVideo>;

    const ID: &str = "gewe.message_forward_video";
    const TITLE: Words = Words::new("转发视频", "Forward a video");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/forwardVideo";
    const PAGE: &str = "https://doc.geweapi.com/api-139908325";
    const REPLY: &str = reply::VIDEO;
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { chat: Chat::with_friend(), xml: include_str!("received/video.xml").trim_end().into() };
        vec![Example::new("video", Words::new("收到的视频", "A video received"), values)]
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        received::VIDEO.check(values, problems);
    }

    fn is_its(values: Value<'_>) -> bool {
        received::VIDEO.is_in(values)
    }
}
