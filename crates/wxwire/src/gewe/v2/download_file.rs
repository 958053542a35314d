//! [下载文件](https://doc.geweapi.com/api-265074707): fetches a file.

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

/// Fetches a file that was received. It calls back twice, with type 74 and then 6: take the second.
///
/// 下载收到的文件。文件有两次回调，类型先 74 后 6，请用第二次的。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DownloadFile {
    /// The device. The id of the logged-in device, `wx_…`. · 设备 id。登录设备的 id，形如 `wx_…`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-id" = "device"))]
    pub app_id: String,
    /// The received message. The whole Content of its callback: a `<msg>` with `<appmsg>`.
    ///
    /// 收到的消息。回调中的整个 Content，即含有 `<appmsg>` 的 `<msg>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-layer" = "xml", "x-root" = "msg"))]
    pub xml: String,
}

impl Operation for DownloadFile {
    type Gateway = Gewe;
    type Reply = Reply<FileUrl>;

    const ID: &str = "gewe.message_download_file";
    const TITLE: Words = Words::new("下载文件", "Download a file");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/downloadFile";
    const PAGE: &str = "https://doc.geweapi.com/api-265074707";
    const REPLY: &str = reply::FILE;
    const RATES: &[Rate] = FETCHES;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { app_id: DEVICE.into(), xml: include_str!("received/file.xml").trim_end().into() };
        vec![Example::new("file", Words::new("收到的文件", "A file received"), values)]
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        received::FILE.check(values, problems);
    }

    fn is_its(values: Value<'_>) -> bool {
        received::FILE.is_in(values)
    }
}
