//! [下载语音](https://doc.geweapi.com/api-139908330): fetches voice that was received.

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

/// Fetches voice that was received. · 下载收到的语音。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DownloadVoice {
    /// The device. The id of the logged-in device, `wx_…`. · 设备 id。登录设备的 id，形如 `wx_…`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-id" = "device"))]
    pub app_id: String,
    /// The received message. The whole Content of its callback: a `<msg>` with `<voicemsg>`.
    ///
    /// 收到的消息。回调中的整个 Content，即含有 `<voicemsg>` 的 `<msg>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-layer" = "xml", "x-root" = "msg"))]
    pub xml: String,
    /// The message. `MsgId` of its callback. · 消息。回调中的 `MsgId`。
    pub msg_id: i64,
}

impl Operation for DownloadVoice {
    type Gateway = Gewe;
    type Reply = Reply<FileUrl>;

    const ID: &str = "gewe.message_download_voice";
    const TITLE: Words = Words::new("下载语音", "Download voice");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/downloadVoice";
    const PAGE: &str = "https://doc.geweapi.com/api-139908330";
    const REPLY: &str = reply::FILE;
    const RATES: &[Rate] = FETCHES;

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            app_id: DEVICE.into(),
            xml: include_str!("received/voice.xml").trim_end().into(),
            msg_id: 769_533_801,
        };
        vec![Example::new("voice", Words::new("收到的语音", "Voice received"), values)]
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        received::VOICE.check(values, problems);
    }

    fn is_its(values: Value<'_>) -> bool {
        received::VOICE.is_in(values)
    }
}
