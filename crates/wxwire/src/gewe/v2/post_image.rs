//! [发送图片消息](https://doc.geweapi.com/api-139908315): sends a picture.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{self, PostedImage, Reply};
use super::{Chat, IDS, SENDS, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::operation::{Example, Operation, Rate};

/// Sends a picture. To send it again without an upload, use message/forwardImage with the key, the id and the MD5 of the reply.
///
/// 发送图片。再次发送时，用返回的 aesKey、fileId、md5 转发图片，无需重复上传。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostImage {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The address of the picture. · 图片地址。
    pub img_url: String,
}

impl Operation for PostImage {
    type Gateway = Gewe;
    type Reply = Reply<PostedImage>;

    const ID: &str = "gewe.message_post_image";
    const TITLE: Words = Words::new("发送图片消息", "Send a picture");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/postImage";
    const PAGE: &str = "https://doc.geweapi.com/api-139908315";
    const REPLY: &str = reply::IMAGE;
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values = Self { chat: Chat::with_friend(), img_url: "https://example.com/a.jpg".into() };
        vec![Example::new("picture", Words::new("一张图片", "A picture"), values)]
    }
}
