//! [发送文件消息](https://doc.geweapi.com/api-139908314): sends a file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reply::{Posted, Reply, posted};
use super::{Chat, IDS, SENDS, SERVER};
use crate::gewe::Gewe;
use crate::lang::Words;
use crate::operation::{Example, Operation, Rate};

/// Sends a file. · 发送文件。
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostFile {
    /// The chat.
    #[serde(flatten)]
    pub chat: Chat,
    /// The address of the file. · 文件地址。
    pub file_url: String,
    /// The file's name. · 文件名。
    pub file_name: String,
}

impl Operation for PostFile {
    type Gateway = Gewe;
    type Reply = Reply<Posted>;

    const ID: &str = "gewe.message_post_file";
    const TITLE: Words = Words::new("发送文件消息", "Send a file");
    const SERVER: Option<&str> = SERVER;
    const PATH: &str = "/message/postFile";
    const PAGE: &str = "https://doc.geweapi.com/api-139908314";
    const REPLY: &str = posted!(6);
    const IDS: &[&str] = IDS;
    const RATES: &[Rate] = SENDS;

    fn examples() -> Vec<Example<Self>> {
        let values = Self {
            chat: Chat::with_friend(),
            file_url: "https://example.com/a.pdf".into(),
            file_name: "周报.pdf".into(),
        };
        vec![Example::new("pdf", Words::new("一个 PDF", "A PDF"), values)]
    }
}
