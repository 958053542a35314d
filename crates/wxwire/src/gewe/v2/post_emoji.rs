//! [发送 emoji 消息](https://doc.geweapi.com/api-139908320): sends an emoji that was received.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{Posted, Reply, posted};
use super::{Chat, IDS, SENDS, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::operation::{Example, Operation, Rate};

/// Sends an emoji that was received. · 发送收到过的表情。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostEmoji {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The emoji. `md5` of the `<emoji>` in a callback. · 表情。回调中 `<emoji>` 的 `md5`。
    #[schemars(length(min = 32, max = 32), regex(pattern = "^[0-9A-Fa-f]*$"), extend("x-source" = "inferred"))]
    pub emoji_md5: String,
    /// Its size. `len` of the `<emoji>` in a callback. · 大小。回调中 `<emoji>` 的 `len`。
    #[schemars(range(min = 1), extend("x-source" = "inferred"))]
    pub emoji_size: i64,
}

impl Operation for PostEmoji {
    type Gateway = Gewe;
    type Reply = Reply<Posted>;

    const ID: &str = "gewe.message_post_emoji";
    const TITLE: Words = Words::new("发送 emoji 消息", "Send an emoji");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/postEmoji";
    const PAGE: &str = "https://doc.geweapi.com/api-139908320";
    const REPLY: &str = posted!(47);
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            chat: Chat::with_friend(),
            emoji_md5: "e10adc3949ba59abbe56e057f20f883e".into(),
            emoji_size: 102_357,
        };
        vec![Example::new("emoji", Words::new("一个表情", "An emoji"), values)]
    }
}
