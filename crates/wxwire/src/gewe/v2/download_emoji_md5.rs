//! [下载 emoji](https://doc.geweapi.com/api-139908332): fetches an emoji that was received.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{EmojiUrl, Reply};
use super::{DEVICE, FETCHES, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::operation::{Example, Operation, Rate};

/// Fetches an emoji that was received. · 下载收到的表情。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DownloadEmojiMd5 {
    /// The device. The id of the logged-in device, `wx_…`. · 设备 id。登录设备的 id，形如 `wx_…`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-id" = "device"))]
    pub app_id: String,
    /// The emoji. `md5` of the `<emoji>` in a callback. · 表情。回调中 `<emoji>` 的 `md5`。
    #[schemars(length(min = 32, max = 32), regex(pattern = "^[0-9A-Fa-f]*$"), extend("x-source" = "inferred"))]
    pub emoji_md5: String,
}

impl Operation for DownloadEmojiMd5 {
    type Gateway = Gewe;
    type Reply = Reply<EmojiUrl>;

    const ID: &str = "gewe.message_download_emoji_md5";
    const TITLE: Words = Words::new("下载 emoji", "Download an emoji");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/downloadEmojiMd5";
    const PAGE: &str = "https://doc.geweapi.com/api-139908332";
    const REPLY: &str = r#"{"ret": 200, "msg": "操作成功", "data": {"url": "https://example.com/download/a"}}"#;
    const RATES: &[Rate] = FETCHES;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { app_id: DEVICE.into(), emoji_md5: "e10adc3949ba59abbe56e057f20f883e".into() };
        vec![Example::new("emoji", Words::new("收到的表情", "An emoji received"), values)]
    }
}
