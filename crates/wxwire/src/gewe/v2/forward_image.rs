//! [转发图片](https://doc.geweapi.com/api-139908324): forwards a picture.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::received;
use super::reply::{self, PostedImage, Reply};
use super::{Chat, IDS, SENDS, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::layer::json::Value;
use crate::operation::{Example, Operation, Rate};
use crate::problem::Problem;

/// Forwards a picture that was received, or sent before: without an upload, and much faster.
///
/// 转发收到或发送过的图片：不必上传，快得多。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ForwardImage {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The received message. The whole Content of its callback: a `<msg>` with `<img>`.
    ///
    /// 收到的消息。回调中的整个 Content，即含有 `<img>` 的 `<msg>`。
    #[schemars(length(min = 1), extend("x-source" = "inferred", "x-layer" = "xml", "x-root" = "msg"))]
    pub xml: String,
}

impl Operation for ForwardImage {
    type Gateway = Gewe;
    type Reply = Reply<PostedImage>;

    const ID: &str = "gewe.message_forward_image";
    const TITLE: Words = Words::new("转发图片", "Forward a picture");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/forwardImage";
    const PAGE: &str = "https://doc.geweapi.com/api-139908324";
    const REPLY: &str = reply::IMAGE;
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { chat: Chat::with_friend(), xml: include_str!("received/image.xml").trim_end().into() };
        vec![Example::new("picture", Words::new("收到的图片", "A picture received"), values)]
    }

    fn check(values: Value<'_>, problems: &mut Vec<Problem>) {
        received::IMAGE.check(values, problems);
    }

    fn is_its(values: Value<'_>) -> bool {
        received::IMAGE.is_in(values)
    }
}
