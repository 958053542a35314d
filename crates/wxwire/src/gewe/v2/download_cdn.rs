//! [CDN 下载](https://doc.geweapi.com/api-139908333): fetches a file by its key and id, both from the reply to a send, or from a callback.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{self, FileUrl, Reply};
use super::{DEVICE, FETCHES, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::operation::{Example, Operation, Rate};

/// Fetches a file by its key and id, both from the reply to a send, or from a callback.
///
/// 用密钥和 id 下载文件，二者取自发送的返回或回调的 XML。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DownloadCdn {
    /// The device. The id of the logged-in device, `wx_…`. · 设备 id。登录设备的 id，形如 `wx_…`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-id" = "device"))]
    pub app_id: String,
    /// The key of the file. · 文件密钥。
    pub aes_key: String,
    /// The file's id. · 文件 id。
    pub file_id: String,
    /// The kind of file. A digit as a string. · 文件类型。写成字符串的数字。
    #[serde(rename = "type")]
    pub kind: CdnType,
    /// Its size. In bytes, as a string. · 大小。字节数，写成字符串。
    #[schemars(regex(pattern = "^[0-9]*$"), extend("x-source" = "inferred"))]
    pub total_size: String,
    /// The ending of its name. Such as `jpg`. · 文件后缀。如 `jpg`。
    pub suffix: String,
}

/// What kind of file it is. · 文件的类型。
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum CdnType {
    /// A picture, HD. · 高清图片。
    #[serde(rename = "1")]
    HdImage,
    /// A picture. · 常规图片。
    #[serde(rename = "2")]
    Image,
    /// A thumbnail. · 缩略图。
    #[serde(rename = "3")]
    Thumbnail,
    /// A video. · 视频。
    #[serde(rename = "4")]
    Video,
    /// A file. · 文件。
    #[serde(rename = "5")]
    File,
}

impl Operation for DownloadCdn {
    type Gateway = Gewe;
    type Reply = Reply<FileUrl>;

    const ID: &str = "gewe.message_download_cdn";
    const TITLE: Words = Words::new("CDN 下载", "Download from the CDN");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/downloadCdn";
    const PAGE: &str = "https://doc.geweapi.com/api-139908333";
    const REPLY: &str = reply::FILE;
    const RATES: &[Rate] = FETCHES;

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            app_id: DEVICE.into(),
            aes_key: "6a7b8c9d0e1f2a3b4c5d6e7f8a9b0c1d".into(),
            file_id: "3057020100044b304902010002047c6f9a1b02032f57ed0204".into(),
            kind: CdnType::Image,
            total_size: "1315979".into(),
            suffix: "jpg".into(),
        };
        vec![Example::new("picture", Words::new("一张图片", "A picture"), values)]
    }
}
