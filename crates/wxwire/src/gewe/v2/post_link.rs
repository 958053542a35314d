//! [发送链接消息](https://doc.geweapi.com/api-139908318): sends a link.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{Posted, Reply, posted};
use super::{Chat, IDS, SENDS, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::operation::{Example, Operation, Rate};

/// Sends a link. · 发送链接。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostLink {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The title. · 标题。
    pub title: String,
    /// The description. · 描述。
    pub desc: String,
    /// The link. · 链接。
    pub link_url: String,
    /// The address of the thumbnail. · 缩略图地址。
    pub thumb_url: String,
}

impl Operation for PostLink {
    type Gateway = Gewe;
    type Reply = Reply<Posted>;

    const ID: &str = "gewe.message_post_link";
    const TITLE: Words = Words::new("发送链接消息", "Send a link");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/postLink";
    const PAGE: &str = "https://doc.geweapi.com/api-139908318";
    const REPLY: &str = posted!(5);
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            chat: Chat::with_friend(),
            title: "周报".into(),
            desc: "本周进展".into(),
            link_url: "https://example.com/post".into(),
            thumb_url: "https://example.com/thumb.jpg".into(),
        };
        vec![Example::new("link", Words::new("一个链接", "A link"), values)]
    }
}
