//! [下载视频](https://doc.geweapi.com/api-139908331): fetches a video that was received.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::received;
use super::reply::{self, FileUrl, Reply};
use super::{DEVICE, FETCHES, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Rate};
use crate::problem::Problem;

/// Fetches a video that was received. · 下载收到的视频。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DownloadVideo {
    /// The device. The id of the logged-in device, `wx_…`. · 设备 id。登录设备的 id，形如 `wx_…`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-id" = "device"))]
    pub app_id: String,
    /// The received message. The whole Content of its callback: a `<msg>` with `<videomsg>`.
    ///
    /// 收到的消息。回调中的整个 Content，即含有 `<videomsg>` 的 `<msg>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-layer" = "xml", "x-root" = "msg"))]
    pub xml: String,
}

impl Operation for DownloadVideo {
    type Gateway = Gewe;
    type Reply = Reply<FileUrl>;

    const ID: &str = "gewe.message_download_video";
    const TITLE: Words = Words::new("下载视频", "Download a video");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/downloadVideo";
    const PAGE: &str = "https://doc.geweapi.com/api-139908331";
    const REPLY: &str = reply::FILE;
    const RATES: &[Rate] = FETCHES;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { app_id: DEVICE.into(), xml: include_str!("received/video.xml").trim_end().into() };
        vec![Example::new("video", Words::new("收到的视频", "A video received"), values)]
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        received::VIDEO.check(values, problems);
    }

    fn is_its(values: Value<'_>) -> bool {
        received::VIDEO.is_in(values)
    }
}
