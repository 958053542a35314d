//! [下载图片](https://doc.geweapi.com/api-139908329): fetches a picture.

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
use crate::schema::choices;

/// Fetches a picture that was received. If one size does not exist, try another. · 下载收到的图片。某一尺寸不存在时，请换一种。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DownloadImage {
    /// The device. The id of the logged-in device, `wx_…`. · 设备 id。登录设备的 id，形如 `wx_…`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-id" = "device"))]
    pub app_id: String,
    /// The received message. The whole Content of its callback: a `<msg>` with `<img>`.
    ///
    /// 收到的消息。回调中的整个 Content，即含有 `<img>` 的 `<msg>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-layer" = "xml", "x-root" = "msg"))]
    pub xml: String,
    /// The size. Not all exist. · 尺寸。不一定都有。
    #[serde(rename = "type")]
    #[schemars(schema_with = "sizes")]
    pub kind: i64,
}

impl Operation for DownloadImage {
    type Gateway = Gewe;
    type Reply = Reply<FileUrl>;

    const ID: &str = "gewe.message_download_image";
    const TITLE: Words = Words::new("下载图片", "Download a picture");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/downloadImage";
    const PAGE: &str = "https://doc.geweapi.com/api-139908329";
    const REPLY: &str = reply::FILE;
    const RATES: &[Rate] = FETCHES;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { app_id: DEVICE.into(), xml: include_str!("received/image.xml").trim_end().into(), kind: 2 };
        vec![Example::new("picture", Words::new("收到的图片", "A picture received"), values)]
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        received::IMAGE.check(values, problems);
    }

    fn is_its(values: Value<'_>) -> bool {
        received::IMAGE.is_in(values)
    }
}

fn sizes(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    choices(&[(1, "HD. · 高清。"), (2, "Normal. · 常规。"), (3, "A thumbnail. · 缩略图。")])
}
